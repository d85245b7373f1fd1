"""A whole city: a rule as polars expressions, one sparse pass a rule. Null stands for unknown.

A frame has one row for each case, with a column for each fact (`column_of`); lists are frames of their own
with the case's key, and the fact itself says whether the list is known. Cases that are each judged
on a day of their own have it in the column `on`. What comes out is cell by cell what `verdicts.judge` says.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import and_, or_
from typing import Any

import polars as pl

from guangyue.kit.money import Rounding
from guangyue.rules.authoring import Rule
from guangyue.rules.facts import Facts, Field, Partly
from guangyue.rules.folding import folded
from guangyue.rules.parameters import Table
from guangyue.rules.spans import Spans
from guangyue.rules.tree import (
    ROW,
    All,
    Among,
    Asked,
    Below,
    Choose,
    Count,
    End,
    Fact,
    Greatest,
    Kind,
    Known,
    Later,
    Least,
    Literal,
    Minus,
    Node,
    Not,
    Parameter,
    Plus,
    Same,
    Settled,
    Some,
    Times,
    Total,
    UpTo,
    YearOf,
)

KEY = "key"
DAY = "on"  # of cases that are each judged on a day of their own
TYPES = {
    Kind.FLAG: pl.Boolean(),
    Kind.MONEY: pl.Int64(),
    Kind.NUMBER: pl.Int64(),
    Kind.RATIO: pl.Int64(),
    Kind.DAY: pl.Date(),
    Kind.WORD: pl.String(),
    Kind.TEXT: pl.String(),
    Kind.WORDS: pl.UInt64(),  # a bit for each word of the field, in its order
    Kind.ROWS: pl.Boolean(),  # whether the list is known
}
NO_TABLE = Table(())
Place = tuple[int, str]  # of a list: which subject, and the name of the fact
Lists = Mapping[Place, pl.LazyFrame]


def column_of(place: int, name: str) -> str:
    return name if place == ROW else f"{place}.{name}"


def doubt(name: str) -> str:
    return f"{name}.doubt"


def open_of(column: str) -> str:
    """Beside a column of several words, the column of those that may apply as well."""
    return f"{column}.open"


def bits(of: Field[Any], words: frozenset[str]) -> int:
    """Several words as one number."""
    return sum(1 << of.words.index(word) for word in words)


def words_of(of: Field[Any], said: int) -> frozenset[str]:
    """What `bits` made a number of."""
    return frozenset(word for place, word in enumerate(of.words) if said >> place & 1)


@dataclass
class Columns:
    """One rule: its nodes as expressions, and the lists that must be joined for them first."""

    rule: Rule
    table: Table = NO_TABLE
    joined: dict[Count | Total, str] = field(
        default_factory=dict
    )  # a count or total, and the column it becomes

    def expression(self, node: Node) -> pl.Expr:
        match node:
            case Literal(value=value, of=of):
                return pl.lit(value, TYPES[of])
            case Asked():
                return pl.col(DAY)
            case Fact(place=place, name=name):
                return pl.col(column_of(place, name))
            case Parameter():
                return self._parameter(node)
            case All(of=parts):
                return reduce(and_, map(self.expression, parts), pl.lit(True))
            case Some(of=parts):
                return reduce(or_, map(self.expression, parts), pl.lit(False))
            case Not(of=part):
                return ~self.expression(part)
            case Known(of=part):
                return self.expression(part).is_not_null()
            case Settled(yes=yes, no=no):
                settled = pl.when(self.expression(yes)).then(True).when(self.expression(no)).then(False)
                return settled.otherwise(None)
            case Below(left=left, right=right):
                return self.expression(left) < self.expression(right)
            case UpTo(left=left, right=right):
                return self.expression(left) <= self.expression(right)
            case Same(left=left, right=right):
                return self.expression(left) == self.expression(right)
            case Among(word=word, words=words):
                return self._among(word, words)
            case Plus(left=left, right=right):
                return self.expression(left) + self.expression(right)
            case Minus(left=left, right=right):
                return self.expression(left) - self.expression(right)
            case Times():
                return self._product(node)
            case Least(of=parts):
                return self._extreme(parts, pl.min_horizontal)
            case Greatest(of=parts):
                return self._extreme(parts, pl.max_horizontal)
            case Later(day=day, months=months, days=days):
                return self.expression(day).dt.offset_by(f"{months}mo").dt.offset_by(f"{days}d")
            case YearOf(day=day):
                return self.expression(day).dt.year().cast(pl.Int64)
            case Choose(otherwise=otherwise, cases=cases):
                return self._choose(cases, otherwise)
            case Count() | Total():
                return pl.col(self.joined.setdefault(node, f"list.{len(self.joined)}"))
        raise TypeError(f"no way to write {type(node).__name__} as a column")

    def row_expressions(self, node: Count | Total, name: str) -> Iterator[pl.Expr]:
        """A list's rows of one case, counted or added up; of a total, also whether a row leaves it open."""
        where = self.expression(node.where)
        if isinstance(node, Count):
            yield where.fill_null(node.end is End.POSSIBLE).sum().cast(pl.Int64).alias(name)
            return
        value = self.expression(node.value)
        yield pl.when(where).then(value).sum().alias(name)
        yield (where.is_null() | (where & value.is_null())).any().alias(doubt(name))

    def _among(self, word: Node, words: frozenset[str]) -> pl.Expr:
        if word.kind is not Kind.WORDS:
            return self.expression(word).is_in(sorted(words))
        assert isinstance(word, Fact)
        wanted = pl.lit(bits(self.rule.field(word), words), pl.UInt64)
        column = column_of(word.place, word.name)
        possible = (pl.col(open_of(column)) & wanted) != 0
        return ((pl.col(column) & wanted) != 0) | pl.when(possible).then(None).otherwise(False)

    def _product(self, node: Times) -> pl.Expr:
        """Rounded once; in sixty-four bits where it always fits, which is faster."""
        kind = pl.Int64 if Spans(self.rule, self.table).is_long(node) else pl.Int128
        product = self.expression(node.base).cast(kind) * pl.lit(node.factor.numerator, kind)
        for one in node.by:
            product = product * self.expression(one).cast(kind)
        return _whole(product, node.factor.denominator, node.rounding).cast(pl.Int64)

    def _extreme(self, parts: tuple[Node, ...], choose: object) -> pl.Expr:
        """Polars passes over nulls; a least of something unknown is unknown."""
        expressions = [self.expression(part) for part in parts]
        unknown = reduce(or_, (one.is_null() for one in expressions))
        assert callable(choose)
        return pl.when(unknown).then(None).otherwise(choose(*expressions))

    def _choose(self, cases: tuple[tuple[Node, Node], ...], otherwise: Node) -> pl.Expr:
        """From the last case to the first, so that the first that holds decides."""
        chosen = self.expression(otherwise)
        for holds, value in reversed(cases):
            condition = self.expression(holds)
            chosen = (
                pl.when(condition.is_null())
                .then(None)
                .when(condition)
                .then(self.expression(value))
                .otherwise(chosen)
            )
        return chosen

    def _parameter(self, node: Parameter) -> pl.Expr:
        kind = TYPES[node.of]
        if node.region is None:
            return self._over_time(node, None).cast(kind)
        region = self.expression(node.region)
        chosen = pl.when(region.is_null()).then(None).otherwise(self._over_time(node, None))
        for place in self.table.regions(node.key):
            chosen = pl.when(region == place).then(self._over_time(node, place)).otherwise(chosen)
        return chosen.cast(kind)

    def _over_time(self, node: Parameter, region: str | None) -> pl.Expr:
        """On one day for all it is one figure; otherwise it goes by the day of each."""
        if isinstance(node.at, Literal):
            assert isinstance(node.at.value, date)
            return pl.lit(self.table(node.key, region, node.at.value), pl.Int64)
        at = self.expression(node.at)
        chosen = pl.lit(None, pl.Int64)
        for since in self.table.days(node.key):
            figure = pl.lit(self.table(node.key, region, since), pl.Int64)
            chosen = pl.when(at >= since).then(figure).otherwise(chosen)
        return chosen


