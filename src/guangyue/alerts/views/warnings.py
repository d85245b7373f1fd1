"""预警 on the desk: the ledger of every start, and one warning with all that hangs on it."""

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from guangyue.alerts.evaluating import course_of, figures_from, figures_of
from guangyue.alerts.forms.warnings import EvaluationForm, PublicityForm
from guangyue.alerts.lists import warnings as warning_lists
from guangyue.alerts.models import CountyReport, Evaluation, Order, Receipt, Warning
from guangyue.alerts.papers.warnings import evaluation_paper, lifting_paper, warning_paper
from guangyue.alerts.permissions import RUN_ALERTS, SEE_ALERTS
from guangyue.alerts.services.receiving import note_publicity
from guangyue.alerts.services.reporting import enter_evaluation
from guangyue.alerts.warning_deadlines import county_clock, county_deadline, media_clock, media_deadline, read
from guangyue.alerts.wording.warnings import paragraphs_of
from guangyue.files.answers import answer_with_file
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.typesetting import answer_with
from guangyue.organisations.views.acting import answer_form, posted


@needs(SEE_ALERTS)
def warnings(request: SignedInRequest) -> HttpResponseBase:
    """应急启动台账."""
    rows = Warning.objects.select_related("sheet", "evaluation")
    rows = rows.prefetch_related("receipts__warning", "publicity")
    context = {"may_run": request.may(RUN_ALERTS), "in_force": Warning.objects.in_force().first()}
    return show_list(request, warning_lists.LEDGER, rows, template="alerts/warnings.html", context=context)


@needs(SEE_ALERTS)
def warning(request: SignedInRequest, number: str) -> HttpResponse:
    shown, at = _warning(number), timezone.now()
    receipts = _receipts(shown)
    orders = Order.objects.of(shown)
    context = {
        "warning": shown,
        "texts": [*paragraphs_of(shown)],
        "course": course_of(shown),
        "receipts": [(one, county_deadline(one), read(county_clock(one), at=at)) for one in receipts],
        "received": sum(one.received_at is not None for one in receipts),
        "notified": sum(one.notified_at is not None for one in receipts),
        "media": media_deadline(shown),
        "media_reading": read(media_clock(shown), at=at),
        "publicity": shown.publicity.all(),
        "orders": orders.count(),
        "orders_received": orders.received().count(),
        "reports": CountyReport.objects.filter(warning=shown).select_related("region"),
        "later_sheets": shown.later_sheets.open(),
        "may_run": request.may(RUN_ALERTS),
        "at": at,
    }
    return render(request, "alerts/warning.html", context)


@needs(SEE_ALERTS)
def warning_file(request: SignedInRequest, number: str) -> FileResponse:
    return answer_with(warning_paper(_warning(number)))


@needs(SEE_ALERTS)
def lifting_file(request: SignedInRequest, number: str) -> FileResponse:
    shown = _warning(number)
    if shown.lifted_by is None:
        raise Http404
    return answer_with(lifting_paper(shown))


@needs(RUN_ALERTS)
def publicity(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _warning(number)
    return answer_form(
        request,
        PublicityForm(posted(request), initial={"published_at": timezone.localtime()}),
        title=f"登记 {shown} 向社会公布",
        lead="预警启动以后 2 小时内，通过报刊、广播、电视、网络、移动通讯公布。",
        back=shown.get_absolute_url(),
        button="登记",
        do=lambda said: note_publicity(warning=shown, **said, by=request.user, at=timezone.now()),
        done="已经登记。",
    )


@needs(SEE_ALERTS)
def evaluation(request: SignedInRequest, number: str) -> HttpResponse:
    """评估材料: of one that is evaluated the figures of then, of any other those of now."""
    shown = _warning(number)
    entered = _evaluation(shown)
    context = {
        "warning": shown,
        "evaluation": entered,
        "figures": figures_from(entered.figures) if entered else figures_of(shown, at=timezone.now()),
        "may_run": request.may(RUN_ALERTS),
    }
    return render(request, "alerts/evaluation.html", context)


@needs(SEE_ALERTS)
def evaluation_file(request: SignedInRequest, number: str) -> FileResponse:
    shown = _warning(number)
    entered = _evaluation(shown)
    figures = figures_from(entered.figures) if entered else figures_of(shown, at=timezone.now())
    return answer_with(evaluation_paper(shown, figures, entered))


@needs(SEE_ALERTS)
def evaluation_report(request: SignedInRequest, number: str) -> HttpResponse:
    """What the third party handed in."""
    entered = _evaluation(_warning(number))
    if entered is None or entered.file is None:
        raise Http404
    return answer_with_file(entered.file)


@needs(RUN_ALERTS)
def evaluating(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _warning(number)
    form = EvaluationForm(posted(request), request.FILES or None)
    return answer_form(
        request,
        form,
        title=f"登记 {shown} 的第三方评估",
        lead="登记以后评估时的数字不再变动。",
        back=shown.get_absolute_url(),
        button="登记评估",
        do=lambda said: enter_evaluation(
            warning=shown,
            evaluator=said["evaluator"],
            said=form.report_said(),
            file=said["file"],
            by=request.user,
            at=timezone.now(),
        ),
        done="评估已经登记。",
    )


def _evaluation(warning: Warning) -> Evaluation | None:
    return Evaluation.objects.filter(warning=warning).select_related("entered_by", "file").first()


def _receipts(warning: Warning) -> QuerySet[Receipt]:
    return Receipt.objects.filter(warning=warning).select_related("warning", "region", "signer")


def _warning(number: str) -> Warning:
    rows = Warning.objects.select_related("sheet", "sheet__drill", "follows", "lifted_by", "evaluation")
    return get_object_or_404(rows, number=number)
