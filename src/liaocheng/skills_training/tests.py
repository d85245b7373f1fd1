"""S22: every worked example, those of the catalogue and our own at the edges, and claims that cannot be."""

from datetime import date

import pytest

from guangyue.rules.columns import DAY, KEY
from guangyue.rules.offers import Tables
from guangyue.rules.parameters import Table
from guangyue.rules.searching import find_cases, search_verdicts, subjects_of
from guangyue.rules.verdicts import Status, Verdict, judge
from guangyue.systems.examples import Example
from guangyue.systems.tests.searched import disagreements, invented_block, searched
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.demo_figures import ENTRIES
from liaocheng.employment_subsidies.searches.tests.registers import Row, registers
from liaocheng.population import city_plan
from liaocheng.skills_training.examples import answer
from liaocheng.skills_training.offers import OFFERS
from liaocheng.skills_training.rules import RULES
from liaocheng.skills_training.system import SYSTEM

EXAMPLES = examples_beside(__file__, number="S22")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_a_training_is_decided_as_the_plan_has_it(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_every_condition_has_a_code_that_programs_know() -> None:
    assert [one.label for rule in RULES for one in rule.conditions if not one.code] == []


def test_every_rule_is_offered() -> None:
    assert {offer.key for offer in OFFERS} == set(RULES.keys())


ON = date(2021, 4, 30)
NOT_IN_REGISTERS = {"listed", "qualified", "filed", "recorded", "price"}
SEARCHED = {offer.key: offer.search for offer in OFFERS if offer.search is not None}


def verdict(key: str, tables: Tables) -> Verdict | None:
    """Of the only case that is found; None where nobody is."""
    rule = RULES.in_force(key, ON)
    assert rule is not None
    found = find_cases(rule, SEARCHED[key], tables, ON)
    rows = found.rows.collect()
    if rows.is_empty():
        return None
    (case,) = rows.iter_rows(named=True)
    return judge(rule, *subjects_of(rule, found, case[KEY]), on=case.get(DAY, ON))


def asked(key: str, tables: Tables) -> set[str]:
    told = verdict(key, tables)
    assert told is not None
    return {one.name for one in told.asks if hasattr(one, "name")}


def test_of_a_certificate_only_what_its_class_was_like_is_missing() -> None:
    assert asked("campaign_training", registers()) == NOT_IN_REGISTERS


def test_a_pensioner_is_not_paid_for_a_training() -> None:
    told = verdict("campaign_training", registers(person={"pension": 200_000}))

    assert told is not None
    assert told.status is Status.INELIGIBLE


@pytest.mark.parametrize(("occupation", "asks"), [("焊工", False), ("家政服务员", True)])
def test_only_in_domestic_work_a_course_may_be_a_refresher(occupation: str, asks: bool) -> None:
    earlier = {"benefit": "职业培训补贴", "paid_on": date(2020, 3, 1)}
    tables = registers(certificates=({"occupation": occupation},), person_paid=(earlier,))

    assert ("refresher" in asked("campaign_training", tables)) == asks


def test_a_fourth_subsidy_of_a_year_is_refused() -> None:
    earlier = tuple({"benefit": "职业培训补贴", "paid_on": date(2020, month, 1)} for month in (2, 4, 6))

    told = verdict("campaign_training", registers(person_paid=earlier))

    assert told is not None
    assert told.status is Status.INELIGIBLE


@pytest.mark.parametrize(
    ("firm", "found"),
    [
        ({"registered_on": date(2018, 5, 1)}, True),
        ({"registered_on": date(2018, 4, 30)}, False),
        ({"kind": "个体工商户", "size": None}, True),
        ({"size": "中型"}, False),
        ({"status": "注销"}, False),
    ],
)
def test_whoever_leads_a_young_small_firm_may_still_begin_a_class(firm: Row, found: bool) -> None:
    assert (verdict("startup_class", registers(firm=firm)) is not None) == found


def test_a_veteran_is_trained_once_without_charge() -> None:
    veteran = {"veteran": True}
    before = {"benefit": "职业培训补贴", "paid_on": date(2020, 3, 1)}

    told = verdict("veteran_training", registers(person=veteran))
    again = verdict("veteran_training", registers(person=veteran, person_paid=(before,)))

    assert told is not None
    assert again is not None
    assert (told.status, told.amount) == (Status.ELIGIBLE, None)
    assert again.status is Status.INELIGIBLE
    assert verdict("veteran_training", registers(person={**veteran, "pension": 200_000})) is None


def test_whoever_is_found_in_a_city_is_told_what_he_is_told_alone() -> None:
    city = invented_block(city_plan())

    found = {
        offer.key: search_verdicts(rule, search, city, on=ON).collect().height
        for offer, search, rule in searched(SYSTEM, ON)
    }

    assert disagreements(SYSTEM, city, ON, Table(ENTRIES)) == []
    assert found.keys() == SEARCHED.keys()
    assert min(found.values()) > 0
    assert max(found.values()) < 20_000 // 50
