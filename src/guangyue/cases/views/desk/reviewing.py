"""审查: what is done on the page of a case beside moving it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.cases.acting import acts, case_seen_by, does_duty
from guangyue.cases.desk_forms import ChargeForm, OpinionForm, PaymentForm, PointForm
from guangyue.cases.models import Case, Charge, Duty, Opinion
from guangyue.cases.permissions import REVIEW_CASES, SEE_CASES
from guangyue.cases.refusals import NotYourMove
from guangyue.cases.services.duties import do_duty
from guangyue.cases.services.opinions import give_opinion
from guangyue.cases.services.reviewing import ask_charge, note_payment, send_back_paper, settle_point
from guangyue.cases.views.desk.moves import see_case
from guangyue.cases.views.saying import read, said_in
from guangyue.kit.access import SignedInRequest, needs


@require_POST
@needs(REVIEW_CASES)
def opinion(request: SignedInRequest, pk: int) -> HttpResponse:
    """答复: by the department that was asked."""
    asked = Opinion.objects.filter(
        request.scope.rows(region="case__region_id", organisation="organisation_id")
    )
    opinion = get_object_or_404(asked.select_related("case"), pk=pk)
    said = read(OpinionForm(request.POST))
    give_opinion(
        opinion=opinion, outcome=said["outcome"], said=said["said"], by=request.user, at=timezone.now()
    )
    messages.success(request, "已经答复。")
    return see_case(opinion.case)


@require_POST
@needs(SEE_CASES)
def point(request: SignedInRequest, number: str, point: int) -> HttpResponse:
    case = _in_hand(request, number)
    said = read(PointForm(request.POST))
    settle_point(
        case=case,
        number=point,
        result=said["result"],
        evidence=said["evidence"],
        by=request.user,
        at=timezone.now(),
    )
    messages.success(request, f"审查要点 {point} 已经记下。")
    return see_case(case)


@require_POST
@needs(SEE_CASES)
def charges(request: SignedInRequest, number: str) -> HttpResponse:
    case = _in_hand(request, number)
    said = read(ChargeForm(request.POST))
    ask_charge(case=case, **said, by=request.user, at=timezone.now())
    messages.success(request, "缴费通知书已经出具。")
    return see_case(case)


@require_POST
@needs(SEE_CASES)
def payment(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    case = _in_hand(request, number)
    said = read(PaymentForm(request.POST))
    charge = get_object_or_404(Charge, case=case, pk=pk)
    note_payment(charge=charge, on=said["paid_on"], receipt=said["receipt"], by=request.user)
    messages.success(request, "已经登记缴清。")
    return see_case(case)


@require_POST
@needs(SEE_CASES)
def return_paper(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    """退回重交."""
    case = _in_hand(request, number)
    paper = get_object_or_404(case.papers.select_related("case"), pk=pk)
    said = said_in(request, longest=300)
    send_back_paper(paper=paper, said=said, by=request.user, at=timezone.now())
    messages.success(request, f"已经退回：{paper.title}。请在一次性告知里一并告知申请人。")
    return see_case(case)


@require_POST
@needs(SEE_CASES)
def duty(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    """批后事项."""
    case = case_seen_by(request, number)
    duty = get_object_or_404(Duty, case=case, pk=pk)
    if not does_duty(request, case, duty):
        raise NotYourMove
    do_duty(duty=duty, said=said_in(request, longest=500, required=True), by=request.user, at=timezone.now())
    messages.success(request, f"已经登记：{duty.title}。")
    return see_case(case)


def _in_hand(request: SignedInRequest, number: str) -> Case:
    """A case whose turn it is with whoever asks."""
    case = case_seen_by(request, number)
    if not acts(request, case, case.at_step.actor):
        raise NotYourMove
    return case
