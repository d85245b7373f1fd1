"""草稿的说法: what stands and what is drafted, side by side, in the words that people read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guangyue.policies.catalogue import names_said
from guangyue.policies.figures import standing_table, told
from guangyue.policies.rehearsing.changes import Changes
from guangyue.policies.rehearsing.touched import searched_offers
from guangyue.rules.authoring import Condition, Rule
from guangyue.rules.parameters import Figure
from guangyue.rules.wording import RuleInWords, rule_in_words
from guangyue.systems.offered import Offered, declared_figures

ASKED_NO_MORE = "不再要求"


@dataclass(frozen=True)
class FigureSides:
    """一个参数改动: what holds on that day, and what would."""

    number: int  # among the draft's figures
    figure: Figure[Any]
    where: str
    since: str
    before: str
    after: str


@dataclass(frozen=True)
class Side:
    """A condition, a remark or the amount, before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class RuleSides:
    """一条规则的改动, of one of its versions."""

    offered: Offered
    version: Rule
    place: int  # among the versions, from 1
    sides: tuple[Side, ...]


def figure_sides(changes: Changes, *, at: datetime) -> Iterator[FigureSides]:
    figures, standing = declared_figures(), standing_table(known_at=at)
    for number, one in enumerate(changes.figures):
        figure = figures[one.key]
        yield FigureSides(
            number,
            figure,
            one.region or "全市",
            one.since.isoformat(),
            told(figure.kind, standing(one.key, one.region, one.since)),
            told(figure.kind, one.value),
        )


def rule_sides(changes: Changes) -> Iterator[RuleSides]:
    """Of those versions that the city still has."""
    names = names_said()
    for one in searched_offers():
        for place, version in enumerate(one.versions, start=1):
            if changes.of_version(one.code, version):
                after = changes.redrafted(one.code, version)
                yield RuleSides(one, version, place, tuple(_sides(version, after, names)))


def _sides(before: Rule, after: Rule, names: Mapping[str, str]) -> Iterator[Side]:
    pairs = zip(_said(rule_in_words(before, names)), _said(rule_in_words(after, names)), strict=True)
    for (label, earlier), (_, later) in pairs:
        if earlier != later:
            yield Side(label, earlier, later or ASKED_NO_MORE)


def _said(words: RuleInWords) -> Iterator[tuple[str, str]]:
    parts: tuple[tuple[Condition, str], ...] = (*words.conditions, *words.remarks)
    yield from ((one.label, said) for one, said in parts)
    yield "金额", words.amount
