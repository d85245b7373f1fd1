"""停限产方案: begun, held to what officials want, handed to the solver, taken into use."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from guangyue.accounts.models import User
from guangyue.alerts.models import AbatementPlan, Choice, Hold, PlannedMeasure, ReductionBase, Source
from guangyue.alerts.models.amounts import COLUMNS
from guangyue.alerts.plan_reading import is_planned, options_at
from guangyue.alerts.plans import Level
from guangyue.alerts.services.renewing import renew_orders
from guangyue.alerts.services.solving import SOLVING
from guangyue.jobs.works import begin_work
from guangyue.kit.refusals import Refused

AT_A_TIME = 1000
TAKEN = "启用停限产方案"
State = AbatementPlan.State


class NoBase(Refused):
    sentence = "还没有登记减排基数，不能求解。"


class SolvedAlready(Refused):
    sentence = "这个方案已经求解，不再改动；请从它另起一个方案，调整后再求解。"


class NothingLeft(Refused):
    sentence = "不能把全部可选的措施都排除。"


class NotPlanned(Refused):
    sentence = "它不在求解范围内，按清单和预案执行。"


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
        kind=SOLVING, by=by, at=at, title=f"求解停限产方案：{plan}", options={"plan": plan.pk}
    )
    plan.state = State.SOLVING
    plan.save(update_fields=["work", "state"])
    return plan


@transaction.atomic
def take_plan(*, plan: AbatementPlan, by: User, at: datetime) -> None:
    """启用: instead of the plan that was in use at this level; open orders are written anew."""
    plan = AbatementPlan.objects.select_for_update().get(pk=plan.pk)
    if plan.state != State.SOLVED:
        raise NotGoodEnough
    AbatementPlan.objects.in_use().filter(level_key=plan.level_key).update(state=State.REPLACED)
    plan.state, plan.taken_by, plan.taken_at = State.IN_USE, by, at
    plan.save(update_fields=["state", "taken_by", "taken_at"])
    replaced = PlannedMeasure.objects.filter(level=plan.level_key)
    touched = set(replaced.values_list("source", flat=True))
    replaced.delete()
    measures = [_planned(choice) for choice in plan.choices.acting()]
    PlannedMeasure.objects.bulk_create(measures, batch_size=AT_A_TIME)
    touched |= {one.source_id for one in measures}
    renew_orders(sources=list(Source.objects.filter(pk__in=touched)), reason=TAKEN, by=by, at=at)


def _draft(plan: AbatementPlan) -> AbatementPlan:
    held = AbatementPlan.objects.select_for_update().get(pk=plan.pk)
    if not held.is_draft:
        raise SolvedAlready
    return held


def _planned(choice: Choice) -> PlannedMeasure:
    return PlannedMeasure(
        plan=choice.plan,
        source_id=choice.source_id,
        level=choice.plan.level_key,
        text=choice.title,
        **{column: getattr(choice, column) for column in COLUMNS.values()},
    )
