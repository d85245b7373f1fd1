"""By how much a condition fails, as people read it."""

from datetime import date
from fractions import Fraction

import pytest

from guangyue.gazette.document import Document
from guangyue.rules.authoring import Rule, need, rule
from guangyue.rules.facts import UNKNOWN, Facts, day, flag, money, number, ratio, rows, text, word, words
from guangyue.rules.parameters import Entry, Table, money_figure
from guangyue.rules.shortfalls import shortfalls
from guangyue.rules.symbols import Day, percent, yuan
from guangyue.rules.verdicts import judge

MEASURES = Document(
    number="示财社〔2026〕7号", title="示例补助办法", since=date(2026, 5, 9), until=date(2029, 4, 30)
)
ON = date(2028, 2, 29)
MINIMUM_WAGE = money_figure("min_wage", "最低工资标准")
TABLE = Table([Entry("min_wage", date(2024, 1, 1), yuan(1700), "示人社〔2024〕1号")])


class Worker(Facts):
    wage = money("月工资")


class Grant(Facts):
    subsidy = text("补贴项目")


class Firm(Facts):
    registered = day("登记注册日期")
    left = day("离校日期")
    size = word("规模", ("微型", "小型", "中型", "大型"))
    groups = words("人员类别", ("登记失业人员", "就业困难人员", "高校毕业生"))
    insured = flag("已参保")
    in_park = flag("在认定的园区内")
    months = number("劳动合同月数")
    rent = money("实付租金")
    kept = ratio("留用率")
    trade = text("工种")
    other_trade = text("证书工种")
    workers = rows("招用的职工", Worker)
    grants = rows("此前领取的补贴", Grant)


def firm_rule(*conditions: object) -> Rule:
    """Not a rule of any document: each test says what it needs."""

    @rule(cites=MEASURES.clause("第一条"), title="示例补贴")
    def sample(firm: Firm, on: Day) -> None:
        for condition in conditions:
            need("条件", condition(firm, on))  # type: ignore[operator]

    return sample


WAGE = MINIMUM_WAGE.at()


