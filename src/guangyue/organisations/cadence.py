"""How often a body must meet, and which meetings it has missed. Knows no database."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum


class Cadence(Enum):
    """会议周期: the value is the name under which a missed meeting is reported."""

    YEAR_END = "year_end"
    YEARLY = "year"
    QUARTERLY = "quarter"
    AS_NEEDED = ""


@dataclass(frozen=True)
class Period:
    """应开会的期间, first and last day included."""

    cadence: Cadence
    first: date
    last: date

    @property
    def title(self) -> str:
        if self.cadence is Cadence.YEAR_END:
            return f"{self.first.year}年年底"
        if self.cadence is Cadence.QUARTERLY:
            return f"{self.first.year}年第{(self.first.month + 2) // 3}季度"
        return f"{self.first.year}年"


def missed(cadence: Cadence, *, met: Collection[date], since: date, on: date) -> list[Period]:
    """The periods that are over and in which nobody met. A period that had begun before the body was formed
    asks nothing."""
    return [
        period
        for period in periods(cadence, since=since, on=on)
        if period.last < on and not any(period.first <= day <= period.last for day in met)
    ]


def still_to_meet(cadence: Cadence, *, met: Collection[date], since: date, on: date) -> Period | None:
    """The period running on that day, if nobody has met in it."""
    for period in periods(cadence, since=since, on=on):
        if period.first <= on <= period.last and not any(period.first <= day <= on for day in met):
            return period
    return None


def status(cadence: Cadence, *, met: Collection[date], since: date, on: date) -> str:
    """`ok`, or what was missing when the latest period was over: `year_end_missing`."""
    over = [period for period in periods(cadence, since=since, on=on) if period.last < on]
    gone = missed(cadence, met=met, since=since, on=on)
    return f"{cadence.value}_missing" if over and over[-1] in gone else "ok"


def periods(cadence: Cadence, *, since: date, on: date) -> Iterator[Period]:
    """In order, those that begin from the day the body was formed to the day asked about."""
    for year in range(since.year, on.year + 1):
        for first, last in _of_year(cadence, year):
            if since <= first <= on:
                yield Period(cadence, first, last)


def _of_year(cadence: Cadence, year: int) -> Iterator[tuple[date, date]]:
    """原则上每年底召开一次 is read as once in December; a meeting before that is one more."""
    new_year = date(year + 1, 1, 1) - timedelta(days=1)
    if cadence is Cadence.YEAR_END:
        yield date(year, 12, 1), new_year
    elif cadence is Cadence.YEARLY:
        yield date(year, 1, 1), new_year
    elif cadence is Cadence.QUARTERLY:
        for month in (1, 4, 7, 10):
            after = date(year, month + 3, 1) if month < 10 else date(year + 1, 1, 1)
            yield date(year, month, 1), after - timedelta(days=1)
