"""抽查进展 for chiefs: pictures, and what is overdue by name of the office."""

from datetime import date

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from guangyue.inspections import statistics
from guangyue.inspections.acts import SOURCE
from guangyue.inspections.deadlines import publication_clock
from guangyue.inspections.models import Batch, DutyRecord, FollowUp, Plan, Transfer
from guangyue.inspections.permissions import SEE_INSPECTIONS
from guangyue.inspections.report_paper import figures_of, paper_of
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import local_day
from guangyue.kit.models import HolidayNotice
from guangyue.kit.typesetting import answer_with
from guangyue.kit.years import year_asked
from guangyue.supervision.models import RejectedAct
from guangyue.supervision.permissions import SEE_SUPERVISION

SHOWN, SHOWN_YEARS = 50, 5
FIRST_YEAR = 2019


@needs(SEE_INSPECTIONS)
def dashboard(request: SignedInRequest) -> HttpResponse:
    at = timezone.now()
    today, calendar = local_day(at), HolidayNotice.objects.calendar()
    years = _years(today)
    year = year_asked(request, years)
    waiting = Batch.objects.within(request.scope).unpublished().select_related("organisation")
    context = {
        "year": year,
        "years": years[:SHOWN_YEARS],
        "progress": statistics.progress(request.scope, year, on=today),
        "charts": (
            statistics.findings_chart(request.scope, year),
            statistics.departments_chart(request.scope, year),
            statistics.load_chart(request.scope, year),
        ),
        "waiting": [
            (batch, publication_clock(batch.completed_at).read(calendar, at=at))
            for batch in waiting.order_by("publish_by")[:SHOWN]
            if batch.completed_at
        ],
        "plans": Plan.objects.within(request.scope).overdue(today).select_related("organisation")[:SHOWN],
        "transfers": Transfer.objects.within(request.scope).open().count(),
        "follow_ups": FollowUp.objects.within(request.scope).open().count(),
        "sent_back": _sent_back(request),
        "may_see_acts": request.may(SEE_SUPERVISION),
        "duties": DutyRecord.objects.within(request.scope).open().count(),
    }
    return render(request, "inspections/dashboard.html", context)


@needs(SEE_INSPECTIONS)
def report(request: SignedInRequest) -> HttpResponseBase:
    """年度报告, to be signed and handed up at the end of a year (R23)."""
    today = local_day(timezone.now())
    told = figures_of(request.scope, year_asked(request, _years(today)), on=today)
    return answer_with(paper_of(told, issuer=str(request.user.organisation or ""), on=today))


def _sent_back(request: SignedInRequest) -> int:
    """Of whatever visits found, what the pool of supervision could not take."""
    return RejectedAct.objects.within(request.scope).open().filter(source=SOURCE).count()


def _years(today: date) -> range:
    """From this one back to the first."""
    return range(today.year, FIRST_YEAR - 1, -1)
