"""计时 of a case: from acceptance on, standing while a ground lasts, stopped by the decision."""

from collections.abc import Sequence
from datetime import datetime
from itertools import takewhile

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor, Phase, Step
from guangyue.cases.intaking import CLOSES, counted_day
from guangyue.cases.models import Case, Pause
from guangyue.kit.clocks import SHANGHAI, Clock, local_day
from guangyue.kit.clocks import Pause as Standing
from guangyue.kit.models import HolidayNotice
from guangyue.kit.workdays import ONE_DAY, Calendar


def start_clock(*, case: Case, at: datetime) -> None:
    """起算: once. A case sent back to the window and accepted again goes on with the time it has."""
    if case.clock_started_at is None:
        case.clock_started_at = case.accepted_at = at
        _settle(case, case.clock_of(()), at=at)


def pause_clock(*, case: Case, ground: str, by: User | None, at: datetime, paper: str = "") -> None:
    """中止: where it stands already, it goes on standing on the ground it has."""
    if case.clock_started_at is None or case.stopped_at or case.pauses.filter(until=None).exists():
        return
    Pause.objects.create(case=case, ground=ground, paper=paper, since=at, by=by)
    case.due = None


def resume_clock(*, case: Case, at: datetime) -> None:
    if case.pauses.filter(until=None).update(until=at):
        _settle(case, case.clock, at=at)


def extend_clock(*, case: Case, at: datetime) -> None:
    """延期: by what the flow grants; who decides it and on what ground stands in the move."""
    case.extended_days = case.flow.declared.extension_days
    case.warned = 0
    if case.due is not None:
        _settle(case, case.clock, at=at)


def stop_clock(*, case: Case, at: datetime) -> None:
    """停止: whether in time stays visible, by the last moment there was and the working days that ran."""
    if case.clock_started_at is None or case.stopped_at:
        return
    clock = case.clock
    if clock is not None and clock.standing:
        case.pauses.filter(until=None).update(until=at)
        clock = clock.resume(at=at)
    calendar = HolidayNotice.objects.calendar()
    if clock is not None:
        due = clock.due(calendar, at=at)
        case.due, case.provisional = due.moment, due.provisional
    case.stopped_at = at
    case.used_days = ran_days(case.clock_started_at, clock.pauses if clock else (), calendar, at)


def settle_step(*, case: Case, step: Step, waited: bool, at: datetime) -> None:
    """本环节的时限: what comes to the window is for that day, and after hours for the next working day."""
    case.step_since = case.step_due = None
    if step.limit is None:
        return
    calendar = HolidayNotice.objects.calendar()
    start = at
    if step.phase is Phase.RECEIVED:
        day = counted_day(at, calendar=calendar, waited=waited)
        case.received_on = case.received_on or day
        if step.actor is Actor.CLERK:
            start = datetime.combine(day - ONE_DAY, CLOSES, SHANGHAI)
    case.step_since = start
    case.step_due = Clock(step.limit, start).due(calendar, at=at).moment


def ran_days(start: datetime, pauses: Sequence[Standing], calendar: Calendar, at: datetime) -> int:
    """实际工作日: those after the day of acceptance up to a moment, without the days on which it stood."""
    through = takewhile(lambda day: day.date <= local_day(at), calendar.after(local_day(start)))
    return sum(day.works and not any(pause.covers(day.date, at=at) for pause in pauses) for day in through)


def _settle(case: Case, clock: Clock | None, *, at: datetime) -> None:
    if clock is None:
        return
    due = clock.due(HolidayNotice.objects.calendar(), at=at)
    case.due, case.provisional = due.moment, due.provisional
