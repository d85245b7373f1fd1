"""季度 as values: which one is reported on, when its report is due, which is the first. Knows no database."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering

from guangyue.kit.limits import month_end

WRITTEN = re.compile(r"(\d{4})Q([1-4])")
MONTHS, QUARTERS = 3, 4


@total_ordering
@dataclass(frozen=True)
class Quarter:
    """季度, written 2019Q3."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month - 1) // MONTHS + 1)

    @classmethod
    def read(cls, written: str) -> "Quarter":
        found = WRITTEN.fullmatch(written)
        if not found:
            raise ValueError(f"不是季度：{written!r}")
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    def __lt__(self, other: "Quarter") -> bool:
        return (self.year, self.number) < (other.year, other.number)

    @property
    def title(self) -> str:
        return f"{self.year} 年第{'一二三四'[self.number - 1]}季度"

    @property
    def first(self) -> date:
        return date(self.year, (self.number - 1) * MONTHS + 1, 1)

    @property
    def last(self) -> date:
        return month_end(self.first, MONTHS - 1)

    def next(self) -> "Quarter":
        return Quarter.of(self.last + timedelta(days=1))

    def before(self) -> "Quarter":
        return Quarter.of(self.first - timedelta(days=1))


def first_quarter(issued: date, *, least_days: int) -> Quarter:
    """首报: the quarter of the document where at least so many days of it remain, else the one after."""
    own = Quarter.of(issued)
    return own if (own.last - issued).days >= least_days else own.next()


def report_due(quarter: Quarter, *, days: int) -> date:
    return quarter.last + timedelta(days=days)
