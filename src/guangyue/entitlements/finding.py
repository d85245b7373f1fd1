"""找: all that one person or one firm is owed, will be, or may be: what the registers say, judged by every
rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import polars as pl

from guangyue.entitlements.states import State, state_of
from guangyue.registries.models import Firm, Person
from guangyue.registries.tables import tables_of
from guangyue.rules.authoring import Rule
from guangyue.rules.columns import KEY, NO_TABLE
from guangyue.rules.facts import Facts
from guangyue.rules.offers import Audience, Tables
from guangyue.rules.parameters import Table
from guangyue.rules.prospects import prospect, unchanged
from guangyue.rules.searching import Cases, find_cases, subjects_of
from guangyue.rules.verdicts import Verdict
from guangyue.systems.offered import Offered, offered

AHEAD = timedelta(days=366)
AUDIENCES = {Person: Audience.PERSON, Firm: Audience.FIRM}


@dataclass(frozen=True)
class Found:
    """找到的一项: of one policy, one occasion (`item`, else empty), judged on the facts that the registers
    know. `since` is set for what will hold, `until` for what will end."""

    offered: Offered
    rule: Rule
    item: str
    subjects: tuple[Facts, ...]
    verdict: Verdict
    state: State
    since: date | None
    until: date | None


def find_for(payee: Person | Firm, *, on: date, at: datetime) -> list[Found]:
    """As the registers know it at a moment."""
    about = {"persons": [payee.pk]} if isinstance(payee, Person) else {"firms": [payee.pk]}
    tables = tables_of(on=on, known_at=at, **about)
    return [
        found
        for one in offered()
        if one.offer.search is not None and one.offer.audience is AUDIENCES[type(payee)]
        for found in _find(one, tables, payee.pk, on, NO_TABLE)
    ]


def _find(offered: Offered, tables: Tables, payee: int, on: date, table: Table) -> Iterator[Found]:
    """Each occasion, by the facts of the day; the versions of a rule ask about them alike or not."""
    cases = {version: _cases(version, offered, tables, on) for version in offered.versions}
    about = offered.in_force(on) or offered.versions[-1]
    rows = cases[about].rows.filter(pl.col("payee") == payee).collect()
    for key, item in rows.select(KEY, "item").iter_rows():
        facts = {version: subjects_of(version, found, key) for version, found in cases.items()}
        ahead = prospect(
            offered.versions,
            unchanged(facts),
            on=on,
            horizon=on + AHEAD,
            lookup=table,
            figure_days=table.days,
        )
        if ahead.verdict is not None:
            yield Found(
                offered=offered,
                rule=ahead.verdict.rule,
                item=item,
                subjects=facts[ahead.verdict.rule],
                verdict=ahead.verdict,
                state=state_of(ahead.outlook, automatic=offered.offer.automatic),
                since=ahead.since,
                until=ahead.until,
            )


def _cases(version: Rule, offered: Offered, tables: Tables, on: date) -> Cases:
    assert offered.offer.search is not None
    found = find_cases(version, offered.offer.search, tables, on)
    lists = {place: rows.collect().lazy() for place, rows in found.lists.items()}
    return Cases(found.rows.collect().lazy(), lists)
