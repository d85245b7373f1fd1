"""What a new holiday notice moves: the days within which steps are decided."""

from collections.abc import Iterator
from datetime import date, datetime, time

from guangyue.accountability.declared import customs
from guangyue.accountability.models import StepCase
from guangyue.kit.clocks import SHANGHAI, Clock
from guangyue.kit.services.limits import Recounted
from guangyue.kit.workdays import Calendar


def recount_steps(*, calendar: Calendar, since: date) -> Iterator[Recounted]:
    reached = datetime.combine(since, time.min, SHANGHAI)
    decided, heard = customs().decided_within, customs().heard_within
    for case in StepCase.objects.to_decide().filter(due__gte=reached).with_parts():
        title = f"追责事项 {case.number}"
        due = Clock(decided, case.proposed_at).due(calendar, at=case.due)
        yield Recounted(case, title, decided, case.due, due)
        stated = Clock(heard, case.proposed_at).due(calendar, at=case.state_by)
        yield Recounted(case, title, heard, case.state_by, stated, field="state_by")
