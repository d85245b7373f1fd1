"""重污染过程: runs of polluted days, of which two with a short gap between them are one process."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from guangyue.alerts.levels.blocks import Days, Run
from guangyue.alerts.plans import Lasting, MergedDuration, ResponsePlan

Marks = frozenset[Lasting]


@dataclass(frozen=True, slots=True)
class Process:
    """重污染过程: `hours` is how long it lasts as the plan counts, `marks` what holds within a run."""

    runs: tuple[Run, ...]
    hours: int
    marks: Marks

    @property
    def start(self) -> int:
        return self.runs[0].start

    @property
    def end(self) -> int:
        return self.runs[-1].end

    @property
    def merged(self) -> bool:
        return len(self.runs) > 1

    @property
    def days(self) -> Days:
        return tuple(day for run in self.runs for day in run.days)


def is_one_process(plan: ResponsePlan, gap: float) -> bool:
    """合并: by the hours from the end of the one to the start of the other."""
    return 0 <= gap < plan.merged_under


def processes(plan: ResponsePlan, runs: Iterable[Run]) -> Iterator[Process]:
    """What the runs, by start, can be joined to: of those that end alike and bear the same marks, the
    longest."""
    marks = _marks_of(plan)
    ending: list[tuple[Run, Mapping[Marks, Process]]] = []
    for run in runs:
        alone = Process((run,), run.hours, frozenset(one for one in marks if run.hours_of(one) >= one.hours))
        longest = {alone.marks: alone}
        for before, known in ending:
            if is_one_process(plan, run.start - before.end):
                for process in known.values():
                    _keep_longer(longest, _join(plan, process, alone))
        ending.append((run, longest))
        yield from longest.values()


def _marks_of(plan: ResponsePlan) -> Marks:
    """All that the plan asks for beside the length of the process."""
    asked = (one for level in plan.levels for condition in level.conditions for one in condition)
    return frozenset(one for one in asked if not is_of_the_process(plan, one))


def is_of_the_process(plan: ResponsePlan, lasting: Lasting) -> bool:
    """Whether it asks how long the process lasts; else it asks for worse days within."""
    return lasting.value == plan.heavy and not lasting.reached


def _join(plan: ResponsePlan, before: Process, run: Process) -> Process:
    gap = run.start - before.end if plan.merged_duration is MergedDuration.SPAN else 0
    return replace(
        before,
        runs=(*before.runs, *run.runs),
        hours=before.hours + gap + run.hours,
        marks=before.marks | run.marks,
    )


def _keep_longer(longest: dict[Marks, Process], process: Process) -> None:
    """Of two as long the one of fewer runs."""
    kept = longest.get(process.marks)
    if kept is None or (process.hours, -len(process.runs)) > (kept.hours, -len(kept.runs)):
        longest[process.marks] = process
