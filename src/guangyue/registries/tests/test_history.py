"""History: what was so on a day, as it was known at a moment."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from guangyue.registries.history import holding, standing

FIRST = date(2020, 1, 1)
DAYS = 12
MOMENT = datetime(2021, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Said:
    since: date
    recorded_at: datetime
    withdrawn: bool
    value: int


said = st.builds(
    Said,
    since=st.integers(0, DAYS).map(lambda day: FIRST + timedelta(days=day)),
    recorded_at=st.integers(0, 6).map(lambda hour: MOMENT + timedelta(hours=hour)),
    withdrawn=st.booleans(),
    value=st.integers(0, 99),
)
histories = st.lists(said, max_size=12).map(lambda rows: sorted(rows, key=lambda row: row.recorded_at))
days = st.integers(-1, DAYS + 1).map(lambda day: FIRST + timedelta(days=day))
moments = st.integers(-1, 7).map(lambda hour: MOMENT + timedelta(hours=hour))


def day_by_day(rows: list[Said], on: date, known_at: datetime) -> int | None:
    """The oracle: the statements as they came in, then a walk from the first day to the one asked about."""
    marks: dict[date, Said] = {}
    for row in rows:
        if row.recorded_at <= known_at:
            marks[row.since] = row
    value, day = None, FIRST
    while day <= on:
        if day in marks and not marks[day].withdrawn:
            value = marks[day].value
        day += timedelta(days=1)
    return value


@given(histories, days, moments)
def test_a_value_is_that_of_the_last_day_something_was_said_to_begin(
    rows: list[Said], on: date, known_at: datetime
) -> None:
    found = holding(rows, on=on, known_at=known_at)

    assert (found.value if found else None) == day_by_day(rows, on, known_at)


@given(histories, said, days)
def test_what_is_said_later_does_not_change_what_was_known_before(
    rows: list[Said], more: Said, on: date
) -> None:
    before = more.recorded_at - timedelta(microseconds=1)

    assert holding([*rows, more], on=on, known_at=before) == holding(rows, on=on, known_at=before)


@given(histories, moments)
def test_one_statement_at_most_stands_for_a_day(rows: list[Said], known_at: datetime) -> None:
    since = [row.since for row in standing(rows, known_at=known_at)]

    assert since == sorted(set(since))


def test_a_fact_that_arrives_late_does_not_hide_a_later_one() -> None:
    married = Said(date(2020, 5, 1), MOMENT, withdrawn=False, value=1)
    born_abroad = Said(date(2020, 1, 1), MOMENT + timedelta(days=9), withdrawn=False, value=2)

    found = holding([married, born_abroad], on=date(2020, 6, 1), known_at=MOMENT + timedelta(days=10))

    assert found == married
