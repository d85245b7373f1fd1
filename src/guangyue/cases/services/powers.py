"""权力: who receives, reviews and decides a case, by what was granted when it was handed in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor, Arrow, Step
from guangyue.cases.models import Case
from guangyue.empowerments.holding import body_for, refuse_without_power
from guangyue.empowerments.modes import Act, Mode
from guangyue.organisations.models import Organisation

ACTS: Mapping[Actor, Act] = {
    Actor.CLERK: Act.RECEIVE,
    Actor.REVIEWER: Act.REVIEW,
    Actor.DECIDER: Act.DECIDE,
}


def bind_power(case: Case, *, on: date) -> None:
    """The case goes to the body that holds the power on that day."""
    holding = body_for(matter=case.version.matter, region=case.region, on=on, part=case.situation.title)
    case.unit, case.empowerment = holding.unit, holding.empowerment
    if holding.acting(Act.RECEIVE) != holding.acting(Act.REVIEW):
        case.manner = Case.Manner.DELEGATED
    elif case.manner == Case.Manner.DELEGATED:
        case.manner = Case.Manner.ORDINARY


def unit_at(case: Case, step: Step) -> Organisation:
    """The undertaking body as far as it may act, the deciding unit otherwise."""
    granted = case.empowerment
    act = ACTS.get(step.actor)
    return granted.body if granted and act in granted.way.may else case.unit


def bound_by_review(case: Case, arrow: Arrow) -> Arrow:
    """实质性审核: whoever signs follows the body that reviewed, or says why not."""
    granted = case.empowerment
    if arrow.outcome is None or granted is None or granted.granted_by is not Mode.REVIEW:
        return arrow
    proposals = {one.key: one.proposes for one in case.flow.declared.arrows if one.proposes}
    last = case.moves.filter(arrow__in=proposals).order_by("-pk").first()
    departs = last is not None and proposals[last.arrow] is not arrow.outcome
    return replace(arrow, says=True) if departs else arrow


def refuse_powerless(case: Case, by: User | None, at: datetime) -> str:
    """权力 of whoever acts at this step; says itself what is missing."""
    refuse_without_power(
        matter=case.version.matter_id,
        unit=case.unit_id,
        at=at,
        accepted_at=case.accepted_at,
        empowerment=case.empowerment_id,
        act=ACTS.get(case.at_step.actor, Act.DECIDE),
        part=case.situation.title,
    )
    return ""
