"""时限 of a warning once it is out: who must have done what, until when, and whether they did."""

from dataclasses import dataclass
from datetime import datetime

from guangyue.kit.clocks import Clock
from guangyue.kit.limits import Limit
from guangyue.kit.workdays import Calendar


@dataclass(frozen=True)
class Deadline:
    """时限: the last moment in time, and when it was done; nothing done by then is late from then on."""

    due: datetime
    done: datetime | None

    def late(self, *, at: datetime) -> bool:
        return (self.done or at) > self.due


def deadline(limit: Limit, *, since: datetime, done: datetime | None, calendar: Calendar) -> Deadline:
    return Deadline(Clock(limit, since).due(calendar, at=since).moment, done)
