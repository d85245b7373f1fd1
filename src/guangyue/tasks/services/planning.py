"""施工图、进度表: what a unit means to do by when; with the first the assignment is under way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.tasks.models import AssignmentUnit, Plan, PlanStep
from guangyue.tasks.refusals import MovedOnAlready
from guangyue.tasks.services.moving import hold, move
from guangyue.tasks.states import State


@dataclass(frozen=True)
class Step:
    """节点."""

    title: str
    due_on: date


@transaction.atomic
def submit_plan(
    *, unit: AssignmentUnit, goal: str, steps: Sequence[Step], by: User | None, at: datetime
) -> Plan:
    """报送施工图: 定目标、定标准、定时限; a later version replaces the former, which stays readable."""
    if not steps:
        raise Refused("至少要有一个节点：写明做什么、什么时间完成。", field="steps")
    assignment = hold(unit.assignment, State.ACCEPTED, State.RUNNING)
    last = assignment.due_on
    if last and not assignment.recurring and any(step.due_on > last for step in steps):
        raise Refused("节点不能晚于完成时限；确需延期的，先申请调整时限。", field="steps")
    assert unit.organisation is not None
    plan = Plan.objects.create(assignment=assignment, organisation=unit.organisation, goal=goal, by=by, at=at)
    PlanStep.objects.bulk_create(
        PlanStep(plan=plan, order=order, title=step.title, due_on=step.due_on)
        for order, step in enumerate(sorted(steps, key=lambda one: one.due_on), start=1)
    )
    if assignment.state == State.ACCEPTED.name:
        move(assignment, State.RUNNING, by=by, at=at, organisation=unit.organisation, said="报送施工图")
    return plan


@transaction.atomic
def finish_step(*, step: PlanStep, by: User | None, at: datetime) -> PlanStep:
    """完成节点."""
    held = PlanStep.objects.select_for_update().get(pk=step.pk)
    if held.done_on is not None:
        raise MovedOnAlready("这个节点已经完成。")
    held.done_on = local_day(at)
    held.save(update_fields=["done_on"])
    return held
