"""S20: every worked example, those of the catalogue and our own at the edges, and claims that cannot be."""

import pytest

from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.employment_subsidies.document import MEASURES
from liaocheng.employment_subsidies.examples import answer
from liaocheng.employment_subsidies.offers import OFFERS
from liaocheng.employment_subsidies.rules import RULES

EXAMPLES = examples_beside(__file__, number="S20")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_a_claim_is_decided_as_the_measures_have_it(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_every_rule_is_in_force_no_longer_than_the_measures() -> None:
    last = MEASURES.until
    ours = [rule for rule in RULES if rule.cites.number == MEASURES.number]

    assert ours
    assert all(rule.until and last and rule.until <= last for rule in ours)


def test_every_condition_has_a_code_that_programs_know() -> None:
    assert [one.label for rule in RULES for one in rule.conditions if not one.code] == []


def test_every_rule_is_offered() -> None:
    assert {offer.key for offer in OFFERS} == set(RULES.keys())


def test_nothing_is_filed_twice() -> None:
    """What is filed before a class begins, 第二十六条, is not brought again with the application."""
    asked = {paper.title for offer in OFFERS for paper in offer.materials}

    assert [title for title in asked if "培训计划" in title or "大纲" in title] == []
