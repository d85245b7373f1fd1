"""计时: until when something must be done, what stops the clock, how much is left and how urgent that is.

Days are counted from the day after the event, and the last one counts to its end. While the clock stands
nothing is counted: not the day on which it was stopped, but again the day on which it goes on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from fractions import Fraction
from zoneinfo import ZoneInfo

from guangyue.kit.limits import Limit, Unit, month_end, months_after
from guangyue.kit.workdays import Calendar, Day

SHANGHAI = ZoneInfo("Asia/Shanghai")
NO_TIME = timedelta(0)
MICROSECOND = timedelta(microseconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


class Light(Enum):
    """亮灯: how urgent it is, for whoever sees fifty at once."""

    GREEN = "正常"
    YELLOW = "临期"
    RED = "超期"
    GREY = "暂停"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """亮灯规则: the share of a limit after which its light changes.

    The last day is never green, and what is late is always red.
    """

    yellow: Fraction = Fraction(4, 5)
    red: Fraction | None = None


USUAL = Thresholds()


@dataclass(frozen=True, slots=True)
class Pause:
    """中止: the clock stands from one moment to another, on a ground; until is None while it still stands."""

    since: datetime
    until: datetime | None
    ground: str

    def covers(self, day: date, *, at: datetime) -> bool:
        """Whether the day does not count, taking a pause that has not ended to end at the moment given."""
        return local_day(self.since) <= day < local_day(self.until or at)

    def length(self, *, at: datetime) -> timedelta:
        return max((self.until or at) - self.since, NO_TIME)


@dataclass(frozen=True, slots=True)
class CountedDay:
    """A day within a limit: the how manieth it is, or why it does not count."""

    day: Day
    number: int | None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """到期: the last moment in time, and whether a notice still to come may move it."""

    moment: datetime
    provisional: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clock shows at a moment: a light, a few words, and until when there is time."""

    light: Light
    words: str
    due: Due


@dataclass(frozen=True, slots=True)
class _Left:
    """What is left of a limit: in words, by the share that is used up, and whether only the last day is."""

    words: str
    used: Fraction
    last_day: bool

    def light(self, thresholds: Thresholds) -> Light:
        if thresholds.red is not None and self.used >= thresholds.red:
            return Light.RED
        return Light.YELLOW if self.last_day or self.used >= thresholds.yellow else Light.GREEN


