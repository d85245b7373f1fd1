"""季度报送: what is owed, one form for all that a report covers, and the reading of what was handed in."""

from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import answer_form, carried_out, posted
from guangyue.systems.today import day_of_the_city, moment_of_the_city
from guangyue.tasks import lists
from guangyue.tasks.forms import QuarterForm, SaidForm
from guangyue.tasks.models import Assignment, OwedReport, Report
from guangyue.tasks.permissions import DECOMPOSE_TASKS, REPORT_TASKS, SEE_TASKS
from guangyue.tasks.services.changing import same_as
from guangyue.tasks.services.reporting import accept_report, covered_by, hand_in_report, send_back_report


@needs(SEE_TASKS)
def owed_reports(request: SignedInRequest) -> HttpResponseBase:
    rows = OwedReport.objects.within(request.scope)
    return show_list(request, lists.OWED, rows.select_related("document", "organisation"))


@needs(SEE_TASKS)
def owed_report(request: SignedInRequest, pk: int) -> HttpResponse:
    """As it was handed in, or what it is to cover."""
    shown = _owed(request, pk)
    context = {
        "owed": shown,
        "standing": lists.standing_tag(shown),
        "lines": shown.lines.select_related("assignment__document").prefetch_related("evidence__file"),
        "covered": covered_by(shown) if shown.handed_in_at is None else (),
        "prods": shown.prods.select_related("organisation"),
        "may_report": shown.handed_in_at is None and _may_report(request, shown),
        "may_review": request.may(DECOMPOSE_TASKS) and shown.handed_in_at and not shown.accepted_at,
        "on": day_of_the_city(),
    }
    return render(request, "tasks/owed_report.html", context)


@needs(REPORT_TASKS)
def handing_in(request: SignedInRequest, pk: int) -> HttpResponse:
    """报送: one form for all that it covers."""
    shown = _owed(request, pk)
    covered = covered_by(shown)
    form = QuarterForm(
        posted(request), request.FILES or None, covered=covered, known=known_before(shown, covered)
    )
    at = moment_of_the_city()
    if (
        form.is_bound
        and form.is_valid()
        and carried_out(
            form,
            lambda said: hand_in_report(
                owed=shown, said=form.said(), declared=said["declared"], by=request.user, at=at
            ),
        )
    ):
        messages.success(request, "季报已经报送。")
        return redirect(shown)
    context = {"owed": shown, "form": form}
    return render(request, "tasks/handing_in.html", context, status=422 if form.errors else 200)


def known_before(owed: OwedReport, covered: Sequence[Assignment]) -> Mapping[int, Mapping[str, object]]:
    """What need not be asked twice: the unit's last progress, and figures that it gave of the same fact."""
    own = Report.objects.filter(organisation=owed.organisation)
    known = {}
    for assignment in covered:
        twins = [assignment, *same_as(assignment)]
        last = own.filter(assignment__in=twins).order_by("-pk").first()
        if last is not None:
            known[assignment.pk] = {"percent": last.percent, "figures": last.figures}
    return known


@needs(DECOMPOSE_TASKS)
def sending_back(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _owed(request, pk)
    return answer_form(
        request,
        SaidForm(posted(request)),
        title="退回季报",
        lead="写明哪一项、差什么；单位改好以后再报。",
        back=shown.get_absolute_url(),
        button="退回",
        facts=[("季报", shown)],
        do=lambda said: send_back_report(owed=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经退回。",
    )


@require_POST
@needs(DECOMPOSE_TASKS)
def review(request: SignedInRequest, pk: int) -> HttpResponse:
    """审阅."""
    shown = accept_report(owed=_owed(request, pk), by=request.user, at=moment_of_the_city())
    messages.success(request, "已经审阅。")
    return redirect(shown)


def _owed(request: SignedInRequest, pk: int) -> OwedReport:
    rows = OwedReport.objects.within(request.scope).select_related(
        "document", "organisation", "handed_in_by", "accepted_by"
    )
    return get_object_or_404(rows, pk=pk)


def _may_report(request: SignedInRequest, owed: OwedReport) -> bool:
    return request.may(REPORT_TASKS) and request.scope_of(REPORT_TASKS).covers(
        region=owed.organisation.region_id, organisation=owed.organisation_id
    )
