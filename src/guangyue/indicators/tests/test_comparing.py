"""Comparing numbers: what holds for every number, and the edges of time and unit."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guangyue.indicators.comparing.assessing import assess
from guangyue.indicators.comparing.comparators import Comparator
from guangyue.indicators.comparing.judging import Promise, Result, Strength, judge, judge_each
from guangyue.indicators.comparing.measuring import Impossible, OtherUnit, check_possible, convert
from guangyue.indicators.comparing.natures import Dated, Nature
from guangyue.indicators.comparing.windows import Every, Window, window_before, window_on

NUMBERS = st.decimals(min_value=0, max_value=10_000, places=2)
SOFT = (Comparator.ABOUT, Comparator.ABOUT_AT_MOST)
YEAR = Window(date(2020, 12, 31), date(2020, 1, 1))


def promise(comparator: Comparator = Comparator.AT_LEAST, value: int = 100, **said: object) -> Promise:
    return Promise(comparator, Decimal(value), direction=comparator.direction, **said)  # type: ignore[arg-type]


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(SOFT), NUMBERS, st.sampled_from(Strength))
def test_about_is_never_missed_by_itself(comparator: Comparator, actual: Decimal, strength: Strength) -> None:
    judged = judge(promise(comparator, strength=strength), actual)

    assert judged.result in (Result.MET, Result.TO_JUDGE) or judged.aspirational


@settings(max_examples=15, deadline=None)
@given(NUMBERS, NUMBERS)
def test_the_number_itself_is_what_parts_at_least_from_more_than(value: Decimal, actual: Decimal) -> None:
    at_least = judge(Promise(Comparator.AT_LEAST, value), actual).result is Result.MET
    above = judge(Promise(Comparator.ABOVE, value), actual).result is Result.MET

    assert at_least == (above or actual == value)


def test_a_running_year_is_projected_and_never_judged() -> None:
    half = [Dated(date(2020, 6, 30), Decimal(40))]

    running = assess(promise(), Nature.YEARLY, half, YEAR, on=date(2020, 7, 10))

    assert running.judged.result is Result.RUNNING
    assert running.projected is not None
    assert 80 < running.projected < 81
    assert running.behind


def test_after_the_due_day_only_a_figure_of_the_end_is_judged() -> None:
    on = date(2021, 2, 1)
    spring, winter = Dated(date(2020, 3, 31), Decimal(60)), Dated(date(2020, 12, 20), Decimal(99))

    assert assess(promise(), Nature.LEVEL, [spring], YEAR, on=on).judged.result is Result.NO_DATA
    assert assess(promise(), Nature.LEVEL, [spring, winter], YEAR, on=on).judged.result is Result.MISSED
    assert assess(promise(), Nature.LEVEL, [], YEAR, on=on).judged.result is Result.NO_DATA


def test_what_accumulates_can_be_reached_before_the_end() -> None:
    early = [Dated(date(2020, 9, 30), Decimal(100))]

    assert assess(promise(), Nature.YEARLY, early, YEAR, on=date(2021, 2, 1)).judged.result is Result.MET


def test_the_city_is_met_only_if_each_county_is() -> None:
    assert judge_each([Result.MET, Result.MET]) is Result.MET
    assert judge_each([Result.MET, Result.NO_DATA]) is Result.NO_DATA
    assert judge_each([Result.MISSED, Result.NO_DATA]) is Result.MISSED
    assert judge_each([]) is Result.NO_DATA


def test_what_recurs_is_judged_by_the_last_period_that_is_over() -> None:
    due = date(2021, 4, 30)
    running = window_on(due=due, since=None, every=Every.MONTH, on=date(2021, 7, 3))
    first = window_on(due=due, since=None, every=Every.MONTH, on=date(2021, 4, 3))

    assert running == Window(date(2021, 7, 31), date(2021, 7, 1))
    assert window_before(running, every=Every.MONTH, due=due) == Window(date(2021, 6, 30), date(2021, 6, 1))
    assert window_before(first, every=Every.MONTH, due=due) is None


def test_units_lead_to_each_other_by_fixed_factors_alone() -> None:
    assert convert(Decimal(40100), "人次", to="万人次") == Decimal("4.01")
    assert convert(Decimal("0.5"), "亿元", to="万元") == 5000
    with pytest.raises(OtherUnit):
        convert(Decimal(1), "吨", to="万亩")


@pytest.mark.parametrize(
    ("value", "unit", "nature"),
    [
        ("100.1", "%", Nature.SHARE),
        ("-1", "%", Nature.SHARE),
        ("-1", "个", Nature.YEARLY),
        ("0.5", "个", Nature.LEVEL),
    ],
)
def test_what_cannot_be_is_refused(value: str, unit: str, nature: Nature) -> None:
    with pytest.raises(Impossible):
        check_possible(Decimal(value), unit=unit, nature=nature)


def test_prices_may_fall() -> None:
    check_possible(Decimal("-0.3"), unit="%", nature=Nature.RATE)
