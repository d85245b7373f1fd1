"""研判: the strictest level that a forecast reaches, and why it reaches none above."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from guangyue.alerts.air.means import DAY
from guangyue.alerts.levels.blocks import Days, heavy_runs
from guangyue.alerts.levels.processes import Process, is_of_the_process, processes
from guangyue.alerts.plans import Condition, Lasting, Level, ResponsePlan


@dataclass(frozen=True)
class Shortfall:
    """差在哪里: what a condition asks for, and for how long it holds in the process that comes nearest."""

    asked: Lasting
    hours: int

    @property
    def met(self) -> bool:
        return self.hours >= self.asked.hours


@dataclass(frozen=True)
class Weighing:
    """研判: a recommendation with its reasons. `process` is what the level rests on; without heavy days
    there is neither."""

    plan: ResponsePlan
    level: Level | None
    process: Process | None
    candidates: tuple[Process, ...]

    @property
    def offset(self) -> int | None:
        """起算: the hour of the day with which the days of the process begin."""
        return None if self.process is None else self.process.start % DAY

    @cached_property
    def why_not(self) -> dict[str, tuple[tuple[Shortfall, ...], ...]]:
        """By the key of each level above: condition by condition what is met, and what falls short."""
        return {
            level.key: tuple(self._nearest(condition) for condition in level.conditions)
            for level in self.plan.above(self.level)
        }

    def _nearest(self, condition: Condition) -> tuple[Shortfall, ...]:
        tries = [
            tuple(Shortfall(one, hours_of(self.plan, process, one)) for one in condition)
            for process in self.candidates
        ]
        nothing = tuple(Shortfall(one, 0) for one in condition)
        return max(tries, key=_nearness, default=nothing)


def weigh(plan: ResponsePlan, forecast: Iterable[Days], *, over_by: int = 0) -> Weighing:
    """The same whatever the order in which the offsets are looked at: by level, then by length, then the
    process of fewer runs, then the one that begins first. What was over by an hour is none to warn of."""
    found = processes(plan, heavy_runs(forecast, plan.heavy))
    candidates = tuple(process for process in found if process.end > over_by)
    judged = [(level_of(plan, process), process) for process in candidates]
    level, process = max(
        judged,
        key=lambda one: (plan.rank(one[0]), one[1].hours, -len(one[1].runs), -one[1].start),
        default=(None, None),
    )
    return Weighing(plan, level, process, candidates)


def level_of(plan: ResponsePlan, process: Process) -> Level | None:
    """The highest of which any condition holds."""
    return next((level for level in reversed(plan.levels) if _reaches(plan, process, level)), None)


def hours_of(plan: ResponsePlan, process: Process, lasting: Lasting) -> int:
    """How long it holds: of the process as the plan counts it, of worse days where they follow each other."""
    if is_of_the_process(plan, lasting):
        return process.hours
    return max(run.hours_of(lasting) for run in process.runs)


def _reaches(plan: ResponsePlan, process: Process, level: Level) -> bool:
    return any(
        all(hours_of(plan, process, one) >= one.hours for one in condition) for condition in level.conditions
    )


def _nearness(shortfalls: tuple[Shortfall, ...]) -> tuple[int, int, int]:
    """How many are met, then for how long what is asked for holds in all, then how far it goes beyond."""
    held = [min(one.hours, one.asked.hours) for one in shortfalls]
    return sum(one.met for one in shortfalls), sum(held), sum(one.hours for one in shortfalls)
