"""日期和时限: until when plans are filed and results published. Knows no database.

聊政发〔2019〕14号 二（三）1 and 二（三）4 name the day and the limit; the reminder, the days for a transfer
and for following up are ours.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from guangyue.kit.clocks import SHANGHAI, Clock, local_day
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.workdays import Calendar

PLANS_FILED_BY = (1, 31)
PUBLISHED_WITHIN = Limit(20, Unit.WORKING_DAY)
REMINDED_FROM = 16  # the how manieth working day of the twenty
TRANSFERRED_WITHIN = Limit(3, Unit.WORKING_DAY)
FOLLOWED_UP_WITHIN = Limit(30, Unit.DAY)
COMMITTED_BEFORE = timedelta(hours=24)


@dataclass(frozen=True)
class Filed:
    """备案: whether a year's plan came in time; nothing filed is late from 1 February on."""

    due: date
    filed: date | None
    on: date

    @property
    def late(self) -> bool:
        return (self.filed or self.on) > self.due


def plan_filed(year: int, filed: date | None, *, on: date) -> Filed:
    return Filed(date(year, *PLANS_FILED_BY), filed, on)


def publication_clock(completed: datetime) -> Clock:
    """From the day on which the last visit of the batch was made (R14)."""
    return Clock(PUBLISHED_WITHIN, completed)


def publish_by(completed: date, calendar: Calendar) -> date:
    moment = datetime.combine(completed, time(12), SHANGHAI)
    return local_day(publication_clock(moment).due(calendar, at=moment).moment)


def is_reminded(completed: datetime, calendar: Calendar, *, at: datetime) -> bool:
    """Whether the sixteenth of the twenty days has begun."""
    passed = calendar.working_days(after=local_day(completed), through=local_day(at))
    return passed >= REMINDED_FROM
