"""审批表, step by step: checked, approved, returned, sent, each by whoever may take the step."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.alerts.commanding import post_of
from guangyue.alerts.forms.warnings import ReasonForm, RemarkForm
from guangyue.alerts.models import Sheet
from guangyue.alerts.permissions import RUN_ALERTS, SIGN_ALERTS
from guangyue.alerts.services.drafting import void_sheet
from guangyue.alerts.services.lifting import announce_lifting
from guangyue.alerts.services.publishing import publish_warning
from guangyue.alerts.services.signing import approve_sheet, check_sheet, return_sheet, submit_sheet
from guangyue.alerts.views.sheets import find_sheet
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.organisations.views.acting import answer_form, posted


@require_POST
@needs(RUN_ALERTS)
def submission(request: SignedInRequest, number: str) -> HttpResponse:
    return _step(request, number, submit_sheet, "已经送核准，办公室主任收到通知。")


@needs(SIGN_ALERTS)
def check(request: SignedInRequest, number: str) -> HttpResponse:
    return _signature(request, number, check_sheet, "核准", "已经核准。")


@needs(SIGN_ALERTS)
def approval(request: SignedInRequest, number: str) -> HttpResponse:
    return _signature(request, number, approve_sheet, "审批", "已经审批，办公室可以发布。")


@needs(SIGN_ALERTS)
def returning(request: SignedInRequest, number: str) -> HttpResponse:
    return _reasoned(request, number, return_sheet, "退回", "已经退回。")


@needs(RUN_ALERTS)
def voiding(request: SignedInRequest, number: str) -> HttpResponse:
    return _reasoned(request, number, void_sheet, "作废", "审批表已经作废。")


@require_POST
@needs(RUN_ALERTS)
def sending(request: SignedInRequest, number: str) -> HttpResponse:
    """发布: asked about once more, since nobody can take it back."""
    shown = find_sheet(number)
    if question := ask_first(
        request,
        question=f"发出审批表 {shown}（{shown.level.title}{shown.get_kind_display()}）？",
        consequence="发出以后各县（市、区）、企业和公众立即收到，不能收回，只能再调整或者解除。",
        yes="发出",
    ):
        return question
    send = announce_lifting if shown.kind == Sheet.Kind.LIFT else publish_warning
    warning = send(sheet=shown, by=request.user, at=timezone.now())
    messages.success(request, "已经发出。")
    return redirect(warning)


def _step(request: SignedInRequest, number: str, step: Callable[..., Sheet], done: str) -> HttpResponse:
    shown = step(sheet=find_sheet(number), by=request.user, at=timezone.now())
    messages.success(request, done)
    return redirect(shown)


def _signature(
    request: SignedInRequest, number: str, sign: Callable[..., Sheet], word: str, done: str
) -> HttpResponse:
    shown, at = find_sheet(number), timezone.now()
    return answer_form(
        request,
        RemarkForm(posted(request)),
        title=f"{word}审批表 {shown}",
        lead=f"{shown.level.title}{shown.get_kind_display()}",
        back=shown.get_absolute_url(),
        button=word,
        facts=[("本人职务", post_of(request.user, at=at)), ("起草人", shown.drafted_by)],
        do=lambda said: sign(sheet=shown, **said, by=request.user, at=at),
        done=done,
    )


def _reasoned(
    request: SignedInRequest, number: str, step: Callable[..., Sheet], word: str, done: str
) -> HttpResponse:
    shown = find_sheet(number)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title=f"{word}审批表 {shown}",
        back=shown.get_absolute_url(),
        button=word,
        do=lambda said: step(sheet=shown, **said, by=request.user, at=timezone.now()),
        done=done,
    )
