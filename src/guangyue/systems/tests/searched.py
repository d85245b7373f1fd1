"""Offers looked for in a block of an invented city: whoever is found there is told what he is told alone."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import polars as pl

from guangyue.registries.synthetic.city import SyntheticCity
from guangyue.registries.synthetic.parquet import TABLES, with_ties
from guangyue.registries.synthetic.plan import Plan
from guangyue.rules.authoring import Rule
from guangyue.rules.columns import DAY, KEY
from guangyue.rules.offers import Offer, Search, Tables
from guangyue.rules.parameters import Table
from guangyue.rules.searching import Cases, find_cases, search_verdicts, subjects_of
from guangyue.rules.verdicts import WORKED_OUT, Status, judge
from guangyue.systems.system import System

SAMPLE = 12  # cases of each offer, of those who are refused, and of the others
REFUSED = (Status.INELIGIBLE, Status.NOT_IN_FORCE)


def invented_block(plan: Plan) -> Tables:
    block = SyntheticCity(plan).block(0)
    return with_ties({name: getattr(block, name).lazy() for name in TABLES})


def searched(system: System, on: date) -> Iterator[tuple[Offer, Search, Rule]]:
    """The offers that are looked for, with their rules of the day."""
    for offer in system.offers:
        rule = system.rules.in_force(offer.key, on)
        if offer.search is not None and rule is not None:
            yield offer, offer.search, rule


def disagreements(system: System, tables: Tables, on: date, table: Table) -> list[str]:
    """Which cases the search and the single judgement see differently; none, when all is well."""
    return [
        f"{offer.key} {key}"
        for offer, search, rule in searched(system, on)
        for key, alone, together in _both(rule, search, tables, on, table)
        if alone != together
    ]


def found_of(system: System, tables: Tables, on: date, table: Table) -> dict[str, int]:
    """How many each search finds whom its rule does not refuse."""
    return {
        offer.key: search_verdicts(rule, search, tables, on=on, table=table).collect().height
        for offer, search, rule in searched(system, on)
    }


Told = tuple[bool, int | None] | None  # settled, and the amount; None for whom the rule refuses


def _both(
    rule: Rule, search: Search, tables: Tables, on: date, table: Table
) -> Iterator[tuple[int, Told, Told]]:
    lazily = find_cases(rule, search, tables, on)
    found = Cases(
        lazily.rows.collect().lazy(), {place: rows.collect().lazy() for place, rows in lazily.lists.items()}
    )
    judged = search_verdicts(rule, search, tables, on=on, table=table).collect()
    together = {row["key"]: (row["settled"], row["amount"]) for row in judged.iter_rows(named=True)}
    for key, day in _sample(found, together, on):
        verdict = judge(rule, *subjects_of(rule, found, key), on=day, lookup=table)
        settled = verdict.status in WORKED_OUT
        amount = verdict.amount.fen if verdict.amount is not None else 0 if settled else None
        yield key, None if verdict.status in REFUSED else (settled, amount), together.get(key)


def _sample(found: Cases, judged: dict[int, tuple[bool, int | None]], on: date) -> Iterator[tuple[int, date]]:
    """Some of each: entitled, perhaps entitled, refused; with the day on which each is judged."""
    own_days = DAY in found.rows.collect_schema().names()
    taken: Counter[object] = Counter()
    day = pl.col(DAY) if own_days else pl.lit(on)
    for key, judged_on in found.rows.select(KEY, day.alias(DAY)).collect().iter_rows():
        told = judged.get(key)
        kind = told and told[0]
        taken[kind] += 1
        if taken[kind] <= SAMPLE:
            yield key, judged_on
