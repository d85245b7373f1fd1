"""收件: a case is opened for a situation of a matter, kept as a draft, and handed in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.cases.entrance import refuse_elsewhere
from guangyue.cases.flow import COUNTY, Actor
from guangyue.cases.models import Case, Move
from guangyue.cases.refusals import ConsentMissing, MovedOnAlready, NotOpen
from guangyue.cases.services.flows import flow_in_force
from guangyue.cases.services.instant import try_instant
from guangyue.cases.services.moving import hold, move_held
from guangyue.cases.services.offices import office_of
from guangyue.cases.services.papers import lay_out_papers
from guangyue.cases.services.powers import bind_power
from guangyue.cases.services.reporting import report_day
from guangyue.cases.services.restricting import refuse_restricted
from guangyue.kit.check_codes import new_check_code
from guangyue.kit.clocks import local_day
from guangyue.kit.numbers import next_number
from guangyue.matters.models import Matter, MatterVersion
from guangyue.organisations.models import Region
from guangyue.registries.models import Firm, Person

HAND_IN = {Actor.APPLICANT: "hand_in", Actor.CLERK: "take_in"}  # the arrows from the draft on, in every flow


@transaction.atomic
def open_case(
    *,
    matter: Matter,
    variant: str,
    region: Region,
    applicant: Person | Firm | None,
    name: str = "",
    number: str = "",
    phone: str = "",
    channel: str,
    at: datetime,
    answers: Mapping[str, Any] | None = None,
    sources: Mapping[str, str] | None = None,
    bundle: str = "",
    through: str = "",
    received_by: User | None = None,
) -> Case:
    """A draft, bound to the version in force today and to whoever holds the power today; `through` is the
    entrance by which it comes, where the matter has one of its own."""
    versions = MatterVersion.objects.on(local_day(at)).filter(matter=matter).defer("declaration")
    version = versions.order_by("-number").first()
    if version is None or matter.state != Matter.State.RELEASED or not matter.on_application:
        raise NotOpen
    refuse_restricted(matter=matter, region=region, on=local_day(at))
    version.matter = matter
    declared = version.declared
    refuse_elsewhere(declared, through=through)
    situation = declared.variant(variant)
    flow = flow_in_force(declared.flow_of(situation))
    start = flow.declared.step(flow.declared.road[0])
    case = Case(
        version=version,
        variant=variant,
        title=declared.name,
        flow=flow,
        region=region,
        person=applicant if isinstance(applicant, Person) else None,
        firm=applicant if isinstance(applicant, Firm) else None,
        applicant_name=applicant.name if applicant else name,
        applicant_number=_number_of(applicant) or number,
        phone=phone,
        answers=dict(answers or {}),
        sources=dict(sources or {}),
        channel=channel,
        bundle=bundle,
        received_by=received_by,
        step=start.key,
        phase=start.phase.name,
        promised_days=declared.promised(situation),
        opened_at=at,
    )
    bind_power(case, on=local_day(at))
    if any(step.office == COUNTY for step in flow.declared.steps):
        office_of(case=case, office=COUNTY)  # refuses a place that has none
    case.save()
    lay_out_papers(case=case)
    return case


@transaction.atomic
def hand_in(*, case: Case, consent: bool, by: User | None, actor: Actor, at: datetime) -> Move:
    """提交: the case gets its number, and goes to whoever holds the power now; only with the applicant's own
    yes."""
    return hand_in_held(case=hold(case), consent=consent, by=by, actor=actor, at=at)


def hand_in_held(*, case: Case, consent: bool, by: User | None, actor: Actor, at: datetime) -> Move:
    """The same of a draft that is held already, with what was changed in it."""
    if case.number:
        raise MovedOnAlready
    if not consent:
        raise ConsentMissing
    refuse_restricted(matter=case.version.matter, region=case.region, on=local_day(at))
    bind_power(case, on=local_day(at))
    if case.manner == Case.Manner.DELEGATED:
        case.entrust()
    case.report_due = report_day(case)
    case.number = next_number("BJ", "cases_case_number", at=at)
    case.check_code = new_check_code()
    case.consent_at = case.handed_in_at = at
    move = move_held(case=case, arrow=HAND_IN[actor], by=by, actor=actor, at=at)
    try_instant(case=case, at=at)
    return move


def _number_of(applicant: Person | Firm | None) -> str:
    if applicant is None:
        return ""
    return applicant.id_number if isinstance(applicant, Person) else applicant.credit_code
