"""演练、培训、修订情形、区域预警通知、指挥部职务 on the desk."""

from typing import Any

from django.contrib import messages
from django.db.models import Model, QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.accounts.models import Grant, User
from guangyue.accounts.roles import roles_allowing
from guangyue.alerts.forms.counties import TrainingForm
from guangyue.alerts.forms.preparing import (
    CommanderForm,
    DecisionForm,
    DrillEndForm,
    DrillForm,
    NoticeForm,
    ReliefForm,
    RevisionForm,
)
from guangyue.alerts.lists import warnings as warning_lists
from guangyue.alerts.models import Commander, Drill, RegionalNotice, RevisionTrigger, Training, Warning
from guangyue.alerts.permissions import RUN_ALERTS, SEE_ALERTS, SIGN_ALERTS
from guangyue.alerts.services.preparing import (
    call_off_notice,
    decide_revision,
    end_drill,
    enter_regional_notice,
    name_commander,
    note_revision,
    note_training,
    plan_drill,
    relieve_commander,
)
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import Listing, show_list
from guangyue.organisations.models import Region
from guangyue.organisations.models.regions import TOWNSHIP_LEVEL
from guangyue.organisations.views.acting import answer_form, posted


@needs(SEE_ALERTS)
def drills(request: SignedInRequest) -> HttpResponseBase:
    return _kept(request, warning_lists.DRILLS, Drill.objects.all(), "alerts:drill_draft", "登记演练")


@needs(RUN_ALERTS)
def drill_draft(request: SignedInRequest) -> HttpResponse:
    form = DrillForm(posted(request))
    return answer_form(
        request,
        form,
        title="登记演练",
        lead="演练走真实预警同样的路，处处标明演练，不影响真实的预警和指令。",
        back=reverse("alerts:drills"),
        button="登记",
        do=lambda said: plan_drill(said=form.drill_said(), by=request.user, at=timezone.now()),
        done="演练已经登记，可以起草审批表。",
    )


@needs(SEE_ALERTS)
def drill(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Drill.objects.select_related("planned_by", "evaluated_by"), pk=pk)
    context = {
        "drill": shown,
        "sheets": shown.sheets.select_related("drafted_by"),
        "warnings": Warning.objects.filter(sheet__drill=shown).select_related("sheet"),
        "triggers": shown.revision_triggers.all(),
        "may_run": request.may(RUN_ALERTS),
    }
    return render(request, "alerts/drill.html", context)


@needs(RUN_ALERTS)
def drill_ending(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Drill, pk=pk)
    return answer_form(
        request,
        DrillEndForm(posted(request)),
        title=f"结束、评估演练：{shown}",
        back=shown.get_absolute_url(),
        button="结束演练",
        do=lambda said: end_drill(drill=shown, **said, by=request.user, at=timezone.now()),
        done="演练已经结束，评估已经登记。",
    )


@needs(SEE_ALERTS)
def trainings(request: SignedInRequest) -> HttpResponseBase:
    rows = Training.objects.select_related("region")
    return _kept(request, warning_lists.TRAININGS, rows, "alerts:training_entry", "登记培训")


@needs(RUN_ALERTS)
def training_entry(request: SignedInRequest) -> HttpResponse:
    form = TrainingForm(posted(request), regions=Region.objects.exclude(kind__in=TOWNSHIP_LEVEL))
    return answer_form(
        request,
        form,
        title="登记培训",
        back=reverse("alerts:trainings"),
        button="登记",
        do=lambda said: note_training(said=form.training_said(), by=request.user, at=timezone.now()),
        done="培训已经登记。",
    )


@needs(SEE_ALERTS)
def revisions(request: SignedInRequest) -> HttpResponseBase:
    rows = RevisionTrigger.objects.all()
    return _kept(request, warning_lists.REVISIONS, rows, "alerts:revision_entry", "登记情形")


@needs(RUN_ALERTS)
def revision_entry(request: SignedInRequest) -> HttpResponse:
    return answer_form(
        request,
        RevisionForm(posted(request)),
        title="登记预案修订情形",
        lead="登记以后 30 天内作出是否修订的决定，超过的亮红灯。",
        back=reverse("alerts:revisions"),
        button="登记",
        do=lambda said: note_revision(**said, by=request.user, at=timezone.now()),
        done="已经登记。",
    )


