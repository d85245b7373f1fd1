"""S03: every worked example, the table against the gazette, and what is loaded of it."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from guangyue.indicators.declaration import TargetFact
from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.documents import INDEX
from liaocheng.target_indicators.examples import answer
from liaocheng.target_indicators.parts import TRAINING
from liaocheng.target_indicators.targets import BY_CODE, LINKS, TARGETS

GAZETTES = Path(__file__).parents[3].parent / "shared" / "gazettes"
EXAMPLES = examples_beside(__file__, number="S03")
# Printed as a word and read as a number.
WORDS = {
    Decimal(100): re.compile("全部|全覆盖|全面|基本淘汰"),
    Decimal(50): re.compile("一半"),
    Decimal(1): re.compile("一家"),
}
SPACE = re.compile(r"[\s,，]|<[^>]+>")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_numbers_are_judged_as_the_clause_asks(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_there_are_241_targets_each_with_its_clause_and_day() -> None:
    assert len(TARGETS) == len(BY_CODE) == 241
    assert all(fact.file and fact.lines and fact.due for fact in TARGETS)
    assert all(INDEX.by_number[fact.cites.number].holds(fact.cites.path) for fact in TARGETS)


def test_the_training_table_adds_up() -> None:
    assert sum(part.value for part in TRAINING) == 40100
    assert sum(part.value for part in BY_CODE["TD02"].parts) == BY_CODE["TD02"].value == Decimal("4.01")


def test_every_link_is_of_two_targets() -> None:
    assert all({link.one, link.other} <= BY_CODE.keys() for link in LINKS)


@pytest.mark.skipif(not GAZETTES.is_dir(), reason="the gazettes do not lie beside the repository")
def test_each_line_really_contains_the_number() -> None:
    issues: Mapping[str, list[str]] = {
        file: (GAZETTES / file).read_text(encoding="utf-8").splitlines() for file in {f.file for f in TARGETS}
    }

    missing = [fact.code for fact in TARGETS if not _is_printed(fact, issues[fact.file])]

    assert missing == []


def _is_printed(fact: TargetFact, lines: Sequence[str]) -> bool:
    first, _, last = fact.lines.partition("-")
    printed = SPACE.sub("", "".join(lines[int(first) - 1 : int(last or first)]))
    number = re.escape(f"{fact.value.normalize():f}")
    word = WORDS.get(fact.value)
    return bool(re.search(rf"(?<![\d.]){number}(?![\d.])", printed) or (word and word.search(printed)))
