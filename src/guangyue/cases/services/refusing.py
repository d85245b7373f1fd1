"""无权否决: a window that would say no asks first; who has authority answers, or the case is received."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.holdings import holders_of
from guangyue.accounts.models import User
from guangyue.cases.flow import Actor, Check, Phase
from guangyue.cases.models import Case, Veto
from guangyue.cases.permissions import DECIDE_CASES
from guangyue.cases.reasons import reason_in
from guangyue.cases.refusals import AskedAlready, MovedOnAlready, MustReceive, NotYet
from guangyue.cases.services.checks import has_brought
from guangyue.cases.services.moving import hold, move_case, refuse_own
from guangyue.cases.services.telling import tell_official
from guangyue.kit.clocks import Clock
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.models import HolidayNotice

REFUSE_INTAKE = "refuse_intake"  # the arrow of the decider, in every flow that has one
TO_ANSWER = Limit(1, Unit.WORKING_DAY)


@transaction.atomic
def ask_to_refuse(*, case: Case, reason: str, by: User, at: datetime) -> Veto:
    """否决报批: once in a case; without an answer in a working day it is to be received."""
    case = hold(case)
    if (
        case.stands_in is not Phase.RECEIVED
        or case.flow.declared.arrow(REFUSE_INTAKE, since=case.step) is None
    ):
        raise MovedOnAlready
    reason = reason_in(reason, field="reason")
    earlier = case.vetoes.last()
    if earlier is not None:
        raise AskedAlready if earlier.decided_at is None else MustReceive
    veto = Veto.objects.create(
        case=case,
        reason=reason,
        asked_by=by,
        asked_at=at,
        due=Clock(TO_ANSWER, at).due(HolidayNotice.objects.calendar(), at=at).moment,
    )
    for official, scope in holders_of(DECIDE_CASES, at=at):
        if not scope.covers(region=case.region_id, organisation=case.unit_id):
            continue
        tell_official(
            official,
            case=case,
            title=f"办件 {case.number}：窗口报批不予受理",
            body="请在一个工作日内答复；逾期没有答复的，应当受理。",
            key=f"cases.veto.{veto.pk}",
            at=at,
        )
    return veto


@transaction.atomic
def decide_veto(*, veto: Veto, refuse: bool, said: str, by: User, at: datetime) -> Veto:
    """答复: by another than who asked; a refusal is the decider's own, with his reason."""
    case = hold(veto.case)
    veto = Veto.objects.select_for_update().get(pk=veto.pk)
    if veto.decided_at or case.stands_in is not Phase.RECEIVED:
        raise MovedOnAlready
    if by.pk == veto.asked_by_id or has_brought(case, by):
        raise NotYet(Check.ANOTHER_PERSON)
    refuse_own(case, by)
    said = reason_in(said)
    _rule(veto, Veto.Ruling.REFUSE if refuse else Veto.Ruling.RECEIVE, said=said, by=by, at=at)
    if refuse:
        move_case(case=case, arrow=REFUSE_INTAKE, by=by, actor=Actor.DECIDER, at=at, said=said)
    return veto


@transaction.atomic
def let_lapse(*, veto: Veto, at: datetime) -> None:
    """逾期未答复: the case is to be received."""
    case = hold(veto.case)
    veto = Veto.objects.select_for_update(of=("self",)).select_related("asked_by").get(pk=veto.pk)
    if veto.decided_at is None:
        _rule(veto, Veto.Ruling.LAPSED, said="", by=None, at=at)
        tell_official(
            veto.asked_by,
            case=case,
            title=f"办件 {case.number}：否决报批逾期没有答复，应当受理",
            body="请办理受理。",
            key=f"cases.veto.{veto.pk}.lapsed",
            at=at,
        )


def _rule(veto: Veto, ruling: Veto.Ruling, *, said: str, by: User | None, at: datetime) -> None:
    veto.ruling, veto.said, veto.decided_by, veto.decided_at = ruling, said, by, at
    veto.save()
