"""找: all that one person or one firm is owed, will be, or may be: what the registers say, judged by every
rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import polars as pl

from guangyue.entitlements.states import State, state_of
from guangyue.grants.standing import Whose, standing_of
from guangyue.policies.figures import standing_table
from guangyue.registries.models import Firm, Person
from guangyue.registries.tables import tables_of
from guangyue.rules.authoring import Rule
from guangyue.rules.columns import DAY, KEY
from guangyue.rules.facts import Facts
from guangyue.rules.offers import Audience, Tables
from guangyue.rules.parameters import Table
from guangyue.rules.prospects import Prospect, of_occasion, prospect, unchanged
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
    """As the registers know it at a moment, with what was applied for and paid."""
    kind, whom = kind_of(payee), [payee.pk]
    tables = tables_of(on=on, known_at=at, **{f"{kind}s": whom})
    standing = standing_of(on=on, **{f"{kind}s": whom})
    table = standing_table(known_at=at)
    return [
        found
        for one in searched(AUDIENCES[type(payee)])
        for found in _find(one, tables, payee.pk, standings(standing, kind, payee.pk, one), on, table)
    ]


def standings(standing: Mapping[Whose, str], kind: str, payee: int, offered: Offered) -> Mapping[str, str]:
    """Of one policy, what was applied for or paid, by item."""
    of_it = (kind, payee, offered.code)
    return {whose[3]: said for whose, said in standing.items() if whose[:3] == of_it}


def kind_of(payee: Person | Firm) -> str:
    """As tables and standings call them."""
    return "person" if isinstance(payee, Person) else "firm"


def searched(audience: Audience) -> Iterator[Offered]:
    """The policies for which the registers can be searched."""
    return (one for one in offered() if one.offer.search is not None and one.offer.audience is audience)


def _find(
    offered: Offered,
    tables: Tables,
    payee: int,
    standing: Mapping[str, str],
    on: date,
    table: Table,
) -> Iterator[Found]:
    """Each occasion, by the facts of the day; the versions of a rule ask about them alike or not."""
    cases = {version: _cases(version, offered, tables, on) for version in offered.versions}
    rows = cases[offered.versions[-1]].rows.filter(pl.col("payee") == payee).collect()
    for row in rows.iter_rows(named=True):
        facts = {version: subjects_of(version, found, row[KEY]) for version, found in cases.items()}
        ahead = _prospect(offered.versions, facts, row.get(DAY), on, table)
        if ahead.verdict is not None:
            yield Found(
                offered=offered,
                rule=ahead.verdict.rule,
                item=row["item"],
                subjects=facts[ahead.verdict.rule],
                verdict=ahead.verdict,
                state=state_of(
                    ahead.outlook,
                    automatic=offered.offer.automatic,
                    standing=standing.get(row["item"], ""),
                ),
                since=ahead.since,
                until=ahead.until,
            )


def _prospect(
    versions: tuple[Rule, ...],
    facts: Mapping[Rule, tuple[Facts, ...]],
    own_day: date | None,
    on: date,
    table: Table,
) -> Prospect:
    if own_day is not None:
        return of_occasion(versions, unchanged(facts), day=own_day, lookup=table)
    return prospect(
        versions,
        unchanged(facts),
        on=on,
        horizon=on + AHEAD,
        lookup=table,
        figure_days=table.days,
    )


def _cases(version: Rule, offered: Offered, tables: Tables, on: date) -> Cases:
    assert offered.offer.search is not None
    found = find_cases(version, offered.offer.search, tables, on)
    lists = {place: rows.collect().lazy() for place, rows in found.lists.items()}
    return Cases(found.rows.collect().lazy(), lists)
