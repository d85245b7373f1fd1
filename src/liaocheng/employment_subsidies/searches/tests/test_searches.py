"""What the searches of the fund make of single rows of the registers, and of a block of an invented city."""

from datetime import date

import polars as pl
import pytest

from guangyue.kit.money import Money
from guangyue.rules.columns import DAY, KEY
from guangyue.rules.facts import Partly
from guangyue.rules.offers import Tables
from guangyue.rules.parameters import Table
from guangyue.rules.searching import find_cases, search_verdicts, subjects_of
from guangyue.rules.symbols import yuan
from guangyue.rules.verdicts import Status, Verdict, judge
from guangyue.systems.tests.searched import disagreements, invented_block, searched
from liaocheng.demo_figures import ENTRIES
from liaocheng.employment_subsidies.facts import RURAL_WORKER, STUDENT, UNEMPLOYED
from liaocheng.employment_subsidies.offers import OFFERS
from liaocheng.employment_subsidies.rules import RULES
from liaocheng.employment_subsidies.searches.tests.registers import AS_IT_IS, Row, registers
from liaocheng.employment_subsidies.system import SYSTEM
from liaocheng.population import city_plan

ON = date(2021, 4, 30)
FIGURES = Table(ENTRIES)
SEARCHED = {offer.key: offer.search for offer in OFFERS if offer.search is not None}


def verdict(key: str, tables: Tables, on: date = ON) -> Verdict | None:
    """Of the only case that is found; None where nobody is."""
    rule, search = RULES.in_force(key, on), SEARCHED[key]
    assert rule is not None
    found = find_cases(rule, search, tables, on)
    rows = found.rows.collect()
    if rows.is_empty():
        return None
    (case,) = rows.iter_rows(named=True)
    return judge(rule, *subjects_of(rule, found, case[KEY]), on=case.get(DAY, on), lookup=FIGURES)


def status(key: str, tables: Tables, on: date = ON) -> Status | None:
    told = verdict(key, tables, on)
    return told.status if told is not None else None


def asked(key: str, tables: Tables) -> set[str]:
    told = verdict(key, tables)
    assert told is not None
    return {one.name for one in told.asks if hasattr(one, "name")}


def groups(key: str, tables: Tables) -> Partly:
    """人员类别 of the only case."""
    rule = RULES.in_force(key, ON)
    assert rule is not None
    found = find_cases(rule, SEARCHED[key], tables, ON)
    case = found.rows.collect()[KEY].item()
    told = subjects_of(rule, found, case)[0].values["groups"]
    assert isinstance(told, Partly)
    return told


def test_a_training_is_judged_on_the_day_of_its_certificate_by_what_one_was_then() -> None:
    unemployed = {"employment": "登记失业", "employment_since": date(2020, 1, 1)}
    since_then = {**unemployed, "employment_since": date(2021, 1, 1)}

    told = verdict("training_five", registers(person=unemployed))
    assert told is not None
    assert told.on == date(2020, 9, 1)
    assert UNEMPLOYED in groups("training_five", registers(person=unemployed)).certain
    later = groups("training_five", registers(person=since_then))
    assert UNEMPLOYED not in later.certain
    assert UNEMPLOYED in later.possible


def test_only_the_price_of_the_course_is_missing_for_somebody_who_came_from_the_countryside() -> None:
    rural = registers(person={"settled": "农村"})

    assert RURAL_WORKER in groups("training_five", rural).certain
    assert asked("training_five", rural) == {"catalogue_standard"}
    assert asked("appraisal", rural) == {"in_key_catalogue"}


def test_nobody_is_told_that_they_might_be_about_to_be_released() -> None:
    assert verdict("appraisal", registers()) is None
    assert verdict("training_five", registers()) is None


def test_a_student_who_has_left_college_since_was_one_on_the_day_of_the_certificate() -> None:
    left = registers(person={"graduated_on": date(2020, 12, 1), "employment_since": date(2020, 12, 1)})

    assert STUDENT in groups("training_five", left).certain


@pytest.mark.parametrize(("awarded", "found"), [(date(2020, 4, 30), False), (date(2020, 5, 1), True)])
def test_certificates_are_looked_at_for_a_year(awarded: date, found: bool) -> None:
    tables = registers(person={"settled": "农村"}, certificates=({"since": awarded},))

    assert (verdict("training_five", tables) is not None) == found


