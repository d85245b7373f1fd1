"""Limits that run: let to stand, ended, and moved when the notice of a year comes out."""

from datetime import date, datetime
from typing import Any

import pytest
from django.contrib.auth import get_user_model

from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.holidays import Announcement, NamedDay
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.models import HolidayNotice, RunningLimit
from guangyue.kit.services.limits import (
    LimitEnded,
    LimitRuns,
    LimitStands,
    end_limit,
    pause_limit,
    resume_limit,
    start_limit,
)
from guangyue.kit.services.notices import enter_notice, rehearse_notice

pytestmark = pytest.mark.django_db

NEW_YEAR = Announcement(
    year=2027,
    title="2027年放假安排",
    number="",
    whole_year=True,
    days=tuple(NamedDay(date(2027, 1, day), False, "元旦") for day in (1, 2, 3)),
)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.fixture
def official() -> Any:
    return get_user_model()._default_manager.create(username="official", opened_at=moment("2026-01-01"))


def started(official: Any, text: str, amount: int = 10, unit: Unit = Unit.WORKING_DAY) -> RunningLimit:
    return start_limit(
        title="答复来信", limit=Limit(amount, unit), started=moment(text), responsible=official
    )


def due_day(running: RunningLimit) -> date | None:
    running.refresh_from_db()
    return running.due and running.due.astimezone(SHANGHAI).date()


def test_a_limit_across_new_year_moves_when_the_notice_is_entered(official: Any) -> None:
    running = started(official, "2026-12-25 10:00")
    assert (due_day(running), running.provisional) == (date(2027, 1, 8), True)

    effect = enter_notice(announcement=NEW_YEAR, by=official, at=moment("2026-12-28"))

    assert (due_day(running), running.provisional) == (date(2027, 1, 11), False)
    assert [recounted.row for recounted in effect.moved] == [running]


def test_a_limit_that_ends_on_the_same_day_is_provisional_no_more(official: Any) -> None:
    running = started(official, "2026-12-25 10:00")
    no_change = Announcement(2027, "2027年放假安排", "", True, (NamedDay(date(2027, 5, 3), False, "劳动节"),))

    effect = enter_notice(announcement=no_change, by=official, at=moment("2026-12-28"))

    assert (due_day(running), running.provisional) == (date(2027, 1, 8), False)
    assert effect.moved == []
    assert effect.settles


def test_only_open_limits_in_working_days_move(official: Any) -> None:
    in_days = started(official, "2026-12-25 10:00", unit=Unit.DAY)
    earlier = started(official, "2026-12-01 10:00", amount=3)
    done = end_limit(running=started(official, "2026-12-25 10:00"), at=moment("2026-12-26"))
    before = [due_day(running) for running in (in_days, earlier, done)]

    enter_notice(announcement=NEW_YEAR, by=official, at=moment("2026-12-28"))

    assert [due_day(running) for running in (in_days, earlier, done)] == before


def test_a_rehearsal_says_what_would_move_and_writes_nothing(official: Any) -> None:
    running = started(official, "2026-12-25 10:00")

    effect = rehearse_notice(NEW_YEAR)

    assert [change.after.date.day for change in effect.days] == [1, 2, 3]
    assert [recounted.due.moment.date() for recounted in effect.moved] == [date(2027, 1, 11)]
    assert due_day(running) == date(2027, 1, 8)
    assert not HolidayNotice.objects.exists()


def test_a_day_off_for_the_whole_city_moves_limits_too(official: Any) -> None:
    running = started(official, "2026-06-01 10:00", amount=5)
    storm = Announcement(2026, "关于停工的通知", "", False, (NamedDay(date(2026, 6, 3), False, "停工"),))

    effect = enter_notice(announcement=storm, by=official, at=moment("2026-06-02"))

    assert due_day(running) == date(2026, 6, 9)
    assert not effect.settles


def test_the_calendar_follows_the_notices_in_the_order_they_were_entered(official: Any) -> None:
    enter_notice(announcement=NEW_YEAR, by=official, at=moment("2026-11-01"))
    corrected = Announcement(2027, "更正", "", True, (NamedDay(date(2027, 1, 1), False, "元旦"),))
    enter_notice(announcement=corrected, by=official, at=moment("2026-11-02"))

    calendar = HolidayNotice.objects.calendar()

    assert not calendar.works(date(2027, 1, 1))
    assert calendar.day(date(2027, 1, 4)).source == "更正"


def test_a_limit_that_stands_has_no_last_day_until_it_goes_on(official: Any) -> None:
    running = started(official, "2026-06-01 10:00", amount=5)

    pause_limit(running=running, ground="补正材料", by=official, at=moment("2026-06-03 09:00"))
    assert due_day(running) is None

    resume_limit(running=running, by=official, at=moment("2026-06-05 09:00"))
    assert due_day(running) == date(2026, 6, 10)


def test_what_stood_while_the_notice_came_out_is_counted_by_it_once_it_goes_on(official: Any) -> None:
    running = started(official, "2026-12-25 10:00")
    pause_limit(running=running, ground="补正材料", by=official, at=moment("2026-12-26 09:00"))

    enter_notice(announcement=NEW_YEAR, by=official, at=moment("2026-12-28"))
    resume_limit(running=running, by=official, at=moment("2026-12-26 10:00"))

    assert due_day(running) == date(2027, 1, 11)


def test_a_limit_is_stopped_once_resumed_once_and_untouched_when_ended(
    official: Any,
) -> None:
    running = started(official, "2026-06-01 10:00")

    with pytest.raises(LimitRuns):
        resume_limit(running=running, by=official, at=moment("2026-06-02"))
    pause_limit(running=running, ground="听证", by=official, at=moment("2026-06-02"))
    with pytest.raises(LimitStands):
        pause_limit(running=running, ground="听证", by=official, at=moment("2026-06-03"))
    end_limit(running=running, at=moment("2026-06-04"))
    with pytest.raises(LimitEnded):
        resume_limit(running=running, by=official, at=moment("2026-06-05"))
