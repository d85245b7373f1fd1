"""The working-day calendar: what the notices say, and the weeks between them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.kit.workdays import Calendar, Entry, kept_calendar

NOTICE = "关于2027年部分节假日安排的通知"

days = st.dates(min_value=date(2003, 1, 1), max_value=date(2028, 12, 31))


@pytest.mark.parametrize(
    ("day", "works", "reason"),
    [
        (date(2021, 5, 5), False, "劳动节放假"),
        (date(2021, 5, 6), True, "周四"),
        (date(2021, 5, 8), True, "劳动节调休上班"),
        (date(2021, 5, 9), False, "周日"),
        (date(2020, 1, 31), False, "春节放假"),
    ],
)
def test_holidays_and_the_weekends_worked_for_them_are_known(day: date, works: bool, reason: str) -> None:
    told = kept_calendar().day(day)

    assert (told.works, told.reason, told.provisional) == (works, reason, False)


def test_every_day_says_on_whose_word_it_is_worked_or_not() -> None:
    assert "国务院办公厅2021年节假日安排" in kept_calendar().day(date(2021, 5, 6)).source
    assert "尚未公布" in kept_calendar().day(date(2027, 5, 6)).source


def test_a_year_without_its_notice_goes_by_the_week_and_is_provisional() -> None:
    new_year = kept_calendar().day(date(2027, 1, 1))

    assert new_year.works
    assert new_year.provisional


def test_the_notice_makes_a_year_certain() -> None:
    off = {date(2027, 1, 1): Entry(False, "元旦", NOTICE)}

    calendar = kept_calendar().with_year(2027, NOTICE, off)

    assert calendar.day(date(2027, 1, 1)).reason == "元旦放假"
    assert calendar.day(date(2027, 1, 4)).source == NOTICE
    assert not calendar.day(date(2027, 1, 4)).provisional


def test_a_new_notice_for_a_year_replaces_all_that_was_said_of_it() -> None:
    calendar = kept_calendar().with_year(2021, "更正", {})

    assert calendar.works(date(2021, 5, 5))
    assert not calendar.works(date(2020, 5, 5))


def test_a_single_day_can_be_changed_without_making_its_year_certain() -> None:
    day = date(2027, 3, 1)

    calendar = kept_calendar().with_days({day: Entry(False, "全市停工", "临时通知")})

    assert not calendar.works(day)
    assert calendar.day(day).provisional


@given(days, days)
def test_working_days_between_two_days_are_those_worked(after: date, through: date) -> None:
    calendar = kept_calendar()
    span = (through - after).days

    worked = [day for day in range(1, span + 1) if calendar.works(after + timedelta(days=day))]

    assert calendar.working_days(after=after, through=through) == len(worked)


@given(days, st.integers(0, 400), st.integers(0, 400))
def test_working_days_add_up(start: date, first: int, second: int) -> None:
    middle, end = start + timedelta(days=first), start + timedelta(days=first + second)
    calendar = kept_calendar()

    whole = calendar.working_days(after=start, through=end)

    assert whole == calendar.working_days(after=start, through=middle) + calendar.working_days(
        after=middle, through=end
    )


@given(days)
def test_without_any_notice_five_days_of_every_week_are_worked(start: date) -> None:
    assert Calendar().working_days(after=start, through=start + timedelta(days=7)) == 5
