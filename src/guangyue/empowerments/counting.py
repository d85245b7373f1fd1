"""清单核对: whether the lists that were loaded are those the document counts. Knows no database."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from guangyue.kit.clocks import SHANGHAI, Clock
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.workdays import Calendar

NAMED = 8  # matters that a warning names before it only counts the rest


@dataclass(frozen=True)
class Miscounted:
    """A list that has not as many matters as the document says."""

    title: str
    counted: int
    expected: int
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        said = f"{self.title}载入 {self.counted} 项，文件写的是 {self.expected} 项"
        return f"{said}：{_named(self.names)}" if self.names else said


@dataclass(frozen=True)
class InBoth:
    """Matters that stand in both lists."""

    names: tuple[str, ...]

    def __str__(self) -> str:
        return f"{len(self.names)} 项同时在两份清单里：{_named(self.names)}"


@dataclass(frozen=True)
class Expected:
    """How many matters the document says a list has."""

    title: str
    count: int


def compare(lists: Mapping[Expected, Mapping[str, str]]) -> Iterator[Miscounted | InBoth]:
    """What is wrong with lists of names by code, in the order of their loading: those beyond the count are
    named. A list that was not loaded at all is not yet wrong."""
    for expected, names in lists.items():
        if names and len(names) != expected.count:
            yield Miscounted(
                expected.title, len(names), expected.count, tuple(names.values())[expected.count :]
            )
    first, *others = lists.values()
    both = {code: name for other in others for code, name in other.items() if code in first}
    if both:
        yield InBoth(tuple(both.values()))


def last_day(issued_on: date, *, days: int, calendar: Calendar) -> date:
    """期满之日: so many working days after the day of issue, which is not counted."""
    clock = work_clock(issued_on, days=days)
    return clock.due(calendar, at=clock.started).moment.astimezone(SHANGHAI).date()


def work_clock(issued_on: date, *, days: int) -> Clock:
    """落实期限 as a clock, with its light."""
    return Clock(Limit(days, Unit.WORKING_DAY), datetime.combine(issued_on, time(), SHANGHAI))


def _named(names: tuple[str, ...]) -> str:
    more = f"等 {len(names)} 项" if len(names) > NAMED else ""
    return "、".join(names[:NAMED]) + more
