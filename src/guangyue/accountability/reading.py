"""决定期限 as a clock that people read."""

from datetime import datetime

from guangyue.accountability.declared import customs
from guangyue.accountability.models import StepCase
from guangyue.kit.clocks import Clock, Reading
from guangyue.kit.models import HolidayNotice


def clock_of(case: StepCase, *, at: datetime) -> Reading:
    clock = Clock(customs().decided_within, case.proposed_at)
    return clock.read(HolidayNotice.objects.calendar(), at=max(at, case.proposed_at))
