"""案情: what is known of a payee for one offer, from the registers and from what somebody has said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

import polars as pl

from guangyue.organisations.models import Organisation
from guangyue.registries.facts import About, FactKind, kind_of, kinds_about
from guangyue.registries.models import Firm, Person
from guangyue.registries.tables import tables_of
from guangyue.rules.authoring import Rule
from guangyue.rules.columns import DAY, KEY, column_of, open_of
from guangyue.rules.facts import UNKNOWN, Facts, Field, Partly
from guangyue.rules.frozen import freeze
from guangyue.rules.offers import Audience, Tables
from guangyue.rules.searching import Cases, find_cases, subjects_of
from guangyue.rules.tree import ROW, Fact
from guangyue.systems.offered import Offered

REGISTER, APPLICANT, OFFICIAL = "register", "applicant", "official"
SAID_BY = {REGISTER: "名录库登记", APPLICANT: "申请人填写", OFFICIAL: "核定人核实"}
SUBJECT_TABLES = {"persons": About.PERSON, "households": About.HOUSEHOLD, "firms": About.FIRM}
RECORD_TABLES = {"certificates": (About.PERSON, "certificate"), "person_benefits": (About.PERSON, "benefit")}
RECORD_TABLES |= {"firm_benefits": (About.FIRM, "benefit")}

Source = dict[str, Any]  # who says it, in which words that is told, and the registers' kinds it rests on
Sources = list[dict[str, Source]]
Payee = Person | Firm
AUDIENCES: Mapping[type[Payee], Audience] = {Person: Audience.PERSON, Firm: Audience.FIRM}


@dataclass(frozen=True)
class KnownCase:
    """案情: the subjects of the rule, and of each fact where it comes from."""

    subjects: tuple[Facts, ...]
    sources: Sources

    def said(self, *who: str) -> list[dict[str, object]]:
        """The values that these have said, by subject."""
        return [
            {name: subject.values[name] for name, source in sources.items() if source["who"] in who}
            for subject, sources in zip(self.subjects, self.sources, strict=True)
        ]

    def with_said(self, said: Sequence[Mapping[str, object]], *, who: str) -> "KnownCase":
        """What a register knows stands; what somebody says fills what it does not know."""
        subjects: list[Facts] = []
        sources: Sources = []
        for subject, known, told in zip(self.subjects, self.sources, said, strict=True):
            added = {
                name: value for name, value in told.items() if value is not UNKNOWN and value is not None
            }
            values = dict(subject.values)
            kept = dict(known)
            for name, value in added.items():
                registered = kept.get(name, {}).get("who") == REGISTER
                if (registered and not _is_open(values[name])) or _same(subject, name, value):
                    continue
                values[name] = _beside(values.get(name), value)
                kept[name] = {"who": who, "said": SAID_BY[who], "kinds": []}
            subjects.append(type(subject)(**values))
            sources.append(kept)
        return KnownCase(tuple(subjects), sources)


def registered_case(
    *, offered: Offered, rule: Rule, payee: Payee, item: str, on: date, known_at: datetime
) -> KnownCase:
    """What the registers say of the payee on a day; of what they do not know, nothing."""
    blank = KnownCase(tuple(subject() for subject in rule.subjects), [{} for _ in rule.subjects])
    search = offered.offer.search
    if search is None:
        return blank
    tables = _Tables(_tables(payee, on, known_at))
    found = find_cases(rule, search, tables.lazy, on)
    rows = found.rows.filter(_of(payee, item)).collect()
    if rows.is_empty():
        return blank
    key = rows.item(0, KEY)
    subjects = subjects_of(rule, found, key)
    kinds = _kinds_behind(found, tables, rows.row(0, named=True))
    sources = [
        {
            name: _source(kinds.get(column_of(place, name), ()))
            for name, value in subject.values.items()
            if value is not None
        }
        for place, subject in enumerate(subjects)
    ]
    return KnownCase(subjects, sources)


def day_of_occasion(*, offered: Offered, payee: Payee, item: str, on: date, known_at: datetime) -> date:
    """By the rules of which day it is judged: a course by its certificate's, most by the day asked about."""
    search = offered.offer.search
    if search is None:
        return on
    rows = find_cases(offered.versions[-1], search, _tables(payee, on, known_at), on).rows
    if DAY not in rows.collect_schema().names():
        return on
    days: list[date] = rows.filter(_of(payee, item)).select(DAY).collect()[DAY].to_list()
    return days[0] if days else on


