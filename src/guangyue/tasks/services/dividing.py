"""再分解: a unit divides what it answers for among its own; the parts go the same road."""

from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.tasks.declared import terms
from guangyue.tasks.models import Assignment, AssignmentMove, AssignmentUnit
from guangyue.tasks.progress import yellow_from
from guangyue.tasks.services.issuing import answer_day
from guangyue.tasks.services.moving import hold
from guangyue.tasks.states import DueKind, Role, State

DEEPEST = 3  # a part of a part of a part is an assignment nobody sees


@transaction.atomic
def divide_assignment(
    *,
    unit: AssignmentUnit,
    text: str,
    organisation: Organisation,
    office: str,
    due_on: date,
    by: User | None,
    at: datetime,
) -> Assignment:
    """`office` is the name under which it is given out: a department within the unit, or the body itself."""
    whole = hold(unit.assignment, State.ACCEPTED, State.RUNNING)
    if whole.due_on and due_on > whole.due_on:
        raise Refused("再分解的时限不能晚于原事项的时限。", field="due_on")
    if whole.label.count("-") >= DEEPEST:
        raise Refused("最多再分解三层。")
    part = Assignment.objects.create(
        document=whole.document,
        task=whole.task,
        parent=whole,
        order=whole.order,
        label=f"{whole.label}-{whole.parts.count() + 1}",
        text=text,
        clause=whole.clause,
        leaders=whole.leaders,
        answering=office,
        due_on=due_on,
        due_kind=DueKind.PRINTED.name,
        due_text="再分解时写明",
        yellow_on=yellow_from(since=whole.document.day, due=due_on, percent=0, terms=terms()),
        issued_at=at,
        answer_by=answer_day(at),
        issued_by=by,
    )
    AssignmentUnit.objects.create(
        assignment=part, order=1, organisation=organisation, name=office, role=Role.LEAD.name, answers=True
    )
    AssignmentMove.objects.create(
        assignment=part, to=State.ISSUED.name, organisation=unit.organisation, said="再分解", by=by, at=at
    )
    return part
