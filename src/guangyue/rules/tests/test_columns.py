"""A whole city says what one case says, cell by cell, unknowns and boundaries included."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guangyue.gazette.document import Document
from guangyue.kit.money import Money
from guangyue.rules.authoring import Rule, need, rule
from guangyue.rules.columns import frame_of, lists_of, verdicts
from guangyue.rules.facts import UNKNOWN, Facts, Partly, day, flag, money, number, ratio, rows, word, words
from guangyue.rules.parameters import Entry, Table, money_figure
from guangyue.rules.symbols import (
    Amount,
    Day,
    at_least,
    at_most,
    choose,
    greatest,
    least,
    percent,
    share,
    yuan,
)
from guangyue.rules.verdicts import Status, judge

MEASURES = Document(
    number="示财社〔2026〕7号", title="示例补助办法", since=date(2026, 5, 9), until=date(2029, 4, 30)
)
ON = date(2028, 2, 29)
COUNTIES = ("东县", "西县", "无标准县")
MINIMUM_WAGE = money_figure("min_wage", "最低工资标准")
TABLE = Table(
    [
        Entry("min_wage", date(2024, 1, 1), yuan(1700), "示人社〔2024〕1号", "东县"),
        Entry("min_wage", date(2027, 10, 1), yuan(1820), "示人社〔2027〕9号", "东县"),
        Entry("min_wage", date(2027, 10, 1), yuan(2010), "示人社〔2027〕9号", "西县"),
    ]
)


class Child(Facts):
    birth = day("出生日期")
    cost = money("费用")
    at_school = flag("在校")


class Person(Facts):
    county = word("县区", COUNTIES)
    groups = words("人员类别", ("登记失业人员", "就业困难人员", "低保"))
    birth = day("出生日期")
    graduated = day("毕业日期")
    insured = flag("参保")
    paid = money("缴费")
    rate = ratio("比例")
    months = number("月数")
    children = rows("子女", Child)


@rule(cites=MEASURES.clause("第一条"), title="按工资的补贴")
def by_wage(person: Person, on: Day) -> Amount:
    wage = MINIMUM_WAGE.at(on, person.county)
    need("属于两类人员之一", person.groups.meet("登记失业人员", "就业困难人员"))
    need("满五十周岁或已参保", (person.birth.plus(years=50) <= on) | person.insured)
    need("不满三十六个月", person.months < 36, ~person.months.equals(7))
    return choose(
        (person.paid >= yuan(1000), at_most(wage * share(2, 3))),
        (person.insured & (person.months > 12), wage * person.rate),
        otherwise=at_least(wage * percent(10)),
    )


@rule(cites=MEASURES.clause("第二条"), title="按毕业日标准的补贴")
def by_graduation(person: Person, on: Day) -> Amount:
    need("毕业两年内", person.graduated <= on, on <= person.graduated.plus(years=2))
    need("毕业年度", person.graduated.year >= 2026)
    need("缴费已知或已参保", person.paid.known | person.insured)
    wage = MINIMUM_WAGE.at(person.graduated, person.county)
    return greatest(least(person.paid * person.months * share(1, 7), wage), yuan(1)) + yuan("0.5")


@rule(cites=MEASURES.clause("第三条"), title="按子女的补贴")
def by_children(person: Person, on: Day) -> Amount:
    minors = person.children.count(lambda child: on < child.birth.plus(years=18))
    need("有未成年子女", minors >= 1)
    need("不多于四个", minors <= 4)
    costs = person.children.total(
        lambda child: least(child.cost * percent(50), yuan(60)),
        lambda child: child.at_school | (child.birth.plus(years=6, days=-1) <= person.graduated),
    )
    return costs + minors.certain * yuan(100)


RULES = (by_wage, by_graduation, by_children)


def maybe(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Unknown every now and then."""
    return st.one_of(values, values, values, st.just(UNKNOWN))


CUTS = (ON, date(1978, 2, 28), date(1978, 3, 1), date(2010, 2, 28), date(2010, 3, 1), date(2027, 10, 1))
DAYS = st.one_of(
    st.dates(date(1930, 1, 1), date(2030, 12, 31)),
    st.sampled_from([date.fromordinal(cut.toordinal() + step) for cut in CUTS for step in range(-2, 3)]),
)
MONEY = st.one_of(st.integers(0, 3), st.integers(99_998, 100_002), st.integers(0, 10**12)).map(Money)
CHILD = st.builds(Child, birth=maybe(DAYS), cost=maybe(MONEY), at_school=maybe(st.booleans()))
GROUP = st.sampled_from(("登记失业人员", "就业困难人员", "低保"))
PERSON = st.builds(
    Person,
    county=maybe(st.sampled_from(COUNTIES)),
    groups=maybe(st.one_of(st.sets(GROUP), st.builds(Partly, st.frozensets(GROUP), st.frozensets(GROUP)))),
    birth=maybe(DAYS),
    graduated=maybe(DAYS),
    insured=maybe(st.booleans()),
    paid=maybe(MONEY),
    rate=maybe(st.integers(0, 1_500_000).map(lambda parts: Fraction(parts, 1_000_000))),
    months=maybe(st.sampled_from((0, 6, 7, 8, 12, 13, 35, 36))),
    children=maybe(st.lists(CHILD, max_size=4)),
)

Said = tuple[bool, int | None, int]


def as_a_batch(rule: Rule, people: Mapping[str, Person]) -> dict[str, Said]:
    subjects = {key: (person,) for key, person in people.items()}
    found = verdicts(
        rule,
        frame_of(subjects, rule.subjects),
        on=ON,
        table=TABLE,
        lists=lists_of(subjects, rule.subjects),
    ).collect()
    return {key: (settled, amount, unknown) for key, settled, amount, unknown in found.iter_rows()}


def one_by_one(rule: Rule, people: Mapping[str, Person]) -> dict[str, Said]:
    found = {}
    for key, person in people.items():
        verdict = judge(rule, person, on=ON, lookup=TABLE)
        if verdict.status is not Status.INELIGIBLE:
            unknown = sum(
                2**place for place, one in enumerate(verdict.conditions) if one.outcome.name == "UNKNOWN"
            )
            found[key] = (verdict.awarded, verdict.amount.fen if verdict.amount else None, unknown)
            if verdict.amount == Money(0):
                found[key] = (True, 0, unknown)
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
@settings(max_examples=60, deadline=None)
@given(people=st.lists(PERSON, min_size=1, max_size=25))
def test_the_batch_says_what_the_single_case_says(rule: Rule, people: list[Person]) -> None:
    city = {str(number): person for number, person in enumerate(people)}

    assert as_a_batch(rule, city) == one_by_one(rule, city)


def test_outside_its_days_a_rule_says_nothing_of_anybody() -> None:
    city = {"1": (Person(),)}

    found = verdicts(by_wage, frame_of(city, (Person,)), on=date(2029, 5, 1), table=TABLE).collect()

    assert found.height == 0


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
