"""认领和异议: what the units that answer say to what was issued to them, and what follows from silence."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.jobs.declarations import job
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.tasks.models import Assignment, AssignmentUnit
from guangyue.tasks.refusals import AnsweredAlready
from guangyue.tasks.services.issuing import answer_day
from guangyue.tasks.services.moving import hold, move
from guangyue.tasks.states import State

Answer = AssignmentUnit.Answer


@transaction.atomic
def accept_assignment(*, unit: AssignmentUnit, by: User | None, at: datetime) -> Assignment:
    """认领: once all have that answer for it, the assignment is accepted."""
    assignment = hold(unit.assignment, State.ISSUED)
    unit = _answer(unit, Answer.ACCEPTED, at=at)
    if AssignmentUnit.objects.silent().filter(assignment=assignment).exists():
        return assignment
    return move(assignment, State.ACCEPTED, by=by, at=at, organisation=unit.organisation)


@transaction.atomic
def dispute_assignment(*, unit: AssignmentUnit, said: str, by: User | None, at: datetime) -> Assignment:
    """提出异议, with the reason; 市政府办公室 settles it."""
    if not said.strip():
        raise Refused("请写明理由：为什么不由本单位负责，建议由谁负责。", field="said")
    assignment = hold(unit.assignment, State.ISSUED)
    unit = _answer(unit, Answer.DISPUTED, at=at)
    return move(assignment, State.DISPUTED, by=by, at=at, organisation=unit.organisation, said=said)


@transaction.atomic
def settle_dispute(*, assignment: Assignment, stands: bool, said: str, by: User, at: datetime) -> Assignment:
    """处理异议: it stands and is accepted, or it is issued anew and everybody answers again."""
    if not said.strip():
        raise Refused("请写明处理理由。", field="said")
    held = hold(assignment, State.DISPUTED)
    if stands:
        return move(held, State.ACCEPTED, by=by, at=at, said=said)
    held.units.filter(answers=True).update(answer="", answered_at=None)
    held.answer_by = answer_day(at)
    held.save(update_fields=["answer_by"])
    return move(held, State.ISSUED, by=by, at=at, said=said)


@transaction.atomic
def replace_unit(
    *, assignment: Assignment, former: AssignmentUnit, unit: AssignmentUnit, by: User, at: datetime
) -> AssignmentUnit:
    """更换负责单位, while it is disputed: the former stays as the document prints it, and answers no more."""
    held = hold(assignment, State.DISPUTED)
    former = held.units.select_for_update().get(pk=former.pk, answers=True)
    former.answers = False
    former.save(update_fields=["answers"])
    unit.assignment, unit.role, unit.order, unit.answers = held, former.role, former.order, True
    unit.save()
    names = dict.fromkeys(one.name for one in held.units.filter(answers=True))
    held.answering = "、".join(names)
    held.save(update_fields=["answering"])
    return unit


@job("tasks.accept_silent", title="期满没有答复的视为认领")
@transaction.atomic
def accept_silent(*, at: datetime) -> None:
    waiting = Assignment.objects.filter(state=State.ISSUED.name, answer_by__lt=local_day(at))
    for assignment in waiting.select_for_update(of=("self",)).select_related("document").order_by("pk"):
        silent = AssignmentUnit.objects.silent().filter(assignment=assignment)
        silent.update(answer=Answer.SILENT, answered_at=at)
        move(assignment, State.ACCEPTED, by=None, at=at, said="期满没有答复，视为认领")


def _answer(unit: AssignmentUnit, answer: Answer, *, at: datetime) -> AssignmentUnit:
    held = (
        AssignmentUnit.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=unit.pk)
    )
    if held.answer or not held.answers:
        raise AnsweredAlready
    held.answer, held.answered_at = answer, at
    held.save(update_fields=["answer", "answered_at"])
    return held
