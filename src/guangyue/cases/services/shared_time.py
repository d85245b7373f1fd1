"""全过程审批用时 of cases that share a limit: 企业开办, 工程建设项目."""

from datetime import datetime

from guangyue.cases.models import Case
from guangyue.cases.models.case import CaseQuerySet
from guangyue.cases.planning import Approval, SharedTime, approval_time
from guangyue.kit.models import HolidayNotice


def time_of_cases(cases: CaseQuerySet, *, limit: int, at: datetime) -> SharedTime:
    """From the first acceptance to the last decision, only while at least one of them runs."""
    accepted = cases.filter(clock_started_at__isnull=False).prefetch_related("pauses")
    return approval_time(
        [approval for case in accepted if (approval := _approval(case))],
        limit=limit,
        calendar=HolidayNotice.objects.calendar(),
        at=at,
    )


def _approval(case: Case) -> Approval | None:
    clock = case.clock
    return Approval(case.title, clock.started, case.stopped_at, clock.pauses) if clock else None
