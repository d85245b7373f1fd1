"""A year as a picture: twelve months, and the holidays in their order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guangyue.kit.holidays import spans
from guangyue.kit.workdays import ONE_DAY, Calendar, Day


@dataclass(frozen=True)
class Month:
    """月: its weeks from Monday on; None where a week belongs to the month before or after."""

    number: int
    weeks: tuple[tuple[Day | None, ...], ...]
    working_days: int


@dataclass(frozen=True)
class Holiday:
    """节日: when it is off, and which weekends are worked for it."""

    name: str
    off: tuple[tuple[date, date], ...]
    worked: tuple[tuple[date, date], ...]
    days_off: int


@dataclass(frozen=True)
class Year:
    """年历: what a page shows of a year."""

    number: int
    months: tuple[Month, ...]
    holidays: tuple[Holiday, ...]
    working_days: int
    source: str
    provisional: bool


def picture(calendar: Calendar, year: int) -> Year:
    days = [calendar.day(day) for day in _days(year)]
    return Year(
        number=year,
        months=tuple(_month([day for day in days if day.date.month == number]) for number in range(1, 13)),
        holidays=tuple(_holidays(days)),
        working_days=sum(day.works for day in days),
        source=next(calendar.day(day).source for day in _days(year) if day not in calendar.entries),
        provisional=year not in calendar.years,
    )


def _days(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += ONE_DAY


def _month(days: list[Day]) -> Month:
    before = days[0].date.weekday()
    cells = [*[None] * before, *days, *[None] * (-(before + len(days)) % 7)]
    weeks = tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))
    return Month(days[0].date.month, weeks, sum(day.works for day in days))


def _holidays(days: list[Day]) -> list[Holiday]:
    by_name: dict[str, list[Day]] = {}
    for day in days:
        if day.name:
            by_name.setdefault(day.name, []).append(day)
    holidays = []
    for name, named in by_name.items():
        off = [day.date for day in named if not day.works]
        worked = [day.date for day in named if day.works]
        holidays.append(Holiday(name, tuple(spans(off)), tuple(spans(worked)), len(off)))
    return sorted(holidays, key=lambda holiday: holiday.off or holiday.worked)
