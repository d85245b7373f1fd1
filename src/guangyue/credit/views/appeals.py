"""异议 and 修复 on the desk: read, and decided by somebody who had no hand in the record."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from guangyue.credit import lists
from guangyue.credit.forms import AppealDecisionForm
from guangyue.credit.models import Appeal, AppealFile
from guangyue.credit.permissions import VERIFY_RECORDS
from guangyue.credit.services.appeals import decide_appeal
from guangyue.files.answers import answer_with_file
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.models import HolidayNotice
from guangyue.organisations.views.acting import carried_out
from guangyue.systems.today import moment_of_the_city


@needs(VERIFY_RECORDS)
def appeals(request: SignedInRequest) -> HttpResponseBase:
    rows = Appeal.objects.within(request.scope)
    shown = rows.select_related("record__subject", "record__category", "record__unit")
    return show_list(request, lists.APPEALS, shown)


@needs(VERIFY_RECORDS)
def appeal(request: SignedInRequest, number: str) -> HttpResponse:
    return _show(request, _appeal(request, number), AppealDecisionForm())


@require_POST
@needs(VERIFY_RECORDS)
def appeal_decision(request: SignedInRequest, number: str) -> HttpResponse:
    shown, form = _appeal(request, number), AppealDecisionForm(request.POST)
    at = moment_of_the_city()
    if not form.is_valid() or not carried_out(
        form, lambda said: decide_appeal(appeal=shown, **said, by=request.user, at=at)
    ):
        return _show(request, shown, form)
    messages.success(request, "已经答复，申请人收到通知。")
    return redirect(shown)


@needs(VERIFY_RECORDS)
def appeal_file(request: SignedInRequest, number: str, key: UUID) -> HttpResponse:
    rows = AppealFile.objects.select_related("file")
    return answer_with_file(get_object_or_404(rows, appeal=_appeal(request, number), file__key=key).file)


def _appeal(request: SignedInRequest, number: str) -> Appeal:
    rows = Appeal.objects.within(request.scope).select_related(
        "record__subject", "record__category", "record__unit", "decided_by"
    )
    return get_object_or_404(rows, number=number)


def _show(request: SignedInRequest, shown: Appeal, form: AppealDecisionForm) -> HttpResponse:
    own = request.user.pk in (shown.record.filed_by_id, shown.by_id)
    context = {
        "appeal": shown,
        "record": shown.record,
        "files": [kept.file for kept in shown.files.select_related("file")],
        "clock": shown.clock.read(HolidayNotice.objects.calendar(), at=moment_of_the_city()),
        "form": None if shown.decided_at or own else form,
        "own": own,
    }
    return render(request, "credit/appeal.html", context, status=422 if form.errors else 200)
