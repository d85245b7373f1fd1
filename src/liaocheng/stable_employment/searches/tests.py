"""What the searches of the packages make of single rows of the registers."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import polars as pl
import pytest

from guangyue.kit.money import Money
from guangyue.rules.offers import Tables
from guangyue.rules.parameters import Table
from guangyue.rules.searching import find_cases, subjects_of
from guangyue.rules.symbols import yuan
from guangyue.rules.verdicts import Status, Verdict, judge
from guangyue.systems.tests.searched import found_of, invented_block
from liaocheng.demo_figures import ENTRIES
from liaocheng.population import city_plan
from liaocheng.stable_employment.offers import OFFERS
from liaocheng.stable_employment.rules import RULES
from liaocheng.stable_employment.system import SYSTEM

Row = Mapping[str, Any]
AS_IT_IS: Row = MappingProxyType({})

APRIL = date(2020, 4, 1)
SEARCHED = {offer.key: offer.search for offer in OFFERS if offer.search is not None}
FIGURES = Table(ENTRIES)
COMPANY: Row = {
    "serial": 7,
    "firm": "鲁甲公司",
    "name": "聊城甲家政服务有限公司",
    "kind": "企业",
    "industry": "居民服务、修理和其他服务业",
    "status": "在营",
    "registered_on": date(2010, 1, 1),
    "size": "小型",
    "staff": 10,
    "insured": 10,
    "layoffs": 0,
    "unemployment_premium": 100_000,
    "district": "371502",
    "township": "371502001",
}
WORKER: Row = {
    "employer": "鲁甲公司",
    "employer_since": date(2020, 2, 20),
    "contract_until_since": date(2020, 2, 20),
    "contract_until": date(2021, 2, 19),
    "insurance": "职工",
    "unit_premium": 80_000,
    "own_premium": 30_000,
}
PERSON: Row = {
    "person": 3,
    "household": "户甲",
    "sex": "男",
    "birth_date": date(1980, 5, 1),
    "deceased": False,
    "employment": "登记失业",
    "insurance": "城乡居民",
    "insured_months": 40,
    "hardship": "长期失业",
    "hardship_since": date(2019, 1, 1),
    "unemployment_benefit": "期满",
    "unemployment_benefit_until": date(2020, 1, 31),
    "district": "371502",
    "township": "371502001",
}
HOUSEHOLD: Row = {"household": "户甲", "allowance": "农村低保", "low_income": True, "registered_poor": False}
PAID: Row = {"benefit": "稳岗返还", "paid_on": date(2020, 3, 20)}


def registers(
    *,
    company: Row = AS_IT_IS,
    workers: tuple[Row, ...] = (AS_IT_IS,),
    person: Row = AS_IT_IS,
    household: Row = AS_IT_IS,
    firm_paid: tuple[Row, ...] = (),
    person_paid: tuple[Row, ...] = (),
) -> Tables:
    """One company with its workers, one person with the household, and what the ledger says of them."""
    payments = pl.DataFrame([{**PAID, "firm": "", "person": 0}])
    told = {
        "firms": [{**COMPANY, **company}],
        "workers": [{**WORKER, **worker} for worker in workers],
        "persons": [{**PERSON, **person}],
        "households": [{**HOUSEHOLD, **household}],
        "firm_benefits": [{**PAID, "firm": "鲁甲公司", "person": 0, **paid} for paid in firm_paid],
        "person_benefits": [{**PAID, "firm": "", "person": 3, **paid} for paid in person_paid],
    }
    return {name: (pl.DataFrame(rows) if rows else payments.clear()).lazy() for name, rows in told.items()}


def verdict(key: str, tables: Tables, on: date = APRIL) -> Verdict | None:
    """Of the only case that is found; None where nobody is."""
    rule = RULES.in_force(key, on)
    assert rule is not None
    found = find_cases(rule, SEARCHED[key], tables, on)
    keys = found.rows.collect()["key"].to_list()
    return judge(rule, *subjects_of(rule, found, keys[0]), on=on, lookup=FIGURES) if keys else None


def status(key: str, tables: Tables, on: date = APRIL) -> Status | None:
    told = verdict(key, tables, on)
    return told.status if told is not None else None


def asked(key: str, tables: Tables, on: date = APRIL) -> set[str]:
    told = verdict(key, tables, on)
    assert told is not None
    return {one.name for one in told.asks if hasattr(one, "name")}


def test_a_company_that_laid_nobody_off_is_paid_back_half_of_its_premium() -> None:
    told = verdict("ui_return", registers())

    assert told is not None
    assert told.amount == Money(50_000)


@pytest.mark.parametrize(
    ("paid_on", "status_then"),
    [
        (date(2020, 3, 20), Status.INELIGIBLE),
        (date(2019, 11, 1), Status.ELIGIBLE),
        (date(2020, 6, 1), Status.ELIGIBLE),  # on the day asked about nobody knew of it
    ],
)
def test_what_was_paid_back_this_year_is_not_paid_back_again(paid_on: date, status_then: Status) -> None:
    assert status("ui_return", registers(firm_paid=({"paid_on": paid_on},))) is status_then


def test_another_subsidy_stands_in_no_way() -> None:
    assert status("ui_return", registers(firm_paid=({"benefit": "一次性创业补贴"},))) is Status.ELIGIBLE


def test_before_2020_no_layoffs_are_few_and_of_some_a_notice_has_to_say_it() -> None:
    summer = date(2019, 6, 1)

    assert status("ui_return", registers(), summer) is Status.ELIGIBLE
    assert asked("ui_return", registers(company={"layoffs": 1}), summer) == {"no_or_few_layoffs"}


def test_only_a_company_that_let_somebody_go_is_asked_whether_it_is_in_difficulty() -> None:
    assert verdict("ui_return_difficult_2020", registers()) is None
    assert asked("ui_return_difficult_2020", registers(company={"layoffs": 1})) == {"difficult"}


@pytest.mark.parametrize(
    ("company", "april", "june"),
    [
        ({}, Status.NEEDS_INFO, Status.NEEDS_INFO),
        ({"size": "大型"}, Status.NEEDS_INFO, Status.INELIGIBLE),
        ({"kind": "个体工商户", "size": "微型"}, Status.NEEDS_INFO, Status.INELIGIBLE),
    ],
)
def test_small_companies_are_relieved_for_five_months_and_other_units_for_three(
    company: Row, april: Status, june: Status
) -> None:
    tables = registers(company=company)

    assert status("si_relief", tables, date(2020, 4, 30)) is april
    assert status("si_relief", tables, date(2020, 6, 1)) is june


def test_each_worker_hired_within_the_month_for_a_year_and_insured_counts() -> None:
    tables = registers(
        workers=(
            {},
            {"employer_since": date(2020, 3, 11), "contract_until_since": date(2020, 3, 11)},
            {"contract_until": date(2020, 8, 19)},
            {"insurance": "城乡居民", "unit_premium": None},
        )
    )
    rule = RULES.in_force("hire_1000", date(2020, 3, 10))
    assert rule is not None
    (company,) = subjects_of(rule, find_cases(rule, SEARCHED["hire_1000"], tables, date(2020, 3, 10)), 7)

    told = judge(rule, company.but(resumed=date(2020, 2, 20)), on=date(2020, 3, 10))

    assert asked("hire_1000", tables, date(2020, 3, 10)) == {"resumed"}
    assert told.amount == yuan(1000)


def test_a_contract_that_was_renewed_says_nothing_of_the_first() -> None:
    tables = registers(workers=({"contract_until_since": date(2021, 2, 20)},))

    assert asked("hire_1000", tables, date(2020, 3, 10)) == {"resumed", "contract_months"}


def test_of_a_domestic_company_s_new_workers_the_longest_contract_counts() -> None:
    signed = {"employer_since": date(2020, 3, 20), "contract_until_since": date(2020, 3, 20)}
    short, long = {"contract_until": date(2020, 9, 19)}, {"contract_until": date(2021, 3, 19)}
    unknown = {"contract_until": None}

    def told(*ends: Row) -> Status | None:
        return status("domestic_post", registers(workers=tuple({**signed, **one} for one in ends)))

    assert told(short, long, unknown) is Status.ELIGIBLE
    assert told(short, unknown) is Status.NEEDS_INFO
    assert told(short) is Status.INELIGIBLE


def test_a_small_company_is_told_of_loans_when_a_fifth_of_its_staff_is_new() -> None:
    new = {"employer_since": date(2020, 1, 5)}

    assert verdict("smallfirm_loan", registers(workers=(new,))) is None
    assert status("smallfirm_loan", registers(workers=(new, new))) is Status.NEEDS_INFO


def test_who_draws_unemployment_benefit_is_given_no_living_allowance() -> None:
    drawing = registers(person={"unemployment_benefit": "领取中"})

    assert status("training_living", drawing) is Status.INELIGIBLE
    assert asked("training_living", registers()) == {"days"}
    assert status("ui_benefit", drawing) is Status.ELIGIBLE


def test_the_poor_whose_benefit_ran_out_are_given_aid_once() -> None:
    told = verdict("temp_living", registers())
    before = {"benefit": "一次性临时生活补助", "paid_on": date(2019, 8, 1)}

    assert told is not None
    assert (told.status, told.amount) == (Status.FOR_A_PERSON, yuan(2790))
    assert status("temp_living", registers(person_paid=(before,))) is Status.INELIGIBLE


def test_the_unemployed_of_a_family_that_nobody_recognised_as_poor_are_not_looked_for() -> None:
    well_off = {"allowance": "未享受", "low_income": False, "registered_poor": False}

    assert verdict("temp_living", registers(household=well_off)) is None


@pytest.mark.parametrize(
    ("birth", "found"),
    [
        (date(1960, 4, 1), None),  # sixty today
        (date(1960, 4, 2), Status.ELIGIBLE),
        (date(1961, 4, 1), Status.INELIGIBLE),  # a whole year to go
        (date(1961, 4, 2), None),
    ],
)
def test_a_man_is_paid_on_when_less_than_a_year_is_left_to_sixty(birth: date, found: Status | None) -> None:
    assert status("ui_benefit_to_retirement", registers(person={"birth_date": birth})) is found


@pytest.mark.parametrize("birth", [date(1970, 10, 1), date(1965, 10, 1)])
def test_a_woman_near_either_age_is_asked_when_she_retires(birth: date) -> None:
    tables = registers(person={"sex": "女", "birth_date": birth})

    assert asked("ui_benefit_to_retirement", tables) == {"months_to_retirement"}


def test_help_is_longer_only_for_those_who_have_had_it_for_three_years() -> None:
    posted = {"employment": "公益性岗位"}

    assert verdict("term_extension", registers(person=posted)) is None
    since_2017 = registers(person={**posted, "hardship_since": date(2017, 4, 1)})
    assert asked("term_extension", since_2017) == {"stable_employment", "extended", "expired"}


def test_each_search_finds_somebody_in_a_city_and_none_finds_the_whole_city() -> None:
    city = invented_block(city_plan())
    days = (date(2020, 3, 5), APRIL, date(2019, 6, 1), date(2021, 4, 30))

    most: dict[str, int] = {}
    for on in days:
        for key, number in found_of(SYSTEM, city, on, FIGURES).items():
            most[key] = max(number, most.get(key, 0))

    assert most.keys() == SEARCHED.keys()
    assert min(most.values()) > 0
    persons = [offer.key for offer in OFFERS if offer.audience.name == "PERSON" and offer.search]
    assert max(most[key] for key in persons) < 20_000 // 50
