"""S25: every worked example, those of the catalogue and our own at the edges, and claims that cannot be."""

import pytest

from guangyue.kit.money import NOTHING, Money
from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.finance_and_science_awards.examples import answer
from liaocheng.finance_and_science_awards.offers import CHOICES, NOT_OFFERED, OFFERS
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


def test_every_rule_is_offered_or_says_why_it_is_not() -> None:
    offered = [offer.key for offer in OFFERS]

    assert sorted((*offered, *NOT_OFFERED)) == sorted(RULES.keys())


def test_what_can_be_had_only_once_is_a_choice_between_offers() -> None:
    assert {key for choice in CHOICES for key in choice.keys} <= {offer.key for offer in OFFERS}
