"""S23: every worked example, those of the catalogue and our own at the edges, and claims that cannot be."""

from datetime import date

import pytest

from guangyue.rules.offers import Tables
from guangyue.rules.parameters import Table
from guangyue.systems.examples import Example
from guangyue.systems.tests.searched import disagreements, invented_block
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.demo_figures import ENTRIES
from liaocheng.population import city_plan
from liaocheng.social_assistance.examples import answer
from liaocheng.social_assistance.offers import CHOICES, NOT_OFFERED, OFFERS
from liaocheng.social_assistance.rules import RULES
from liaocheng.social_assistance.system import SYSTEM

DAYS = (date(2020, 12, 1), date(2021, 4, 30))
EXAMPLES = examples_beside(__file__, number="S23")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_a_need_is_judged_as_the_opinion_has_it(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_every_condition_has_a_code_that_programs_know() -> None:
    assert [one.label for rule in RULES for one in rule.conditions if not one.code] == []


def test_every_rule_is_offered_or_says_why_it_is_not() -> None:
    offered = [offer.key for offer in OFFERS]

    assert sorted((*offered, *NOT_OFFERED)) == sorted(RULES.keys())


def test_what_can_be_had_only_once_is_a_choice_between_offers() -> None:
    assert {key for choice in CHOICES for key in choice.keys} <= {offer.key for offer in OFFERS}


@pytest.fixture(scope="module")
def registers() -> Tables:
    return invented_block(city_plan())


@pytest.mark.parametrize("on", DAYS)
def test_whoever_is_found_in_the_registers_is_told_what_he_is_told_alone(on: date, registers: Tables) -> None:
    assert disagreements(SYSTEM, registers, on, Table(ENTRIES)) == []
