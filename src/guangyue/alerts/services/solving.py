"""求解停限产方案, step by step: the list is read, the solver asked, its answer kept."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from json import dumps, loads
from pathlib import Path
from typing import Any

from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.alerts.models import AbatementPlan, Choice, Hold, Source
from guangyue.alerts.models.amounts import COLUMNS
from guangyue.alerts.permissions import RUN_ALERTS
from guangyue.alerts.plan_reading import GRAMS, problem_of
from guangyue.alerts.planning.options import PERIODS, Candidate, Option, Problem
from guangyue.alerts.planning.outcome import Outcome
from guangyue.jobs.declarations import WorkKind
from guangyue.kit.plain import as_plain, fingerprint, from_plain
from guangyue.kit.progress import Progress
from guangyue.kit.refusals import Refused

SOLVER = "guangyue.alerts.planning"
ASKED, ANSWERED = "problem.json", "outcome.json"
LONGEST = 600  # seconds
AT_A_TIME = 1000
STEPS = ("读取清单", "求解", "保存结果")


class NobodyToPlan(Refused):
    sentence = "清单里没有登记了生产线和日产值的企业，无从求解。"


def solve_step(
    *, options: Mapping[str, Any], checkpoint: Mapping[str, Any], folder: Path, by: User | None, at: datetime
) -> Progress:
    """The next of the three."""
    plan, step = (
        AbatementPlan.objects.select_related("base").get(pk=options["plan"]),
        checkpoint.get("step", 0),
    )
    match step:
        case 0:
            _ask(plan, folder)
        case 1:
            _answer(folder)
        case _:
            _keep(plan, folder, at)
    done = step + 1
    finished = done == len(STEPS)
    message = "求解完成" if finished else f"正在{STEPS[done]}"
    return Progress(done, len(STEPS), checkpoint={"step": done}, message=message, finished=finished)


def _page(options: Mapping[str, Any]) -> str:
    return reverse("alerts:plan", args=[options["plan"]])


SOLVING = WorkKind("alerts.solve", "求解停限产方案", solve_step, needs=RUN_ALERTS, opens=_page)


def _ask(plan: AbatementPlan, folder: Path) -> None:
    problem = problem_of(plan)
    if not problem.candidates:
        raise NobodyToPlan
    plan.fingerprint = fingerprint(problem)
    plan.save(update_fields=["fingerprint"])
    (folder / ASKED).write_text(dumps(as_plain(problem)), encoding="utf-8")


def _answer(folder: Path) -> None:
    """The solver is large and native: it neither fills this process nor takes it along if it falls."""
    with (folder / ASKED).open("rb") as asked, (folder / ANSWERED).open("wb") as answered:
        command = (sys.executable, "-m", SOLVER)
        subprocess.run(command, stdin=asked, stdout=answered, check=True, timeout=LONGEST)


def _keep(plan: AbatementPlan, folder: Path, at: datetime) -> None:
    problem = from_plain(Problem, loads((folder / ASKED).read_text(encoding="utf-8")))
    outcome = from_plain(Outcome, loads((folder / ANSWERED).read_text(encoding="utf-8")))
    plan.choices.all().delete()
    Choice.objects.bulk_create(_choices(plan, problem, outcome), batch_size=AT_A_TIME)
    plan.state = AbatementPlan.State.SOLVED if outcome.feasible else AbatementPlan.State.SHORT
    plan.result, plan.cost, plan.solved_at = as_plain(outcome), _mean(outcome.cost), at
    plan.save(update_fields=["state", "result", "cost", "solved_at"])


def _choices(plan: AbatementPlan, problem: Problem, outcome: Outcome) -> Iterator[Choice]:
    numbers = dict(Source.objects.values_list("code", "pk"))
    for candidate in problem.candidates:
        option = candidate.option(outcome.chosen[candidate.code])
        yield Choice(
            plan=plan,
            source_id=numbers[candidate.code],
            option=option.key,
            way=option.way.name,
            title=option.title,
            periods=list(option.periods),
            cost=_mean(option.costs_in_all),
            held=_held(candidate),
            **_kilograms(option),
        )


def _held(candidate: Candidate) -> str:
    if candidate.pinned:
        return Hold.Kind.PINNED
    return Hold.Kind.FORBIDDEN if candidate.forbidden else ""


def _kilograms(option: Option) -> dict[str, Decimal]:
    """Of a day, as a mean; parts of a gram are left out."""
    in_all = zip(COLUMNS.values(), option.saves_in_all, strict=True)
    return {column: Decimal(grams // len(PERIODS)) / GRAMS for column, grams in in_all}


def _mean(fen: int) -> int:
    """Of a day; part of a 分 counts as one."""
    return -(-fen // len(PERIODS))
