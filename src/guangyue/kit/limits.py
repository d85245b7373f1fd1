"""时限 as clauses grant them, and the reading rules by which months and years are counted."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

SHORTEST_MONTH = 28  # days


class Unit(Enum):
    """What a limit is counted in."""

    WORKING_DAY = "个工作日"
    DAY = "日"
    HOUR = "小时"
    MONTH = "个月"
    MONTH_END = "月末"


@dataclass(frozen=True, slots=True)
class Limit:
    """时限: 5 个工作日, 24 小时, 1 个月, 至次月月末."""

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.amount < (0 if self.unit is Unit.MONTH_END else 1):
            raise ValueError("时限应当大于零。")

    def __str__(self) -> str:
        if self.unit is not Unit.MONTH_END:
            return f"{self.amount} {self.unit.value}"
        return {0: "至当月月末", 1: "至次月月末"}.get(self.amount, f"至 {self.amount} 个月后的月末")


def months_after(day: date, months: int) -> date:
    """对应日: the same day so many months on, or the last of a month too short to have it.

    满 N 个月 is met from that day on (C4), and a personal limit of N months ends with it (C3).
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= SHORTEST_MONTH:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def valid_through(since: date, *, months: int) -> date:
    """有效期: the last day of what is valid so many months from a day on, that day included (C3).

    It is the day before the 对应日; where the last month has no such day, its last day.
    """
    day = months_after(since, months)
    return day if day.day < since.day else day - timedelta(days=1)


def month_end(day: date, months: int = 0) -> date:
    """月末: the last day of the month, or of one so many months on."""
    first = months_after(day.replace(day=1), months)
    return first.replace(day=monthrange(first.year, first.month)[1])
