"""现场验收和销号: jointly and on the spot, measure by measure; then one problem is struck off the list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused
from guangyue.ledgers.declared import campaign_plans
from guangyue.ledgers.flow import Seated, Side, State, fault_of_acceptance, fault_of_signing_off
from guangyue.ledgers.models import (
    Acceptance,
    AcceptanceMember,
    Measure,
    MeasureResult,
    Photo,
    Problem,
    Responsibility,
    SignOff,
)
from guangyue.ledgers.refusals import NoAcceptance
from guangyue.ledgers.services.moving import hold, move, refuse_other_than_lead, refuse_same_hand
from guangyue.ledgers.services.working import add_photos
from guangyue.organisations.models import Organisation


@dataclass(frozen=True)
class MemberSaid:
    """Who was there; `organisation` where the register knows the unit."""

    side: Side
    unit: str
    person: str
    organisation: Organisation | None = None
    signs: bool = True


@dataclass(frozen=True)
class AcceptanceSaid:
    """What was seen on the spot; `results` of each measure: whether it reached its standard, and a word."""

    on: date
    on_site: bool
    members: Sequence[MemberSaid]
    results: Mapping[Measure, tuple[bool, str]]
    said: str
    checks: Sequence[str] = ()
    photos: "Sequence[UploadedFile[bytes]]" = field(default=())


@transaction.atomic
def accept_problem(*, problem: Problem, said: AcceptanceSaid, by: User, at: datetime) -> Acceptance:
    """验收: 通过 when every measure reached its standard, and else back to work (R13–R15)."""
    held = hold(problem, State.APPLIED)
    refuse_other_than_lead(held, by)
    refuse_same_hand(held, by)
    _check_acceptance(held, said, at=at)
    passed = all(reached for reached, _ in said.results.values())
    if passed and (owed := set(campaign_plans()[held.campaign_id].checks) - set(said.checks)):
        raise Refused(f"通过验收还要有{'、'.join(sorted(owed))}。", field="checks")
    acceptance = Acceptance.objects.create(
        problem=held,
        round=held.round,
        on=said.on,
        on_site=said.on_site,
        passed=passed,
        checks=list(said.checks),
        said=said.said,
        by=by,
        at=at,
    )
    AcceptanceMember.objects.bulk_create(
        AcceptanceMember(**{**vars(one), "side": one.side.name}, acceptance=acceptance)
        for one in said.members
    )
    MeasureResult.objects.bulk_create(
        MeasureResult(acceptance=acceptance, measure=measure, passed=reached, said=words)
        for measure, (reached, words) in said.results.items()
    )
    add_photos(problem=held, uploads=said.photos, moment=Photo.Moment.ACCEPTANCE, by=by, at=at)
    what, to = ("验收通过", State.PASSED) if passed else ("验收不通过，退回整改", State.IN_WORK)
    if not passed:
        _take_up_again(held, said)
    move(held, to, what=what, by=by, at=at, said=said.said)
    return acceptance


@transaction.atomic
def sign_off(*, problem: Problem, by: User, at: datetime) -> SignOff:
    """销号: one problem, with an order of its own; there is no other way (R14)."""
    held = hold(problem, State.PASSED)
    refuse_other_than_lead(held, by)
    refuse_same_hand(held, by)
    acceptance = held.acceptances.filter(round=held.round, passed=True).first()
    results = dict(acceptance.results.values_list("measure", "passed")) if acceptance else {}
    measures = held.measures.filter(round=held.round).values_list("pk", flat=True)
    joint = acceptance is not None and not fault_of_acceptance(
        on_site=acceptance.on_site,
        members=[Seated(Side[one.side], one.signs) for one in acceptance.members.all()],
    )
    if fault := fault_of_signing_off(passed=[results.get(pk, False) for pk in measures], joint_on_site=joint):
        raise NoAcceptance(fault)
    order = SignOff.objects.create(
        problem=held,
        round=held.round,
        number=next_number("XH", "ledgers_order_number", at=at),
        on=local_day(at),
        by=by,
        at=at,
    )
    held.signed_off_on = order.on
    move(held, State.SIGNED_OFF, what="销号", by=by, at=at, said=f"销号单 {order.number}")
    return order


def _check_acceptance(problem: Problem, said: AcceptanceSaid, *, at: datetime) -> None:
    assert problem.applied_at is not None
    if not local_day(problem.applied_at) <= said.on <= local_day(at):
        raise Refused("验收日期在申请以后、今天以前。", field="on")
    seated = [Seated(one.side, one.signs) for one in said.members]
    if fault := fault_of_acceptance(on_site=said.on_site, members=seated):
        raise NoAcceptance(fault, field="" if said.on_site else "on_site")
    _refuse_doers(problem, said.members)
    _refuse_false_sides(problem, said.members)
    if set(said.results) != set(problem.measures.filter(round=problem.round)):
        raise Refused("每项措施都要写明是否达到标准。")


def _refuse_doers(problem: Problem, members: Sequence[MemberSaid]) -> None:
    """Whoever carried out the work does not sign, on whichever side he is put."""
    doers = problem.responsibilities.filter(round=problem.round, role=Responsibility.Role.CARRIES_OUT)
    units, persons = ({getattr(one, name) for one in doers} for name in ("unit", "person"))
    for member in members:
        if member.signs and (member.unit in units or member.person in persons):
            sentence = f"{member.unit} {member.person}负责整改实施，可以到场，不能签字。"
            raise NoAcceptance(sentence, field="others")


def _refuse_false_sides(problem: Problem, members: Sequence[MemberSaid]) -> None:
    """A lead department leads this campaign; a local government is that of the place."""
    leads = set(problem.campaign.leads.values_list("pk", flat=True))
    for member in members:
        if member.side is Side.LEAD and (member.organisation is None or member.organisation.pk not in leads):
            raise NoAcceptance(f"{member.unit}不是这次整治的牵头部门。", field="lead")
        elsewhere = member.organisation and member.organisation.region_id != problem.region_id
        if member.side is Side.LOCAL and elsewhere:
            raise NoAcceptance(f"{member.unit}不是问题所在地的政府。", field="local")


def _take_up_again(problem: Problem, said: AcceptanceSaid) -> None:
    """What did not reach its standard is not done."""
    short = [measure.pk for measure, (reached, _) in said.results.items() if not reached]
    problem.measures.filter(pk__in=short).update(done_on=None)
    problem.applied_by = problem.applied_at = None
