"""合同和规划师 on the desk."""

from collections.abc import Iterable, Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guangyue.accounts.models import User
from guangyue.accounts.roles import roles_allowing
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.sheets import Problem, Reading, Row, bring_in
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.planners import lists
from guangyue.planners.declared import moment_of_the_pilot, pilot
from guangyue.planners.forms import AssessmentForm, ContractForm, PlannerForm, SaidForm
from guangyue.planners.models import Contract, Planner
from guangyue.planners.permissions import KEEP_PLANNERS, SEE_PLANNERS, VISIT_AREAS
from guangyue.planners.services import contracts as services
from guangyue.planners.services.people import check_planner, enter_planner
from guangyue.planners.sheets import PLANNERS, problems_of, take_planners


@needs(SEE_PLANNERS)
def contracts(request: SignedInRequest) -> HttpResponseBase:
    context = {"may_keep": request.may(KEEP_PLANNERS)}
    return show_list(
        request,
        lists.CONTRACTS,
        Contract.objects.all(),
        template="planners/contracts.html",
        context=context,
    )


@needs(SEE_PLANNERS)
def contract(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Contract, pk=pk)
    context = {
        "contract": shown,
        "moves": shown.moves.select_related("by"),
        "planners": shown.planners.count(),
        "groups": shown.groups.select_related("area"),
        "beyond": services.beyond_the_pilot(shown),
        "terms": pilot(),
        "may_keep": request.may(KEEP_PLANNERS),
    }
    return render(request, "planners/contract.html", context)


@needs(KEEP_PLANNERS)
def new_contract(request: SignedInRequest) -> HttpResponse:
    form = ContractForm(posted(request))
    return answer_form(
        request,
        form,
        title="登记聘用合同",
        lead="一家一线城市、规划甲级资质的机构为团队，与本地规划设计单位各出 10 人。",
        back=reverse("planners:contracts"),
        button="登记",
        do=lambda said: services.sign_contract(
            agreed=form.agreed(), by=request.user, at=moment_of_the_pilot()
        ),
        done="合同已经登记。",
    )


@require_POST
@needs(KEEP_PLANNERS)
def beginning(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Contract, pk=pk)
    services.begin_contract(contract=shown, by=request.user, at=moment_of_the_pilot())
    messages.success(request, "合同开始履行。")
    return redirect(shown)


@needs(KEEP_PLANNERS)
def assessment(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Contract, pk=pk)
    return answer_form(
        request,
        AssessmentForm(posted(request)),
        title="聘期考评",
        lead="聘期结束，考评合格的可以续聘。",
        facts=[("合同", shown)],
        back=shown.get_absolute_url(),
        button="保存考评",
        do=lambda said: services.assess_contract(
            contract=shown, **said, by=request.user, at=moment_of_the_pilot()
        ),
        done="考评已经登记。",
    )


@needs(KEEP_PLANNERS)
def renewal(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Contract, pk=pk)
    form = ContractForm(posted(request))
    return answer_form(
        request,
        form,
        title="续聘",
        facts=[("原合同", shown)],
        back=reverse("planners:contracts"),
        button="登记新合同",
        do=lambda said: services.renew_contract(
            contract=shown, agreed=form.agreed(), by=request.user, at=moment_of_the_pilot()
        ),
        done="已经续聘。",
    )


@needs(KEEP_PLANNERS)
def ending(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Contract, pk=pk)
    return answer_form(
        request,
        SaidForm(posted(request)),
        title="终止合同",
        lead="终止以后不能恢复。",
        facts=[("合同", shown)],
        back=shown.get_absolute_url(),
        button="终止",
        do=lambda said: services.end_contract(
            contract=shown, **said, by=request.user, at=moment_of_the_pilot()
        ),
        done="合同已经终止。",
    )


@needs(SEE_PLANNERS)
def planners(request: SignedInRequest) -> HttpResponseBase:
    rows = Planner.objects.prefetch_related("seats__group__area")
    open_contract = Contract.objects.open().first()
    context = {"contract": open_contract, "may_keep": request.may(KEEP_PLANNERS)}
    return show_list(request, lists.PLANNERS, rows, template="planners/planners.html", context=context)


@needs(SEE_PLANNERS)
def planner(request: SignedInRequest, pk: int) -> HttpResponse:
    rows = Planner.objects.select_related("contract", "account", "by", "checked_by")
    shown = get_object_or_404(rows, pk=pk)
    context = {
        "planner": shown,
        "seats": shown.seats.select_related("group__area").order_by("-since"),
        "marks": shown.evaluations.order_by("-year"),
        "may_keep": request.may(KEEP_PLANNERS),
        "entered_by_me": shown.by_id == request.user.pk,
    }
    return render(request, "planners/planner.html", context)


@needs(KEEP_PLANNERS)
def new_planner(request: SignedInRequest, pk: int) -> HttpResponse:
    of = get_object_or_404(Contract.objects.open(), pk=pk)
    free = User.objects.filter(planner=None, grants__role__in=roles_allowing(VISIT_AREAS)).distinct()
    form = PlannerForm(posted(request), accounts=free.order_by("name"))
    return answer_form(
        request,
        form,
        title="登记责任规划师",
        lead="任职条件由另一位管理人员核验以后，才能编组。",
        facts=[("合同", of)],
        back=reverse("planners:planners"),
        button="登记",
        do=lambda said: enter_planner(
            contract=of, described=form.described(), by=request.user, at=moment_of_the_pilot()
        ),
        done="已经登记，等待核验任职条件。",
    )


@needs(KEEP_PLANNERS)
def planner_table(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """导入: all rows or none."""
    of = get_object_or_404(Contract.objects.open(), pk=pk)

    def check(reading: Reading) -> Iterable[Problem]:
        return problems_of(reading, contract=of)

    def take(rows: Sequence[Row]) -> HttpResponse:
        many = take_planners(rows, contract=of, by=request.user, at=moment_of_the_pilot())
        messages.success(request, f"已经登记 {many} 位规划师，等待核验任职条件。")
        return redirect("planners:planners")

    return bring_in(request, PLANNERS, take=take, check=check)


@require_POST
@needs(KEEP_PLANNERS)
def checking(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Planner, pk=pk)
    check_planner(planner=shown, by=request.user, at=moment_of_the_pilot())
    messages.success(request, f"{shown} 的任职条件已经核验，可以编组。")
    return redirect(shown)
