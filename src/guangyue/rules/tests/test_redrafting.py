"""Rules redrafted: which figures stand in them, other figures in their place, conditions left out."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.kit.money import Money
from guangyue.rules.authoring import Rule, capped, need, rule
from guangyue.rules.parameters import Entry
from guangyue.rules.redrafting import (
    CannotBe,
    Changes,
    Drafted,
    NoSuchPlace,
    Said,
    Sort,
    figure_said,
    laid_over,
    parts_of,
    redraft,
)
from guangyue.rules.symbols import Amount, percent, yuan
from guangyue.rules.tests.people import ON, RULES, TABLE, Child, Person, by_balance, by_children, by_wage
from guangyue.rules.verdicts import Status, judge

ANY: dict[Sort, st.SearchStrategy[Said]] = {
    Sort.MONEY: st.integers(0, 10**9).map(Money),
    Sort.NUMBER: st.integers(0, 10**6),
    Sort.RATIO: st.integers(0, 3 * 10**6).map(lambda parts: Fraction(parts, 10**6)),
    Sort.DAY: st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    Sort.MONTHS: st.integers(-600, 600).filter(bool),
    Sort.DAYS: st.integers(-600, 600).filter(bool),
}


def figures(rule: Rule) -> list[Drafted]:
    return [one for part in parts_of(rule) for one in part.figures]


def a_value(one: Drafted) -> st.SearchStrategy[Said]:
    if one.sort is Sort.WORDS:
        return st.sets(st.sampled_from(one.words), min_size=1).map(frozenset)
    return ANY[one.sort]


@st.composite
def redraftings(draw: st.DrawFn) -> tuple[Rule, Changes, Changes]:
    """A rule, other values for some of its figures, and those that it has."""
    rule = draw(st.sampled_from(RULES))
    chosen = draw(st.lists(st.sampled_from(figures(rule)), unique_by=lambda one: one.path))
    return rule, {one.path: draw(a_value(one)) for one in chosen}, {one.path: one.value for one in chosen}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_nothing_changed_is_the_same_rule(rule: Rule) -> None:
    assert redraft(rule, {}).fingerprint == rule.fingerprint
    same = {one.path: one.value for one in figures(rule)}
    assert redraft(rule, same).fingerprint == rule.fingerprint


@given(redraftings())
def test_what_was_changed_and_changed_back_is_the_same_rule(drafted: tuple[Rule, Changes, Changes]) -> None:
    rule, changes, before = drafted

    changed = redraft(rule, changes)

    assert changed.key == rule.key
    assert (changed.fingerprint == rule.fingerprint) == (changes == before)
    assert redraft(changed, before).fingerprint == rule.fingerprint


def test_every_figure_says_in_which_phrase_it_stands() -> None:
    said = {one.said: figure_said(one.sort, one.value) for one in figures(by_wage) if not one.silent}

    assert said == {
        "人员类别含就业困难人员、登记失业人员之一": "就业困难人员、登记失业人员",
        "出生日期 + 50 年 ≤ 所问日期": "50 年",
        "月数 < 36": "36",
        "月数 ≠ 7": "7",
        "缴费 ≥ ¥1,000": "¥1,000",
        "min_wage（县区） × 2/3（不足一分的舍去）": "2/3",
        "月数 > 12": "12",
        "min_wage（县区） × 10%（不足一分的进一）": "10%",
    }


def test_a_figure_of_an_interval_is_changed_at_both_its_ends() -> None:
    two = next(one for one in figures(by_children) if one.said.endswith("的个数 ≥ 1"))
    drafted = redraft(by_children, {two.path: 2})
    one_child = Person(children=[Child(birth=date(2020, 1, 1), cost=yuan(100), at_school=True)])

    assert len(two.paths) == 2
    assert judge(by_children, one_child, on=ON).status is Status.ELIGIBLE
    assert judge(drafted, one_child, on=ON).status is Status.INELIGIBLE


@rule(cites=by_wage.cites, title="最高三千元的补贴")
def with_a_ceiling(person: Person) -> Amount:
    need("已参保", person.insured)
    return capped(person.paid * percent(50), yuan(3000))


def test_a_ceiling_is_changed_in_the_amount_and_in_the_remark_that_it_was_reached() -> None:
    (ceiling,) = [one for one in figures(with_a_ceiling) if one.value == yuan(3000)]
    somebody = Person(insured=True, paid=yuan(5000))

    lower, higher = (redraft(with_a_ceiling, {ceiling.path: yuan(most)}) for most in (2000, 4000))

    assert len(ceiling.paths) == 2
    told = [judge(one, somebody) for one in (with_a_ceiling, lower, higher)]
    assert [(one.amount, len(one.remarks)) for one in told] == [
        (yuan(2500), 0),
        (yuan(2000), 1),
        (yuan(2500), 0),
    ]


def test_a_higher_share_changes_the_amount() -> None:
    third = next(one for one in figures(by_balance) if one.value == Fraction(1, 3))
    somebody = Person(
        school="某学校",
        birth=date(1970, 5, 5),
        graduated=date(2027, 3, 1),
        balance=yuan(900),
        insured=True,
        rate=Fraction(1, 2),
    )

    drafted = redraft(by_balance, {third.path: Fraction(1, 2)})

    before, after = (judge(one, somebody, on=ON) for one in (by_balance, drafted))
    assert (before.status, before.amount, after.amount) == (before.status, yuan(300), yuan(450))


def test_a_condition_left_out_is_not_asked_any_more() -> None:
    somebody = Person(county="东县", birth=date(1960, 1, 1), months=3, paid=yuan(2000))

    drafted = redraft(by_wage, {"conditions.0": None})

    assert judge(by_wage, somebody, on=ON, lookup=TABLE).status is Status.NEEDS_INFO
    assert judge(drafted, somebody, on=ON, lookup=TABLE).status is Status.ELIGIBLE
    assert [one.label for one in drafted.conditions] == [one.label for one in by_wage.conditions]
    assert drafted.fingerprint != by_wage.fingerprint


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_a_figure_of_another_sort_is_refused_at_its_place(rule: Rule) -> None:
    for one in figures(rule):
        wrong: Said = yuan(1) if one.sort is not Sort.MONEY else 1
        with pytest.raises(CannotBe, match="这里要填") as refused:
            redraft(rule, {one.path: wrong})
        assert refused.value.field == one.path


@pytest.mark.parametrize(
    ("sort", "value", "sentence"),
    [
        (Sort.MONEY, Money(-1), "金额不能是负数。"),
        (Sort.NUMBER, -1, "请填不小于零的整数。"),
        (Sort.RATIO, Fraction(-1, 2), "比例应在 0 和 1000 倍之间。"),
        (Sort.DAY, date(1800, 1, 1), "日期应在 1900 年至 2199 年之间。"),
        (Sort.MONTHS, 100_000, "月数不能超过 1200。"),
        (Sort.WORDS, frozenset(), "至少要选一类。"),
        (Sort.WORDS, frozenset({"外星人"}), "没有“外星人”这一类。"),
    ],
)
def test_what_a_figure_cannot_be_is_refused_with_a_sentence(sort: Sort, value: Said, sentence: str) -> None:
    rule, one = next((rule, one) for rule in RULES for one in figures(rule) if one.sort is sort)

    with pytest.raises(CannotBe) as refused:
        redraft(rule, {one.path: value})

    assert refused.value.sentence == sentence


@pytest.mark.parametrize("path", ["conditions.9", "conditions.0.node.of", "amount", "function", ""])
def test_a_path_that_leads_nowhere_is_refused(path: str) -> None:
    for value in (1, None):
        with pytest.raises(NoSuchPlace):
            redraft(by_wage, {path: value})


def test_drafted_figures_stand_from_their_day_until_a_later_one_that_stands() -> None:
    table = laid_over(TABLE, (Entry("min_wage", date(2025, 1, 1), yuan(1600), "草稿", "东县"),))
    same_day = laid_over(TABLE, (Entry("min_wage", date(2024, 1, 1), yuan(1500), "草稿", "东县"),))

    wages = [table("min_wage", "东县", date(year, 12, 31)) for year in (2024, 2025, 2027)]
    assert wages == [170_000, 160_000, 182_000]
    assert same_day("min_wage", "东县", date(2024, 6, 1)) == 150_000
    assert TABLE("min_wage", "东县", date(2025, 12, 31)) == 170_000
