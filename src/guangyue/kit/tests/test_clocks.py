"""Clocks: the days of the clauses at their edges, and what holds for every clock there is."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import count

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.kit.clocks import SHANGHAI, Clock, Light, Pause, Thresholds
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.workdays import Entry, kept_calendar

CALENDAR = kept_calendar()
COUNTED_BY_THE_DAY = [Unit.WORKING_DAY, Unit.DAY, Unit.MONTH, Unit.MONTH_END]


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def working_days(amount: int, started: str, *pauses: tuple[str, str]) -> Clock:
    stops = tuple(Pause(moment(since), moment(until), "补正材料") for since, until in pauses)
    return Clock(Limit(amount, Unit.WORKING_DAY), moment(started), stops)


def due_day(clock: Clock) -> date:
    return clock.due(CALENDAR, at=clock.started).moment.date()


def shown(clock: Clock, at: str) -> tuple[Light, str]:
    reading = clock.read(CALENDAR, at=moment(at))
    return reading.light, reading.words


# The days of the clauses.


@pytest.mark.parametrize(
    ("started", "amount", "due"),
    [
        ("2020-06-01", 5, date(2020, 6, 8)),
        ("2021-04-30", 1, date(2021, 5, 6)),
        ("2021-05-06", 3, date(2021, 5, 10)),
        ("2021-06-01", 10, date(2021, 6, 16)),
        ("2021-04-15", 30, date(2021, 5, 28)),
        ("2021-04-29", 5, date(2021, 5, 10)),
    ],
)
def test_working_days_start_the_day_after_and_know_the_holidays(started: str, amount: int, due: date) -> None:
    assert due_day(working_days(amount, started)) == due


def test_days_on_which_the_clock_stands_are_not_counted() -> None:
    assert due_day(working_days(5, "2020-06-01", ("2020-06-03", "2020-06-05"))) == date(2020, 6, 10)


@pytest.mark.parametrize(
    ("limit", "started", "due"),
    [
        (Limit(10, Unit.DAY), "2021-06-01", "2021-06-11 23:59"),
        (Limit(24, Unit.HOUR), "2020-11-20 16:00", "2020-11-21 16:00"),
        (Limit(1, Unit.MONTH), "2021-01-31 10:00", "2021-02-28 23:59"),
        (Limit(0, Unit.MONTH_END), "2021-01-31 10:00", "2021-01-31 23:59"),
        (Limit(1, Unit.MONTH_END), "2021-01-05 10:00", "2021-02-28 23:59"),
    ],
)
def test_other_limits_run_through_holidays(limit: Limit, started: str, due: str) -> None:
    clock = Clock(limit, moment(started))

    assert clock.due(CALENDAR, at=clock.started).moment.replace(second=0, microsecond=0) == moment(due)


def test_the_day_is_that_of_china_wherever_the_moment_was_written_down() -> None:
    clock = Clock(Limit(1, Unit.DAY), datetime.fromisoformat("2021-06-01T17:00+00:00"))

    assert due_day(clock) == date(2021, 6, 3)


# What a clock shows.


def test_what_is_left_is_said_in_working_days_until_the_last() -> None:
    clock = working_days(5, "2020-06-01 10:00")

    assert shown(clock, "2020-06-01 17:00") == (Light.GREEN, "还剩 5 个工作日")
    assert shown(clock, "2020-06-05 08:00") == (Light.GREEN, "还剩 1 个工作日")
    assert shown(clock, "2020-06-07 08:00") == (Light.YELLOW, "还剩 1 个工作日")
    assert shown(clock, "2020-06-08 08:00") == (Light.YELLOW, "今天到期")
    assert shown(clock, "2020-06-08 23:59") == (Light.YELLOW, "今天到期")
    assert shown(clock, "2020-06-10 08:00") == (Light.RED, "超期 2 天")


def test_hours_are_kept_to_the_minute() -> None:
    clock = Clock(Limit(24, Unit.HOUR), moment("2020-11-20 16:00"))

    assert shown(clock, "2020-11-20 16:00") == (Light.GREEN, "还剩 24 小时")
    assert shown(clock, "2020-11-21 14:30") == (Light.YELLOW, "还剩 1 小时 30 分钟")
    assert shown(clock, "2020-11-21 16:00") == (Light.YELLOW, "还剩不到 1 分钟")
    assert shown(clock, "2020-11-21 16:01") == (Light.RED, "超期 1 分钟")


def test_a_clock_that_stands_says_why_and_what_will_be_left() -> None:
    clock = working_days(5, "2020-06-01 10:00").pause(at=moment("2020-06-03 15:00"), ground="补正材料")

    assert shown(clock, "2020-06-20 09:00") == (Light.GREY, "暂停中（补正材料），恢复后还剩 4 个工作日")
    assert shown(clock.resume(at=moment("2020-06-22 09:00")), "2020-06-22 09:00")[0] is Light.GREEN


def test_what_was_late_before_it_was_stopped_stays_late() -> None:
    clock = working_days(1, "2020-06-01 10:00").pause(at=moment("2020-06-03 15:00"), ground="补正材料")

    assert shown(clock, "2020-06-04 09:00") == (Light.RED, "超期 2 天，暂停中")


def test_the_light_changes_where_the_thresholds_say() -> None:
    clock = working_days(10, "2020-06-01 10:00")
    early = Thresholds(yellow=Fraction(1, 2), red=Fraction(4, 5))

    lights = [
        clock.read(CALENDAR, at=moment(at), thresholds=early).light
        for at in ("2020-06-08", "2020-06-09", "2020-06-11", "2020-06-12")
    ]

    assert lights == [Light.GREEN, Light.YELLOW, Light.YELLOW, Light.RED]


def test_a_limit_that_falls_in_a_year_without_its_notice_is_provisional_until_it_is_out() -> None:
    clock = working_days(10, "2026-12-25 10:00")
    off = {date(2027, 1, day): Entry(False, "元旦", "通知") for day in (1, 2, 3)}

    before = clock.due(CALENDAR, at=clock.started)
    after = clock.due(CALENDAR.with_year(2027, "通知", off), at=clock.started)

    assert (before.moment.date(), before.provisional) == (date(2027, 1, 8), True)
    assert (after.moment.date(), after.provisional) == (date(2027, 1, 11), False)


def test_a_limit_in_calendar_days_waits_for_no_notice() -> None:
    clock = Clock(Limit(10, Unit.DAY), moment("2026-12-25"))

    assert not clock.due(CALENDAR, at=clock.started).provisional


def test_every_day_of_a_limit_is_accounted_for() -> None:
    clock = working_days(3, "2021-04-29", ("2021-04-30", "2021-05-01"))

    days = [(day.day.date.day, day.number, day.why_not) for day in clock.days(CALENDAR, at=clock.started)]

    assert days == [
        (30, None, "暂停：补正材料"),
        *((day, None, "劳动节放假") for day in range(1, 6)),
        (6, 1, ""),
        (7, 2, ""),
        (8, 3, ""),
    ]


# What cannot be.


def test_a_clock_is_not_stopped_twice_nor_started_again_while_it_runs() -> None:
    clock = working_days(5, "2020-06-01")

    with pytest.raises(ValueError, match="没有暂停"):
        clock.resume(at=moment("2020-06-02"))
    with pytest.raises(ValueError, match="已经暂停"):
        clock.pause(at=moment("2020-06-02"), ground="听证").pause(at=moment("2020-06-03"), ground="听证")


def test_pauses_come_after_the_start_and_one_after_the_other() -> None:
    with pytest.raises(ValueError, match="不能重叠"):
        working_days(5, "2020-06-02", ("2020-06-01", "2020-06-03"))
    with pytest.raises(ValueError, match="不能重叠"):
        working_days(5, "2020-06-01", ("2020-06-02", "2020-06-05"), ("2020-06-04", "2020-06-08"))


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Clock(Limit(1, Unit.DAY), datetime(2020, 6, 1))  # noqa: DTZ001


# What holds for every clock.

moments = st.datetimes(
    min_value=datetime(2015, 1, 1),  # noqa: DTZ001
    max_value=datetime(2024, 12, 31),  # noqa: DTZ001
    timezones=st.just(SHANGHAI),
)
lengths = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=40))
limits = st.one_of(
    st.builds(Limit, st.integers(1, 60), st.sampled_from([Unit.WORKING_DAY, Unit.DAY, Unit.HOUR])),
    st.builds(Limit, st.integers(1, 6), st.sampled_from([Unit.MONTH, Unit.MONTH_END])),
)


@st.composite
def clocks(draw: st.DrawFn) -> Clock:
    started = at = draw(moments)
    pauses = []
    for gap, length in draw(st.lists(st.tuples(lengths, lengths), max_size=3)):
        pauses.append(Pause(at + gap, at + gap + length, "听证"))
        at += gap + length
    return Clock(draw(limits), started, tuple(pauses))


def due_by_hand(clock: Clock) -> date:
    """The last day, found another way: strike out the days that do not count, take the n-th that is left."""
    start = clock.started.astimezone(SHANGHAI).date()
    struck = set()
    for pause in clock.pauses:
        assert pause.until is not None
        first, end = pause.since.astimezone(SHANGHAI).date(), pause.until.astimezone(SHANGHAI).date()
        struck |= {first + timedelta(days=day) for day in range((end - first).days)}
    if clock.limit.unit is Unit.WORKING_DAY:
        years = range(start.year, start.year + 3)
        struck |= {
            day
            for day in chinese_calendar.get_dates(date(years[0], 1, 1), date(min(years[-1], 2026), 12, 31))
            if not chinese_calendar.is_workday(day)
        }
    left = (day for number in count(1) if (day := start + timedelta(days=number)) not in struck)
    return [next(left) for _ in range(clock.limit.amount)][-1]


@given(clocks().filter(lambda clock: clock.limit.unit in (Unit.WORKING_DAY, Unit.DAY)))
def test_the_last_day_agrees_with_one_found_by_striking_out(clock: Clock) -> None:
    assert due_day(clock) == due_by_hand(clock)


@given(moments, limits, lengths)
def test_to_stop_and_go_on_at_once_changes_nothing(started: datetime, limit: Limit, after: timedelta) -> None:
    clock = Clock(limit, started)

    again = clock.pause(at=started + after, ground="听证").resume(at=started + after)

    assert again.due(CALENDAR, at=started) == clock.due(CALENDAR, at=started)


@given(moments, st.integers(1, 60), st.integers(1, 60), st.integers(1, 60))
def test_standing_for_some_working_days_moves_the_last_day_by_as_many(
    started: datetime, amount: int, before: int, standing: int
) -> None:
    clock = Clock(Limit(amount, Unit.WORKING_DAY), started)
    due = due_day(clock)
    stopped = started + timedelta(days=min(before, (due - clock.started.date()).days))
    resumed = stopped + timedelta(days=standing)
    stood = CALENDAR.working_days(
        after=stopped.date() - timedelta(days=1), through=resumed.date() - timedelta(days=1)
    )

    moved = due_day(clock.pause(at=stopped, ground="听证").resume(at=resumed))

    assert CALENDAR.working_days(after=due, through=moved) == stood


@given(moments, st.integers(1, 60), lengths, lengths)
def test_hours_move_by_exactly_the_time_the_clock_stood(
    started: datetime, amount: int, after: timedelta, standing: timedelta
) -> None:
    clock = Clock(Limit(amount, Unit.HOUR), started)
    stopped = started + after
    due = clock.due(CALENDAR, at=started).moment

    moved = clock.pause(at=stopped, ground="听证").resume(at=stopped + standing).due(CALENDAR, at=started)

    assert moved.moment - due == (standing if stopped <= due else timedelta(0))


@given(clocks(), st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=3)))
def test_a_later_start_never_ends_earlier(clock: Clock, later: timedelta) -> None:
    one, other = Clock(clock.limit, clock.started), Clock(clock.limit, clock.started + later)

    assert one.due(CALENDAR, at=one.started).moment <= other.due(CALENDAR, at=one.started).moment


@given(clocks())
def test_a_longer_limit_never_ends_earlier(clock: Clock) -> None:
    longer = Clock(Limit(clock.limit.amount + 1, clock.limit.unit), clock.started, clock.pauses)

    assert clock.due(CALENDAR, at=clock.started).moment < longer.due(CALENDAR, at=clock.started).moment


@given(moments, limits, lengths, lengths, st.lists(lengths, min_size=2, max_size=6))
def test_the_light_never_goes_back(
    started: datetime, limit: Limit, after: timedelta, standing: timedelta, looks: list[timedelta]
) -> None:
    clock, paused = Clock(limit, started), started + after
    stood = clock.pause(at=paused, ground="听证")
    resumed = stood.resume(at=paused + standing)
    order = [Light.GREEN, Light.YELLOW, Light.RED]

    lights = []
    for look in sorted(looks):
        at = started + 2 * look
        clock_then = clock if at < paused else stood if at < paused + standing else resumed
        lights.append(clock_then.read(CALENDAR, at=at).light)

    running = [order.index(light) for light in lights if light is not Light.GREY]
    assert running == sorted(running)


@given(clocks(), lengths)
def test_it_is_red_when_the_last_moment_has_passed_and_never_before(clock: Clock, after: timedelta) -> None:
    reading = clock.read(CALENDAR, at=clock.started + after)

    assert (reading.light is Light.RED) == (clock.started + after > reading.due.moment)


@given(clocks().filter(lambda clock: clock.limit.unit in COUNTED_BY_THE_DAY))
def test_the_days_of_a_limit_are_numbered_without_a_gap(clock: Clock) -> None:
    days = list(clock.days(CALENDAR, at=clock.started))

    numbers = [day.number for day in days if day.number]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(day.why_not for day in days if day.number is None)