def facts_asked_by(rule: Rule) -> Iterator[tuple[int, Field[Any]]]:
    """Every fact that the rule looks at, once, in the order in which it does."""
    nodes = [one.node for one in (*rule.conditions, *rule.remarks)]
    if rule.amount is not None:
        nodes.append(rule.amount)
    seen = {
        (part.place, part.name): None
        for node in nodes
        for part in node.walk()
        if isinstance(part, Fact) and part.place != ROW
    }
    for place, name in seen:
        yield place, rule.subjects[place].fields[name]


def _tables(payee: Payee, on: date, known_at: datetime) -> Tables:
    whose = {"persons": [payee.pk]} if isinstance(payee, Person) else {"firms": [payee.pk]}
    return tables_of(**whose, on=on, known_at=known_at)


def _of(payee: Payee, item: str) -> pl.Expr:
    return (pl.col("payee") == payee.pk) & (pl.col("item").fill_null("") == item)


def _same(subject: Facts, name: str, value: object) -> bool:
    """Whether it is what was known already."""
    return freeze(subject).get(name) == freeze(type(subject)(**{name: value})).get(name)


def _is_open(known: object) -> bool:
    """Whether a register knows a part of it only: some of the words, some facts of the rows."""
    if isinstance(known, tuple):
        return any(row.values.keys() < row.fields.keys() for row in known)
    return isinstance(known, Partly)


def _beside(known: object, said: Any) -> object:
    """What is said, with what was known of it already."""
    if isinstance(known, Partly):
        told = said.possible if isinstance(said, Partly) else frozenset(said)
        return known.certain | (told & known.possible)
    if isinstance(known, tuple) and len(known) == len(said):
        rows = zip(known, said, strict=True)
        return tuple(type(row)(**{**told.values, **row.values}) for row, told in rows)
    return said


class _Tables:
    """The registers' tables, out of which a kind can be taken: what was built upon them is built once."""

    def __init__(self, tables: Tables) -> None:
        self.frames = {name: table.collect() for name, table in tables.items()}
        self.lazy = {
            name: pl.defer(partial(self.frames.__getitem__, name), schema=frame.schema)
            for name, frame in self.frames.items()
        }

    @contextmanager
    def without(self, kind: FactKind, table: str) -> Iterator[None]:
        """As if nothing were known of it."""
        kept = self.frames[table]
        self.frames[table] = (
            kept.clear()
            if kind.several
            else kept.with_columns(pl.lit(None, kept.schema[kind.key]).alias(kind.key))
        )
        yield
        self.frames[table] = kept


def _kinds_behind(found: Cases, tables: _Tables, row: Mapping[str, Any]) -> dict[str, list[FactKind]]:
    """Of each fact the kinds without which it would be another, tried one by one; else those without which
    the payee would not have been found at all."""
    wanted = [column for column in row if "." in column]
    of_payee = pl.col(KEY) == row[KEY]
    facts = found.rows.filter(of_payee).select(wanted)
    lists = {column_of(*place): rows.filter(of_payee).select(pl.len()) for place, rows in found.lists.items()}
    lengths = _lengths(lists)
    behind: dict[str, list[FactKind]] = {}
    found_by: list[FactKind] = []
    for kind, table in _kinds_in(tables.frames):
        with tables.without(kind, table):
            rows = facts.collect()
            changed = (
                [name for name, length in _lengths(lists).items() if length != lengths[name]]
                if kind.several
                else []
            )
        if rows.is_empty():
            found_by.append(kind)
        else:
            other = rows.row(0, named=True)
            changed += [column.removesuffix(open_of("")) for column in wanted if other[column] != row[column]]
        for column in changed:
            behind.setdefault(column, []).append(kind)
    return {column: behind.get(column, found_by) for column in wanted}


def _lengths(lists: Mapping[str, pl.LazyFrame]) -> dict[str, int]:
    return {name: rows.collect().item() for name, rows in lists.items()}


def _kinds_in(frames: Mapping[str, pl.DataFrame]) -> Iterator[tuple[FactKind, str]]:
    """Each kind that the registers know, and the table in which it stands."""
    for name, about in SUBJECT_TABLES.items():
        for kind in kinds_about(about):
            if kind.key in frames[name].schema:
                yield kind, name
    for name, (about, key) in RECORD_TABLES.items():
        yield kind_of(about, key), name


def _source(kinds: Iterable[FactKind]) -> Source:
    behind = list(dict.fromkeys(kinds))
    owners = _owners()
    words = dict.fromkeys(f"{owners.get(kind.owner, '')}{kind.source}" for kind in behind)
    return {
        "who": REGISTER,
        "said": "、".join(words) or SAID_BY[REGISTER],
        "kinds": [kind.code for kind in behind],
    }


def _owners() -> dict[str, str]:
    """What the departments that own facts are called."""
    keys = {kind.owner for about in About for kind in kinds_about(about)}
    return dict(Organisation.objects.filter(key__in=keys).values_list("key", "name"))
