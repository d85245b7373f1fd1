"""案情怎么说: the facts of a case in words, each with its source; live, or as they were frozen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guangyue.grants.cases import KnownCase, facts_asked_by
from guangyue.grants.models import Decision
from guangyue.policies.telling import fact_said
from guangyue.rules.authoring import Rule
from guangyue.rules.facts import Facts, Field
from guangyue.rules.frozen import freeze
from guangyue.rules.tree import Kind
from guangyue.systems.offered import declared_figures

ENTRIES_SHOWN = 20


@dataclass(frozen=True)
class Told:
    """一项事实: as people read it, whose word it is, and what a register says by now if that is another."""

    title: str
    said: str
    source: str
    now: str = ""


@dataclass(frozen=True)
class ToldFigure:
    """一个参数: what was looked up, and the notice that says it."""

    title: str
    value: str
    source: str


def facts_of(rule: Rule, case: KnownCase, *who: str) -> list[Told]:
    """Of the facts that the rule looks at, those that are known, or those that `who` says."""
    return [
        Told(of.title, value, source.get("said", ""))
        for place, of in facts_asked_by(rule)
        if (value := words_of(of, case.subjects[place])) != ""
        and ((source := case.sources[place].get(of.name, {})).get("who") in who or not who)
    ]


def differences(rule: Rule, handed_in: KnownCase, now: KnownCase) -> list[Told]:
    """Where the registers, or an official, now say something else than the application was handed in with."""
    return [
        Told(
            of.title,
            words_of(of, handed_in.subjects[place]) or "没有填",
            handed_in.sources[place].get(of.name, {}).get("said", ""),
            f"{words_of(of, now.subjects[place]) or '没有登记'}"
            f"（{now.sources[place].get(of.name, {}).get('said', '')}）",
        )
        for place, of in facts_asked_by(rule)
        if freeze(handed_in.subjects[place]).get(of.name) != freeze(now.subjects[place]).get(of.name)
    ]


def words_of(of: Field[Any], subject: Facts) -> str:
    """The value in words; of a list each row, and nothing where nothing is known."""
    value = subject.carried.get(of.name)
    if value is None:
        return ""
    if of.kind is not Kind.ROWS:
        return fact_said(of.kind, value)
    rows = ["，".join(_row(row)) for row in value[:ENTRIES_SHOWN]]
    more = f"；等共 {len(value)} 条" if len(value) > ENTRIES_SHOWN else ""
    return "；".join(filter(None, rows)) + more if rows else "没有"


def figures_of(decision: Decision) -> Iterator[ToldFigure]:
    """The figures a decision was made with, each with its notice."""
    titles = {figure.key: figure.title for figure in declared_figures().values()}
    for figure in decision.figures:
        entry = figure["entry"]
        region = f"（{figure['region']}）" if figure["region"] else ""
        yield ToldFigure(
            f"{titles.get(figure['key'], figure['key'])}{region}",
            _figure_value(entry["value"]) if entry else "没有登记",
            f"{entry['source']}，自 {entry['since']} 起" if entry else "",
        )


def _row(row: Facts) -> Iterator[str]:
    for name, one in row.fields.items():
        value = row.carried.get(name)
        if value is not None:
            yield f"{one.title} {fact_said(one.kind, value)}"


def _figure_value(value: Any) -> str:
    match value:
        case {"money": amount}:
            return f"{amount} 元"
        case {"ratio": ratio}:
            return str(ratio)
        case None:
            return "已停用"
    return str(value)
