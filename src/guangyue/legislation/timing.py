"""期限: earliest close, planning backwards, met or late. All in natural days. Knows no database."""

from dataclasses import dataclass
from datetime import date, timedelta

from guangyue.legislation.kinds import Category, RuleKind


def earliest_close(opens: date, min_days: int) -> date:
    """The opening day is not counted."""
    return opens + timedelta(days=min_days)


@dataclass(frozen=True)
class BackPlan:
    """倒排: what review and approval leave for drafting."""

    due: date
    review_days: int
    approval_days: int

    @property
    def latest_submit(self) -> date:
        return self.latest_deliberation - timedelta(days=self.review_days)

    @property
    def latest_deliberation(self) -> date:
        return self.due - timedelta(days=self.approval_days)

    def latest_opening(self, min_days: int) -> date:
        """Comments must be in before what is argued and coordinated is sent for review."""
        return self.latest_submit - timedelta(days=min_days)


@dataclass(frozen=True)
class Kept:
    """按期: whether it was done by its day, or how late it is."""

    met: bool | None  # None while there is time, or no day is set
    late_days: int = 0

    @property
    def overdue(self) -> bool:
        return self.late_days > 0


def kept(due: date | None, done_on: date | None, *, on: date) -> Kept:
    """The last day counts to its end; what is not done yet is late by the day asked about."""
    if due is None:
        return Kept(None)
    late = max(((done_on or on) - due).days, 0)
    if done_on is None:
        return Kept(False if late else None, late)
    return Kept(late == 0, late)


def usual_due(category: Category, year: int) -> date | None:
    """年内 is until the last day of the year; for what is under study no day is printed."""
    return None if category == Category.STUDY else date(year, 12, 31)


def done_by(kind: RuleKind) -> str:
    """年内完成 is read as published; a regulation leaves 市政府 for the people's congress."""
    return "公布" if kind == RuleKind.RULE else "提请市人大常委会审议"
