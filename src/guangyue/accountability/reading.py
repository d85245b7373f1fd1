"""决定期限 as a clock that people read."""

from datetime import datetime

from guangyue.accountability.declared import customs
from guangyue.accountability.models import StepCase
from guangyue.kit.clocks import Clock, Reading
from guangyue.kit.workdays import Calendar


def clock_of(case: StepCase, calendar: Calendar, *, at: datetime) -> Reading:
    clock = Clock(customs().decided_within, case.proposed_at)
    return clock.read(calendar, at=max(at, case.proposed_at))
