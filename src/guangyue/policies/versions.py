"""版本: the versions of a rule side by side, its code, and what one version changed of the one before."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from textwrap import dedent

from guangyue.policies.catalogue import CityRule, names_said
from guangyue.rules.authoring import Rule
from guangyue.rules.wording import RuleInWords, rule_in_words


@dataclass(frozen=True)
class Code:
    """代码: where the rule is written, and its lines, as far to the left as they go."""

    module: str
    first: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """What became of a condition, a remark or the amount from one version to the next."""

    what: str  # 增加, 删除, 修改
    of: str
    before: str
    after: str


@dataclass(frozen=True)
class Version:
    """一个版本, in code and in words, with what it changed."""

    rule: Rule
    code: Code
    words: RuleInWords
    changes: tuple[Change, ...]
    follows: Rule | None


def versions_of(one: CityRule) -> list[Version]:
    names = names_said()
    words = [rule_in_words(rule, names) for rule in one.versions]
    changes = [(), *(tuple(differences(earlier, later)) for earlier, later in pairwise(words))]
    earlier = (None, *one.versions)
    return [
        Version(rule, code_of(rule), said, changed, before)
        for rule, said, changed, before in zip(one.versions, words, changes, earlier, strict=False)
    ]


def differences(earlier: RuleInWords, later: RuleInWords) -> Iterator[Change]:
    """Conditions and remarks by their labels, in the order of the later version; then the amount."""
    before, after = _parts(earlier), _parts(later)
    for label, said in after.items():
        if label not in before:
            yield Change("增加", label, "", said)
        elif before[label] != said:
            yield Change("修改", label, before[label], said)
    for label, said in before.items():
        if label not in after:
            yield Change("删除", label, said, "")


@cache
def code_of(rule: Rule) -> Code:
    lines, first = inspect.getsourcelines(rule.function)
    return Code(rule.function.__module__, first, tuple(dedent("".join(lines)).splitlines()))


def _parts(said: RuleInWords) -> dict[str, str]:
    parts = {one.label: text for one, text in (*said.conditions, *said.remarks)}
    return parts | ({"金额": said.amount} if said.amount else {})
