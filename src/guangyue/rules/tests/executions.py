"""The executions of a rule side by side, and where they differ."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
from duckdb import DuckDBPyConnection

from guangyue.rules import duckdb_runs
from guangyue.rules.authoring import Rule
from guangyue.rules.case_files import write_cases
from guangyue.rules.columns import DAY, KEY, Lists, frame_of, lists_of, verdicts
from guangyue.rules.facts import Facts
from guangyue.rules.parameters import Table
from guangyue.rules.verdicts import WORKED_OUT, Outcome, Status, judge

Said = tuple[bool, int | None, int]  # settled, the amount, the conditions that are unknown
City = Mapping[str, tuple[Facts, ...]]
Days = Mapping[str, date] | date  # each case on a day of its own, or all on one


def differences(
    one: Mapping[str, Said], other: Mapping[str, Said]
) -> list[tuple[str, Said | None, Said | None]]:
    """Every case of which the two do not say the same."""
    return [(key, one.get(key), other.get(key)) for key in {**one, **other} if one.get(key) != other.get(key)]


def one_by_one(rule: Rule, city: City, *, on: Days, table: Table) -> dict[str, Said]:
    found = {}
    for key, subjects in city.items():
        verdict = judge(rule, *subjects, on=on if isinstance(on, date) else on[key], lookup=table)
        if verdict.status in (Status.INELIGIBLE, Status.NOT_IN_FORCE):
            continue
        settled = verdict.status in WORKED_OUT
        amount = verdict.amount.fen if verdict.amount is not None else 0
        outcomes = enumerate(one.outcome for one in verdict.conditions)
        unknown = sum(2**place for place, outcome in outcomes if outcome is Outcome.UNKNOWN)
        found[key] = (settled, amount if settled else None, unknown)
    return found


def by_polars(rule: Rule, city: City, *, on: Days, table: Table) -> dict[str, Said]:
    cases, lists = as_frames(rule, city, on)
    day = on if isinstance(on, date) else date.min
    return as_said(verdicts(rule, cases, on=day, table=table, lists=lists).collect().iter_rows())


def by_duckdb(rule: Rule, city: City, folder: Path, *, on: Days, table: Table) -> dict[str, Said]:
    cases, lists = as_frames(rule, city, on)
    day = on if isinstance(on, date) else None
    with opened(cases, lists, folder) as connection:
        found = duckdb_runs.verdicts(rule, connection, on=day, table=table, lists=lists)
        return as_said(found.fetchall())


@contextmanager
def opened(cases: pl.LazyFrame, lists: Lists, folder: Path) -> Iterator[DuckDBPyConnection]:
    """The tables of a rule in duckdb."""
    write_cases(cases, lists, folder)
    with duckdb.connect() as connection:
        duckdb_runs.read_cases(connection, folder, lists)
        yield connection


def as_said(rows: Iterable[tuple[Any, ...]]) -> dict[str, Said]:
    return {key: (settled, amount, unknown) for key, settled, amount, unknown in rows}


def as_frames(rule: Rule, city: City, on: Days) -> tuple[pl.LazyFrame, Lists]:
    cases = frame_of(city, rule.subjects)
    if not isinstance(on, date):
        days = pl.LazyFrame({KEY: list(on), DAY: list(on.values())}, schema={KEY: pl.String, DAY: pl.Date})
        cases = cases.join(days, on=KEY)
    return cases, lists_of(city, rule.subjects)
