"""What waits of ratings and complaints, for whoever may do it and is not concerned himself."""

from collections.abc import Iterator
from datetime import datetime

from guangyue.accounts.models import User
from guangyue.kit.access import Scope, needs
from guangyue.kit.clocks import Clock, Reading
from guangyue.kit.models import HolidayNotice
from guangyue.kit.todo import Todo
from guangyue.ratings.handling import ASSIGNED_WITHIN
from guangyue.ratings.models import Check, Complaint, Extension
from guangyue.ratings.permissions import (
    ANSWER_COMPLAINTS,
    CHECK_RATINGS,
    EXTEND_COMPLAINTS,
    RECEIVE_COMPLAINTS,
)

MOST_TODOS = 100


@needs(CHECK_RATINGS)
def checks_to_make(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    calendar = HolidayNotice.objects.calendar()
    waiting = Check.objects.within(scope).apart_from(user).open().select_related("rating__matter", "unit")
    for check in waiting.order_by("due")[:MOST_TODOS]:
        yield Todo(
            kind="差评核查",
            title=f"{check.rating.get_level_display()}：{check.rating.matter or check.unit}",
            link=check.get_absolute_url(),
            since=check.opened_at,
            detail=check.rating.shown_text[:60],
            clock=check.clock.read(calendar, at=at),
        )


@needs(RECEIVE_COMPLAINTS)
def complaints_to_assign(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """派办 is of the same day."""
    calendar = HolidayNotice.objects.calendar()
    waiting = Complaint.objects.within(scope).apart_from(user).open().filter(officer=None)
    for complaint in waiting.select_related("unit").order_by("clock_from")[:MOST_TODOS]:
        clock = Clock(ASSIGNED_WITHIN, complaint.clock_from).read(calendar, at=at)
        yield _todo("吐槽待派办", complaint, complaint.clock_from, clock=clock)


@needs(ANSWER_COMPLAINTS)
def complaints_to_answer(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """One's own."""
    calendar = HolidayNotice.objects.calendar()
    mine = Complaint.objects.within(scope).apart_from(user).open().filter(officer=user)
    for complaint in mine.select_related("unit").order_by("due")[:MOST_TODOS]:
        clock = complaint.clock.read(calendar, at=at)
        yield _todo("吐槽待答复", complaint, complaint.assigned_at or at, clock=clock)


@needs(EXTEND_COMPLAINTS)
def extensions_to_decide(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    reached = Complaint.objects.within(scope).apart_from(user).open()
    waiting = Extension.objects.waiting().filter(complaint__in=reached).exclude(asked_by=user)
    for extension in waiting.select_related("complaint__unit").order_by("asked_at")[:MOST_TODOS]:
        yield _todo("吐槽延期待批", extension.complaint, extension.asked_at)


def _todo(kind: str, complaint: Complaint, since: datetime, *, clock: Reading | None = None) -> Todo:
    return Todo(
        kind=kind,
        title=f"{complaint.number} {complaint.get_kind_display()}（{complaint.unit}）",
        link=complaint.get_absolute_url(),
        since=since,
        detail=complaint.text[:60],
        clock=clock,
    )
