"""每夜的计时: each part commits case by case and says each thing once, so that a run may be killed, repeated,
or happen twice at the same time."""

from datetime import datetime

from guangyue.cases.services.lapsing import (
    lapse_vetoes,
    let_notices_stand,
    remind_of_drafts,
    return_unsupplied,
)
from guangyue.cases.services.reporting import remind_of_reports
from guangyue.cases.services.warning import (
    chase_duties,
    chase_opinions,
    chase_overdue,
    chase_steps,
    list_those_due,
    read_staff,
    warn_before_due,
)
from guangyue.jobs.declarations import job


@job("cases.run_clocks", title="办件计时：预警、催办、逾期退件", once=False)
def run_clocks(*, at: datetime) -> None:
    """First what lapses, so that nobody is warned of what is closed by then."""
    lapse_vetoes(at=at)
    return_unsupplied(at=at)
    let_notices_stand(at=at)
    staff = read_staff(at)
    warn_before_due(staff=staff, at=at)
    list_those_due(staff=staff, at=at)
    chase_overdue(staff=staff, at=at)
    chase_steps(staff=staff, at=at)
    chase_opinions(staff=staff, at=at)
    chase_duties(staff=staff, at=at)
    remind_of_drafts(at=at)
    remind_of_reports(at=at)
