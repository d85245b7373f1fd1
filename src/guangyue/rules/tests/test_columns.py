"""A whole city says what one case says, cell by cell, unknowns and boundaries included."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guangyue.rules.authoring import Rule
from guangyue.rules.columns import frame_of, verdicts
from guangyue.rules.symbols import yuan
from guangyue.rules.tests.executions import (
    by_duckdb,
    by_polars,
    differences,
    one_by_one,
)
from guangyue.rules.tests.people import CUTS, DAYS, ON, PERSON, RULES, TABLE, Person, by_wage
from guangyue.rules.verdicts import Status, judge

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
people = st.lists(PERSON, min_size=1, max_size=25)
thorough = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@every_rule
@thorough
@given(people=people)
def test_the_batch_says_what_the_single_case_says(rule: Rule, people: list[Person], tmp_path: Path) -> None:
    city = {str(number): (person,) for number, person in enumerate(people)}

    single = one_by_one(rule, city, on=ON, table=TABLE)

    assert differences(by_polars(rule, city, on=ON, table=TABLE), single) == []
    assert differences(by_duckdb(rule, city, tmp_path, on=ON, table=TABLE), single) == []


@every_rule
@thorough
@given(cases=st.lists(st.tuples(PERSON, st.one_of(st.sampled_from(CUTS), DAYS)), min_size=1, max_size=25))
def test_each_case_can_be_judged_on_a_day_of_its_own(
    rule: Rule, cases: list[tuple[Person, date]], tmp_path: Path
) -> None:
    city = {str(number): (person,) for number, (person, _) in enumerate(cases)}
    days = {str(number): day for number, (_, day) in enumerate(cases)}

    single = one_by_one(rule, city, on=days, table=TABLE)

    assert differences(by_polars(rule, city, on=days, table=TABLE), single) == []
    assert differences(by_duckdb(rule, city, tmp_path, on=days, table=TABLE), single) == []


def test_outside_its_days_a_rule_says_nothing_of_anybody(tmp_path: Path) -> None:
    city = {"1": (Person(),)}
    after = date(2029, 5, 1)

    assert verdicts(by_wage, frame_of(city, (Person,)), on=after, table=TABLE).collect().height == 0
    assert by_duckdb(by_wage, city, tmp_path, on=after, table=TABLE) == {}


def test_a_figure_that_no_notice_says_is_asked_for() -> None:
    verdict = judge(
        by_wage,
        Person(county="无标准县", groups=["低保", "登记失业人员"], insured=True, months=0, paid=yuan(2000)),
        on=ON,
        lookup=TABLE,
    )

    (asked,) = verdict.asks

    assert verdict.status is Status.NEEDS_INFO
    assert (asked.key, asked.region, asked.day) == ("min_wage", "无标准县", ON)  # type: ignore[union-attr]
