"""S23: every worked example, those of the catalogue and our own at the edges, and claims that cannot be."""

from collections.abc import Mapping
from datetime import date

import polars as pl
import pytest

from guangyue.rules.offers import Tables
from guangyue.rules.parameters import Table
from guangyue.rules.searching import find_cases, subjects_of
from guangyue.rules.verdicts import Status, judge
from guangyue.systems.examples import Example
from guangyue.systems.tests.searched import disagreements, found_of, invented_block
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.demo_figures import ENTRIES
from liaocheng.population import city_plan
from liaocheng.social_assistance.examples import answer
from liaocheng.social_assistance.offers import CHOICES, NOT_OFFERED, OFFERS
from liaocheng.social_assistance.rules import RULES, Needy
from liaocheng.social_assistance.searches import FOR_ONE_ALONE
from liaocheng.social_assistance.system import SYSTEM

DAYS = (date(2020, 12, 1), date(2021, 4, 30))
PERSON = {
    "person": 3,
    "household": "户甲",
    "deceased": False,
    "disability": "一级",
    "illness": "无",
    "district": "371502",
    "township": "371502001",
}
HOUSEHOLD = {"household": "户甲", "allowance": "未享受", "low_income": True, "registered_poor": False}
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


def test_each_search_finds_somebody_and_few(registers: Tables) -> None:
    found = found_of(SYSTEM, registers, DAYS[-1], Table(ENTRIES))

    assert found.keys() == {offer.key for offer in OFFERS if offer.search}
    assert all(0 < number < 200 for number in found.values())  # of twenty thousand


@pytest.mark.parametrize(
    ("household", "person", "found"),
    [
        ({}, {}, Status.NEEDS_INFO),
        ({}, {"disability": "三级", "illness": "终末期肾病"}, Status.NEEDS_INFO),
        ({}, {"disability": "三级"}, None),
        ({"allowance": "农村低保"}, {}, None),  # the whole family has it
        ({"low_income": False}, {}, None),
        ({}, {"deceased": True}, None),
    ],
)
def test_one_alone_is_asked_to_apply_where_the_family_has_little_and_no_allowance(
    household: Mapping[str, object], person: Mapping[str, object], found: Status | None
) -> None:
    tables = {
        "persons": pl.LazyFrame([{**PERSON, **person}]),
        "households": pl.LazyFrame([{**HOUSEHOLD, **household}]),
    }
    rule = RULES.versions("danrenbao")[-1]
    cases = find_cases(rule, FOR_ONE_ALONE, tables, DAYS[-1])

    verdicts = [
        judge(rule, *subjects_of(rule, cases, key), on=DAYS[-1]) for key in cases.rows.collect()["key"]
    ]

    assert [one.status for one in verdicts] == ([found] if found else [])
    assert all(one.asks == {Needy.applied} for one in verdicts)
