"""县（市、区）: what a county signs for, whom it tells, and what it reports afterwards."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.alerts.forms.warnings import DepartmentsForm, ReportForm
from guangyue.alerts.lists import warnings as warning_lists
from guangyue.alerts.models import CountyReport, Receipt
from guangyue.alerts.permissions import ANSWER_ALERTS, SEE_ALERTS
from guangyue.alerts.services.receiving import notify_departments, receive_warning
from guangyue.alerts.services.reporting import send_report
from guangyue.alerts.warning_deadlines import (
    county_clock,
    county_deadline,
    read,
    report_clock,
    report_deadline,
)
from guangyue.alerts.wording.warnings import paragraphs_of
from guangyue.kit.access import Scope, SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import answer_form, posted


@needs(SEE_ALERTS)
def receipts(request: SignedInRequest) -> HttpResponseBase:
    rows = Receipt.objects.within(request.scope).select_related("warning", "region")
    return show_list(request, warning_lists.RECEIPTS, rows)


@needs(SEE_ALERTS)
def receipt(request: SignedInRequest, pk: int) -> HttpResponse:
    shown, at = _receipt(request.scope, pk), timezone.now()
    context = {
        "receipt": shown,
        "warning": shown.warning,
        "texts": [*paragraphs_of(shown.warning)],
        "deadline": county_deadline(shown),
        "reading": read(county_clock(shown), at=at),
        "late": county_deadline(shown).late(at=at),
        "may_answer": request.may(ANSWER_ALERTS),
    }
    return render(request, "alerts/receipt.html", context)


@require_POST
@needs(ANSWER_ALERTS)
def reception(request: SignedInRequest, pk: int) -> HttpResponse:
    """签收: with one tap."""
    receive_warning(receipt=_receipt(request.scope, pk), by=request.user, at=timezone.now())
    return redirect("alerts:receipt", pk=pk)


@needs(ANSWER_ALERTS)
def notification(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _receipt(request.scope, pk)
    return answer_form(
        request,
        DepartmentsForm(posted(request)),
        title=f"{shown.region}登记通知部门",
        back=shown.get_absolute_url(),
        button="登记",
        do=lambda said: notify_departments(receipt=shown, **said, by=request.user, at=timezone.now()),
        done="已经登记。",
    )


@needs(SEE_ALERTS)
def county_reports(request: SignedInRequest) -> HttpResponseBase:
    rows = CountyReport.objects.within(request.scope).select_related("warning", "region")
    return show_list(request, warning_lists.REPORTS, rows)


@needs(SEE_ALERTS)
def county_report(request: SignedInRequest, pk: int) -> HttpResponse:
    shown, at = _report(request.scope, pk), timezone.now()
    context = {
        "report": shown,
        "reading": read(report_clock(shown.warning), at=at),
        "late": report_deadline(shown).late(at=at),
        "may_answer": request.may(ANSWER_ALERTS),
    }
    return render(request, "alerts/county_report.html", context)


@needs(ANSWER_ALERTS)
def reporting(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _report(request.scope, pk)
    form = ReportForm(posted(request))
    return answer_form(
        request,
        form,
        title=f"{shown.region}报送响应情况",
        lead=f"预警 {shown.warning.number}",
        back=shown.get_absolute_url(),
        button="报送",
        do=lambda said: send_report(
            report=shown, said=form.report_said(), by=request.user, at=timezone.now()
        ),
        done="已经报送。",
    )


def _receipt(scope: Scope, pk: int) -> Receipt:
    rows = Receipt.objects.within(scope).select_related(
        "warning__sheet", "warning__follows", "region", "signer"
    )
    return get_object_or_404(rows, pk=pk)


def _report(scope: Scope, pk: int) -> CountyReport:
    rows = CountyReport.objects.within(scope).select_related("warning", "region", "sent_by")
    return get_object_or_404(rows, pk=pk)
