"""停限产方案 on the desk: solved, looked at, held to what is wanted, compared, taken into use."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.alerts import plan_figures
from guangyue.alerts.declared import response_plan
from guangyue.alerts.forms.plans import CompareForm, FollowForm, HoldForm, PlanForm
from guangyue.alerts.lists import plans as plan_lists
from guangyue.alerts.models import AbatementPlan, Choice, Source
from guangyue.alerts.permissions import RUN_ALERTS, SEE_ALERTS
from guangyue.alerts.plan_reading import is_planned, options_at
from guangyue.alerts.reduction_pictures import floored, raised
from guangyue.alerts.services import planning
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import answer_form, posted

SHOWN_DIFFERENCES = 200


@needs(SEE_ALERTS)
def plans(request: SignedInRequest) -> HttpResponseBase:
    rows = AbatementPlan.objects.select_related("made_by", "follows")
    context = {"may_run": request.may(RUN_ALERTS)}
    return show_list(request, plan_lists.PLANS, rows, template="alerts/plans.html", context=context)


@needs(RUN_ALERTS)
def plan_entry(request: SignedInRequest) -> HttpResponse:
    """编制: solved at once."""
    return answer_form(
        request,
        PlanForm(posted(request)),
        title="编制停限产方案",
        lead="按今天的清单，找出损失最小、每个时段都达到减排比例的停限产组合。一般半分钟以内求解完。",
        back=reverse("alerts:plans"),
        button="求解",
        do=lambda said: planning.begin_plan(
            title=said["title"],
            level=response_plan().level(said["level"]),
            by=request.user,
            at=timezone.now(),
        ),
        done="已经开始求解。",
    )


@needs(SEE_ALERTS)
def plan(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """What it costs and saves, and what everybody does; of a draft what its predecessor had them do."""
    shown = _plan(pk)
    solved = shown.follows if shown.is_draft and shown.follows else shown
    rows = Choice.objects.filter(plan=solved).within(request.scope).select_related("source__region")
    listing = plan_lists.choices_of(shown)
    holds = shown.holds.select_related("source")
    context = {"plan": shown, "holds": holds, "may_run": request.may(RUN_ALERTS), **_figures(shown)}
    return show_list(request, listing, rows, template="alerts/plan.html", context=context)


@needs(SEE_ALERTS)
def plan_source(request: SignedInRequest, pk: int, code: str) -> HttpResponse:
    """What one source could do, with what is saved and lost; in a draft it is pinned and forbidden here."""
    shown, source = _plan(pk), _source(request, code)
    offered = options_at(source, shown.level_key, on=shown.on) if is_planned(source) else ()
    holds = list(shown.holds.filter(source=source))
    initial = {
        "pinned": next((one.option for one in holds if one.kind == "pinned"), ""),
        "forbidden": [one.option for one in holds if one.kind == "forbidden"],
    }
    context = {
        "plan": shown,
        "source": source,
        "offered": plan_figures.offered(offered),
        "holds": holds,
        "choice": shown.choices.filter(source=source).first(),
        "may_run": request.may(RUN_ALERTS),
        "form": HoldForm(None, offered=offered, initial=initial),
    }
    return render(request, "alerts/plan_source.html", context)


@require_POST
@needs(RUN_ALERTS)
def plan_hold(request: SignedInRequest, pk: int, code: str) -> HttpResponse:
    """指定、排除."""
    shown, source = _plan(pk), _source(request, code)
    offered = options_at(source, shown.level_key, on=shown.on) if is_planned(source) else ()
    return answer_form(
        request,
        HoldForm(request.POST, offered=offered),
        title=f"{source}的约束",
        back=reverse("alerts:plan_source", args=[pk, code]),
        button="保存",
        do=lambda said: planning.hold_source(plan=shown, source=source, **said),
        done="约束已经保存，求解以后生效。",
    )


@needs(RUN_ALERTS)
def plan_follow(request: SignedInRequest, pk: int) -> HttpResponse:
    """另起一个方案, held to the same."""
    shown = _plan(pk)
    return answer_form(
        request,
        FollowForm(posted(request), initial={"title": f"{shown.title}（调整）"[:80]}),
        title=f"调整 {shown}",
        lead="另起一个方案，带上原来的约束；指定、排除以后再求解。原来的方案留着，可以对比。",
        back=reverse("alerts:plans"),
        button="另起方案",
        do=lambda said: planning.follow_plan(
            plan=shown, title=said["title"], by=request.user, at=timezone.now()
        ),
        done="已经另起方案：逐家指定、排除，然后求解。",
    )


@require_POST
@needs(RUN_ALERTS)
def plan_solution(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _plan(pk)
    planning.solve_plan(plan=shown, by=request.user, at=timezone.now())
    return redirect(shown)


@require_POST
@needs(RUN_ALERTS)
def plan_taking(request: SignedInRequest, pk: int) -> HttpResponse:
    """启用, asked about once more."""
    shown = _plan(pk)
    if question := ask_first(
        request,
        question=f"启用“{shown}”？",
        consequence=f"{shown.level.title}按它下达各家的措施，正在执行的指令马上改写；这一级原来的方案停用。",
        yes="启用",
    ):
        return question
    planning.take_plan(plan=shown, by=request.user, at=timezone.now())
    messages.success(request, "方案已经启用。")
    return redirect(shown)


@needs(SEE_ALERTS)
def plans_compared(request: SignedInRequest, pk: int) -> HttpResponse:
    """两个方案 of one level side by side: what each costs and saves, and who does something else."""
    one = _plan(pk)
    form = CompareForm(request.GET, plan=one)
    if not form.is_valid():
        return redirect(one)
    other = form.cleaned_data["other"]
    differing = list(plan_figures.differences(one, other))
    context = {
        "sides": [{"plan": side, **_figures(side)} for side in (one, other)],
        "differences": differing[:SHOWN_DIFFERENCES],
        "many": len(differing),
    }
    return render(request, "alerts/plans_compared.html", context)


def _figures(shown: AbatementPlan) -> dict[str, Any]:
    """Of one that is solved."""
    outcome = shown.outcome
    if outcome is None:
        return {"outcome": None}
    return {
        "outcome": outcome,
        "asked": plan_figures.asked_of(shown, outcome),
        "shortages": plan_figures.shortages_of(outcome),
        "saved_more": plan_figures.most_saved_more(outcome),
        "ways": plan_figures.ways_of(shown),
        "others": CompareForm(None, plan=shown).fields["other"].queryset,  # type: ignore[attr-defined]
        "floored": floored,
        "raised": raised,
    }


def _plan(pk: int) -> AbatementPlan:
    return get_object_or_404(
        AbatementPlan.objects.select_related("base", "follows", "work", "made_by"), pk=pk
    )


def _source(request: SignedInRequest, code: str) -> Source:
    rows = Source.objects.within(request.scope).with_measures().select_related("region")
    return get_object_or_404(rows, code=code)
