"""What is above a single move: saying no, giving a case to another unit, and who answers for lateness."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.cases.acting import acts, case_seen_by, may_transfer
from guangyue.cases.flow import Actor
from guangyue.cases.models import Veto
from guangyue.cases.permissions import CHASE_CASES, DECIDE_CASES, RECEIVE_CASES, SEE_CASES
from guangyue.cases.refusals import NotYourMove
from guangyue.cases.services.lateness import confirm_lateness
from guangyue.cases.services.refusing import ask_to_refuse, decide_veto
from guangyue.cases.services.transferring import transfer_case
from guangyue.cases.views.desk.moves import see_case
from guangyue.cases.views.saying import said_in
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation


@require_POST
@needs(RECEIVE_CASES)
def veto(request: SignedInRequest, number: str) -> HttpResponse:
    """否决报批: a window does not say no, it asks."""
    case = case_seen_by(request, number)
    if not acts(request, case, Actor.CLERK):
        raise NotYourMove
    reason = said_in(request, longest=500)
    ask_to_refuse(case=case, reason=reason, by=request.user, at=timezone.now())
    messages.success(request, "已经报批。一个工作日内没有答复的，应当受理。")
    return see_case(case)


@require_POST
@needs(DECIDE_CASES)
def ruling(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    case = case_seen_by(request, number)
    if not acts(request, case, Actor.DECIDER):
        raise NotYourMove
    veto = get_object_or_404(Veto.objects.select_related("case"), case=case, pk=pk)
    refuse = request.POST.get("ruling") == Veto.Ruling.REFUSE
    said = said_in(request, longest=500)
    decide_veto(veto=veto, refuse=refuse, said=said, by=request.user, at=timezone.now())
    messages.success(request, "已经答复窗口。")
    return see_case(case)


@require_POST
@needs(SEE_CASES)
def transfer(request: SignedInRequest, number: str) -> HttpResponse:
    """转办, by whoever has the case or watches over it."""
    case = case_seen_by(request, number)
    if not may_transfer(request, case):
        raise NotYourMove
    to = _organisation(request.POST.get("to", ""))
    said = said_in(request, longest=1000)
    transfer_case(case=case, to=to, said=said, by=request.user, at=timezone.now())
    messages.success(request, f"已经转给{to.name}。")
    return see_case(case)


@require_POST
@needs(CHASE_CASES)
def lateness(request: SignedInRequest, number: str) -> HttpResponse:
    """认定超期责任."""
    case = case_seen_by(request, number)
    said = said_in(request, longest=500)
    confirm_lateness(case=case, said=said, by=request.user, at=timezone.now())
    messages.success(request, "已经认定，用时和责任不再改动。")
    return see_case(case)


def _organisation(said: str) -> Organisation:
    found = Organisation.objects.filter(pk=int(said)).first() if said.isdecimal() else None
    if found is None:
        raise Refused("请选择转给哪个单位。", field="to")
    return found