def test_several_certificates_of_one_person_are_several_occasions() -> None:
    tables = registers(person={"settled": "农村"}, certificates=({}, {"item": "证乙", "level": 3}))
    rule = RULES.in_force("training_five", ON)
    assert rule is not None

    found = search_verdicts(rule, SEARCHED["training_five"], tables, on=ON).collect()

    assert found.select("key", "payee", "item").sort("item").rows() == [
        ("3.证乙", 3, "证乙"),
        ("3.证甲", 3, "证甲"),
    ]


def test_a_course_certificate_leaves_open_who_asks_for_the_money() -> None:
    course = registers(person={"settled": "农村"}, certificates=({"kind": "培训合格证书"},))

    assert "claimed_by" in asked("training_five", course)
    assert status("appraisal", course) is Status.INELIGIBLE


def test_an_earlier_training_subsidy_leaves_open_whether_it_was_for_the_same_occupation() -> None:
    paid = {"benefit": "职业培训补贴", "paid_on": date(2020, 7, 1)}
    tables = registers(person={"settled": "农村"}, person_paid=(paid,))

    assert {"occupation", "level"} <= asked("training_five", tables)


def test_what_is_paid_after_the_day_asked_about_is_not_known_yet() -> None:
    paid = {"benefit": "职业培训补贴", "paid_on": date(2021, 5, 1)}
    tables = registers(person={"settled": "农村"}, person_paid=(paid,))

    assert asked("training_five", tables) == {"catalogue_standard"}


@pytest.mark.parametrize(
    ("hired", "found"),
    [(date(2019, 3, 1), True), (date(2019, 2, 28), False), (date(2020, 9, 2), False)],
)
def test_a_certificate_soon_after_being_hired_may_be_of_a_training_for_the_new_post(
    hired: date, found: bool
) -> None:
    at_work = {
        "employment": "单位就业",
        "employer": "企业甲",
        "employer_since": hired,
        "employment_since": hired,
        "contract_until_since": hired,
        "contract_until": date(2022, 1, 1),
    }

    tables = registers(person=at_work)

    assert (verdict("training_onjob_new", tables) is not None) == found


def test_who_pays_for_their_own_insurance_is_paid_a_part_of_it_each_month() -> None:
    told = verdict("si_flex_hard", registers())

    assert told is not None
    assert (told.status, told.amount) == (Status.ELIGIBLE, Money(54_000))  # six tenths of what was paid


def test_a_month_that_was_paid_is_not_paid_as_another_kind() -> None:
    paid = registers(person_paid=({"since": date(2021, 2, 1), "paid_on": date(2021, 4, 20)},))

    assert status("si_flex_hard", registers(person_paid=(AS_IT_IS,))) is Status.ELIGIBLE
    assert "subsidy" in asked("si_flex_hard", paid)


def test_three_years_are_counted_from_the_ledger() -> None:
    years = {"months": 36, "since": date(2018, 3, 1)}
    near_sixty = {"birth_date": date(1962, 1, 1)}

    assert asked("si_flex_hard", registers(person_paid=(years,))) == {"extended"}
    assert status("si_flex_hard", registers(person=near_sixty, person_paid=(years,))) is Status.ELIGIBLE


def test_of_a_graduate_the_ledger_does_not_say_on_which_ground_the_months_were_paid() -> None:
    graduate = {"education": "大学专科", "graduated_on": date(2019, 6, 20)}

    assert "granted" in asked("si_flex_hard", registers(person=graduate, person_paid=(AS_IT_IS,)))
    assert status("si_flex_hard", registers(person=graduate)) is Status.ELIGIBLE


@pytest.mark.parametrize(
    ("benefit", "until", "since", "status_then"),
    [
        ("期满", date(2020, 8, 31), date(2019, 1, 1), Status.NEEDS_INFO),
        ("期满", date(2020, 9, 1), date(2019, 1, 1), Status.INELIGIBLE),
        ("期满", date(2020, 9, 1), date(2020, 10, 1), Status.NEEDS_INFO),
    ],
)
def test_who_drew_unemployment_benefit_on_the_day_of_the_certificate_is_paid_by_the_insurance(
    benefit: str, until: date, since: date, status_then: Status
) -> None:
    drew = {
        "employment": "登记失业",
        "unemployment_benefit": benefit,
        "unemployment_benefit_until": until,
        "employment_since": since,
    }

    assert status("training_five", registers(person=drew)) is status_then


def test_a_founder_is_nobody_whom_the_firm_hired() -> None:
    graduate = {"education": "大学本科", "graduated_on": date(2018, 6, 20)}

    assert verdict("si_smallfirm_grad", registers(lead=graduate)) is None


