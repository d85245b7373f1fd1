"""空缺: since when, and until when, a figure that rules need has no value."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from guangyue.kit.wording import day
from guangyue.rules.authoring import Rule
from guangyue.rules.parameters import Table


@dataclass(frozen=True)
class Gap:
    """空缺, both days included; without a last day it goes on."""

    since: date
    until: date | None
    region: str | None = None

    def __str__(self) -> str:
        where = f"{self.region}" if self.region else ""
        until = f"至 {day(self.until)}" if self.until else "起"
        return f"{where}自 {day(self.since)}{until}没有数值"


def gaps_of(key: str, table: Table, rules: Iterable[Rule]) -> list[Gap]:
    """While some rule that uses it is in force; for the city, and for each region with figures of its own."""
    windows = [(rule.since or date.min, rule.until) for rule in rules]
    if not windows:
        return []
    first = min(since for since, _ in windows)
    ends = [until for _, until in windows]
    last = None if None in ends else max(until for until in ends if until)
    regions = table.regions(key)
    places = regions if regions and not _is_said(table, key) else (None, *regions)
    return [gap for region in places for gap in _in_one_place(key, table, region, first, last)]


def _is_said(table: Table, key: str) -> bool:
    return any(entry.key == key and entry.region is None for entry in table.entries)


def _in_one_place(key: str, table: Table, region: str | None, first: date, last: date | None) -> list[Gap]:
    changes = [one for one in table.days(key) if one > first and (last is None or one <= last)]
    gaps: list[Gap] = []
    begins = [first, *changes]
    for position, begin in enumerate(begins):
        if table(key, region, begin) is not None:
            continue
        end = begins[position + 1] - timedelta(days=1) if position + 1 < len(begins) else last
        if gaps and gaps[-1].until == begin - timedelta(days=1):
            gaps[-1] = Gap(gaps[-1].since, end, region)
        else:
            gaps.append(Gap(begin, end, region))
    return gaps
