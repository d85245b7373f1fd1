"""What the frames show of supervision: coverage for chiefs, what waits for officers, items by their name."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope, needs
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.limits import months_after
from guangyue.kit.pictures import Figure, Picture
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.organisations.models import Name
from guangyue.supervision.covering import Coverage, year_until
from guangyue.supervision.declaration import HALF_A_YEAR
from guangyue.supervision.duties import quiet_duties
from guangyue.supervision.models import PermitHandover, SupervisionItem
from guangyue.supervision.permissions import ENTER_ACTS, RUN_SUPERVISION, SEE_SUPERVISION
from guangyue.systems.today import day_of_the_city

MOST_TODOS = 50


@needs(ENTER_ACTS)
def handovers_to_receive(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Those to be received, then those without a day for the first check."""
    rows = PermitHandover.objects.within(scope).select_related("case", "office")
    for kind, waiting in (("许可待签收", rows.to_receive()), ("首次检查待安排", rows.to_plan())):
        for one in waiting.order_by("pk")[:MOST_TODOS]:
            yield Todo(
                kind=kind,
                title=one.case.title,
                link=one.get_absolute_url(),
                since=one.received_at or one.sent_at,
                detail=str(one.office),
            )


@needs(RUN_SUPERVISION)
def items_to_publish(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Checked by their offices, waiting for the city."""
    states = (SupervisionItem.State.CHECKED, SupervisionItem.State.CONFIRMED)
    rows = SupervisionItem.objects.within(scope).filter(state__in=states).select_related("office")
    for item in rows.order_by("pk")[:MOST_TODOS]:
        last = item.moves.order_by("-pk").first()
        yield Todo(
            kind="监管事项待确认、公布",
            title=item.name,
            link=item.get_absolute_url(),
            since=last.at if last else at,
            detail=str(item.office),
        )


@needs(SEE_SUPERVISION)
def duties_at_rest(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Those that the person's own office leads, under whichever of its names, since their last work."""
    if user.organisation is None:
        return
    names = {
        user.organisation.name,
        *Name.objects.filter(organisation=user.organisation).values_list("text", flat=True),
    }
    on = day_of_the_city()
    for shared, duty, worked in quiet_duties(names, on=on):
        since = worked.last or months_after(on, -HALF_A_YEAR)
        yield Todo(
            kind="监管职责半年没有办理",
            title=f"{duty.number}. {duty.title}",
            link=reverse("supervision:duties", args=[shared.key]),
            since=datetime.combine(since, time.min, SHANGHAI),
            detail=f"最近：{worked.what}" if worked.last else "还没有办理",
        )


@needs(SEE_SUPERVISION)
def find_items(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    named = Q(name__contains=words) | Q(code=words)
    rows = SupervisionItem.objects.within(scope).filter(named).select_related("office")
    for item in rows.order_by("code", "pk")[:most]:
        yield Found("监管事项", item.name, item.get_absolute_url(), f"{item.office} · {item.code}")


def supervision_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    items = SupervisionItem.objects.within(scope).on(on).with_activity(*year_until(on))
    covered = Coverage(items.count(), items.filter(active=True).count())
    yield Figure(
        "一年内开展过的监管事项",
        covered.active,
        "项",
        "shield-search",
        link=reverse("supervision:coverage"),
        detail=f"共 {covered.items:,} 项，{covered.sleeping:,} 项没有开展",
    )
