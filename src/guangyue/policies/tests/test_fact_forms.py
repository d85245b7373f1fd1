"""事实的表单: blank is unknown, what cannot be is refused at its field, lists have rows."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.http import QueryDict

from guangyue.kit.money import Money
from guangyue.policies.fact_forms import FactsForm
from guangyue.rules.facts import Facts, Sane, day, flag, money, number, ratio, rows, text, word, words
from guangyue.rules.sanity import contradictions


class Hire(Facts):
    """新招用的一人."""

    signed = day("签订日期")
    wage = money("月工资")


class Someone(Facts):
    """人员."""

    woman = flag("女性")
    birth = day("出生日期")
    graduated = day("毕业日期")
    ends = day("期满日期", may_lie_ahead=True)
    groups = words("人员类别", ("甲类", "乙类"))
    size = word("规模", ("大", "小"))
    paid = money("实缴")
    months = number("月数")
    part = ratio("比例")
    work = text("职业")
    hires = rows("招用的人", Hire)
    sane = (Sane("graduated", "毕业早于出生。", lambda one: one.birth <= one.graduated),)


class Contract(Facts):
    """合同."""

    signed = day("签订日期")
    sane = (
        Sane(
            "signed",
            "签订时不满十四周岁。",
            lambda contract, someone: someone.birth.plus(years=14) <= contract.signed,
            beside=Someone,
        ),
    )


def asked(**answers: Any) -> FactsForm:
    data = QueryDict(mutable=True)
    for name, value in answers.items():
        data.setlist(f"0-{name.replace('__', '-')}", value if isinstance(value, list) else [value])
    return FactsForm(Someone, data=data, prefix="0")


def test_what_is_left_blank_is_unknown() -> None:
    form = asked(woman="", birth="", groups=[])

    assert form.is_valid()
    assert form.facts().values == {}


def test_each_kind_of_fact_is_read() -> None:
    form = asked(
        woman="no",
        birth="1990-02-28",
        groups=["甲类"],
        size="小",
        paid="1,234.50",
        months="3",
        part="50%",
        work="木工",
    )

    assert form.is_valid(), form.errors
    assert form.facts().values == {
        "woman": False,
        "birth": date(1990, 2, 28),
        "groups": frozenset({"甲类"}),
        "size": "小",
        "paid": Money(123450),
        "months": 3,
        "part": Fraction(1, 2),
        "work": "木工",
    }


def test_none_of_the_words_is_known_and_not_unknown() -> None:
    form = asked(groups=["none"])

    assert form.is_valid()
    assert form.facts().values == {"groups": frozenset()}


@pytest.mark.parametrize(
    ("field", "sent", "said"),
    [
        ("paid", "-5", "金额不能是负数"),
        ("paid", "五元", "请填写金额"),
        ("paid", "99999999999999", "金额不能超过"),
        ("birth", "1899-12-31", "日期不能早于1900年"),
        ("birth", "2021-02-30", "没有这一天"),
        ("birth", "去年", "没有这一天"),
        ("size", "中", "没有“中”这一类"),
        ("groups", ["丙类"], "没有“丙类”这一类"),
        ("groups", ["甲类", "none"], "又选了别的"),
        ("months", "-1", "不小于零的整数"),
        ("months", "1.5", "不小于零的整数"),
        ("months", "9999999999", "不小于零的整数"),
        ("part", "一半", "请填比例"),
        ("part", "1/0", "请填比例"),
        ("part", "0.12345678", "比例最多六位小数"),
        ("woman", "maybe", "请选是或否"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(field: str, sent: Any, said: str) -> None:
    form = asked(**{field: sent})

    assert not form.is_valid()
    assert said in form.errors[field][0]


def test_who_graduates_before_being_born_is_refused_at_the_day_of_graduation() -> None:
    form = asked(birth="1990-01-01", graduated="1989-12-31")

    assert not form.is_valid()
    assert form.errors["graduated"] == ["毕业日期：毕业早于出生。"]


def test_a_contract_before_the_birth_contradicts_the_person_beside_it() -> None:
    someone, contract = Someone(birth=date(2000, 1, 1)), Contract(signed=date(2013, 12, 31))

    found = [(place, refusal.field) for place, refusal in contradictions(someone, contract)]

    assert found == [(1, "signed")]
    assert not list(contradictions(someone, contract.but(signed=date(2014, 1, 1))))
    assert not list(contradictions(Someone(), contract))


def test_a_day_still_to_come_is_none_yet_unless_it_may_lie_ahead() -> None:
    on, later = date(2021, 4, 30), date(2021, 5, 1)

    found = [refusal.field for _, refusal in contradictions(Someone(birth=later, ends=later), on=on)]

    assert found == ["birth"]
    assert not list(contradictions(Someone(birth=on), on=on))


def test_rows_that_are_filled_in_are_the_list_and_blank_ones_are_none() -> None:
    form = asked(hires__rows="2", hires__0__wage="1800", hires__1__wage="")

    assert form.is_valid(), form.errors
    (only,) = form.facts().values["hires"]
    assert only.values == {"wage": Money.yuan(1800)}


def test_a_list_without_a_row_is_unknown_unless_it_is_said_to_be_empty() -> None:
    unknown, empty = asked(hires__rows="1"), asked(hires__rows="1", hires__none="1")

    assert unknown.is_valid()
    assert empty.is_valid()
    assert "hires" not in unknown.facts().values
    assert empty.facts().values["hires"] == ()


def test_a_list_is_not_empty_and_filled_at_once() -> None:
    form = asked(hires__rows="1", hires__0__wage="1800", hires__none="1")

    assert not form.is_valid()
    assert "又选了没有" in form.lists[0].error


def test_one_more_row_is_shown_when_it_is_asked_for() -> None:
    assert asked(hires__rows="2", hires__add="1").lists[0].count == 3


def test_a_bad_row_is_refused_in_its_row() -> None:
    form = asked(hires__rows="2", hires__1__wage="-1")

    assert not form.is_valid()
    assert not form.lists[0].forms[0].errors
    assert "金额不能是负数" in form.lists[0].forms[1].errors["wage"][0]


def test_what_is_not_asked_stays_as_it_was_known() -> None:
    known = Someone(woman=True, birth=date(1990, 1, 1))

    form = FactsForm(Someone, data=QueryDict("0-birth=1991-01-01"), prefix="0", only=["birth"], initial=known)

    assert form.is_valid()
    assert form.facts().values == {"woman": True, "birth": date(1991, 1, 1)}


def test_what_is_known_is_filled_in() -> None:
    known = Someone(woman=False, groups=frozenset(), paid=Money(150), part=Fraction(1, 2), hires=(Hire(),))

    form = FactsForm(Someone, prefix="0", initial=known)

    shown = {bound.name: bound.value() for bound in form}
    assert (shown["woman"], shown["groups"], shown["paid"], shown["part"]) == ("no", ["none"], "1.50", "50%")
    assert form.lists[0].count == 2
