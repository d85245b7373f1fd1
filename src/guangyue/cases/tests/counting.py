"""The clock of a case, counted on one's fingers."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import chinese_calendar

from guangyue.cases.tests.factories import ORDINARY

STANDING = {step.key for step in ORDINARY.steps if step.stands}
LIMIT, EXTENSION = 5, ORDINARY.extension_days


@dataclass
class Oracle:
    """What the clock of the case should show, by counting days on one's fingers."""

    start: date | None = None
    extended: bool = False
    pauses: list[tuple[date, date | None]] = field(default_factory=list)

    def worked(self, day: date, today: date) -> bool:
        stood = any(since <= day < (until or today) for since, until in self.pauses)
        return chinese_calendar.is_workday(day) and not stood

    def used(self, today: date) -> int:
        assert self.start is not None
        days = (today - self.start).days
        return sum(self.worked(self.start + timedelta(days=number + 1), today) for number in range(days))

    def due(self, today: date) -> date:
        assert self.start is not None
        left, day = LIMIT + EXTENSION * self.extended, self.start
        while left:
            day += timedelta(days=1)
            left -= self.worked(day, today)
        return day

    def follow(self, arrow: str, since: str, to: str, today: date) -> None:
        if arrow in ("accept", "accept_deferred", "decide_at_once") and self.start is None:
            self.start = today
        if since in STANDING and to not in STANDING and self.pauses and self.pauses[-1][1] is None:
            self.pauses[-1] = (self.pauses[-1][0], today)
        if to in STANDING and self.start is not None:
            self.pauses.append((today, None))
        self.extended |= arrow == "extend"
