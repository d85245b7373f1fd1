"""案情怎么说: the facts of a case in words, each with its source; live, or as they were frozen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from guangyue.grants.cases import KnownCase, facts_asked_by
from guangyue.grants.models import Decision
from guangyue.policies.telling import fact_said
from guangyue.rules.authoring import Rule
from guangyue.rules.facts import Facts, Field, Partly
from guangyue.rules.frozen import freeze
from guangyue.rules.ratios import ratio_said
from guangyue.rules.tree import Kind
from guangyue.rules.wording import rule_in_words
from guangyue.systems.offered import declared_figures

ROWS_SAID = 3  # of a list; the others are folded away


@dataclass(frozen=True)
class Told:
    """一项事实: as people read it, whose word it is, and what a register says by now if that is another."""

    title: str
    said: str
    source: str
    now: str = ""
    rows: Sequence[str] = ()  # of a long list, each


@dataclass(frozen=True)
class ToldFigure:
    """一个参数: what was looked up, and the notice that says it."""

    title: str
    value: str
    source: str


def facts_of(rule: Rule, case: KnownCase, *who: str) -> list[Told]:
    """Of the facts that the rule looks at, those that are known, or those that `who` says."""
    return [
        Told(of.title, value, source.get("said", ""), rows=_folded(of, case.subjects[place]))
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
    if isinstance(value, Partly):
        return f"{'、'.join(sorted(value.certain))}（其他类别没有登记）" if value.certain else "没有登记"
    if of.kind is not Kind.ROWS:
        return fact_said(of.kind, value)
    if len(value) > ROWS_SAID:
        return f"共 {len(value)} 条"
    return "；".join(filter(None, map(_row, value))) or ("没有" if not value else "有，内容没有登记")


def figures_of(decision: Decision) -> Iterator[ToldFigure]:
    """The figures a decision was made with, each with its notice."""
    titles = _figure_titles()
    for figure in decision.figures:
        entry = figure["entry"]
        region = f"（{figure['region']}）" if figure["region"] else ""
        yield ToldFigure(
            f"{titles.get(figure['key'], figure['key'])}{region}",
            _figure_value(entry["value"]) if entry else "没有登记",
            f"{entry['source']}，自 {entry['since']} 起" if entry else "",
        )


def formula_of(rule: Rule) -> str:
    """How the amount is worked out, in words."""
    return rule_in_words(rule, _figure_titles()).amount


def _figure_titles() -> dict[str, str]:
    return {figure.key: figure.title for figure in declared_figures().values()}


def _folded(of: Field[Any], subject: Facts) -> Sequence[str]:
    listed = subject.carried.get(of.name) if of.kind is Kind.ROWS else None
    return [*map(_row, listed)] if listed and len(listed) > ROWS_SAID else ()


def _row(row: Facts) -> str:
    known = [(one, row.carried.get(name)) for name, one in row.fields.items()]
    return "，".join(f"{one.title} {fact_said(one.kind, value)}" for one, value in known if value is not None)


def _figure_value(value: Any) -> str:
    match value:
        case {"money": amount}:
            return f"{amount} 元"
        case {"ratio": ratio}:
            return ratio_said(Fraction(ratio))
        case None:
            return "已停用"
    return str(value)
