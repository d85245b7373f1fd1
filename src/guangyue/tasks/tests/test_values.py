"""Quarters, progress, roles and calendars, without a database."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guangyue.tasks.calendar import MOST_OCTETS, Entry, as_calendar
from guangyue.tasks.progress import behind_from, yellow_from
from guangyue.tasks.quarters import Quarter, first_quarter, report_due
from guangyue.tasks.states import Role, answering_roles
from guangyue.tasks.terms import Terms

DAYS = st.integers(0, 4000).map(lambda days: date(2019, 1, 1) + timedelta(days=days))
WORDS = st.text("市政府办公室季报，a,;\\ ：2021", max_size=200)
TERMS = Terms()
UNHURRIED = settings(max_examples=20, deadline=None, suppress_health_check=(HealthCheck.too_slow,))


def test_the_report_of_a_quarter_is_due_ten_days_after_it() -> None:
    assert report_due(Quarter.read("2019Q3"), days=10) == date(2019, 10, 10)
    assert report_due(Quarter.read("2019Q4"), days=10) == date(2020, 1, 10)


def test_the_first_report_is_of_the_own_quarter_where_thirty_days_of_it_remain() -> None:
    assert str(first_quarter(date(2019, 4, 30), least_days=30)) == "2019Q2"
    assert str(first_quarter(date(2019, 5, 31), least_days=30)) == "2019Q2"
    assert str(first_quarter(date(2019, 6, 1), least_days=30)) == "2019Q3"


@given(DAYS)
@UNHURRIED
def test_every_day_lies_in_one_quarter(day: date) -> None:
    quarter = Quarter.of(day)

    assert quarter.first <= day <= quarter.last
    assert quarter.next().before() == quarter == Quarter.read(str(quarter))
    assert quarter.next().first == quarter.last + timedelta(days=1)


@given(DAYS, st.integers(1, 2000), st.integers(0, 100))
@UNHURRIED
def test_who_reports_more_turns_yellow_later_and_never_after_it_is_due_soon(
    since: date, length: int, percent: int
) -> None:
    due = since + timedelta(days=length)
    yellow = yellow_from(since=since, due=due, percent=percent, terms=TERMS)

    assert yellow is not None
    assert yellow <= due - timedelta(days=TERMS.soon_days)
    more = behind_from(since=since, due=due, percent=min(percent + 10, 100), points=TERMS.behind_points)
    assert behind_from(since=since, due=due, percent=percent, points=TERMS.behind_points) <= more


def test_a_task_lies_behind_once_more_than_twenty_points_of_time_have_passed_beyond_its_progress() -> None:
    since, due = date(2020, 1, 1), date(2020, 4, 10)  # a hundred days

    assert behind_from(since=since, due=due, percent=0, points=20) == date(2020, 1, 22)
    assert behind_from(since=since, due=due, percent=50, points=20) == date(2020, 3, 12)
    assert yellow_from(since=since, due=None, percent=0, terms=TERMS) is None


def test_those_who_lead_answer_and_without_a_lead_all_that_are_responsible() -> None:
    assert answering_roles(frozenset({Role.LEAD, Role.RESPONSIBLE})) == {Role.LEAD}
    assert answering_roles(frozenset({Role.RESPONSIBLE, Role.EXECUTE})) == {Role.RESPONSIBLE}


@given(WORDS)
@UNHURRIED
def test_a_calendar_has_short_lines_that_unfold_to_what_was_written(words: str) -> None:
    entry = Entry("report-1", date(2021, 4, 10), words, "a,b;c\n完")
    written = as_calendar([entry], name="督查事项", host="example.cn", at=datetime(2021, 4, 1, tzinfo=UTC))

    lines = written.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert all(len(line.encode()) <= MOST_OCTETS for line in lines)
    whole = written.replace("\r\n ", "").split("\r\n")
    assert "DTSTART;VALUE=DATE:20210410" in whole
    assert "DTEND;VALUE=DATE:20210411" in whole
    assert "DESCRIPTION:a\\,b\\;c\\n完" in whole
    summary = next(line for line in whole if line.startswith("SUMMARY:")).removeprefix("SUMMARY:")
    assert summary.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\") == words
