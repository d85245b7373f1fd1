"""季度差距清单: what is behind when a quarter is over, kept for those who chase."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from guangyue.accounts.models import User
from guangyue.indicators.comparing.judging import Result
from guangyue.indicators.models import GapLine, GapList, Target
from guangyue.indicators.models.targets import PromisedTargetQuerySet
from guangyue.indicators.refusals import QuarterNotOver
from guangyue.indicators.services.recomputing import recompute
from guangyue.kit.clocks import local_day
from guangyue.kit.limits import months_after

BEHIND = (Result.MISSED.name, Result.TO_JUDGE.name, Result.NO_DATA.name)


def targets_behind() -> PromisedTargetQuerySet:
    """未达标, 待判, 无数据, and what by projection will not be reached."""
    return Target.objects.in_force().filter(
        Q(verdict__result__in=BEHIND) | Q(verdict__result=Result.RUNNING.name, verdict__behind=True)
    )


@transaction.atomic
def list_gaps(*, year: int, quarter: int, by: User | None, at: datetime) -> GapList:
    """Once for each quarter; what is known later does not change it."""
    if local_day(at) < months_after(date(year, 3 * quarter - 2, 1), 3):
        raise QuarterNotOver
    made, is_new = GapList.objects.get_or_create(year=year, quarter=quarter, defaults={"by": by, "at": at})
    if is_new:
        recompute(targets=Target.objects.in_force(), on=local_day(at), at=at)
        GapLine.objects.bulk_create(
            GapLine(list=made, target=target, verdict=target.verdict)
            for target in targets_behind().select_related("verdict").order_by("due_on", "code")
            if target.verdict
        )
    return made
