"""并联 and 串联 as a plan: how many working days parts take that run beside and after one another, and the
time of which a clause grants only so much to many cases together. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import takewhile

from guangyue.kit.clocks import Pause, local_day
from guangyue.kit.workdays import Calendar


@dataclass(frozen=True)
class Part:
    """A part of the work: its own working days, and the parts that must be over before it begins."""

    key: str
    days: int
    after: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """计划: the days that all parts take together, and the 关键路径, of which every day counts."""

    days: int
    critical: tuple[str, ...]


class GoesRound(ValueError):
    """Parts that wait for each other: none of them could ever begin."""

    def __init__(self, members: tuple[str, ...]) -> None:
        self.members = members
        super().__init__(f"这几项互相等待，没有办法排期：{'、'.join(members)}。")


class NoSuchPart(ValueError):
    """A part waits for one that is not there."""

    def __init__(self, key: str, missing: Sequence[str]) -> None:
        super().__init__(f"{key} 要等的 {'、'.join(missing)} 不在其中。")


def plan(parts: Sequence[Part]) -> Plan:
    """Each part begins when the last of those before it is over; of equal ways the first is named."""
    by_key = {part.key: part for part in parts}
    for part in parts:
        if missing := [key for key in part.after if key not in by_key]:
            raise NoSuchPart(part.key, missing)
    ways: dict[str, Plan] = {}
    waiting = list(parts)
    while waiting:
        ready = [part for part in waiting if ways.keys() >= set(part.after)]
        if not ready:
            raise GoesRound(_circle(waiting))
        for part in ready:
            before = max((ways[key] for key in part.after), key=lambda way: way.days, default=Plan(0, ()))
            ways[part.key] = Plan(before.days + part.days, (*before.critical, part.key))
        waiting = [part for part in waiting if part.key not in ways]
    return max((ways[part.key] for part in parts), key=lambda way: way.days, default=Plan(0, ()))


def _circle(waiting: Sequence[Part]) -> tuple[str, ...]:
    """Members of one circle, in the order in which they wait for each other."""
    by_key = {part.key: part for part in waiting}
    seen = [waiting[0].key]
    while True:
        following = next(key for key in by_key[seen[-1]].after if key in by_key)
        if following in seen:
            return tuple(seen[seen.index(following) :])
        seen.append(following)


@dataclass(frozen=True)
class Approval:
    """One of several cases that share a limit: accepted, decided or still open, and when it stood."""

    title: str
    accepted: datetime
    decided: datetime | None
    pauses: tuple[Pause, ...] = field(default=())

    def counts(self, day: date, *, at: datetime) -> bool:
        """From the day after acceptance to that of the decision, but for the days on which it stood."""
        inside = local_day(self.accepted) < day <= local_day(self.decided or at)
        return inside and not any(pause.covers(day, at=at) for pause in self.pauses)


@dataclass(frozen=True)
class SharedTime:
    """What of a shared limit is used up, and which cases are still open."""

    days: int
    limit: int
    waits_for: tuple[str, ...]

    @property
    def within(self) -> bool:
        return self.days <= self.limit


def approval_time(
    approvals: Iterable[Approval], *, limit: int, calendar: Calendar, at: datetime
) -> SharedTime:
    """审批用时: working days on which at least one approval ran, each once. While all stand, or none is open,
    the time is the applicant's own and nothing is counted."""
    found = tuple(approvals)
    waits_for = tuple(one.title for one in found if one.decided is None)
    if not found:
        return SharedTime(0, limit, waits_for)
    first = min(local_day(one.accepted) for one in found)
    last = max(local_day(one.decided or at) for one in found)
    through = takewhile(lambda day: day.date <= last, calendar.after(first))
    days = sum(day.works and any(one.counts(day.date, at=at) for one in found) for day in through)
    return SharedTime(days, limit, waits_for)
