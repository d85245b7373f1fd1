"""What waits of planners, and what chiefs see of them."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope, needs
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.models import HolidayNotice
from guangyue.kit.pictures import Figure, Picture
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.planners.calendar import Standing
from guangyue.planners.declared import day_of_the_pilot, moment_of_the_pilot, pilot
from guangyue.planners.models import Advice, Group, Planner, Visit
from guangyue.planners.owing import owing
from guangyue.planners.permissions import ANSWER_ADVICE, KEEP_PLANNERS, SEE_PLANNERS, VISIT_AREAS
from guangyue.planners.pilot import Author

MOST_TODOS = 30


@needs(ANSWER_ADVICE)
def advice_to_answer(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """By the districts; who answers for all of them answers for none."""
    if scope.everywhere:
        return
    calendar, now = HolidayNotice.objects.calendar(), moment_of_the_pilot()
    rows = Advice.objects.within(scope).select_related("group__area")
    for kind, waiting in (("规划师建议待答复", rows.unanswered()), ("采纳的建议待落实", rows.to_do())):
        for one in waiting.order_by("answer_due", "pk")[:MOST_TODOS]:
            yield Todo(
                kind=kind,
                title=one.topic,
                link=one.get_absolute_url(),
                since=one.sent_at or one.at,
                detail=str(one.group.area),
                clock=one.clock(calendar, at=now),
            )


@needs(KEEP_PLANNERS)
def advice_to_move(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """By the office: to send on, and to give back."""
    rows = Advice.objects.within(scope).select_related("group__area__office")
    for kind, waiting in (("规划师建议待函告", rows.to_send()), ("落实情况待反馈", rows.to_report())):
        for one in waiting.order_by("pk")[:MOST_TODOS]:
            yield Todo(
                kind=kind,
                title=one.topic,
                link=one.get_absolute_url(),
                since=one.at,
                detail=str(one.group.area),
            )


@needs(KEEP_PLANNERS)
def planners_to_check(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Those that somebody else entered."""
    waiting = Planner.objects.filter(checked_at=None).filter(~Q(by=user) | Q(by=None))
    for one in waiting.order_by("pk")[:MOST_TODOS]:
        yield Todo(kind="规划师任职条件待核验", title=one.name, link=one.get_absolute_url(), since=one.at)


@needs(KEEP_PLANNERS)
def reports_to_send(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """From ten days before."""
    for one in owing(day_of_the_pilot(), scope):
        wanted = one.standing in (Standing.SOON, Standing.OVERDUE)
        if wanted and one.owed.term.author is not Author.DISTRICT:
            yield Todo(
                kind=f"规划师报告{one.standing.value}",
                title=one.title,
                link=reverse("planners:reports"),
                since=_morning(one.owed.since),
                detail=f"期限 {one.owed.due}",
            )


@needs(VISIT_AREAS)
def visits_to_make(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """By a planner: the month without a visit, and visits that have no note."""
    on = day_of_the_pilot()
    own = Group.objects.of(user).select_related("area").first()
    if own is None:
        return
    visits = own.visits.made()
    if pilot().holds_on(on) and not visits.between(on.replace(day=1), on).exists():
        yield Todo(
            kind="本月还没有到片区",
            title=str(own.area),
            link=reverse("planners:my_group"),
            since=_morning(on.replace(day=1)),
        )
    for one in visits.filter(state=Visit.State.DONE).order_by("day")[:MOST_TODOS]:
        yield Todo(
            kind="服务记录待补写", title=str(one), link=one.get_absolute_url(), since=_morning(one.day)
        )


@needs(SEE_PLANNERS)
def find_advice(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    named = Q(topic__contains=words) | Q(number=words)
    rows = Advice.objects.within(scope).filter(named).select_related("group__area")
    for one in rows.order_by("-pk")[:most]:
        yield Found("规划师建议", one.topic, one.get_absolute_url(), f"{one.group.area} · {one.number}")


def planners_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    if not Group.objects.within(scope).exists():
        return
    day = day_of_the_pilot()
    advice = Advice.objects.within(scope)
    came = Visit.objects.within(scope).made().between(day.replace(day=1), day)
    groups = Group.objects.within(scope).open().count()
    late = advice.overdue(day).count()
    yield Figure(
        "本月到过片区的规划师小组",
        came.values("group").distinct().count(),
        "个",
        "map-pins",
        link=reverse("planners:groups"),
        detail=f"共 {groups} 个小组；没有结果的建议 {advice.open().count():,} 条，超期未答复 {late:,} 条",
    )


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(9), SHANGHAI)