@pytest.mark.parametrize(
    ("condition", "facts", "said"),
    [
        (
            lambda firm, on: firm.registered.plus(months=12) <= on,
            {"registered": date(2027, 6, 10)},
            "还差 3 个月 12 天，2028年6月10日满足",
        ),
        (
            lambda firm, on: firm.registered.plus(months=12) < on,
            {"registered": date(2027, 3, 1)},
            "还差 2 天，2028年3月2日满足",
        ),
        (
            lambda firm, on: on <= firm.left.plus(years=2),
            {"left": date(2026, 2, 24)},
            "已过 5 天，2028年2月24日截止",
        ),
        (
            lambda firm, on: on < firm.left.plus(years=18),
            {"left": date(2010, 2, 28)},
            "已过 2 天，2028年2月27日截止",
        ),
        (
            lambda firm, on: firm.registered >= date(2013, 10, 1),
            {"registered": date(2013, 9, 29)},
            "早了 2 天，须不早于2013年10月1日",
        ),
        (
            lambda firm, on: firm.registered <= firm.left.plus(years=5),
            {"registered": date(2027, 8, 1), "left": date(2020, 7, 1)},
            "晚了 2 年 1 个月，须不晚于2025年7月1日",
        ),
        (
            lambda firm, on: firm.left.plus(years=5) >= on.plus(months=1),
            {"left": date(2023, 3, 28)},
            "已过 1 天",
        ),
        (lambda firm, on: firm.months >= 12, {"months": 9}, "还差 3 个月"),
        (lambda firm, on: firm.months < 36, {"months": 36}, "超出 1 个月"),
        (lambda firm, on: firm.rent <= yuan(1000), {"rent": yuan(1120)}, "超出 120.00 元"),
        (lambda firm, on: firm.rent >= WAGE, {"rent": yuan("1699.50")}, "还差 0.50 元"),
        (
            lambda firm, on: firm.kept >= percent(70),
            {"kept": Fraction(655, 1000)},
            "还差 4.5 个百分点",
        ),
        (
            lambda firm, on: firm.workers.count(lambda one: one.wage >= yuan(1000)) >= 3,
            {"workers": (Worker(wage=yuan(1000)), Worker(wage=yuan(900)))},
            "还差 2 人",
        ),
        (
            lambda firm, on: firm.grants.count(lambda one: one.subsidy.among("示例")) < 1,
            {"grants": (Grant(subsidy="示例"), Grant(subsidy="别的"))},
            "已有 1 笔",
        ),
        (
            lambda firm, on: firm.grants.count() < 3,
            {"grants": (Grant(), Grant(), Grant(), Grant())},
            "超出 2 笔",
        ),
        (
            lambda firm, on: firm.size.among("小型", "微型"),
            {"size": "大型"},
            "须为“微型”、“小型”之一，现为“大型”",
        ),
        (lambda firm, on: ~firm.size.among("大型", "中型"), {"size": "大型"}, "不能为“大型”"),
        (
            lambda firm, on: firm.groups.meet("登记失业人员", "就业困难人员"),
            {"groups": {"高校毕业生"}},
            "须为“登记失业人员”、“就业困难人员”之一，现为“高校毕业生”",
        ),
        (
            lambda firm, on: firm.groups.meet("登记失业人员"),
            {"groups": set()},
            "须为“登记失业人员”，现都不是",
        ),
        (lambda firm, on: firm.insured, {"insured": False}, "“已参保”须为是，现为否"),
        (lambda firm, on: ~firm.in_park, {"in_park": True}, "“在认定的园区内”须为否，现为是"),
        (
            lambda firm, on: firm.registered.year.equals(on.year),
            {"registered": date(2026, 1, 1)},
            "须为 2028 年，现为 2026 年",
        ),
        (
            lambda firm, on: firm.trade.equals("焊工"),
            {"trade": "电工"},
            "须为“焊工”，现为“电工”",
        ),
        (
            lambda firm, on: firm.trade.equals(firm.other_trade),
            {"trade": "电工", "other_trade": "焊工"},
            "须与“证书工种”一致",
        ),
        (lambda firm, on: firm.rent.known, {}, "没有“实付租金”"),
    ],
)
def test_a_condition_says_by_how_much_it_fails(
    condition: object, facts: dict[str, object], said: str
) -> None:
    firm = Firm(**facts)
    verdict = judge(firm_rule(condition), firm, on=ON, lookup=TABLE)

    assert shortfalls(verdict, firm, on=ON, lookup=TABLE) == {0: said}


def test_of_several_ways_the_nearest_is_said() -> None:
    either = firm_rule(lambda firm, on: firm.groups.meet("高校毕业生") | (firm.months >= 12))
    firm = Firm(groups=set(), months=11)

    assert shortfalls(judge(either, firm, on=ON), firm, on=ON) == {0: "还差 1 个月"}


def test_of_two_dates_the_earlier_to_come_is_said() -> None:
    either = firm_rule(
        lambda firm, on: (firm.registered.plus(months=12) <= on) | (firm.left.plus(months=6) <= on)
    )
    firm = Firm(registered=date(2028, 1, 1), left=date(2028, 1, 1))

    assert shortfalls(judge(either, firm, on=ON), firm, on=ON) == {0: "还差 4 个月 2 天，2028年7月1日满足"}


def test_what_must_hold_together_is_said_together_and_only_what_is_amiss() -> None:
    both = firm_rule(lambda firm, on: firm.insured & (firm.months >= 12) & (firm.rent >= yuan(1)))
    firm = Firm(insured=False, months=10, rent=yuan(5))

    assert shortfalls(judge(both, firm, on=ON), firm, on=ON) == {0: "“已参保”须为是，现为否；还差 2 个月"}


def test_conditions_that_hold_or_are_unknown_fall_short_of_nothing() -> None:
    three = firm_rule(
        lambda firm, on: firm.insured,
        lambda firm, on: firm.months >= 12,
        lambda firm, on: ~firm.in_park,
    )
    firm = Firm(insured=True, months=11, in_park=UNKNOWN)

    assert shortfalls(judge(three, firm, on=ON), firm, on=ON) == {1: "还差 1 个月"}
