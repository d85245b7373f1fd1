"""名单: who gains and who loses, to those who may see persons or firms, within their reach."""

from dataclasses import dataclass
from typing import Any

import polars as pl
from django.db.models import QuerySet

from guangyue.kit.access import Scope
from guangyue.kit.money import Money
from guangyue.policies.models import Rehearsal
from guangyue.policies.rehearsing.runs import cases_of
from guangyue.policies.rehearsing.summaries import FIRM, PERSON
from guangyue.registries.models import Firm, Person
from guangyue.rules.comparing import Change

PAGE = 50


@dataclass(frozen=True)
class Line:
    """One payee, with what all policies together change for them over the months."""

    who: Person | Firm
    code: str
    before: Money
    after: Money

    @property
    def difference(self) -> Money:
        return self.after - self.before


@dataclass(frozen=True)
class Lines:
    rows: tuple[Line, ...]
    count: int
    page: int

    @property
    def pages(self) -> int:
        return -(-self.count // PAGE)


def lines_of(rehearsal: Rehearsal, *, kind: str, change: Change, scope: Scope, page: int) -> Lines:
    """By how much it changes, the most first."""
    found = (
        cases_of(rehearsal)
        .filter(pl.col("kind") == kind, pl.col("change") == change.name, _within(scope))
        .with_columns(difference=pl.col("after") - pl.col("before"))
        .sort(pl.col("difference").abs(), "payee", "code", descending=[True, False, False])
        .collect()
    )
    page = max(1, min(page, -(-found.height // PAGE)))
    shown = found.slice((page - 1) * PAGE, PAGE)
    named = _named(kind, shown["payee"].to_list(), scope)
    rows = (
        Line(named[row["payee"]], row["code"], Money(row["before"]), Money(row["after"]))
        for row in shown.iter_rows(named=True)
        if row["payee"] in named
    )
    return Lines(tuple(rows), found.height, page)


def _named(kind: str, numbers: list[int], scope: Scope) -> dict[int, Person | Firm]:
    persons, firms = Person.objects.within(scope), Firm.objects.within(scope)
    register: QuerySet[Any] = {PERSON: persons, FIRM: firms}[kind]
    return register.select_related("region__parent").in_bulk(numbers)


def _within(scope: Scope) -> pl.Expr:
    """The rows in reach, by their township."""
    covered = pl.lit(scope.everywhere)
    for reach in scope.reaches:
        if reach.regions is not None:
            covered = covered | pl.col("township").is_in(sorted(reach.regions))
    return covered
