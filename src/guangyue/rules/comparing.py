"""前后对比: a city judged twice, by what stands and by what a draft would make of it, and who gains or loses.

A case is an occasion that a search finds. On each day it is refused, open or held; over all days it is one of
`CHANGES`. Money is what is held for certain: what is still open is counted, and costs nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

import polars as pl

from guangyue.kit.limits import month_end
from guangyue.rules.authoring import Per, Rule
from guangyue.rules.columns import DAY, KEY, verdicts
from guangyue.rules.offers import Audience, Search, Tables
from guangyue.rules.parameters import Table
from guangyue.rules.searching import WHOSE, find_cases

MONTH = "month"


class Change(Enum):
    """变化 of a case."""

    GAINED = "新增"
    LOST = "减少"
    MORE = "提高"
    LESS = "降低"
    SAME = "不变"
    UNDECIDED = "判定不了"


CHANGED = (Change.GAINED, Change.LOST, Change.MORE, Change.LESS)


@dataclass(frozen=True)
class Compared:
    """One policy, in the versions that stand and in those that a draft would have in their place."""

    code: str
    audience: Audience
    search: Search
    before: tuple[Rule, ...]
    after: tuple[Rule, ...]

    @property
    def monthly(self) -> bool:
        return self.before[-1].per is Per.MONTH


CASES: Mapping[str, pl.DataType] = {
    "kind": pl.String(),
    "code": pl.String(),
    "payee": pl.Int64(),
    "item": pl.String(),
    "district": pl.String(),
    "township": pl.String(),
    "change": pl.String(),
    "before": pl.Int64(),
    "after": pl.Int64(),
}
SUMS: Mapping[str, pl.DataType] = {
    "kind": pl.String(),
    "code": pl.String(),
    "monthly": pl.Boolean(),
    MONTH: pl.Date(),
    "district": pl.String(),
    "had": pl.Int64(),
    "has": pl.Int64(),
    "before": pl.Int64(),
    "after": pl.Int64(),
}


@dataclass(frozen=True)
class Comparison:
    """`cases`: of each case what becomes of it, and what it is given over all the days; `sums`: of each
    policy, month and district how many cases had it and would have it, and what they cost, in 分."""

    cases: pl.DataFrame
    sums: pl.DataFrame


def rehearse(
    tables: Tables,
    policies: Iterable[Compared],
    before: Table,
    after: Table,
    on: date,
    *,
    months: int = 1,
) -> Comparison:
    """预演: what is had each month on the last day of the month asked about and of those that follow; what
    is had once, or once a year, on the day itself."""
    found = [_compared(one, tables, before, after, on, months) for one in policies]
    return Comparison(
        pl.concat([pl.DataFrame(schema=CASES), *(one.cases for one in found)]),
        pl.concat([pl.DataFrame(schema=SUMS), *(one.sums for one in found)]),
    )


def month_ends(on: date, months: int) -> list[date]:
    """Of the month of the day, and of those after it."""
    return [month_end(on, later) for later in range(months)]


def _compared(
    one: Compared, tables: Tables, before: Table, after: Table, on: date, months: int
) -> Comparison:
    days = month_ends(on, months) if one.monthly and not _has_own_days(one, tables, on) else [on]
    judged = pl.concat([_on_a_day(one, tables, before, after, day) for day in days]).collect(
        engine="streaming"
    )
    whose = {"kind": pl.lit(one.audience.name.lower()), "code": pl.lit(one.code)}
    cases = (
        judged.group_by("payee", "item", "district", "township")
        .agg(
            change=_change(),
            before=pl.col("before").sum(),
            after=pl.col("after").sum(),
        )
        .with_columns(**whose)
    )
    sums = (
        judged.group_by(MONTH, "district")
        .agg(
            had=pl.col("had").eq(HELD).sum(),
            has=pl.col("has").eq(HELD).sum(),
            before=pl.col("before").sum(),
            after=pl.col("after").sum(),
        )
        .with_columns(monthly=pl.lit(one.monthly), **whose)
    )
    order = ["payee", "item"]
    return Comparison(_shaped(cases, CASES).sort(order), _shaped(sums, SUMS).sort(MONTH, "district"))


REFUSED, OPEN, HELD = 0, 1, 2


def _on_a_day(one: Compared, tables: Tables, before: Table, after: Table, day: date) -> pl.LazyFrame:
    """Of each case that is not refused on both sides: how it stands, and what it is given."""
    last = find_cases(one.before[-1], one.search, tables, day)
    had = _standing(one.before, one.search, tables, before, day).rename({"level": "had", "amount": "before"})
    has = _standing(one.after, one.search, tables, after, day).rename({"level": "has", "amount": "after"})
    return (
        had.join(has, on=KEY, how="full", coalesce=True)
        .join(last.rows.select(KEY, *WHOSE), on=KEY, how="left")
        .select(
            pl.lit(day.replace(day=1)).alias(MONTH),
            pl.col("payee").cast(pl.Int64),
            pl.col("item").fill_null(""),
            pl.coalesce("district", "township", pl.lit("")).alias("district"),
            pl.col("township").fill_null(""),
            *(pl.col(level).fill_null(REFUSED) for level in ("had", "has")),
            *(pl.col(money).fill_null(0) for money in ("before", "after")),
        )
    )


def _standing(
    versions: Sequence[Rule], search: Search, tables: Tables, table: Table, day: date
) -> pl.LazyFrame:
    """By the version in force; where each case has a day of its own, by the one that was in force then."""
    said = []
    for version in versions:
        found = find_cases(version, search, tables, day)
        if version.in_force(day) or DAY in found.rows.collect_schema().names():
            said.append(verdicts(version, found.rows, on=day, table=table, lists=found.lists))
    if not said:
        found = find_cases(versions[-1], search, tables, day)
        said = [verdicts(versions[-1], found.rows, on=day, table=table, lists=found.lists)]
    level = pl.when("settled").then(HELD).otherwise(OPEN).cast(pl.Int8)
    return pl.concat(said).select(KEY, level.alias("level"), pl.col("amount").cast(pl.Int64))


def _change() -> pl.Expr:
    """Over all days of a case: what is open on one of them is not decided."""
    had, has = pl.col("had").eq(HELD).any(), pl.col("has").eq(HELD).any()
    is_open = pl.col("had").eq(OPEN).any() | pl.col("has").eq(OPEN).any()
    money = pl.col("after").sum() - pl.col("before").sum()
    return (
        pl.when(is_open)
        .then(pl.lit(Change.UNDECIDED.name))
        .when(has & ~had)
        .then(pl.lit(Change.GAINED.name))
        .when(had & ~has)
        .then(pl.lit(Change.LOST.name))
        .when(money > 0)
        .then(pl.lit(Change.MORE.name))
        .when(money < 0)
        .then(pl.lit(Change.LESS.name))
        .otherwise(pl.lit(Change.SAME.name))
    )


def _has_own_days(one: Compared, tables: Tables, on: date) -> bool:
    return DAY in one.search.cases(tables, on).collect_schema().names()


def _shaped(frame: pl.DataFrame, shape: Mapping[str, pl.DataType]) -> pl.DataFrame:
    return frame.select(pl.col(name).cast(kind) for name, kind in shape.items())
