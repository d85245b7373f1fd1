"""S25: every worked example, those of the catalogue and our own at the edges, and claims that cannot be."""

import pytest

from guangyue.kit.money import NOTHING, Money
from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.finance_and_science_awards.examples import answer
from liaocheng.finance_and_science_awards.rules import RULES, split

EXAMPLES = examples_beside(__file__, number="S25")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_an_award_is_decided_as_the_documents_have_it(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_the_shares_of_city_and_county_are_the_whole_award() -> None:
    odd = Money(100_001)

    assert all(sum(split(key, odd), NOTHING) == odd for key in RULES.keys())  # noqa: SIM118, a Rulebook


def test_every_condition_has_a_code_that_programs_know() -> None:
    assert [one.label for rule in RULES for one in rule.conditions if not one.code] == []
