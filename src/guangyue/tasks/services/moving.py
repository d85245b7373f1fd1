"""办理: the one way in which an assignment changes its state, with the row that says who moved it."""

from datetime import datetime

from django.db.models import Q

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.clocks import local_day
from guangyue.organisations.models import Organisation
from guangyue.tasks.models import Assignment, AssignmentMove, AssignmentUnit
from guangyue.tasks.refusals import MovedOnAlready, NotYours
from guangyue.tasks.services.tallying import tally_document
from guangyue.tasks.states import OVER, State


def hold(assignment: Assignment, *states: State) -> Assignment:
    """As it is now, held until this is over, in one of these states: of two at once the second is told."""
    held = Assignment.objects.select_for_update(of=("self",)).select_related("document").get(pk=assignment.pk)
    if held.state not in {state.name for state in states}:
        raise MovedOnAlready
    return held


def move(
    assignment: Assignment,
    to: State,
    *,
    by: User | None,
    at: datetime,
    organisation: Organisation | None = None,
    said: str = "",
) -> Assignment:
    assignment.state = to.name
    assignment.over_on = local_day(at) if to.name in OVER else None
    assignment.save(update_fields=["state", "over_on"])
    AssignmentMove.objects.create(
        assignment=assignment, to=to.name, organisation=organisation, said=said, by=by, at=at
    )
    tally_document(document=assignment.document, on=local_day(at))
    return assignment


def unit_answering(assignment: Assignment, scope: Scope) -> AssignmentUnit:
    """On whose behalf somebody acts: of the units within his reach the first that answers for it."""
    unit = find_answering(assignment, scope)
    if unit is None:
        raise NotYours
    return unit


def find_answering(assignment: Assignment, scope: Scope, *more: Q) -> AssignmentUnit | None:
    units = AssignmentUnit.objects.within(scope).answering().filter(*more, assignment=assignment)
    return units.select_related("organisation").order_by("order", "pk").first()
