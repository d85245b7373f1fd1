"""审批表 on the desk: the list, one of them, and how each is drafted."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from guangyue.alerts.commanding import may_check, may_sign, post_of
from guangyue.alerts.forms.warnings import (
    LiftingForm,
    SheetForm,
    as_drafted,
    as_recommended,
)
from guangyue.alerts.lists import warnings as warning_lists
from guangyue.alerts.models import Consultation, Drill, RegionalNotice, Sheet, Warning
from guangyue.alerts.papers.warnings import sheet_paper
from guangyue.alerts.permissions import RUN_ALERTS, SEE_ALERTS, SIGN_ALERTS
from guangyue.alerts.plans import Level
from guangyue.alerts.recommending import STALE, recommended
from guangyue.alerts.services.drafting import SheetSaid, draft_sheet, redraft_sheet
from guangyue.alerts.sheet_faults import faults_of_sheet
from guangyue.alerts.wording.warnings import parts_of
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.typesetting import answer_with
from guangyue.organisations.views.acting import answer_form, posted

MOST_GROUNDS = 20
PUBLISH, ADJUST, LIFT = Sheet.Kind.PUBLISH, Sheet.Kind.ADJUST, Sheet.Kind.LIFT


@needs(SEE_ALERTS)
def sheets(request: SignedInRequest) -> HttpResponseBase:
    rows = Sheet.objects.select_related("drafted_by")
    context = {"may_run": request.may(RUN_ALERTS)}
    return show_list(request, warning_lists.SHEETS, rows, template="alerts/sheets.html", context=context)


@needs(SEE_ALERTS)
def sheet(request: SignedInRequest, number: str) -> HttpResponse:
    shown, at = find_sheet(number), timezone.now()
    post = post_of(request.user, at=at) if request.may(SIGN_ALERTS) else ""
    context = {
        "sheet": shown,
        "parts": [] if shown.kind == LIFT else [*parts_of(shown)],
        "faults": [*faults_of_sheet(shown, at=at)] if shown.is_open else [],
        "stricter": _stricter(shown, at=at),
        "moves": shown.moves.select_related("by"),
        "may_run": request.may(RUN_ALERTS),
        "may_check": may_check(post) and request.user != shown.drafted_by,
        "may_approve": may_sign(post, shown.level)
        and request.user not in (shown.drafted_by, shown.checked_by),
        "may_return": may_check(post),
    }
    return render(request, "alerts/sheet.html", context)


@needs(SEE_ALERTS)
def sheet_file(request: SignedInRequest, number: str) -> FileResponse:
    return answer_with(sheet_paper(find_sheet(number)))


@needs(RUN_ALERTS)
def sheet_draft(request: SignedInRequest) -> HttpResponse:
    """发布: it begins with what the recommendation says now."""
    return _draft(request, PUBLISH, "起草预警发布审批表", back=reverse("alerts:sheets"))


@needs(RUN_ALERTS)
def drill_sheet_draft(request: SignedInRequest, pk: int) -> HttpResponse:
    drill = get_object_or_404(Drill, pk=pk)
    return _draft(
        request, PUBLISH, f"【演练】{drill}：起草审批表", back=drill.get_absolute_url(), drill=drill
    )


@needs(RUN_ALERTS)
def adjusting(request: SignedInRequest, number: str) -> HttpResponse:
    warning = get_object_or_404(Warning, number=number)
    return _draft(request, ADJUST, f"调整预警 {warning}", back=warning.get_absolute_url(), warning=warning)


@needs(RUN_ALERTS)
def lifting(request: SignedInRequest, number: str) -> HttpResponse:
    warning, at = get_object_or_404(Warning, number=number), timezone.now()
    now = recommended(at=at, exercise=warning.exercise)
    form = LiftingForm(
        posted(request),
        grounds=_grounds(exercise=warning.exercise),
        initial={"lifts_at": now.may_lift_from},
    )
    return answer_form(
        request,
        form,
        title=f"解除预警 {warning}",
        lead="解除时间以后要有连续 36 小时 AQI 不超过 150 的预报。",
        back=warning.get_absolute_url(),
        button="保存审批表",
        facts=[("预报最早可以解除", now.may_lift_from), ("最近一次预报", now.forecast)],
        do=lambda said: _drafted(
            request, kind=LIFT, said=form.sheet_said(warning.level_key), warning=warning
        ),
        done="解除审批表已经保存，请核对以后送核准。",
    )


@needs(RUN_ALERTS)
def sheet_editing(request: SignedInRequest, number: str) -> HttpResponse:
    shown = find_sheet(number)
    lifts = shown.kind == LIFT
    form_class: type[SheetForm] | type[LiftingForm] = LiftingForm if lifts else SheetForm
    form = form_class(posted(request), grounds=_grounds(exercise=shown.exercise), initial=as_drafted(shown))

    def redraft(said: Mapping[str, Any]) -> Sheet:
        content = form.sheet_said(shown.level_key) if isinstance(form, LiftingForm) else form.sheet_said()
        return redraft_sheet(sheet=shown, said=content, by=request.user, at=timezone.now())

    return answer_form(
        request,
        form,
        title=f"修改审批表 {shown}",
        back=shown.get_absolute_url(),
        button="保存",
        do=redraft,
        done="审批表已经修改。",
    )


def _draft(
    request: SignedInRequest,
    kind: Sheet.Kind,
    title: str,
    *,
    back: str,
    warning: Warning | None = None,
    drill: Drill | None = None,
) -> HttpResponse:
    exercise = drill is not None or (warning is not None and warning.exercise)
    now = recommended(at=timezone.now(), exercise=exercise)
    latest = Consultation.objects.of(exercise=exercise).held_since(now.at - STALE).first()
    form = SheetForm(
        posted(request), grounds=_grounds(exercise=exercise), initial=as_recommended(now, latest)
    )
    return answer_form(
        request,
        form,
        title=title,
        back=back,
        button="保存审批表",
        facts=[
            ("研判建议", f"{now.advice.value}{now.level.title if now.level else ''}"),
            ("最迟发布时间", now.publish_by),
        ],
        do=lambda said: _drafted(request, kind=kind, said=form.sheet_said(), warning=warning, drill=drill),
        done="审批表已经保存，请核对以后送核准。",
    )


def _drafted(
    request: SignedInRequest,
    *,
    kind: Sheet.Kind,
    said: SheetSaid,
    warning: Warning | None = None,
    drill: Drill | None = None,
) -> Sheet:
    return draft_sheet(kind=kind, said=said, warning=warning, drill=drill, by=request.user, at=timezone.now())


def _stricter(sheet: Sheet, *, at: datetime) -> Level | None:
    """The level recommended now, if it is above what an open sheet asks for: whoever signs must know."""
    if not sheet.is_open or sheet.kind == LIFT:
        return None
    now = recommended(at=at, exercise=sheet.exercise)
    return now.level if now.plan.rank(now.level) > now.plan.rank(sheet.level) else None


def _grounds(*, exercise: bool) -> dict[str, QuerySet[Any]]:
    consultations = Consultation.objects.of(exercise=exercise).order_by("-held_at")[:MOST_GROUNDS]
    notices = RegionalNotice.objects.none() if exercise else RegionalNotice.objects.standing(timezone.now())
    return {
        "consultation": Consultation.objects.filter(pk__in=[one.pk for one in consultations]),
        "regional": notices,
    }


def find_sheet(number: str) -> Sheet:
    rows = Sheet.objects.select_related(
        "drafted_by",
        "checked_by",
        "approved_by",
        "sent_by",
        "warning",
        "consultation",
        "regional",
        "drill",
        "forecast",
    )
    return get_object_or_404(rows, number=number)
