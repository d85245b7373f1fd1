"""The demonstration's plan for an orange warning: asked for when the city is filled, solved by its worker."""

from collections.abc import Callable
from datetime import datetime

from guangyue.accounts.demo import somebody_allowed
from guangyue.alerts.models import AbatementPlan, ReductionBase
from guangyue.alerts.permissions import RUN_ALERTS
from guangyue.alerts.services.planning import begin_plan
from guangyue.alerts.workbooks.sources import asking_levels


def load_plans(say: Callable[[str], None], *, at: datetime) -> None:
    """One for each level at which something is saved, once there is a list and a base."""
    by = somebody_allowed(RUN_ALERTS)
    if by is None or AbatementPlan.objects.exists() or not ReductionBase.objects.exists():
        say("停限产方案：没有指挥部办公室人员或者减排基数，或者已经有方案，没有再载入")
        return
    for level in asking_levels():
        begin_plan(title=f"{level.title}停限产方案（演示）", level=level, by=by, at=at)
    say(f"停限产方案 {len(asking_levels())} 个，等待求解")
