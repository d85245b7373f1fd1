"""What the frames show of powers: what has to be made ready, what was taken back, and what a search finds."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Max, Min, QuerySet
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.empowerments.models import Empowerment, GrantingDocument, PublicAnnouncement, State
from guangyue.empowerments.permissions import KEEP_POWERS, SEE_POWERS
from guangyue.kit.access import Scope, needs
from guangyue.kit.models import HolidayNotice
from guangyue.kit.pictures import Figure, Picture
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.systems.today import moment_of_the_city

MOST_TODOS = 50


@needs(KEEP_POWERS)
def powers_to_make_ready(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Body by body, with the clock of the document."""
    waiting = Empowerment.objects.within(scope).filter(state__in=(State.PREPARING, State.OVERDUE))
    groups = waiting.values("document", "body", "body__name").annotate(
        many=Count("pk", distinct=True), since=Min("moves__at")
    )
    documents = GrantingDocument.objects.in_bulk()
    calendar = HolidayNotice.objects.calendar()
    for group in groups.order_by("document", "body")[:MOST_TODOS]:
        document = documents[group["document"]]
        yield Todo(
            kind="赋权落实",
            title=f"{group['body__name']}还有 {group['many']:,} 项没有承接",
            link=f"{reverse('empowerments:watch')}?body={group['body']}",
            since=group["since"],
            detail=document.number,
            clock=document.reading(calendar, at=moment_of_the_city()),
        )


@needs(KEEP_POWERS)
def withdrawals_to_announce(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """What was taken back and the public was not told of."""
    told = PublicAnnouncement.objects.filter(kind=PublicAnnouncement.Kind.WITHDRAWAL).values("empowerments")
    gone = Empowerment.objects.within(scope).filter(state=State.WITHDRAWN).exclude(pk__in=told)
    rows: QuerySet[Any] = gone.select_related("body").annotate(last=Max("moves__at")).order_by("pk")
    for one in rows[:MOST_TODOS]:
        yield Todo(
            kind="收回待公告", title=str(one), link=one.get_absolute_url(), since=one.last, detail=one.code
        )


@needs(SEE_POWERS)
def find_powers(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    rows = Empowerment.objects.within(scope).filter(name__contains=words).select_related("body")
    for one in rows.order_by("code", "pk")[:most]:
        yield Found("赋权", one.name, one.get_absolute_url(), f"{one.body} · {one.granted_by.value}")


def powers_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    rows = Empowerment.objects.within(scope).newly_granted()
    undertaken = rows.filter(state=State.UNDERTAKEN).count()
    granted = rows.exclude(state__in=(State.PROPOSED, State.WITHDRAWN)).count()
    yield Figure(
        "开发区已承接",
        undertaken,
        "项",
        "transfer-in",
        link=reverse("empowerments:progress"),
        detail=f"共赋权 {granted:,} 项",
    )
