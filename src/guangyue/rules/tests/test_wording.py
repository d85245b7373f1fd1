"""规则的说法: every kind of node in Chinese, and every rule that a city declares."""

from datetime import date
from fractions import Fraction

import pytest

from guangyue.gazette.document import Clause
from guangyue.rules.authoring import Rule, capped, need, rule
from guangyue.rules.facts import Facts, day, flag, money, number, rows, text, word, words
from guangyue.rules.parameters import money_figure, ratio_figure
from guangyue.rules.ratios import ratio_said, read_ratio
from guangyue.rules.symbols import Amount, Day, at_most, choose, greatest, share, yuan
from guangyue.rules.wording import rule_in_words

CITES = Clause("示政发〔2021〕1号", "第一条")
WAGE, RATE = money_figure("wage", "最低工资"), ratio_figure("rate", "补贴比例")
NAMES = {"wage": "最低工资", "rate": "补贴比例", "other_rule": "另一项补贴"}


class Row(Facts):
    """一行."""

    paid = money("实缴")
    since = day("起始日")
    about = text("项目")


class Person(Facts):
    """人员."""

    woman = flag("女性")
    birth = day("出生日期")
    groups = words("人员类别", ("甲", "乙"))
    size = word("规模", ("大", "小"))
    months = number("月数")
    paid = money("实缴")
    list = rows("名单", Row)


@rule(cites=CITES, title="示例")
def everything(person: Person, on: Day) -> Amount:
    """One of each."""
    need("年龄", person.birth.plus(years=50) <= on)
    need("一段时间", on < person.birth.plus(months=18, days=1))
    need("月数", person.months >= 12)
    need("不到", ~(person.months >= 12))
    need("多于", ~(person.months <= 3))
    need("类别", person.groups.meet("甲", "乙"))
    need("不含", ~person.groups.meet("甲"))
    need("规模", person.size.among("小"))
    need("不是女性", ~person.woman)
    need("两样之一", person.woman | (person.months > 1) & person.size.among("大"))
    need("已知", person.birth.known)
    need("不知", ~person.birth.known)
    need("名单", person.list.count(lambda row: row.since.year.equals(on.year)) < 3)
    need("不少于", person.list.count() >= 1)
    need("另一项", person.list.count(lambda row: row.about.among("other_rule")) < 1)
    total = person.list.total(lambda row: row.paid, lambda row: row.paid > yuan(0))
    tiers = choose((person.woman, yuan(200)), otherwise=WAGE.at(person.birth) * person.months)
    most = at_most(person.paid * share(2, 3))
    return capped(greatest(total, tiers, person.paid * RATE.at(on) - yuan("0.5"), person.paid / 12), most)


SAID = {
    "年龄": "出生日期 + 50 年 ≤ 所问日期",
    "一段时间": "所问日期 < 出生日期 + 18 个月 + 1 天",
    "月数": "月数 ≥ 12",
    "不到": "月数 < 12",
    "多于": "月数 > 3",
    "类别": "人员类别含乙、甲之一",
    "不含": "人员类别不含甲",
    "规模": "规模是小",
    "不是女性": "并非“女性”",
    "两样之一": "女性 或 （月数 > 1 且 规模是大）",
    "已知": "知道出生日期",
    "不知": "不知道出生日期",
    "名单": "“名单”中 其起始日的年份 = 所问日期的年份 的个数 < 3",
    "不少于": "“名单”的个数 ≥ 1",
    "另一项": "“名单”中 其项目是另一项补贴 的个数 < 1",
}


@pytest.mark.parametrize("label", SAID)
def test_a_condition_is_said_as_people_read_it(label: str) -> None:
    words = {one.label: said for one, said in rule_in_words(everything, NAMES).conditions}

    assert words[label] == SAID[label]


def test_the_formula_of_the_amount_is_said() -> None:
    assert rule_in_words(everything, NAMES).amount == (
        "取低（取高（“名单”中 其实缴 > ¥0 的其实缴合计，"
        "（女性的，¥200；其他，最低工资（出生日期） × 月数），"
        "实缴 × 补贴比例 − ¥0.50，实缴 ÷ 12），"
        "实缴 × 2/3（不足一分的舍去））"
    )


def test_remarks_are_said_too() -> None:
    ((remark, said),) = rule_in_words(everything, NAMES).remarks

    assert remark.code == "CAP_APPLIED"
    assert said.startswith("实缴 × 2/3（不足一分的舍去） < 取高（")


def test_a_rule_that_only_judges_says_no_amount() -> None:
    @rule(cites=CITES, title="只判定", until=date(2030, 1, 1))
    def judged(person: Person) -> None:
        need("女性", person.woman)

    assert isinstance(judged, Rule)
    assert rule_in_words(judged).amount == ""


@pytest.mark.parametrize(
    ("written", "ratio", "said"),
    [
        ("50%", Fraction(1, 2), "50%"),
        ("０.６", Fraction(3, 5), "60%"),
        ("2/3", Fraction(2, 3), "2/3"),
        ("12.5 %", Fraction(1, 8), "12.5%"),
        ("1", Fraction(1), "100%"),
    ],
)
def test_a_ratio_is_read_exactly_and_said_as_it_is_written(written: str, ratio: Fraction, said: str) -> None:
    assert read_ratio(written) == ratio
    assert ratio_said(ratio) == said


@pytest.mark.parametrize("written", ["", "%", "五成", "1/0", "1e5", "-50%", "0" * 30])
def test_what_is_no_ratio_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="请填比例"):
        read_ratio(written)
