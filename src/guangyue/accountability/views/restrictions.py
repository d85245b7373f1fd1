"""限批、扣减 and 移送: the lists, and what is entered of each."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from guangyue.accountability import lists
from guangyue.accountability.forms.cases import ReasonForm
from guangyue.accountability.forms.following import AnswerForm, RestrictionForm, TransferForm
from guangyue.accountability.models import Restriction, TakenStep, Transfer
from guangyue.accountability.permissions import DECIDE_STEPS, PROPOSE_STEPS, SEE_STEPS
from guangyue.accountability.services.restricting import (
    KINDS,
    answer_transfer,
    lift_unit_restriction,
    restrict_unit,
    transfer_case,
)
from guangyue.accountability.views.register import case_within, reaches
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import local_day
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import day_of_the_city, moment_of_the_city

TEMPLATE = "accountability/restrictions.html"


@needs(SEE_STEPS)
def restrictions(request: SignedInRequest) -> HttpResponseBase:
    rows = Restriction.objects.within(request.scope).select_related("unit", "step__case")
    context = {"holding": rows.on(day_of_the_city()).count()}
    return show_list(request, lists.RESTRICTIONS, rows, template=TEMPLATE, context=context)


@needs(SEE_STEPS)
def restriction(request: SignedInRequest, pk: int) -> HttpResponse:
    rows = Restriction.objects.within(request.scope).select_related(
        "unit", "step__case__unit", "entered_by", "lifted_by"
    )
    shown = get_object_or_404(rows, pk=pk)
    on = day_of_the_city()
    standing = shown.standing(on)
    context = {
        "restriction": shown,
        "standing": lists.standing_tag(standing),
        "matters": shown.matters.order_by("name"),
        "may_lift": standing in ("生效中", "尚未开始") and reaches(request, DECIDE_STEPS, shown.step.case),
    }
    return render(request, "accountability/restriction.html", context)


@needs(DECIDE_STEPS)
def restricting(request: SignedInRequest, pk: int) -> HttpResponse:
    """限批、扣减 of a step that was decided."""
    rows = TakenStep.objects.within(request.scope).waiting().filter(kind__in=[kind.name for kind in KINDS])
    step = get_object_or_404(rows.select_related("case__unit"), pk=pk, restriction=None)
    at = moment_of_the_city()
    return answer_form(
        request,
        RestrictionForm(posted(request), step=step, today=local_day(at)),
        title=f"登记{step.title}",
        lead="写明从哪天到哪天；限批只停选中的事项，到期自动恢复。",
        facts=[("单位", step.case.unit), ("依据条款", step.case.cites)],
        back=step.case.get_absolute_url(),
        button="登记",
        do=lambda said: restrict_unit(step=step, **said, by=request.user, at=at),
        done="已经登记，按日期生效。",
    )


@needs(DECIDE_STEPS)
def lifting(request: SignedInRequest, pk: int) -> HttpResponse:
    """提前解除."""
    rows = Restriction.objects.within(request.scope).select_related("unit", "step__case")
    shown = get_object_or_404(rows, pk=pk)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title=f"提前解除：{shown}",
        lead="从今天起不再有效；再要限制的，重新决定。",
        facts=[("内容", shown.effect), ("自", shown.since), ("至", shown.until)],
        back=shown.get_absolute_url(),
        button="解除",
        do=lambda said: lift_unit_restriction(
            restriction=shown, why=said["reason"], by=request.user, at=moment_of_the_city()
        ),
        done="已经解除。",
    )


@needs(SEE_STEPS)
def transfers(request: SignedInRequest) -> HttpResponseBase:
    rows = Transfer.objects.within(request.scope).select_related(
        "case__unit", "case__head__post__organisation", "case__head__person"
    )
    return show_list(request, lists.TRANSFERS, rows, template="accountability/transfers.html")


@needs(PROPOSE_STEPS)
def transferring(request: SignedInRequest, pk: int) -> HttpResponse:
    """移送."""
    shown = case_within(request, pk, PROPOSE_STEPS)
    return answer_form(
        request,
        TransferForm(posted(request), case=shown),
        title=f"移送{shown.number}",
        lead="对方按自己的程序办理；这里只送事实，等结果反馈。",
        facts=[("当事方", shown.addressee), ("依据条款", shown.cites)],
        back=shown.get_absolute_url(),
        button="移送",
        do=lambda said: transfer_case(
            case=shown,
            **{**said, "organ": Transfer.Organ(said["organ"])},
            by=request.user,
            at=moment_of_the_city(),
        ),
        done="移送已经登记。",
    )


@needs(PROPOSE_STEPS)
def transfer_answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """登记反馈的结果."""
    rows = Transfer.objects.within(request.scope).unanswered().select_related("case__unit")
    shown = get_object_or_404(rows, pk=pk)
    return answer_form(
        request,
        AnswerForm(posted(request)),
        title=f"登记{shown.get_organ_display()}的反馈",
        facts=[("移送日期", shown.on), ("移送理由", shown.reason)],
        back=shown.case.get_absolute_url(),
        button="登记",
        do=lambda said: answer_transfer(transfer=shown, **said, by=request.user, at=moment_of_the_city()),
        done="结果已经登记。",
    )
