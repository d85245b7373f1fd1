"""审核、验收、销号 by the departments that lead a campaign: one problem at a time."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.ledgers import lists
from guangyue.ledgers.declared import campaign_plans
from guangyue.ledgers.forms.clearing import AcceptanceForm, MergingForm, ReasonForm, TransferForm
from guangyue.ledgers.forms.problems import MovingForm
from guangyue.ledgers.models import Acceptance, Problem
from guangyue.ledgers.permissions import CLEAR_PROBLEMS, SEE_PROBLEMS
from guangyue.ledgers.services.accepting import accept_problem, sign_off
from guangyue.ledgers.services.listing import approve_lists, move_deadline, send_back_lists
from guangyue.ledgers.services.registering import merge_problem
from guangyue.ledgers.services.working import transfer_to_judiciary
from guangyue.ledgers.views.asked import problem_asked
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import day_of_the_city, moment_of_the_city

LOCAL = (Organisation.Kind.COUNTY, Organisation.Kind.ZONE, Organisation.Kind.GOVERNMENT)


@needs(SEE_PROBLEMS)
def acceptances(request: SignedInRequest) -> HttpResponseBase:
    rows = Acceptance.objects.within(request.scope).select_related("problem__region", "by")
    return show_list(request, lists.ACCEPTANCES, rows)


@require_POST
@needs(CLEAR_PROBLEMS)
def approval(request: SignedInRequest, number: str) -> HttpResponse:
    shown = approve_lists(problem=problem_asked(request, number), by=request.user, at=moment_of_the_city())
    messages.success(request, "四张清单已经审核同意，可以开始整改。")
    return redirect(shown)


@needs(CLEAR_PROBLEMS)
def lists_return(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title="退回四张清单",
        lead=str(shown),
        back=shown.get_absolute_url(),
        button="退回",
        do=lambda said: send_back_lists(problem=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经退回。",
    )


@needs(CLEAR_PROBLEMS)
def deadline_moving(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    shown = problem_asked(request, number)
    deadline = get_object_or_404(shown.deadlines.select_related("problem"), pk=pk)
    return answer_form(
        request,
        MovingForm(posted(request), initial={"due": deadline.due}),
        title=f"调整时限：{deadline.milestone}",
        lead=f"最迟期限 {shown.latest}，调整以后不能更晚。" if shown.latest else str(shown),
        back=shown.get_absolute_url(),
        button="调整",
        do=lambda said: move_deadline(deadline=deadline, **said, by=request.user, at=moment_of_the_city()),
        done="时限已经调整，经过里有记录。",
    )


@needs(CLEAR_PROBLEMS)
def acceptance(request: SignedInRequest, number: str) -> HttpResponse:
    """On the spot, from a telephone: measure by measure, photos from its camera."""
    shown = problem_asked(request, number)
    form = AcceptanceForm(
        posted(request),
        request.FILES or None,
        problem=shown,
        plan=campaign_plans()[shown.campaign_id],
        local=Organisation.objects.filter(region=shown.region_id, kind__in=LOCAL),
        initial={
            "on": day_of_the_city(),
            "lead": request.user.organisation_id,
            "lead_person": request.user.name,
            "local": shown.organisation_id,
        },
    )
    return answer_form(
        request,
        form,
        title=f"现场验收 {shown.number}",
        lead=f"{shown.subject}。牵头部门会同当地政府到现场，对照标准逐项验收；有一项不达标，退回整改。",
        back=shown.get_absolute_url(),
        button="提交验收结果",
        do=lambda said: accept_problem(
            problem=shown, said=form.acceptance_said(), by=request.user, at=moment_of_the_city()
        ),
        done="验收结果已经记下。",
    )


@require_POST
@needs(CLEAR_PROBLEMS)
def signing_off(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    if question := ask_first(
        request,
        question=f"给问题 {shown.number} 销号吗？",
        consequence="销号单一个问题一张，不能撤销；以后发现问题又出现的，按复发重新整改。",
        yes="销号",
    ):
        return question
    order = sign_off(problem=shown, by=request.user, at=moment_of_the_city())
    messages.success(request, f"已经销号，销号单 {order.number}。")
    return redirect(shown)


@needs(CLEAR_PROBLEMS)
def transfer(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    return answer_form(
        request,
        TransferForm(posted(request)),
        title="移送司法机关",
        lead="涉嫌犯罪的移送司法机关；问题本身的整改照常进行。",
        back=shown.get_absolute_url(),
        button="登记移送",
        do=lambda said: transfer_to_judiciary(
            problem=shown, **said, by=request.user, at=moment_of_the_city()
        ),
        done="移送已经登记。",
    )


@needs(CLEAR_PROBLEMS)
def merging(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    return answer_form(
        request,
        MergingForm(posted(request), problems=Problem.objects.within(request.scope)),
        title=f"并入另一个问题：{shown.number}",
        lead="同一个问题登记了两次的，并入先登记的那个；并入以后不再单独整改，也不计入销号率。",
        back=shown.get_absolute_url(),
        button="并入",
        do=lambda said: merge_problem(problem=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经并入。",
    )
