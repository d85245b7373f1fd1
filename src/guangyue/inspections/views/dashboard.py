"""抽查进展 for chiefs: pictures, and what is overdue by name of the office."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from guangyue.inspections import statistics
from guangyue.inspections.deadlines import publication_clock
from guangyue.inspections.models import Batch, DutyRecord, FollowUp, Plan, Transfer
from guangyue.inspections.permissions import SEE_INSPECTIONS
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import local_day
from guangyue.kit.models import HolidayNotice

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
        "duties": DutyRecord.objects.within(request.scope).open().count(),
    }
    return render(request, "inspections/dashboard.html", context)


def _year(asked: str, usual: int) -> int:
    return int(asked) if asked.isdecimal() and 2019 <= int(asked) <= usual else usual
