"""全过程审批用时 of cases that share a limit: 企业开办, 工程建设项目."""

from collections.abc import Iterable
from datetime import datetime

from guangyue.cases.models import Case
from guangyue.cases.planning import Approval, SharedTime, approval_time
from guangyue.kit.models import HolidayNotice


def time_of_cases(cases: Iterable[Case], *, limit: int, at: datetime) -> SharedTime:
    """From the first acceptance to the last decision, only while at least one of them runs; their pauses
    should be at hand."""
    return approval_time(
        [approval for case in cases if (approval := _approval(case))],
        limit=limit,
        calendar=HolidayNotice.objects.calendar(),
        at=at,
    )


def _approval(case: Case) -> Approval | None:
    clock = case.clock
    return Approval(case.title, clock.started, case.stopped_at, clock.pauses) if clock else None
