"""覆盖情况 and 监管缺口: which offices exercise what they have, and what nobody supervises."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.limits import month_end
from guangyue.kit.models import HolidayNotice
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.supervision.covering import year_until
from guangyue.supervision.defects import rules_due, unsupervised_permits
from guangyue.supervision.forms import SaidForm
from guangyue.supervision.models import SupervisionItem
from guangyue.supervision.offices import chart, office_lines, sleeping_items, whole
from guangyue.supervision.permissions import KEEP_ITEMS, SEE_SUPERVISION
from guangyue.supervision.services.keeping import explain_sleep
from guangyue.systems.today import day_of_the_city, moment_of_the_city


@needs(SEE_SUPERVISION)
def coverage(request: SignedInRequest) -> HttpResponse:
    """By month: the year that ends with it."""
    on = _day_asked(request)
    lines = office_lines(on, request.scope)
    since, until = year_until(on)
    context = {
        "lines": lines,
        "whole": whole(lines),
        "chart": chart(lines),
        "sleeping": sleeping_items(on, request.scope),
        "since": since,
        "until": until,
        "month": f"{on:%Y-%m}",
        "may_keep": request.may(KEEP_ITEMS),
    }
    return render(request, "supervision/coverage.html", context)


@needs(KEEP_ITEMS)
def explanation(request: SignedInRequest, pk: int) -> HttpResponse:
    """说明 why an item sleeps."""
    rows = SupervisionItem.objects.within(request.scope).select_related("office")
    shown = get_object_or_404(rows, pk=pk)
    return answer_form(
        request,
        SaidForm(posted(request)),
        title="说明沉睡事项",
        lead="一年内没有开展的监管事项，由部门说明原因。",
        back=reverse("supervision:coverage"),
        button="保存说明",
        facts=[("监管事项", shown.name), ("监管部门", shown.office)],
        do=lambda said: explain_sleep(
            item=shown, on=day_of_the_city(), **said, by=request.user, at=moment_of_the_city()
        ),
        done="说明已经保存。",
    )


@needs(SEE_SUPERVISION)
def defects(request: SignedInRequest) -> HttpResponse:
    on, calendar = day_of_the_city(), HolidayNotice.objects.calendar()
    context = {
        "permits": unsupervised_permits(request.scope),
        "rules": list(rules_due(request.scope, on=on, calendar=calendar)),
        "on": on,
    }
    return render(request, "supervision/defects.html", context)


def _day_asked(request: HttpRequest) -> date:
    """The last day of the month asked for, but none to come."""
    today = day_of_the_city()
    try:
        asked = date.fromisoformat(f"{request.GET.get('month', '')}-01")
    except ValueError:
        return today
    return min(month_end(asked), today)