def verdicts(
    rule: Rule,
    cases: pl.LazyFrame,
    *,
    on: date,
    table: Table = NO_TABLE,
    lists: Lists | None = None,
) -> pl.LazyFrame:
    """Who is not certainly refused: key, settled (or still unknown), amount in 分, and which conditions are
    unknown, the first as the lowest bit. Where the cases have days of their own, these go before `on`."""
    own_days = DAY in cases.collect_schema().names()
    if own_days:
        cases = cases.filter(_in_force(rule))
    elif not rule.in_force(on):
        cases = cases.head(0)
    columns = Columns(rule, table)
    day = None if own_days else on
    conditions = [columns.expression(folded(one.node, day)) for one in rule.conditions]
    amount = columns.expression(folded(rule.amount, day)) if rule.amount else pl.lit(0, pl.Int64)
    needs = {f"need.{place}": one for place, one in enumerate(conditions)}
    open_still = [pl.col(name).is_null() for name in needs]
    settled = ~reduce(or_, open_still, pl.col("amount").is_null())
    unknown = reduce(or_, (one.cast(pl.UInt64) * 2**place for place, one in enumerate(open_still)), pl.lit(0))
    return (
        _with_lists(cases, columns, lists or {})
        .filter(*(condition.fill_null(True) for condition in conditions))
        .select(KEY, amount.alias("amount"), **needs)
        .select(
            KEY,
            settled.alias("settled"),
            pl.when(settled).then("amount").alias("amount"),
            unknown.cast(pl.UInt64).alias("unknown"),
        )
    )


def _in_force(rule: Rule) -> pl.Expr:
    since = pl.lit(True) if rule.since is None else pl.col(DAY) >= rule.since
    until = pl.lit(True) if rule.until is None else pl.col(DAY) <= rule.until
    return (since & until).fill_null(True)


