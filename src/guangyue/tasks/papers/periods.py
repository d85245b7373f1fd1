"""周 and 季度 as the time that a report is about. Knows no database."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from guangyue.kit.workdays import ONE_DAY
from guangyue.tasks.quarters import Quarter

WRITTEN = re.compile(r"(\d{4})W(\d{2})")
WEEK = timedelta(days=7)
LAST_WEEK = 53


@dataclass(frozen=True)
class Week:
    """一周, from Monday to Sunday, by the ISO calendar: 2021W17."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Week":
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @classmethod
    def read(cls, written: str) -> "Week":
        found = WRITTEN.fullmatch(written)
        if not found:
            raise ValueError(f"不是一周：{written!r}")
        week = cls(int(found[1]), int(found[2]))
        date.fromisocalendar(week.year, week.number, 1)
        return week

    def __str__(self) -> str:
        return f"{self.year}W{self.number:02d}"

    @property
    def title(self) -> str:
        first, last = self.first, self.last
        days = f"{first.month}月{first.day}日至{last.month}月{last.day}日"
        return f"{self.year} 年第 {self.number} 周（{days}）"

    @property
    def first(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return self.first + WEEK - ONE_DAY

    def before(self) -> "Week":
        return Week.of(self.first - ONE_DAY)


Period = Week | Quarter


class Paper(Enum):
    """Which of the two reports."""

    WEEKLY = "督查周报"
    QUARTERLY = "季度进展报告"

    @property
    def period(self) -> type[Week] | type[Quarter]:
        return Week if self is Paper.WEEKLY else Quarter

    @property
    def offered(self) -> int:
        """How many periods, with the present one."""
        return 12 if self is Paper.WEEKLY else 6

    def read(self, written: str, *, on: date) -> Period:
        """The period that an address names, if it has begun; else the last whole one."""
        try:
            asked = self.period.read(written)
        except ValueError:
            asked = None
        begun = asked is not None and asked.first <= on
        return asked if asked is not None and begun else self.period.of(on).before()

    def periods(self, *, on: date) -> Iterator[Period]:
        """The newest first."""
        one: Period = self.period.of(on)
        for _ in range(self.offered):
            yield one
            one = one.before()
