"""服务计算: what the visits of a group come to in a year, and what is taken off its fee. Knows no database.

Days and months both count: what is short by more decides. Of a year that the pilot covers in part, days,
months and fee are those of its months.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from guangyue.kit.limits import month_end, months_after
from guangyue.kit.money import Money, Rounding
from guangyue.planners.pilot import Pilot

MONTHS = 12
NOTHING = Fraction(0)


class Month(Enum):
    """How a month of a group stands."""

    MET = "已到片区并交流"
    NO_TALK = "到了片区，没有与负责同志当面交流"
    MISSED = "没有到片区"
    RUNNING = "本月还没有到片区"
    AHEAD = "未到"


@dataclass(frozen=True)
class Visited:
    """到片区一次: the day, the hours on site, and whether the chief was talked with."""

    day: date
    hours: Decimal
    talked: bool


@dataclass(frozen=True)
class Counted:
    """一段时间的服务: months due and missed, days due and served."""

    months: int
    missed: int
    days_due: Fraction
    days: int

    @property
    def days_short(self) -> Fraction:
        return max(self.days_due - self.days, NOTHING)

    @property
    def rate(self) -> Fraction:
        """扣减比例: the larger of the two shortfalls."""
        by_days = self.days_short / self.days_due if self.days_due else NOTHING
        by_months = Fraction(self.missed, self.months) if self.months else NOTHING
        return max(by_days, by_months)


def is_service_day(hours: Decimal, *, least: int) -> bool:
    return hours >= least


def service_days(visits: Iterable[Visited], *, least: int) -> set[date]:
    """服务日: visits of one day are added up."""
    hours: dict[date, Decimal] = defaultdict(Decimal)
    for one in visits:
        hours[one.day] += one.hours
    return {day for day, many in hours.items() if is_service_day(many, least=least)}


def months_between(since: date, until: date) -> list[date]:
    """The first days of the months from one day to another."""
    first, last = since.replace(day=1), until.replace(day=1)
    many = (last.year - first.year) * MONTHS + last.month - first.month + 1
    return [months_after(first, nth) for nth in range(max(many, 0))]


def month_states(visits: Sequence[Visited], months: Iterable[date], *, on: date) -> dict[date, Month]:
    return {first: _state([one for one in visits if _lies_in(one, first)], first, on) for first in months}


def count(visits: Sequence[Visited], *, since: date, until: date, pilot: Pilot) -> Counted:
    """Of whole months."""
    months = months_between(since, until)
    within = [one for one in visits if since <= one.day <= until]
    states = month_states(within, months, on=until)
    return Counted(
        months=len(months),
        missed=sum(state in (Month.MISSED, Month.RUNNING) for state in states.values()),
        days_due=Fraction(pilot.days_a_year * len(months), MONTHS),
        days=len(service_days(within, least=pilot.hours_of_a_day)),
    )


def deduct(fee: Money, counted: Counted) -> Money:
    """扣减 of the fee for the time that was counted."""
    return fee.times(counted.rate, Rounding.STANDARD)


def fee_of_months(year_fee: Money, months: int) -> Money:
    return year_fee.times(Fraction(months, MONTHS), Rounding.STANDARD)


def year_within(year: int, since: date, until: date) -> tuple[date, date]:
    """The part of a year that lies between two days."""
    return max(date(year, 1, 1), since), min(date(year, MONTHS, 31), until)


def whole_months_until(since: date, until: date, *, on: date) -> date:
    """The end of the last month that is over, not after `until`; the day before `since` if none is."""
    over = on if on == month_end(on) else month_end(on, -1)
    return max(min(over, until), month_end(since, -1))


def _lies_in(visit: Visited, first: date) -> bool:
    return (visit.day.year, visit.day.month) == (first.year, first.month)


def _state(visits: Sequence[Visited], first: date, on: date) -> Month:
    if any(one.talked for one in visits):
        return Month.MET
    if visits:
        return Month.NO_TALK
    if first > on:
        return Month.AHEAD
    return Month.RUNNING if on < month_end(first) else Month.MISSED
