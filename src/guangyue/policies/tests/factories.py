"""Figures and the two officials that it takes for them."""

from collections.abc import Iterable
from datetime import UTC, datetime

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.kit.access import EVERYWHERE
from guangyue.organisations.models import Region
from guangyue.policies.demo import enter_figures
from guangyue.policies.figures import carried
from guangyue.policies.models import FigureEntry
from guangyue.policies.services import Proposed, propose_figures
from guangyue.rules.parameters import Entry
from guangyue.rules.symbols import yuan
from guangyue.systems.offered import declared_figures

NOON = datetime(2021, 3, 1, 4, tzinfo=UTC)
SOURCE = "示人社发〔2021〕1号 一"


def a_reviewer() -> User:
    reviewer = a_user()
    a_grant(reviewer, "reviewer")
    return reviewer


def an_approver() -> User:
    approver = a_user()
    a_grant(approver, "policy-approver")
    return approver


def a_proposal(
    key: str = "min_wage",
    *,
    since: str = "2021-01-01",
    value: int | None = 1700,
    region: Region | None = None,
    by: User | None = None,
    at: datetime = NOON,
) -> FigureEntry:
    """Waiting for somebody to approve it; `value` in 元."""
    proposed = Proposed(
        declared_figures()[key],
        region,
        datetime.fromisoformat(since).date(),
        None if value is None else carried(yuan(value)),
        SOURCE,
    )
    made = propose_figures(proposed=[proposed], scope=EVERYWHERE, by=by or a_user(), at=at)
    return made[0]


def approve_entries(entries: Iterable[Entry], *, at: datetime = NOON) -> None:
    """They stand from this moment on."""
    enter_figures(entries, proposer=a_user(), approver=a_user(), at=at)
