"""判定怎么说: the facts a condition was judged on, and what is still asked, in the words that people read."""

from collections.abc import Iterator

from guangyue.kit.wording import day
from guangyue.rules.authoring import Rule
from guangyue.rules.tree import Fact, Kind
from guangyue.rules.verdicts import Answered, Asks, ParameterAsked, Verdict
from guangyue.rules.wording import value_said
from guangyue.systems.offered import declared_figures

UNKNOWN_SAID = "不知道"


def facts_told(rule: Rule, answered: Answered) -> list[tuple[str, str]]:
    """Title and value of each; the rows of lists are not among them."""
    kinds = dict(_kinds(rule, answered))
    return [(title, fact_said(kinds[title], value)) for title, value in answered.facts.items()]


def fact_said(kind: Kind, value: object) -> str:
    return UNKNOWN_SAID if value is None else value_said(kind, value)


def asks_told(verdict: Verdict) -> list[str]:
    return sorted(map(asked_told, verdict.asks))


def asked_told(asked: Asks) -> str:
    if not isinstance(asked, ParameterAsked):
        return asked.title
    figures = declared_figures()
    title = figures[asked.key].title if asked.key in figures else asked.key
    return f"{title}（参数表里没有{asked.region or ''}{day(asked.day)}的数值）"


def _kinds(rule: Rule, answered: Answered) -> Iterator[tuple[str, Kind]]:
    for node in answered.condition.node.walk():
        if isinstance(node, Fact) and node.place >= 0:
            yield rule.field(node).title, node.of