def test_who_pays_as_a_resident_pays_no_employee_s_insurance() -> None:
    resident = registers(person={"insurance": "城乡居民", "own_premium": None})

    assert status("si_flex_hard", resident) is Status.INELIGIBLE


def test_a_firm_is_paid_for_each_worker_who_was_hard_to_employ() -> None:
    tables = registers(workers=({"hardship": "残疾"}, {"person": 6, "hardship": None}))
    before = {"benefit": "社会保险补贴"}

    told = verdict("si_unit_hard", tables)

    assert told is not None
    assert told.amount == Money(100_000)
    assert status("unit_post", tables) is Status.ELIGIBLE
    assert asked("si_unit_hard", registers(workers=({"hardship": "残疾"},), firm_paid=(before,))) == {
        "granted",
        "first_approved",
    }


@pytest.mark.parametrize(
    ("kind", "size", "status_then"),
    [
        ("企业", "微型", Status.ELIGIBLE),
        ("企业", "大型", Status.INELIGIBLE),
        ("企业", None, Status.NEEDS_INFO),
        ("个体工商户", "微型", Status.INELIGIBLE),
    ],
)
def test_a_small_enterprise_is_paid_for_a_graduate_it_hired(
    kind: str, size: str | None, status_then: Status
) -> None:
    graduate = {"education": "大学本科", "graduated_on": date(2020, 6, 20)}
    tables = registers(workers=(graduate,), firm={"kind": kind, "size": size})

    assert status("si_smallfirm_grad", tables) is status_then


def test_each_month_on_a_public_post_was_paid_for() -> None:
    posted = {"employment": "公益性岗位", "insurance": "职工", "employment_since": date(2019, 6, 1)}
    since_2017 = {**posted, "employment_since": date(2017, 6, 1)}

    told = verdict("public_post", registers(person=posted))

    assert told is not None
    assert (told.status, told.amount) == (Status.ELIGIBLE, yuan(1600))
    assert asked("public_post", registers(person=since_2017)) == {"extended"}
    assert status("public_post_renewal", registers(person=since_2017)) is Status.INELIGIBLE
    assert status("public_post_renewal", registers(person={**since_2017, "sex": "女"})) is Status.INELIGIBLE
    old = {**since_2017, "sex": "女", "birth_date": date(1975, 1, 1)}
    assert status("public_post_renewal", registers(person=old)) is Status.NEEDS_INFO


@pytest.mark.parametrize(
    ("person", "found"),
    [
        ({"employment": "未就业", "graduated_on": date(2019, 6, 20)}, True),
        ({"employment": "未就业", "graduated_on": date(2016, 6, 20)}, False),
        ({"employment": "登记失业", "birth_date": date(2000, 1, 1)}, True),
        ({"employment": "未就业", "birth_date": date(2000, 1, 1)}, False),
        ({"employment": "单位就业", "graduated_on": date(2019, 6, 20)}, False),
    ],
)
def test_internships_are_for_graduates_without_work_and_the_young_unemployed(
    person: Row, found: bool
) -> None:
    tables = registers(person={"insurance": "城乡居民", **person})

    assert (verdict("internship", tables) is not None) == found


def test_who_founded_a_small_firm_and_is_insured_there_is_paid_once() -> None:
    before = {"benefit": "一次性创业补贴", "paid_on": date(2020, 3, 1)}

    told = verdict("startup_firm", registers())

    assert told is not None
    assert (told.status, told.amount) == (Status.ELIGIBLE, yuan(15_000))
    assert status("startup_firm", registers(firm_paid=(before,))) is Status.INELIGIBLE
    assert status("startup_firm", registers(firm_paid=({"benefit": "稳岗返还"},))) is Status.ELIGIBLE


def test_what_a_founder_was_given_for_another_firm_counts() -> None:
    tables = dict(registers(firm_paid=({"benefit": "一次性创业补贴", "firm": "企业乙"},)))
    tables["led"] = pl.LazyFrame(
        {"firm": ["企业甲", "企业乙"], "kind": ["企业", "个体工商户"], "person": [5, 5]}
    )

    assert status("startup_firm", tables) is Status.INELIGIBLE


@pytest.mark.parametrize(
    ("lead", "status_then"),
    [
        ({"insurance": "城乡居民", "employer": None}, Status.INELIGIBLE),
        ({"employer": "某镇农业站"}, Status.NEEDS_INFO),  # may be of a township's 事业单位
        ({"deceased": True}, None),
    ],
)
def test_a_founder_is_insured_by_the_firm_or_by_a_township(lead: Row, status_then: Status | None) -> None:
    assert status("startup_firm", registers(lead=lead)) is status_then