@dataclass(frozen=True, slots=True)
class Clock:
    """计时: a limit that runs from a moment on, and stands while it is paused."""

    limit: Limit
    started: datetime
    pauses: tuple[Pause, ...] = ()

    def __post_init__(self) -> None:
        moments = [self.started]
        for pause in self.pauses:
            moments += [pause.since, pause.until or pause.since]
        if any(moment.tzinfo is None for moment in moments):
            raise ValueError("a clock needs moments with a time zone")
        if moments != sorted(moments) or any(pause.until is None for pause in self.pauses[:-1]):
            raise ValueError("暂停应当在计时开始以后，前后不能重叠。")

    @property
    def standing(self) -> Pause | None:
        """The pause that has not ended."""
        return self.pauses[-1] if self.pauses and self.pauses[-1].until is None else None

    def pause(self, *, at: datetime, ground: str) -> "Clock":
        if self.standing:
            raise ValueError("已经暂停，不能再次暂停。")
        return replace(self, pauses=(*self.pauses, Pause(at, None, ground)))

    def resume(self, *, at: datetime) -> "Clock":
        if self.standing is None:
            raise ValueError("没有暂停，不能恢复。")
        return replace(self, pauses=(*self.pauses[:-1], replace(self.standing, until=at)))

    def due(self, calendar: Calendar, *, at: datetime) -> Due:
        """The last moment in time; for a clock that stands, the one it would have if it went on now."""
        if self.limit.unit is Unit.HOUR:
            return Due(self._last_moment(at), provisional=False)
        day, provisional = local_day(self.started), False
        for counted in self.days(calendar, at=at):
            day = counted.day.date
            provisional |= counted.day.provisional and self.limit.unit is Unit.WORKING_DAY
        return Due(datetime.combine(day, time.max, SHANGHAI), provisional)

    def days(self, calendar: Calendar, *, at: datetime) -> Iterator[CountedDay]:
        """Every day from the day after the start to the last one, of a limit that is counted in days."""
        number = 0
        for day in calendar.after(local_day(self.started)):
            if number == self._length():
                return
            why_not = self._why_not_counted(day, at)
            number += not why_not
            yield CountedDay(day, None if why_not else number, why_not)

    def read(self, calendar: Calendar, *, at: datetime, thresholds: Thresholds = USUAL) -> Reading:
        """What the clock shows at a moment."""
        due = self.due(calendar, at=at)
        if at > due.moment:
            standing = "，暂停中" if self.standing else ""
            return Reading(Light.RED, f"超期 {self._late(due, at)}{standing}", due)
        hours = self.limit.unit is Unit.HOUR
        left = self._left_in_hours(due, at) if hours else self._left_in_days(calendar, due, at)
        if self.standing and self.standing.since <= at:
            return Reading(Light.GREY, f"暂停中（{self.standing.ground}），恢复后{left.words}", due)
        return Reading(left.light(thresholds), left.words, due)

    def _length(self) -> int:
        """How many days must be counted."""
        start = local_day(self.started)
        if self.limit.unit is Unit.MONTH:
            return (months_after(start, self.limit.amount) - start).days
        if self.limit.unit is Unit.MONTH_END:
            return (month_end(start, self.limit.amount) - start).days
        return self.limit.amount

    def _why_not_counted(self, day: Day, at: datetime) -> str:
        for pause in self.pauses:
            if pause.covers(day.date, at=at):
                return f"暂停：{pause.ground}"
        return day.reason if self.limit.unit is Unit.WORKING_DAY and not day.works else ""

    def _last_moment(self, at: datetime) -> datetime:
        """Of a limit in hours, which goes by the minute."""
        moment = self.started + timedelta(hours=self.limit.amount)
        for pause in self.pauses:
            if pause.since <= moment:
                moment += pause.length(at=at)
        return moment

    def _left_in_hours(self, due: Due, at: datetime) -> _Left:
        left = due.moment - at
        share = Fraction(left // MICROSECOND, timedelta(hours=self.limit.amount) // MICROSECOND)
        words = f"还剩 {_in_hours(left)}" if left >= MINUTE else "还剩不到 1 分钟"
        return _Left(words, used=1 - share, last_day=False)

    def _left_in_days(self, calendar: Calendar, due: Due, at: datetime) -> _Left:
        """A day is used up when it has ended, but is no longer left once it has begun."""
        today, length = local_day(at), self._length()
        if today == local_day(due.moment):
            return _Left("今天到期", used=Fraction(max(length - 1, 0), max(length, 1)), last_day=True)
        begun = [day.day.date for day in self.days(calendar, at=at) if day.number and day.day.date <= today]
        ended = len(begun) - (today in begun)
        last_day = ended >= length - 1 and today > local_day(self.started)
        unit = "个工作日" if self.limit.unit is Unit.WORKING_DAY else "天"
        return _Left(f"还剩 {length - len(begun)} {unit}", used=Fraction(ended, length), last_day=last_day)

    def _late(self, due: Due, at: datetime) -> str:
        if self.limit.unit is Unit.HOUR:
            return _in_hours(at - due.moment + MINUTE - MICROSECOND)
        return f"{(local_day(at) - local_day(due.moment)).days} 天"


def local_day(moment: datetime) -> date:
    """The day it is, by the clock that all of China goes by."""
    return moment.astimezone(SHANGHAI).date()


def whole_hour(moment: datetime) -> datetime:
    """The hour it is, from its beginning."""
    return moment.replace(minute=0, second=0, microsecond=0)


def _in_hours(length: timedelta) -> str:
    hours, minutes = divmod(length // MINUTE, 60)
    if not hours:
        return f"{minutes} 分钟"
    return f"{hours} 小时 {minutes} 分钟" if minutes else f"{hours} 小时"
