"""S25: every worked example, those of the catalogue and our own at the edges, and claims that cannot be."""

from datetime import date

import pytest

from guangyue.kit.money import NOTHING, Money
from guangyue.rules.offers import Tables
from guangyue.rules.parameters import Table
from guangyue.systems.examples import Example
from guangyue.systems.tests.searched import disagreements, found_of, invented_block
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.demo_figures import ENTRIES
from liaocheng.finance_and_science_awards.examples import answer
from liaocheng.finance_and_science_awards.offers import CHOICES, OFFERS
from liaocheng.finance_and_science_awards.rules import RULES, split
from liaocheng.finance_and_science_awards.system import SYSTEM
from liaocheng.population import city_plan

DAYS = (date(2021, 4, 30), date(2021, 7, 1))
EXAMPLES = examples_beside(__file__, number="S25")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_an_award_is_decided_as_the_documents_have_it(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_the_shares_of_city_and_county_are_the_whole_award() -> None:
    odd = Money(100_001)

    assert all(sum(split(key, odd), NOTHING) == odd for key in RULES.keys())  # noqa: SIM118, a Rulebook


def test_every_condition_has_a_code_that_programs_know() -> None:
    assert [one.label for rule in RULES for one in rule.conditions if not one.code] == []


def test_every_rule_is_offered() -> None:
    assert sorted(offer.key for offer in OFFERS) == sorted(RULES.keys())


def test_what_can_be_had_only_once_is_a_choice_between_offers() -> None:
    assert {key for choice in CHOICES for key in choice.keys} <= {offer.key for offer in OFFERS}


@pytest.fixture(scope="module")
def registers() -> Tables:
    return invented_block(city_plan())


@pytest.mark.parametrize("on", DAYS)
def test_whoever_is_found_in_the_registers_is_told_what_he_is_told_alone(on: date, registers: Tables) -> None:
    assert disagreements(SYSTEM, registers, on, Table(ENTRIES)) == []


def test_only_the_few_firms_of_high_technology_are_looked_for(registers: Tables) -> None:
    firms = registers["firms"].select("serial", "high_tech").collect()
    found = found_of(SYSTEM, registers, DAYS[-1], Table(ENTRIES))

    assert found.keys() == {offer.key for offer in OFFERS if offer.search}
    assert all(0 < number <= firms["high_tech"].sum() < len(firms) / 20 for number in found.values())
