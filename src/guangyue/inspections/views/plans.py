"""年度抽查计划 on the desk: drawn up, filed, published, and changed with a reason."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.inspections import lists
from guangyue.inspections.forms import EndLineForm, FilingForm, LineForm, PlanForm, RevisionForm
from guangyue.inspections.models import Clue, Item, Plan, PlanLine
from guangyue.inspections.permissions import DRAW_BATCHES, PLAN_INSPECTIONS, SEE_INSPECTIONS
from guangyue.inspections.services.plans import (
    add_line,
    draft_plan,
    drop_line,
    file_plan,
    publish_plan,
    revise_plan,
)
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import day_of_the_city


@needs(SEE_INSPECTIONS)
def plans(request: SignedInRequest) -> HttpResponseBase:
    rows = Plan.objects.within(request.scope).select_related("organisation")
    context = {"may_plan": request.may(PLAN_INSPECTIONS)}
    return show_list(request, lists.PLANS, rows, template="inspections/plans.html", context=context)


@needs(PLAN_INSPECTIONS)
def plan_draft(request: SignedInRequest) -> HttpResponse:
    organisations = Organisation.objects.within(request.scope).apart_from_bodies()
    form = PlanForm(posted(request), organisations=organisations, initial={"year": day_of_the_city().year})
    return answer_form(
        request,
        form,
        title="编制年度抽查计划",
        lead="每年 1 月底前报同级市场监管部门备案，并向社会公开。",
        back=reverse("inspections:plans"),
        button="建立计划",
        do=lambda said: draft_plan(**said, by=request.user),
        done="计划已经建立，请逐项填写任务。",
    )


@needs(SEE_INSPECTIONS)
def plan(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _plan(request, pk)
    context = {
        "plan": shown,
        "filed": shown.filed(on=timezone.localdate()),
        "lines": shown.lines.standing().prefetch_related("items__organisation", "batches"),
        "revisions": shown.revisions.select_related("by"),
        "may_plan": request.may(PLAN_INSPECTIONS),
        "may_draw": request.may(DRAW_BATCHES),
    }
    return render(request, "inspections/plan.html", context)


@needs(PLAN_INSPECTIONS)
def line_draft(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _plan(request, pk)
    form = LineForm(posted(request), items=_items(shown))
    return answer_form(
        request,
        form,
        title="增加计划任务",
        back=shown.get_absolute_url(),
        button="增加任务",
        do=lambda said: add_line(plan=shown, said=form.line_said(), by=request.user),
        done="任务已经增加。",
    )


@require_POST
@needs(PLAN_INSPECTIONS)
def line_dropping(request: SignedInRequest, pk: int) -> HttpResponse:
    rows = PlanLine.objects.filter(plan__in=Plan.objects.within(request.scope)).select_related("plan")
    line = get_object_or_404(rows, pk=pk)
    drop_line(line=line, by=request.user)
    messages.success(request, "任务已经删去。")
    return redirect(line.plan)


@needs(PLAN_INSPECTIONS)
def filing(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _plan(request, pk)
    return answer_form(
        request,
        FilingForm(posted(request)),
        title=f"{shown}备案",
        back=shown.get_absolute_url(),
        button="备案",
        do=lambda said: file_plan(plan=shown, **said, by=request.user, at=timezone.now()),
        done="已经备案。",
    )


@require_POST
@needs(PLAN_INSPECTIONS)
def plan_publication(request: SignedInRequest, pk: int) -> HttpResponse:
    published = publish_plan(plan=_plan(request, pk), by=request.user, at=timezone.now())
    messages.success(request, "计划已经公布。")
    return redirect(published)


@needs(PLAN_INSPECTIONS)
def revision(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _plan(request, pk)
    clues = Clue.objects.within(request.scope).open()
    initial = {"clue": clues.filter(number=request.GET.get("clue", "")).first()}
    form = RevisionForm(posted(request), items=_items(shown), clues=clues, initial=initial)
    return answer_form(
        request,
        form,
        title="调整计划：增加任务",
        lead="线索反映普遍性问题、突出风险的，列为专项检查，随机抽取。",
        back=shown.get_absolute_url(),
        button="公布调整",
        do=lambda said: revise_plan(
            plan=shown,
            reason=said["reason"],
            add=form.line_said(),
            clue=said["clue"],
            by=request.user,
            at=timezone.now(),
        ),
        done="调整和理由已经公布。",
    )


@needs(PLAN_INSPECTIONS)
def ending(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _plan(request, pk)
    return answer_form(
        request,
        EndLineForm(posted(request), plan=shown),
        title="调整计划：撤销任务",
        back=shown.get_absolute_url(),
        button="公布调整",
        do=lambda said: revise_plan(plan=shown, **said, by=request.user, at=timezone.now()),
        done="调整和理由已经公布。",
    )


def _plan(request: SignedInRequest, pk: int) -> Plan:
    return get_object_or_404(Plan.objects.within(request.scope).select_related("organisation"), pk=pk)


def _items(plan: Plan) -> QuerySet[Item]:
    """Of one's own list; of everybody's joint ones for a joint plan."""
    rows = Item.objects.published().select_related("organisation")
    return rows.filter(joint=True) if plan.joint else rows.filter(organisation=plan.organisation_id)
