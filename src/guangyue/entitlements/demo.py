"""The demonstration's first run, so that there is something to see before the night."""

from collections.abc import Callable
from datetime import datetime

from django.utils import timezone

from guangyue.entitlements.models import Run
from guangyue.entitlements.services.gaps import report_gaps
from guangyue.entitlements.services.runs import begin_run
from guangyue.jobs.works import take_step
from guangyue.systems.today import day_of_the_city

Say = Callable[[str], None]


def load(say: Say) -> None:
    """Once, and at once: whoever looks in does not wait for the worker."""
    if Run.objects.exists():
        return
    at = timezone.now()
    run = begin_run(on=day_of_the_city(), applies=True, by=None, at=at)
    _finish(run, at=at)
    lines = report_gaps(month=day_of_the_city().replace(day=1), at=at)
    rows = sum(run.parts.values_list("rows", flat=True))
    say(f"政策找人：{run.on:%Y-%m-%d}，{rows} 条结果，月度缺口 {lines} 行")


def _finish(run: Run, *, at: datetime) -> None:
    assert run.work is not None
    while take_step(pk=run.work.pk, at=at):
        pass
