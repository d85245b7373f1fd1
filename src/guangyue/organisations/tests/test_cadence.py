"""How often a body must meet."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.organisations.cadence import Cadence, missed, status, still_to_meet

FORMED = date(2021, 4, 23)
NEW_YEAR = date(2022, 1, 1)


@pytest.mark.parametrize("day", [date(2021, 12, 1), date(2021, 12, 31)])
def test_a_meeting_in_december_is_the_one_at_the_year_end(day: date) -> None:
    assert status(Cadence.YEAR_END, met=[day], since=FORMED, on=NEW_YEAR) == "ok"


@pytest.mark.parametrize("met", [[], [date(2021, 11, 30)], [date(2022, 1, 1)]])
def test_a_meeting_at_another_time_does_not_count_for_it(met: list[date]) -> None:
    assert status(Cadence.YEAR_END, met=met, since=FORMED, on=NEW_YEAR) == "year_end_missing"


def test_nothing_is_missed_while_the_year_lasts() -> None:
    last_day = date(2021, 12, 31)

    assert status(Cadence.YEAR_END, met=[], since=FORMED, on=last_day) == "ok"
    assert still_to_meet(Cadence.YEAR_END, met=[], since=FORMED, on=last_day) is not None


def test_a_meeting_this_december_leaves_nothing_to_remind_of() -> None:
    met = [date(2021, 12, 20)]

    assert still_to_meet(Cadence.YEAR_END, met=met, since=FORMED, on=date(2021, 12, 31)) is None


def test_each_year_is_asked_for_by_itself() -> None:
    gone = missed(Cadence.YEAR_END, met=[date(2022, 12, 9)], since=FORMED, on=date(2024, 2, 1))

    assert [period.title for period in gone] == ["2021年年底", "2023年年底"]


def test_a_year_that_had_begun_before_the_body_was_formed_asks_nothing() -> None:
    assert missed(Cadence.YEARLY, met=[], since=date(2019, 10, 23), on=date(2020, 6, 1)) == []
    assert status(Cadence.YEARLY, met=[], since=date(2019, 10, 23), on=date(2021, 1, 1)) == "year_missing"


def test_a_quarter_is_missed_when_it_is_over() -> None:
    gone = missed(Cadence.QUARTERLY, met=[date(2020, 5, 8)], since=date(2020, 3, 16), on=date(2020, 10, 1))

    assert [period.title for period in gone] == ["2020年第3季度"]


def test_a_body_that_meets_as_needed_misses_nothing() -> None:
    assert status(Cadence.AS_NEEDED, met=[], since=FORMED, on=date(2030, 1, 1)) == "ok"


@given(
    st.sampled_from(Cadence),
    st.lists(st.dates(date(2019, 1, 1), date(2025, 12, 31))),
    st.dates(date(2019, 1, 1), date(2025, 12, 31)),
)
def test_one_meeting_more_never_leaves_more_missed(cadence: Cadence, met: list[date], extra: date) -> None:
    before = missed(cadence, met=met, since=FORMED, on=date(2026, 1, 1))
    after = missed(cadence, met=[*met, extra], since=FORMED, on=date(2026, 1, 1))

    assert set(after) <= set(before)