@needs(SEE_ALERTS)
def revision(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(
        RevisionTrigger.objects.select_related("noted_by", "decided_by", "drill"), pk=pk
    )
    context = {
        "trigger": shown,
        "late": shown.is_late(timezone.now()),
        "may_run": request.may(RUN_ALERTS),
    }
    return render(request, "alerts/revision.html", context)


@needs(RUN_ALERTS)
def revision_decision(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(RevisionTrigger, pk=pk)
    return answer_form(
        request,
        DecisionForm(posted(request)),
        title="决定是否修订预案",
        back=shown.get_absolute_url(),
        button="决定",
        facts=[("情形", shown.get_kind_display()), ("说明", shown.text)],
        do=lambda said: decide_revision(trigger=shown, **said, by=request.user, at=timezone.now()),
        done="已经决定。",
    )


@needs(SEE_ALERTS)
def regional_notices(request: SignedInRequest) -> HttpResponseBase:
    rows = RegionalNotice.objects.all()
    return _kept(request, warning_lists.NOTICES, rows, "alerts:regional_notice_entry", "登记通知")


@needs(RUN_ALERTS)
def regional_notice_entry(request: SignedInRequest) -> HttpResponse:
    form = NoticeForm(posted(request), initial={"received_at": timezone.localtime()})
    return answer_form(
        request,
        form,
        title="登记区域预警通知",
        lead="登记以后有权签发的领导立即收到通知。",
        back=reverse("alerts:regional_notices"),
        button="登记",
        do=lambda said: enter_regional_notice(said=form.notice_said(), by=request.user, at=timezone.now()),
        done="已经登记、上报，请起草审批表。",
    )


@needs(SEE_ALERTS)
def regional_notice(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(RegionalNotice.objects.select_related("entered_by"), pk=pk)
    context = {"notice": shown, "sheets": shown.sheets.all(), "may_run": request.may(RUN_ALERTS)}
    return render(request, "alerts/regional_notice.html", context)


@require_POST
@needs(RUN_ALERTS)
def calling_off(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(RegionalNotice, pk=pk)
    if question := ask_first(
        request, question=f"{shown}已经解除？", consequence="解除以后不再作为启动的依据。", yes="登记解除"
    ):
        return question
    call_off_notice(notice=shown, by=request.user, at=timezone.now())
    messages.success(request, "已经登记解除。")
    return redirect(shown)


@needs(RUN_ALERTS)
def commanders(request: SignedInRequest) -> HttpResponseBase:
    rows = Commander.objects.select_related("account", "by")
    return _kept(request, warning_lists.COMMANDERS, rows, "alerts:commander_entry", "登记职务")


@needs(RUN_ALERTS)
def commander_entry(request: SignedInRequest) -> HttpResponse:
    """Of those whose role lets them sign at all."""
    granted = Grant.objects.in_force(at=timezone.now()).filter(role__in=roles_allowing(SIGN_ALERTS))
    accounts = User.objects.enabled().filter(pk__in=granted.values("user"))
    return answer_form(
        request,
        CommanderForm(posted(request), accounts=accounts, initial={"since": timezone.localdate()}),
        title="登记指挥部职务",
        back=reverse("alerts:commanders"),
        button="登记",
        do=lambda said: name_commander(**said, by=request.user, at=timezone.now()),
        done="职务已经登记。",
    )


@needs(RUN_ALERTS)
def relief(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Commander.objects.select_related("account"), pk=pk)
    return answer_form(
        request,
        ReliefForm(posted(request), initial={"until": timezone.localdate()}),
        title=f"卸任：{shown}",
        back=reverse("alerts:commanders"),
        button="卸任",
        do=lambda said: relieve_commander(commander=shown, **said, by=request.user),
        done="已经登记卸任。",
    )


def _kept(
    request: SignedInRequest, listing: Listing, rows: QuerySet[Any, Model], entry: str, words: str
) -> HttpResponseBase:
    """A list, with the button by which it grows for whoever may."""
    context = {"entry": reverse(entry) if request.may(RUN_ALERTS) else "", "entry_words": words}
    return show_list(request, listing, rows, template="alerts/kept.html", context=context)
