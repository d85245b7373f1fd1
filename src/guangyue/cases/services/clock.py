"""计时 of a case: from acceptance on, standing while a ground lasts, stopped by the decision."""

from datetime import datetime

from guangyue.accounts.models import User
from guangyue.cases.models import Case, Pause
from guangyue.kit.clocks import Clock, local_day
from guangyue.kit.models import HolidayNotice
from guangyue.kit.workdays import Calendar


def start_clock(*, case: Case, at: datetime) -> None:
    case.clock_started_at = case.accepted_at = at
    _settle(case, at=at)


def pause_clock(*, case: Case, ground: str, by: User | None, at: datetime, paper: str = "") -> None:
    """中止: where it stands already, it goes on standing on the ground it has."""
    if case.clock_started_at is None or case.stopped_at or case.pauses.filter(until=None).exists():
        return
    Pause.objects.create(case=case, ground=ground, paper=paper, since=at, by=by)
    case.due = None


def resume_clock(*, case: Case, at: datetime) -> None:
    if case.pauses.filter(until=None).update(until=at):
        _settle(case, at=at)


def stop_clock(*, case: Case, at: datetime) -> None:
    """停止: whether in time stays visible, by the last moment there was and the working days that ran."""
    if case.clock_started_at is None or case.stopped_at:
        return
    case.pauses.filter(until=None).update(until=at)
    calendar = HolidayNotice.objects.calendar()
    _settle(case, at=at, calendar=calendar)
    case.stopped_at = at
    case.used_days = used_days(case=case, calendar=calendar, at=at)


def used_days(*, case: Case, calendar: Calendar, at: datetime) -> int:
    """实际工作日: those after the day of acceptance up to a moment, without the days on which it stood."""
    clock = case.clock
    start = case.clock_started_at
    if start is None:
        return 0
    pauses = clock.pauses if clock else ()
    days = 0
    for day in calendar.after(local_day(start)):
        if day.date > local_day(at):
            return days
        days += day.works and not any(pause.covers(day.date, at=at) for pause in pauses)
    return days


def _settle(case: Case, *, at: datetime, calendar: Calendar | None = None) -> None:
    clock: Clock | None = case.clock
    if clock is None:
        return
    due = clock.due(calendar or HolidayNotice.objects.calendar(), at=at)
    case.due, case.provisional = due.moment, due.provisional
