"""What a city declares of itself before any document speaks: regions, organisations, their names, whom its
gazette has seen."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

Fact = TypeVar("Fact")
Row = dict[str, str]


@dataclass(frozen=True)
class RegionFact:
    """区划."""

    code: str
    name: str
    kind: str
    parent: str
    managed_by: str
    since: date | None
    until: date | None
    standard: str


@dataclass(frozen=True)
class OrganisationFact:
    """机构."""

    key: str
    name: str
    kind: str
    parent: str
    region: str
    named_in: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class NameFact:
    """机构名称: another way in which an organisation is written."""

    organisation: str
    text: str
    kind: str
    since: date | None
    until: date | None
    remark: str


@dataclass(frozen=True)
class SightingFact:
    """大事记所见: the chronicle names somebody in a post on a first and on a last day; before and after it
    says nothing."""

    person: str
    organisation: str
    title: str
    first_seen: date
    last_seen: date


def read_facts(path: Path, make: Callable[[Row], Fact]) -> tuple[Fact, ...]:
    """The rows of a CSV file, each made into a fact."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(make(row) for row in csv.DictReader(file))


def region(row: Row) -> RegionFact:
    return RegionFact(**_texts(row, "since", "until"), since=_day(row["since"]), until=_day(row["until"]))


def organisation(row: Row) -> OrganisationFact:
    return OrganisationFact(**row)


def name(row: Row) -> NameFact:
    return NameFact(**_texts(row, "since", "until"), since=_day(row["since"]), until=_day(row["until"]))


def sighting(row: Row) -> SightingFact:
    return SightingFact(
        **_texts(row, "first_seen", "last_seen"),
        first_seen=date.fromisoformat(row["first_seen"]),
        last_seen=date.fromisoformat(row["last_seen"]),
    )


def _texts(row: Row, *days: str) -> Row:
    return {column: text for column, text in row.items() if column not in days}


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
