"""责任倒查: of a late case, how many working days each step, department and person used, and who used more
than was his. The days are those of the clock itself, so that together they are what the case took. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile

from guangyue.kit.clocks import Clock, Pause, local_day
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.workdays import Calendar


@dataclass(frozen=True)
class Stretch:
    """A time during which one department, and one person in it where that is known, had the work."""

    title: str
    organisation: int
    person: int | None
    since: datetime
    until: datetime
    limit: Limit | None = None

    def holds(self, day: date) -> bool:
        """From the day after it came to that on which it went, as every limit is counted."""
        return local_day(self.since) < day <= local_day(self.until)


@dataclass(frozen=True)
class Share:
    """用时: what one had the work for, in working days, and by how many that is more than his own limit."""

    title: str
    organisation: int
    person: int | None
    days: int
    over: int


@dataclass(frozen=True)
class TimeUsed:
    """The steps of a case one after the other, and beside them what other departments were asked."""

    steps: tuple[Share, ...]
    opinions: tuple[Share, ...]
    days: int

    def answerable(self) -> tuple[Share, ...]:
        """Whoever went beyond a limit of his own; where nobody did, whoever had the case longest."""
        over = tuple(share for share in (*self.steps, *self.opinions) if share.over)
        if over:
            return over
        longest = max((share.days for share in self.steps), default=0)
        return tuple(share for share in self.steps if share.days == longest and longest)


def time_used(
    steps: Sequence[Stretch],
    opinions: Iterable[Stretch],
    *,
    clock: Clock,
    calendar: Calendar,
    at: datetime,
) -> TimeUsed:
    """Every working day on which the clock ran belongs to the step at which the case was that day."""
    days = [day for day in _worked(clock.started, at, calendar) if not _stood(day, clock.pauses, at)]
    shares = tuple(_share(step, [day for day in days if step.holds(day)], calendar) for step in steps)
    asked = tuple(_share(one, list(_worked(one.since, one.until, calendar)), calendar) for one in opinions)
    return TimeUsed(tuple(share for share in shares if share.days), asked, len(days))


def _share(stretch: Stretch, days: Sequence[date], calendar: Calendar) -> Share:
    return Share(stretch.title, stretch.organisation, stretch.person, len(days), _over(stretch, calendar))


def _over(stretch: Stretch, calendar: Calendar) -> int:
    """Working days after the last moment of its own limit; a step without one is over by nothing."""
    if stretch.limit is None:
        return 0
    due = Clock(stretch.limit, stretch.since).due(calendar, at=stretch.until).moment
    if stretch.until <= due:
        return 0
    late = calendar.working_days(after=local_day(due), through=local_day(stretch.until))
    return max(late, 1) if stretch.limit.unit is Unit.HOUR else late


def _worked(since: datetime, until: datetime, calendar: Calendar) -> Iterator[date]:
    through = takewhile(lambda day: day.date <= local_day(until), calendar.after(local_day(since)))
    return (day.date for day in through if day.works)


def _stood(day: date, pauses: Iterable[Pause], at: datetime) -> bool:
    return any(pause.covers(day, at=at) for pause in pauses)
