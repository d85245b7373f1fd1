"""谁能办: which cases an official sees, and which moves of a case are his to make now."""

from django.db.models import Q
from django.shortcuts import get_object_or_404

from guangyue.cases.flow import Actor, Arrow
from guangyue.cases.models import Case, Duty, Opinion
from guangyue.cases.models.case import CaseQuerySet
from guangyue.cases.permissions import (
    CHASE_CASES,
    DECIDE_CASES,
    RECEIVE_CASES,
    REVIEW_CASES,
    SEE_CASES,
)
from guangyue.cases.refusals import MovedOnAlready, NotYourMove
from guangyue.cases.services.powers import bound_by_review
from guangyue.kit.access import SignedInRequest

OFFICIAL_ACTORS = {
    Actor.CLERK: RECEIVE_CASES,
    Actor.REVIEWER: REVIEW_CASES,
    Actor.DECIDER: DECIDE_CASES,
}
SEEING = (SEE_CASES, REVIEW_CASES, DECIDE_CASES)


def arrows_for(request: SignedInRequest, case: Case) -> list[Arrow]:
    """What this official may do with the case now; asks the database nothing but what he holds, once."""
    arrows = case.flow.declared.arrows_from(case.step)
    own = [arrow for arrow in arrows if arrow.is_for(case.answers) and acts(request, case, arrow.by)]
    return [bound_by_review(case, arrow) for arrow in own]


def arrow_for(request: SignedInRequest, case: Case, key: str) -> Arrow:
    """The move of that name, where it is his to make."""
    arrow = case.flow.declared.arrow(key, since=case.step)
    if arrow is None:
        raise MovedOnAlready
    if not acts(request, case, arrow.by):
        raise NotYourMove
    return arrow


def acts(request: SignedInRequest, case: Case, actor: Actor) -> bool:
    """Any window of the region takes any matter; a reviewer or decider sits at the desk that has the case."""
    permission = OFFICIAL_ACTORS.get(actor)
    if permission is None:
        return False
    scope = request.scope_of(permission)
    if actor is Actor.CLERK:
        return scope.covers(region=case.region_id)
    return scope.covers(region=case.region_id, organisation=case.desk_id or case.unit_id)


def does_duty(request: SignedInRequest, case: Case, duty: Duty) -> bool:
    """批后事项 is noted by the organisation that it is laid on."""
    return request.scope_of(REVIEW_CASES).covers(region=case.region_id, organisation=duty.organisation_id)


def may_transfer(request: SignedInRequest, case: Case) -> bool:
    """转办, by whoever has the case or watches over it."""
    watches = request.scope_of(CHASE_CASES).covers(region=case.region_id, organisation=case.unit_id)
    return watches or acts(request, case, case.at_step.actor)


def cases_seen_by(request: SignedInRequest) -> CaseQuerySet:
    """Of the region, for a window, and what one took in oneself, for whatever place; else decided by, lying
    with or asked of one's organisations."""
    seen = request.scope_of(RECEIVE_CASES).rows(region="region_id")
    if request.may(RECEIVE_CASES):
        seen |= Q(received_by=request.user)
    for scope in {request.scope_of(permission) for permission in SEEING}:
        asked = Opinion.objects.filter(scope.rows(region="case__region_id", organisation="organisation_id"))
        seen |= scope.rows(region="region_id", organisation="unit_id")
        seen |= scope.rows(region="region_id", organisation="desk_id")
        seen |= Q(pk__in=asked.values("case"))
    return Case.objects.handed_in().filter(seen)


def cases_listed_for(request: SignedInRequest) -> CaseQuerySet:
    """Those of them that a list walks: what one is merely asked about waits in a list of its own."""
    listed = request.scope_of(RECEIVE_CASES).rows(region="region_id")
    for scope in {request.scope_of(permission) for permission in SEEING}:
        listed |= scope.rows(region="region_id", organisation="unit_id")
    return Case.objects.exclude(number="").filter(listed)


def case_seen_by(request: SignedInRequest, number: str, *beside: str) -> Case:
    """The case of that number; one out of reach gets the answer of one that does not exist."""
    found = cases_seen_by(request).select_related("flow", *beside)
    return get_object_or_404(found, number=number)
