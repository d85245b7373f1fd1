"""参数: figures that a document leaves to notices, by region and from day to day, each with its source."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

from guangyue.kit.money import Money
from guangyue.rules.symbols import ON, SYMBOLS, Amount, Day, Number, Ratio, Symbol, Word, node_of
from guangyue.rules.tree import Kind, Parameter

Said = TypeVar("Said", bound=Symbol)


@dataclass(frozen=True)
class Figure(Generic[Said]):
    """参数项, as a city declares it: MINIMUM_WAGE.at(on, firm.county)."""

    key: str
    title: str
    kind: Kind

    def at(self, day: Day = ON, region: Word | None = None) -> Said:
        node = Parameter(self.kind, self.key, day.node, region.node if region is not None else None)
        return SYMBOLS[self.kind](node)  # type: ignore[return-value]


def money_figure(key: str, title: str) -> Figure[Amount]:
    return Figure(key, title, Kind.MONEY)


def number_figure(key: str, title: str) -> Figure[Number]:
    return Figure(key, title, Kind.NUMBER)


def ratio_figure(key: str, title: str) -> Figure[Ratio]:
    return Figure(key, title, Kind.RATIO)


@dataclass(frozen=True)
class Entry:
    """参数值: what a notice says, from a day on; None as value ends it."""

    key: str
    since: date
    value: Money | int | Fraction | None
    source: str
    region: str | None = None


class Table:
    """参数表: every entry, found by key, region and day. A region's own figure goes before the city's."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(sorted(entries, key=lambda entry: entry.since))
        self._lines: dict[tuple[str, str | None], list[tuple[Entry, int | None]]] = defaultdict(list)
        for entry in self.entries:
            self._lines[entry.key, entry.region].append((entry, _carried(entry.value)))

    def __call__(self, key: str, region: str | None, day: date) -> int | None:
        standing = self._standing(key, region, day)
        return standing[1] if standing else None

    def entry(self, key: str, region: str | None, day: date) -> Entry | None:
        """The one whose figure it is on that day."""
        standing = self._standing(key, region, day)
        return standing[0] if standing else None

    def _standing(self, key: str, region: str | None, day: date) -> tuple[Entry, int | None] | None:
        for place in (region, None):
            line = self._lines.get((key, place), ())
            before = bisect_right([entry.since for entry, _ in line], day)
            if before:
                return line[before - 1]
        return None

    def regions(self, key: str) -> tuple[str, ...]:
        return tuple({region: None for name, region in self._lines if name == key and region})

    def days(self, key: str) -> tuple[date, ...]:
        """The days from which some figure is another, in order."""
        return tuple(sorted({entry.since for entry in self.entries if entry.key == key}))


def _carried(value: Money | int | Fraction | None) -> int | None:
    if value is None:
        return None
    carried = node_of(value).value  # type: ignore[attr-defined]
    assert isinstance(carried, int)
    return carried
