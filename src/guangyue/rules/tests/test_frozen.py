"""What was judged comes back from JSON as it was, and judged again makes the same bytes."""

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.gazette.document import Document
from guangyue.kit.money import Money
from guangyue.rules.authoring import need, rule
from guangyue.rules.facts import (
    UNKNOWN,
    FactRefused,
    Facts,
    Partly,
    day,
    flag,
    money,
    number,
    ratio,
    rows,
    text,
    word,
    words,
)
from guangyue.rules.frozen import Consulted, freeze, freeze_verdict, hash_of, stable_bytes, thaw
from guangyue.rules.parameters import Entry, Table, money_figure
from guangyue.rules.symbols import Amount, Day, yuan
from guangyue.rules.verdicts import judge

MEASURES = Document(
    number="示财社〔2026〕7号", title="示例补助办法", since=date(2026, 5, 9), until=date(2029, 4, 30)
)
ON = date(2028, 2, 29)
WAGE = money_figure("min_wage", "最低工资标准")
GROUPS = ("登记失业人员", "就业困难人员", "高校毕业生")
TABLE = Table(
    [
        Entry("min_wage", date(2024, 1, 1), yuan(1700), "示人社〔2024〕1号"),
        Entry("min_wage", date(2027, 10, 1), yuan(1820), "示人社〔2027〕9号", "东县"),
    ]
)


class Grant(Facts):
    """以前享受过的一笔."""

    on = day("发放日期")
    amount = money("金额")


class Case(Facts):
    """一个案例, with a fact of every kind."""

    signed = flag("签订合同")
    wage = money("工资")
    owed = money("差额", may_be_negative=True)
    months = number("月数")
    rate = ratio("比例")
    hired = day("入职日期")
    county = word("县区", ("东县", "西县"))
    trade = text("工种")
    groups = words("人员类别", GROUPS)
    before = rows("以前的补贴", of=Grant)


@rule(cites=MEASURES.clause("第三条"), title="示例补贴", key="example")
def example(case: Case, on: Day) -> Amount:
    """The difference between the wage and what is paid at least."""
    need("已签订劳动合同", case.signed)
    need("入职满六个月", case.hired.plus(months=6) <= on)
    need("属于就业困难人员", case.groups.meet("就业困难人员"))
    return WAGE.at(on, case.county) - case.wage


DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
SETS = st.frozensets(st.sampled_from(GROUPS))
SAID: dict[str, st.SearchStrategy[Any]] = {
    "signed": st.booleans(),
    "wage": st.integers(0, 10**10).map(Money),
    "owed": st.integers(-(10**10), 10**10).map(Money),
    "months": st.integers(0, 10**9),
    "rate": st.integers(0, 10**7).map(lambda parts: Fraction(parts, 10**6)),
    "hired": DAYS,
    "county": st.sampled_from(("东县", "西县")),
    "trade": st.text(min_size=1).filter(lambda said: bool(said.strip())),
    "groups": SETS | st.builds(lambda one, other: Partly(one, one | other), SETS, SETS),
    "before": st.lists(
        st.builds(Grant, on=DAYS | st.just(UNKNOWN), amount=st.integers(0, 10**9).map(Money)), max_size=3
    ),
}
CASES = st.fixed_dictionaries({}, optional={name: said | st.just(UNKNOWN) for name, said in SAID.items()})


@given(CASES)
def test_facts_come_back_as_they_were_whatever_is_known_of_them(said: dict[str, Any]) -> None:
    facts = Case(**said)

    kept = json.loads(stable_bytes(freeze(facts)))
    again = thaw(Case, kept)

    assert freeze(again) == kept
    known = {name: value for name, value in facts.carried.items() if value is not None and name != "before"}
    assert {name: value for name, value in again.carried.items() if name != "before"} == known


@given(CASES)
def test_a_thawed_case_is_judged_to_the_same_bytes(said: dict[str, Any]) -> None:
    facts = Case(**said)
    first, second = Consulted(TABLE), Consulted(TABLE)

    once = freeze_verdict(judge(example, facts, on=ON, lookup=first))
    again = freeze_verdict(judge(example, thaw(Case, freeze(facts)), on=ON, lookup=second))

    assert stable_bytes(again) == stable_bytes(once)
    assert stable_bytes(second.freeze()) == stable_bytes(first.freeze())


def test_the_figures_that_were_looked_up_are_named_with_the_notice_that_said_them() -> None:
    figures = Consulted(TABLE)
    facts = Case(signed=True, hired=date(2027, 1, 1), groups={"就业困难人员"}, county="东县", wage=yuan(1000))

    verdict = judge(example, facts, on=ON, lookup=figures)

    assert verdict.amount == yuan(820)
    assert figures.freeze() == [
        {
            "key": "min_wage",
            "region": "东县",
            "day": "2028-02-29",
            "entry": {
                "region": "东县",
                "since": "2027-10-01",
                "value": {"money": "1820.00"},
                "source": "示人社〔2027〕9号",
            },
        }
    ]


def test_a_figure_that_no_notice_says_is_named_as_missing() -> None:
    figures = Consulted(Table(()))
    facts = Case(signed=True, hired=date(2027, 1, 1), groups={"就业困难人员"}, county="西县", wage=yuan(1))

    kept = freeze_verdict(judge(example, facts, on=ON, lookup=figures))

    assert kept["status"] == "NEEDS_INFO"
    assert kept["asks"] == ["min_wage@西县@2028-02-29"]
    assert figures.freeze()[0]["entry"] is None


def test_two_contents_that_differ_have_two_hashes_and_the_order_of_keys_is_none() -> None:
    assert hash_of({"a": 1, "b": 2}) == hash_of({"b": 2, "a": 1})
    assert hash_of({"a": 1}) != hash_of({"a": 2})


def test_what_cannot_be_is_refused_when_it_is_thawed() -> None:
    with pytest.raises(FactRefused, match="金额不能是负数"):
        thaw(Case, {"wage": "-1.00"})
    with pytest.raises(FactRefused, match="没有这些事实"):
        thaw(Case, {"shoe_size": 43})
