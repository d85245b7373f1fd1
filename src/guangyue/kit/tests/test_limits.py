"""The reading rules: months, month-ends and terms of validity."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.kit.limits import Limit, Unit, month_end, months_after, valid_through

days = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31))
months = st.integers(1, 600)


@pytest.mark.parametrize(
    ("start", "count", "day"),
    [
        (date(2020, 3, 2), 12, date(2021, 3, 2)),
        (date(2021, 1, 31), 1, date(2021, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2020, 11, 30), 3, date(2021, 2, 28)),
        (date(2021, 12, 15), 1, date(2022, 1, 15)),
    ],
)
def test_a_month_on_is_the_same_day_or_the_last_of_a_short_month(start: date, count: int, day: date) -> None:
    assert months_after(start, count) == day


@pytest.mark.parametrize(
    ("since", "count", "last"),
    [
        (date(2020, 3, 2), 12, date(2021, 3, 1)),
        (date(2021, 4, 23), 12, date(2022, 4, 22)),
        (date(2019, 5, 1), 60, date(2024, 4, 30)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
    ],
)
def test_what_is_valid_for_a_year_ends_the_day_before_its_anniversary(
    since: date, count: int, last: date
) -> None:
    assert valid_through(since, months=count) == last


def test_the_end_of_the_month_is_that_of_this_month_or_of_a_later_one() -> None:
    assert month_end(date(2021, 1, 31)) == date(2021, 1, 31)
    assert month_end(date(2021, 1, 31), 1) == date(2021, 2, 28)
    assert month_end(date(2020, 12, 5), 3) == date(2021, 3, 31)


@given(days, months)
def test_a_term_of_validity_is_as_long_as_the_month_it_ends_in_allows(since: date, count: int) -> None:
    last = valid_through(since, months=count)

    assert months_after(since, count) - last in (timedelta(0), timedelta(days=1))
    assert last > since


@given(days, months, months)
def test_more_months_never_end_earlier(day: date, one: int, other: int) -> None:
    assert (months_after(day, one) < months_after(day, other)) == (one < other)


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (Limit(5, Unit.WORKING_DAY), "5 个工作日"),
        (Limit(10, Unit.DAY), "10 日"),
        (Limit(24, Unit.HOUR), "24 小时"),
        (Limit(1, Unit.MONTH), "1 个月"),
        (Limit(0, Unit.MONTH_END), "至当月月末"),
        (Limit(1, Unit.MONTH_END), "至次月月末"),
        (Limit(3, Unit.MONTH_END), "至 3 个月后的月末"),
    ],
)
def test_a_limit_reads_as_a_clause_writes_it(limit: Limit, words: str) -> None:
    assert str(limit) == words


def test_a_limit_of_nothing_is_none() -> None:
    with pytest.raises(ValueError, match="大于零"):
        Limit(0, Unit.WORKING_DAY)
