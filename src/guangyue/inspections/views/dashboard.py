"""抽查进展 for chiefs: pictures, and what is overdue by name of the office."""

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
from guangyue.organisations.models import Region
from guangyue.supervision.models import RejectedAct
from guangyue.supervision.permissions import SEE_SUPERVISION

SHOWN = 50


@needs(SEE_INSPECTIONS)
def dashboard(request: SignedInRequest) -> HttpResponse:
    at = timezone.now()
    today, calendar = local_day(at), HolidayNotice.objects.calendar()
    year = _year(request.GET.get("year", ""), today.year)
    waiting = Batch.objects.within(request.scope).unpublished().select_related("organisation")
    context = {
        "year": year,
        "years": range(today.year, today.year - 5, -1),
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
    told = figures_of(request.scope, _year(request.GET.get("year", ""), today.year), on=today)
    city = Region.objects.filter(kind=Region.Kind.CITY).first() or "市"
    issuer = str(request.user.organisation or "")
    return answer_with(paper_of(told, issuer=issuer, addressed_to=f"{city}人民政府", on=today))


def _sent_back(request: SignedInRequest) -> int:
    """Of whatever visits found, what the pool of supervision could not take."""
    return RejectedAct.objects.within(request.scope).open().filter(source=SOURCE).count()


def _year(asked: str, usual: int) -> int:
    return int(asked) if asked.isdecimal() and 2019 <= int(asked) <= usual else usual