def test_a_sole_trader_s_own_contributions_count() -> None:
    trader = {"kind": "个体工商户"}
    flexible = {"employer": None, "insurance": "灵活就业人员"}

    told = verdict("startup_individual", registers(firm=trader, lead=flexible))

    assert told is not None
    assert told.amount == yuan(2_000)
    resident = {"employer": None, "insurance": "城乡居民"}
    assert status("startup_individual", registers(firm=trader, lead=resident)) is Status.INELIGIBLE
    assert verdict("startup_firm", registers(firm=trader)) is None


def test_a_post_for_a_graduate_of_the_year_is_paid_for_and_others_may_be() -> None:
    graduate = {"graduated_on": date(2020, 6, 20)}
    short = {**graduate, "person": 8, "contract_until": date(2021, 5, 31)}
    other = {"person": 9}

    told = verdict("startup_jobs", registers(workers=(graduate, short, other)))

    assert told is not None
    assert (told.status, told.amount) == (Status.ELIGIBLE, yuan(2_000))
    assert verdict("startup_jobs", registers(workers=(other,))) is None


def test_rent_is_for_young_firms_with_three_workers_outside_the_parks() -> None:
    three = tuple({"person": number, "id_number": f"{number}"} for number in (11, 12, 13))
    rural = {"settled": "农村", "hardship": "无"}

    assert verdict("startup_rent", registers(workers=three[:2], lead=rural)) is None
    assert verdict("startup_rent", registers(workers=three, lead={"hardship": "无"})) is None
    assert asked("startup_rent", registers(workers=three, lead=rural)) == {
        "groups",
        "rent_relief",
        "qualifying_workers",
        "year",
        "rent_paid",
    }
    in_a_park = registers(workers=three, lead=rural, firm={"incubated": True})
    assert status("startup_rent", in_a_park) is Status.INELIGIBLE


def test_domestic_services_are_told_by_their_name_and_only_the_premium_is_missing() -> None:
    assert asked("domestic_insurance", registers()) == {"premium"}
    assert verdict("domestic_insurance", registers(firm={"name": "聊城甲汽车维修有限公司"})) is None
    retired = {"birth_date": date(1950, 1, 1)}
    assert status("domestic_insurance", registers(lead=retired, workers=(retired,))) is Status.INELIGIBLE


@pytest.fixture(scope="module")
def city() -> Tables:
    return invented_block(city_plan())


@pytest.mark.parametrize("on", [ON, date(2020, 3, 5)])
def test_whoever_is_found_in_a_city_is_told_what_he_is_told_alone(city: Tables, on: date) -> None:
    assert disagreements(SYSTEM, city, on, FIGURES) == []


def test_each_search_finds_somebody_and_none_finds_the_whole_city(city: Tables) -> None:
    found = {
        offer.key: search_verdicts(rule, search, city, on=ON, table=FIGURES).collect()
        for offer, search, rule in searched(SYSTEM, ON)
    }

    assert found.keys() == SEARCHED.keys()
    assert [key for key, rows in found.items() if rows.is_empty()] == []
    assert [key for key, rows in found.items() if rows["payee"].n_unique() > 20_000 // 50] == []
    certain = {key for key, rows in found.items() if rows["settled"].any()}
    assert certain == {
        "si_unit_hard",
        "si_flex_hard",
        "si_smallfirm_grad",
        "si_flex_grad",
        "public_post",
        "unit_post",
        "startup_firm",
        "startup_individual",
        "startup_jobs",
    }


def test_nobody_who_died_or_is_a_child_is_found(city: Tables) -> None:
    grown = city["persons"].filter(
        ~pl.col("deceased"), pl.col("birth_date") <= date(ON.year - 15, ON.month, ON.day)
    )
    people = set(grown.select("person").collect()["person"])

    for offer, search, rule in searched(SYSTEM, ON):
        if offer.audience.name == "PERSON":
            found = search_verdicts(rule, search, city, on=ON, table=FIGURES).collect()
            assert set(found["payee"]) <= people, offer.key


def test_no_firm_that_closed_is_found(city: Tables) -> None:
    trading = set(city["firms"].filter(pl.col("status") == "在营").select("serial").collect()["serial"])

    for offer, search, rule in searched(SYSTEM, ON):
        if offer.audience.name == "FIRM":
            found = search_verdicts(rule, search, city, on=ON, table=FIGURES).collect()
            assert set(found["payee"]) <= trading, offer.key