def frame_of(subjects: Mapping[str, tuple[Facts, ...]], kinds: tuple[type[Facts], ...]) -> pl.LazyFrame:
    """Cases given one by one as a frame."""
    columns: dict[str, pl.Series] = {KEY: pl.Series(KEY, list(subjects), pl.String)}
    for place, kind in enumerate(kinds):
        for name, one in kind.fields.items():
            values = [facts[place].carried.get(name) for facts in subjects.values()]
            columns |= _columns(column_of(place, name), one, values)
    return pl.LazyFrame(columns)


def lists_of(
    subjects: Mapping[str, tuple[Facts, ...]], kinds: tuple[type[Facts], ...]
) -> dict[Place, pl.LazyFrame]:
    """The lists of cases given one by one."""
    found = {}
    for place, kind in enumerate(kinds):
        for name, one in kind.fields.items():
            if one.rows is None:
                continue
            rows = [
                (key, row) for key, facts in subjects.items() for row in facts[place].carried.get(name) or ()
            ]
            columns = {KEY: pl.Series([key for key, _ in rows], dtype=pl.String)}
            for inner, of in one.rows.fields.items():
                columns |= _columns(inner, of, [row.carried.get(inner) for _, row in rows])
            found[place, name] = pl.LazyFrame(columns)
    return found


def _columns(name: str, of: Field[Any], values: list[Any]) -> dict[str, pl.Series]:
    if of.kind is Kind.WORDS:
        known = [value.certain if isinstance(value, Partly) else value for value in values]
        may_be = [value.possible if isinstance(value, Partly) else frozenset() for value in values]
        return {
            name: pl.Series([None if one is None else bits(of, one) for one in known], dtype=pl.UInt64),
            open_of(name): pl.Series([bits(of, one) for one in may_be], dtype=pl.UInt64),
        }
    if of.kind is Kind.ROWS:
        values = [value is not None for value in values]
    return {name: pl.Series(values, dtype=TYPES[of.kind])}


def _with_lists(cases: pl.LazyFrame, columns: Columns, lists: Lists) -> pl.LazyFrame:
    """Each list grouped by case once, and joined; a case without rows counts none."""
    for place, nodes in by_list(columns.joined).items():
        if place in lists:
            around = around_rows(nodes)
            rows = lists[place].join(cases.select(KEY, *around), on=KEY) if around else lists[place]
            may_count = reduce(or_, (columns.expression(node.where).fill_null(True) for node in nodes))
            grouped = (
                rows.filter(may_count)
                .group_by(KEY)
                .agg(
                    expression
                    for node, name in nodes.items()
                    for expression in columns.row_expressions(node, name)
                )
            )
            cases = cases.join(grouped, on=KEY, how="left").with_columns(
                _of_list(node, name).alias(name) for node, name in nodes.items()
            )
        else:
            cases = cases.with_columns(_of_unknown_list(node).alias(name) for node, name in nodes.items())
    return cases


def by_list(joined: Mapping[Count | Total, str]) -> dict[Place, dict[Count | Total, str]]:
    """Counts and totals with their columns, by the list they are of."""
    found: dict[Place, dict[Count | Total, str]] = {}
    for node, name in joined.items():
        found.setdefault((node.rows.place, node.rows.name), {})[node] = name
    return found


def around_rows(nodes: Iterable[Count | Total]) -> list[str]:
    """The columns of the case itself by which the rows of its list are judged."""
    inner = [one for node in nodes for one in node.walk()]
    facts = {
        column_of(one.place, one.name)
        for one in inner
        if isinstance(one, Fact) and one.place != ROW and one.of is not Kind.ROWS
    }
    days = {DAY for one in inner if isinstance(one, Asked)}
    return sorted(facts | days)


def _of_list(node: Count | Total, name: str) -> pl.Expr:
    """A known list without rows counts none."""
    known = pl.col(column_of(node.rows.place, node.rows.name))
    counted = pl.col(name).fill_null(0)
    if isinstance(node, Total):
        counted = pl.when(pl.col(doubt(name)).fill_null(False)).then(None).otherwise(counted)
    return pl.when(known).then(counted).otherwise(_of_unknown_list(node))


def _of_unknown_list(node: Count | Total) -> pl.Expr:
    """None is certain, and any number possible."""
    return pl.lit(0 if isinstance(node, Count) and node.end is End.CERTAIN else None, pl.Int64)


def _whole(product: pl.Expr, below: int, rounding: Rounding) -> pl.Expr:
    """`Rounding.whole` of product / below, in whole numbers; division goes down, towards less."""
    if below == 1:
        return product
    match rounding:
        case Rounding.AT_MOST:
            return product // below
        case Rounding.AT_LEAST:
            return (product + (below - 1)) // below
        case Rounding.STANDARD:  # half of one goes away from nought
            return (2 * product + below - (product < 0)) // (2 * below)
