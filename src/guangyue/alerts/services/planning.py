"""减排方案: begun, held to what officials want, solved as long work, taken into use."""

import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from json import dumps, loads
from pathlib import Path
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from guangyue.accounts.models import User
from guangyue.alerts.models import AbatementPlan, Choice, Hold, ReductionBase, Source
from guangyue.alerts.models.amounts import COLUMNS
from guangyue.alerts.permissions import RUN_ALERTS
from guangyue.alerts.plan_reading import GRAMS, is_planned, options_at, problem_of
from guangyue.alerts.planning.options import PERIODS, Candidate, Option, Problem
from guangyue.alerts.planning.outcome import Outcome
from guangyue.alerts.plans import Level
from guangyue.jobs.declarations import WorkKind
from guangyue.jobs.works import begin_work
from guangyue.kit.plain import as_plain, fingerprint, from_plain
from guangyue.kit.progress import Progress
from guangyue.kit.refusals import Refused

SOLVER = "guangyue.alerts.planning"
ASKED, ANSWERED = "problem.json", "outcome.json"
LONGEST = 600  # seconds
AT_A_TIME = 1000
STEPS = ("读取清单", "求解", "保存结果")
State = AbatementPlan.State


class NoBase(Refused):
    sentence = "还没有登记减排基数，不能求解。"


class SolvedAlready(Refused):
    sentence = "这个方案已经求解，不再改动；请从它另起一个方案，调整后再求解。"


class NothingLeft(Refused):
    sentence = "不能把全部可选的措施都排除。"


class NotPlanned(Refused):
    sentence = "它不在求解范围内，按清单和预案执行。"


class NobodyToPlan(Refused):
    sentence = "清单里没有登记了生产线和日产值的企业，无从求解。"


class NotGoodEnough(Refused):
    sentence = "只有求解过、达到减排要求的方案才能启用。"


@transaction.atomic
def begin_plan(*, title: str, level: Level, by: User, at: datetime) -> AbatementPlan:
    """编制 by the list of today, and solve."""
    base = ReductionBase.objects.first()
    if base is None:
        raise NoBase
    plan = AbatementPlan.objects.create(
        title=title, level_key=level.key, on=timezone.localdate(at), base=base, made_by=by, made_at=at
    )
    return solve_plan(plan=plan, by=by, at=at)


@transaction.atomic
def follow_plan(*, plan: AbatementPlan, title: str, by: User, at: datetime) -> AbatementPlan:
    """调整: a draft by the list of today, held to the same."""
    follower = AbatementPlan.objects.create(
        title=title,
        level_key=plan.level_key,
        on=timezone.localdate(at),
        base=ReductionBase.objects.first() or plan.base,
        follows=plan,
        made_by=by,
        made_at=at,
    )
    holds = [
        Hold(plan=follower, source_id=one.source_id, option=one.option, title=one.title, kind=one.kind)
        for one in plan.holds.all()
    ]
    Hold.objects.bulk_create(holds)
    return follower


@transaction.atomic
def hold_source(*, plan: AbatementPlan, source: Source, pinned: str, forbidden: Collection[str]) -> None:
    """指定、排除: what officials want of a source, instead of what they wanted before."""
    _draft(plan)
    if not is_planned(source):
        raise NotPlanned
    offered = options_at(source, plan.level_key, on=plan.on)
    if not pinned and {one.key for one in offered} <= set(forbidden):
        raise NothingLeft(field="forbidden")
    plan.holds.filter(source=source).delete()
    kinds = {pinned: Hold.Kind.PINNED} if pinned else dict.fromkeys(forbidden, Hold.Kind.FORBIDDEN)
    Hold.objects.bulk_create(
        Hold(plan=plan, source=source, option=one.key, title=one.title, kind=kinds[one.key])
        for one in offered
        if one.key in kinds
    )


@transaction.atomic
def solve_plan(*, plan: AbatementPlan, by: User, at: datetime) -> AbatementPlan:
    """求解, as long work."""
    plan = _draft(plan)
    plan.work = begin_work(
        kind=SOLVING, by=by, at=at, title=f"求解减排方案：{plan}", options={"plan": plan.pk}
    )
    plan.state = State.SOLVING
    plan.save(update_fields=["work", "state"])
    return plan


@transaction.atomic
def take_plan(*, plan: AbatementPlan, by: User, at: datetime) -> None:
    """启用: instead of the plan that was in use at this level."""
    plan = AbatementPlan.objects.select_for_update().get(pk=plan.pk)
    if plan.state != State.SOLVED:
        raise NotGoodEnough
    AbatementPlan.objects.in_use().filter(level_key=plan.level_key).update(state=State.REPLACED)
    plan.state, plan.taken_by, plan.taken_at = State.IN_USE, by, at
    plan.save(update_fields=["state", "taken_by", "taken_at"])


def solve_step(
    *, options: Mapping[str, Any], checkpoint: Mapping[str, Any], folder: Path, by: User | None, at: datetime
) -> Progress:
    """The list is read, the problem solved in a process of its own, the outcome kept."""
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


SOLVING = WorkKind("alerts.solve", "求解减排方案", solve_step, needs=RUN_ALERTS, opens=_page)


def _draft(plan: AbatementPlan) -> AbatementPlan:
    held = AbatementPlan.objects.select_for_update().get(pk=plan.pk)
    if not held.is_draft:
        raise SolvedAlready
    return held


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
    plan.state = State.SOLVED if outcome.feasible else State.SHORT
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
