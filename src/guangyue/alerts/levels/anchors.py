"""二十四种起算: how long the bad days last by each hour that a day can begin with, before runs are joined."""

from collections.abc import Sequence
from dataclasses import dataclass

from guangyue.alerts.air.means import DAY
from guangyue.alerts.levels.blocks import heavy_runs, hourly
from guangyue.alerts.levels.weighing import Weighing


@dataclass(frozen=True, slots=True)
class Anchor:
    """一种起算: an hour of the clock, the longest run of days that begin with it, and whether the level rests
    on such days."""

    clock: int
    hours: int
    chosen: bool


def anchors_of(
    weighing: Weighing, hours: Sequence[int | None], *, first_hour: int, over_by: int = 0
) -> list[Anchor]:
    """By the clock; `first_hour` is that of the first value."""
    plan = weighing.plan
    chosen = {run.start % DAY for run in weighing.process.runs} if weighing.process else set()
    anchors = []
    for offset, days in enumerate(hourly(hours, missing_allowed=plan.missing_allowed)):
        runs = [run.hours for run in heavy_runs([days], plan.heavy) if run.end > over_by]
        anchors.append(Anchor((first_hour + offset) % DAY, max(runs, default=0), offset in chosen))
    return sorted(anchors, key=lambda anchor: anchor.clock)
