"""What waits for those who handle cases, the soonest due first."""

from collections.abc import Iterator
from datetime import datetime

from guangyue.accounts.models import User
from guangyue.cases.models import Case
from guangyue.cases.permissions import CHASE_CASES, DECIDE_CASES, RECEIVE_CASES, REVIEW_CASES
from guangyue.cases.waiting import WAITING
from guangyue.kit.access import Scope, needs
from guangyue.kit.models import HolidayNotice
from guangyue.kit.todo import Todo

MOST_TODOS = 50
PILES = {pile.key: pile for pile in WAITING}


@needs(RECEIVE_CASES)
def cases_to_receive(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    yield from _todos("receive", scope, at)


@needs(RECEIVE_CASES)
def cases_to_deliver(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    yield from _todos("deliver", scope, at)


@needs(REVIEW_CASES)
def cases_to_review(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    yield from _todos("review", scope, at)


@needs(REVIEW_CASES)
def opinions_to_give(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    yield from _todos("opinions", scope, at)


@needs(DECIDE_CASES)
def cases_to_decide(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    yield from _todos("decide", scope, at)


@needs(DECIDE_CASES)
def vetoes_to_decide(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    yield from _todos("vetoes", scope, at)


@needs(CHASE_CASES)
def overdue_cases(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    yield from _todos("overdue", scope, at)


def _todos(key: str, scope: Scope, at: datetime) -> Iterator[Todo]:
    pile = PILES[key]
    rows = pile.rows(scope, at).select_related("flow", "unit").prefetch_related("pauses")
    calendar = HolidayNotice.objects.calendar()
    for case in rows.defer("answers", "sources", "flow__declaration").order_by("due", "pk")[:MOST_TODOS]:
        clock = case.clock if case.stopped_at is None else None
        yield Todo(
            kind=f"办件{pile.title}",
            title=f"{case.title}（{case.masked_name}）",
            link=case.get_absolute_url(),
            since=_since(case),
            detail=f"{case.number} · {case.unit.name}",
            clock=clock.read(calendar, at=at) if clock else None,
        )


def _since(case: Case) -> datetime:
    return case.decided_at or case.accepted_at or case.handed_in_at or case.opened_at
