"""找人: a rule judged over the registers, and one of those found as the facts of a single case."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl

from guangyue.kit.money import Money
from guangyue.rules.authoring import Rule
from guangyue.rules.columns import (
    DAY,
    KEY,
    NO_TABLE,
    TYPES,
    Lists,
    bits,
    column_of,
    open_of,
    verdicts,
    words_of,
)
from guangyue.rules.facts import Facts, Field, Partly
from guangyue.rules.offers import Search, Tables
from guangyue.rules.parameters import Table
from guangyue.rules.tree import MILLION, Kind

WHOSE = ("payee", "item", "district", "township")


@dataclass(frozen=True)
class Cases:
    """What a search finds: a row for each occasion with every fact of the rule, and the lists; with a column
    `on` where each occasion has a day of its own."""

    rows: pl.LazyFrame
    lists: Lists


def find_cases(rule: Rule, search: Search, tables: Tables, on: date) -> Cases:
    """Facts that no register knows are there as unknown; of a list, whether it is known at all."""
    rows = search.cases(tables, on)
    there = rows.collect_schema().names()
    listed = {column_of(*place) for place in search.lists}
    facts = (
        column
        for place, subject in enumerate(rule.subjects)
        for name, one in subject.fields.items()
        for column in _columns(column_of(place, name), one, there, listed)
    )
    whose = (one if one in there else pl.lit("").alias(one) for one in WHOSE)
    days = (one for one in (DAY,) if one in there)
    rows = rows.select(KEY, *whose, *days, *facts)
    lists = {}
    for (place, name), search_list in search.lists.items():
        if place < len(rule.subjects) and name in rule.subjects[place].fields:
            lists[place, name] = _with_all_columns(search_list(tables, on), rule.subjects[place].fields[name])
    return Cases(rows, lists)


def search_verdicts(
    rule: Rule, search: Search, tables: Tables, *, on: date, table: Table = NO_TABLE
) -> pl.LazyFrame:
    """As `columns.verdicts`, with whose each is and on which day it was judged."""
    found = find_cases(rule, search, tables, on)
    judged = verdicts(rule, found.rows, on=on, table=table, lists=found.lists)
    day = pl.col(DAY) if DAY in found.rows.collect_schema().names() else pl.lit(on).alias(DAY)
    return judged.join(found.rows.select(KEY, *WHOSE, day), on=KEY, how="left", maintain_order="left")


def subjects_of(rule: Rule, found: Cases, key: object) -> tuple[Facts, ...]:
    """One of the cases as the facts that `verdicts.judge` asks about."""
    row = found.rows.filter(pl.col(KEY) == key).collect().row(0, named=True)
    return tuple(
        subject(
            **{
                name: value
                for name, one in subject.fields.items()
                if (value := _value(one, row, column_of(place, name), found.lists.get((place, name)), key))
                is not None
            }
        )
        for place, subject in enumerate(rule.subjects)
    )


def words_columns(place: int, of: Field[Any], words: Mapping[str, pl.Expr]) -> tuple[pl.Expr, pl.Expr]:
    """Several words of a fact, each with when it applies. A word that is not spoken of may always apply."""
    column = column_of(place, of.name)
    silent = bits(of, frozenset(of.words) - words.keys())
    one_bit = {word: pl.lit(bits(of, frozenset({word})), pl.UInt64) for word in words}
    nothing = pl.lit(0, pl.UInt64)
    certain = [pl.when(holds).then(one_bit[word]).otherwise(nothing) for word, holds in words.items()]
    unclear = [
        pl.when(holds.is_null()).then(one_bit[word]).otherwise(nothing) for word, holds in words.items()
    ]
    return (
        pl.sum_horizontal(nothing, *certain).alias(column),
        pl.sum_horizontal(pl.lit(silent, pl.UInt64), *unclear).alias(open_of(column)),
    )


def _with_all_columns(rows: pl.LazyFrame, of: Field[Any]) -> pl.LazyFrame:
    there = rows.collect_schema().names()
    assert of.rows is not None
    facts = (column for name, one in of.rows.fields.items() for column in _columns(name, one, there))
    return rows.select(KEY, *facts)


def _columns(
    name: str, of: Field[Any], there: Collection[str], listed: Collection[str] = ()
) -> Iterator[pl.Expr]:
    """The column of a fact, unknown where no register has it; of several words also what may apply."""
    value = pl.lit(True) if name in listed else pl.col(name) if name in there else pl.lit(None)
    yield value.cast(TYPES[of.kind]).alias(name)
    if of.kind is Kind.WORDS:
        may_be = pl.col(open_of(name)) if open_of(name) in there else pl.lit(0)
        yield may_be.cast(pl.UInt64).alias(open_of(name))


def _value(
    of: Field[Any], row: Mapping[str, Any], column: str, rows: pl.LazyFrame | None, key: object
) -> object:
    """What a cell says, as a fact is told: the inverse of how a frame carries it."""
    cell = row[column]
    if cell is None:
        return None
    match of.kind:
        case Kind.MONEY:
            return Money(cell)
        case Kind.RATIO:
            return Fraction(cell, MILLION)
        case Kind.WORDS:
            certain = words_of(of, cell)
            return Partly(certain, certain | words_of(of, row[open_of(column)]))
        case Kind.ROWS:
            return tuple(_rows(of, rows, key)) if rows is not None else None
    return cell


def _rows(of: Field[Any], rows: pl.LazyFrame, key: object) -> Iterable[Facts]:
    assert of.rows is not None
    for row in rows.filter(pl.col(KEY) == key).collect().iter_rows(named=True):
        told = {name: _value(one, row, name, None, key) for name, one in of.rows.fields.items()}
        yield of.rows(**{name: value for name, value in told.items() if value is not None})
