"""A year as a picture: how many events each day has."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from guangyue.chronicle.reading.days import YearMonth

ONE_DAY = timedelta(days=1)
SHADES = (1, 2, 3, 5)  # from so many events on, a day is a shade darker


@dataclass(frozen=True)
class PicturedDay:
    """A day and how many events fall on it; a range falls on each of its days (R8)."""

    date: date
    events: int

    @property
    def shade(self) -> int:
        return sum(self.events >= many for many in SHADES)


@dataclass(frozen=True)
class PicturedMonth:
    """月: its weeks from Monday on; None where a week belongs to the month before or after."""

    month: YearMonth
    weeks: tuple[tuple[PicturedDay | None, ...], ...]
    events: int  # each counted once


def picture(months: Iterable[YearMonth], events: Iterable[tuple[date, date]]) -> list[PicturedMonth]:
    """The months, each with its days, from the first and last days of their events."""
    spans = list(events)
    counts = Counter(day for start, end in spans for day in _days(start, end))
    started = Counter((start.year, start.month) for start, _ in spans)
    return [_month(month, counts, started[month.year, month.month]) for month in sorted(months)]


def _month(month: YearMonth, counts: Counter[date], events: int) -> PicturedMonth:
    days = [PicturedDay(day, counts[day]) for day in _days(month.first, month.last)]
    before = month.first.weekday()
    cells = [*[None] * before, *days, *[None] * (-(before + len(days)) % 7)]
    weeks = tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))
    return PicturedMonth(month, weeks, events)


def _days(start: date, end: date) -> Iterable[date]:
    return (start + ONE_DAY * offset for offset in range((end - start).days + 1))
