"""报告日程: which reports are owed for which months, and when. Knows no database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from guangyue.kit.limits import month_end, months_after
from guangyue.planners.pilot import Pilot, ReportTerm

MONTHS = 12


class Standing(Enum):
    """How a report stands."""

    SENT = "已报"
    LATE_SENT = "迟报"
    AHEAD = "未到"
    SOON = "临近"
    OVERDUE = "超期"


@dataclass(frozen=True)
class Owed:
    """应报: a report for a time, due on the last day of it."""

    term: ReportTerm
    since: date
    until: date

    @property
    def due(self) -> date:
        return self.until

    @property
    def title(self) -> str:
        return f"{said_period(self.since, self.until, self.term.months)}{self.term.title}"

    def standing(self, *, sent: date | None, on: date, reminded_before: int) -> Standing:
        if sent:
            return Standing.SENT if sent <= self.due else Standing.LATE_SENT
        if on > self.due:
            return Standing.OVERDUE
        return Standing.SOON if on >= self.due - timedelta(days=reminded_before) else Standing.AHEAD


def owed_reports(pilot: Pilot, *, until: date) -> Iterator[Owed]:
    """Those whose time has begun by a day."""
    for term in pilot.reports:
        first = pilot.since.replace(month=1, day=1)
        while first <= min(until, pilot.until):
            last = month_end(first, term.months - 1)
            if last >= pilot.since:
                yield Owed(term, max(first, pilot.since), min(last, pilot.until))
            first = months_after(first, term.months)


def said_period(since: date, until: date, months: int) -> str:
    """2022年, 2022年上半年, 2022年第一季度, 2022年3月."""
    if months == MONTHS:
        return f"{until.year}年"
    if months == MONTHS // 2:
        return f"{until.year}年{'上' if until.month <= MONTHS // 2 else '下'}半年"
    if months == MONTHS // 4:
        return f"{until.year}年第{'一二三四'[(until.month - 1) // 3]}季度"
    return f"{until.year}年{until.month}月" if months == 1 else f"{since:%Y-%m} 至 {until:%Y-%m}"
