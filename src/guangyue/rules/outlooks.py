"""前景, of a whole city: each case of a search is judged on the day asked about and on every later day on
which its verdict may turn. Row by row it says what `prospects.prospect` says, but for what is closed.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import polars as pl

from guangyue.rules.authoring import Rule
from guangyue.rules.columns import DAY, KEY, NO_TABLE, Columns, column_of, verdicts
from guangyue.rules.offers import Search, Tables
from guangyue.rules.parameters import Table
from guangyue.rules.prospects import (
    CLIPPED,
    Outlook,
    Text,
    asks_the_day,
    days_of_all,
    nodes_of,
    text_on,
)
from guangyue.rules.searching import WHOSE, Cases, find_cases
from guangyue.rules.tree import ROW, Below, Fact, Kind, Later, Node, Same, UpTo

AT = f"{KEY}.at"  # a case on one of its days
HOLDS, MAY_HOLD, FAILS = 2, 1, 0
COLUMNS: dict[str, pl.DataType] = {
    KEY: pl.String(),
    "payee": pl.Int64(),
    "item": pl.String(),
    "district": pl.String(),
    "township": pl.String(),
    "outlook": pl.String(),
    "amount": pl.Int64(),
    "unknown": pl.UInt64(),
    "since": pl.Date(),
    "until": pl.Date(),
    "fingerprint": pl.String(),
}


def outlooks(
    versions: tuple[Rule, ...],
    search: Search,
    tables: Tables,
    *,
    on: date,
    horizon: date,
    table: Table = NO_TABLE,
) -> pl.DataFrame:
    """Those who are entitled, may be, or will be within the horizon: the amount in 分, the conditions that
    are unknown as a mask, and the version that says so."""
    text = text_on(versions, on)
    found = {version: _keyed(find_cases(version, search, tables, on)) for version in versions}
    whose = found[versions[-1]].rows
    if DAY in whose.collect_schema().names():
        days = whose.select(KEY, DAY, now=pl.lit(True))
        judged = [
            _judged(one, one, cases, days.filter(_in_force(one)), on, table) for one, cases in found.items()
        ]
    elif text is not None and (text.ends is None or text.ends >= on):
        cases = found[text.rule]
        days = _days(text, cases, on, horizon, table).collect().lazy()
        judged = [_judged(text.rule, text.reading, cases, days, on, table)]
    else:
        return pl.DataFrame(schema=COLUMNS)
    told = _told(pl.concat(judged).collect()).join(whose.select(KEY, *WHOSE).collect(), on=KEY, how="left")
    return told.select(pl.col(name).cast(kind) for name, kind in COLUMNS.items())


def _keyed(found: Cases) -> Cases:
    """By keys that are text, as those of a case on one of its days are."""
    lists = {place: rows.with_columns(pl.col(KEY).cast(pl.String)) for place, rows in found.lists.items()}
    return Cases(found.rows.with_columns(pl.col(KEY).cast(pl.String)), lists)


def _judged(
    version: Rule, reading: Rule, found: Cases, days: pl.LazyFrame, on: date, table: Table
) -> pl.LazyFrame:
    """Of each case, on each of its days, what the version says as it is read."""
    days = days.with_columns(pl.concat_str(KEY, pl.lit("@"), DAY).alias(AT))
    said = verdicts(
        reading,
        _on_each(days.select(KEY, DAY, AT), found.rows.drop(DAY, strict=False)),
        on=on,
        table=table,
        lists={place: _on_each(days.select(KEY, AT), rows) for place, rows in found.lists.items()},
    )
    level = pl.when(pl.col("unknown").is_null()).then(FAILS).when(pl.col("unknown") == 0).then(HOLDS)
    return days.join(said, left_on=AT, right_on=KEY, how="left").select(
        *(KEY, DAY, "now", "unknown"),
        amount=pl.col("amount") if version.amount is not None else pl.lit(None, pl.Int64),
        level=level.otherwise(MAY_HOLD).cast(pl.Int8),
        fingerprint=pl.lit(version.fingerprint),
    )


def _on_each(days: pl.LazyFrame, rows: pl.LazyFrame) -> pl.LazyFrame:
    return days.join(rows, on=KEY).drop(KEY).rename({AT: KEY})


def _in_force(version: Rule) -> pl.Expr:
    since = pl.lit(True) if version.since is None else pl.col(DAY) >= version.since
    return since if version.until is None else since & (pl.col(DAY) <= version.until)


def _days(text: Text, found: Cases, on: date, horizon: date, table: Table) -> pl.LazyFrame:
    """The day asked about, the days that are the same for all, and those of each case."""
    shared = [day for day in sorted(days_of_all(text, on, horizon, table.days)) if on < day <= horizon]
    now = [True, *[False] * len(shared)]
    for_all = pl.LazyFrame({DAY: pl.Series([on, *shared], dtype=pl.Date), "now": now})
    own = [
        days.filter(pl.col(DAY) > on, pl.col(DAY) <= horizon).with_columns(now=pl.lit(False))
        for days in _own_days(found, text.rule, table)
    ]
    return pl.concat([found.rows.select(KEY).join(for_all, how="cross"), *own]).unique(
        subset=[KEY, DAY], keep="first", maintain_order=True
    )


def _own_days(found: Cases, version: Rule, table: Table) -> Iterator[pl.LazyFrame]:
    """The days that its facts and the rows of its lists name, and those on which the rule reaches them."""
    columns = Columns(version, table)
    there = set(found.rows.collect_schema().names())
    for place, node in nodes_of(version):
        for side, other in _sides(node):
            facts = [one for one in side.walk() if isinstance(one, Fact)]
            wanted = {column_of(one.place, one.name) for one in facts if one.place != ROW}
            if asks_the_day(side) or not wanted <= there or (place and place not in found.lists):
                continue
            rows = (
                found.rows
                if place is None
                else found.lists[place].join(found.rows.select(KEY, *sorted(wanted)), on=KEY)
            )
            value = columns.expression(side)
            for by in _shifts(other):
                yield rows.select(KEY, by(value).alias(DAY)).filter(pl.col(DAY).is_not_null())


def _sides(node: Node) -> Iterator[tuple[Node, Node]]:
    if isinstance(node, Below | UpTo | Same) and node.left.kind is Kind.DAY:
        yield node.left, node.right
        yield node.right, node.left


def _shifts(other: Node) -> Iterator["Shift"]:
    """The day named and the one after it, by as much earlier as the other side looks ahead."""
    yield Shift()
    yield Shift(days=1)
    for part in other.walk():
        if isinstance(part, Later) and asks_the_day(part):
            for by in range(-CLIPPED, CLIPPED + 2):
                yield Shift(months=-part.months, days=by - part.days)


class Shift:
    """So many months later, then so many days."""

    def __init__(self, *, months: int = 0, days: int = 0) -> None:
        self.months, self.days = months, days

    def __call__(self, day: pl.Expr) -> pl.Expr:
        return day.dt.offset_by(f"{self.months}mo").dt.offset_by(f"{self.days}d")


def _told(days: pl.DataFrame) -> pl.DataFrame:
    """Of each case one row: what is so now, or from when it will be, and until when."""
    now = days.filter(pl.col("now"))
    first = (
        days.filter(~pl.col("now"), pl.col("level") == HOLDS)
        .sort(DAY)
        .group_by(KEY, maintain_order=True)
        .first()
        .join(now.filter(pl.col("level") > FAILS), on=KEY, how="anti")
    )
    standing = now.filter(pl.col("level") > FAILS)
    told = pl.concat([standing, first])
    ends = (
        days.join(told.select(KEY, start=pl.col(DAY), need=pl.col("level")), on=KEY)
        .filter(pl.col(DAY) > pl.col("start"), pl.col("level") < pl.col("need"))
        .group_by(KEY)
        .agg(until=pl.col(DAY).min() - timedelta(days=1))
    )
    outlook = (
        pl.when(~pl.col("now"))
        .then(pl.lit(Outlook.UPCOMING.name))
        .when(pl.col("level") == HOLDS)
        .then(pl.lit(Outlook.ENTITLED.name))
        .otherwise(pl.lit(Outlook.MAYBE.name))
    )
    return told.join(ends, on=KEY, how="left").with_columns(
        outlook=outlook, since=pl.when(~pl.col("now")).then(pl.col(DAY))
    )
