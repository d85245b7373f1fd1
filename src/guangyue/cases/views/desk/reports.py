"""效能报表 and the chief's screen: what is in hand now, and how the month went."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from guangyue.cases import reports as told
from guangyue.cases.glances import pictures_of
from guangyue.cases.lights import end_of_near
from guangyue.cases.models import Tally
from guangyue.cases.months import asked_month
from guangyue.cases.permissions import SEE_CASES
from guangyue.cases.report_paper import paper_of
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import local_day
from guangyue.kit.sheets import Form, export
from guangyue.kit.sheets.writing import Value
from guangyue.kit.typesetting import answer_with

MOST_MATTERS = 20
HEADERS = (
    "办结",
    "作出决定",
    "按时率（%）",
    "平均承诺（工作日）",
    "平均用时（工作日）",
    "用时中位数",
    "用时九成位",
    "容缺占比（%）",
    "秒批占比（%）",
    "退件和不予受理",
)


@needs(SEE_CASES)
def reports(request: SignedInRequest) -> HttpResponseBase:
    at = timezone.now()
    asked = asked_month(request, at=at)
    month = Tally.objects.within(request.scope).filter(month=asked.month)
    departments = told.records(month, by="unit_id", title="unit__name")
    if request.GET.get("export") in ("xlsx", "csv"):
        name = f"办件效能 {asked.month:%Y-%m}"
        as_: Form = "csv" if request.GET["export"] == "csv" else "xlsx"
        return export(name, ("部门", *HEADERS), _lines(departments), as_=as_)
    now = told.in_hand(request.scope, near=end_of_near(at), at=at)
    context = {
        "asked": asked,
        "headers": HEADERS,
        "in_hand": now,
        "sums": told.summed(now),
        "departments": departments,
        "whole": told.together(departments),
        "matters": told.records(month, by="matter_code", title="title")[:MOST_MATTERS],
        "reasons": list(told.reasons(request.scope, start=asked.start, end=asked.end)),
        "charts": pictures_of(request.scope, month=asked.month, at=at),
    }
    return render(request, "cases/desk_reports.html", context)


@needs(SEE_CASES)
def report_paper(request: SignedInRequest) -> HttpResponseBase:
    """月报, to be printed and sent round."""
    at = timezone.now()
    asked = asked_month(request, at=at)
    month = Tally.objects.within(request.scope).filter(month=asked.month)
    return answer_with(
        paper_of(
            asked.month,
            departments=told.records(month, by="unit_id", title="unit__name"),
            now=told.in_hand(request.scope, near=end_of_near(at), at=at),
            reasons=list(told.reasons(request.scope, start=asked.start, end=asked.end)),
            author=str(request.user.organisation or ""),
            on=local_day(at),
        )
    )


@needs(SEE_CASES)
def screen(request: SignedInRequest) -> HttpResponse:
    """大屏: figures and charts that renew themselves."""
    at = timezone.now()
    asked = asked_month(request, at=at)
    now = told.in_hand(request.scope, near=end_of_near(at), at=at)
    whole = told.together(
        told.records(
            Tally.objects.within(request.scope).filter(month=asked.month), by="unit_id", title="unit__name"
        )
    )
    context = {
        "at": at,
        "asked": asked,
        "sums": told.summed(now),
        "whole": whole,
        "late": [one for one in now if one.overdue],
        "charts": pictures_of(request.scope, month=asked.month, at=at),
    }
    return render(request, "cases/desk_screen.html", context)


def _lines(departments: list[told.Record]) -> Iterator[tuple[Value, ...]]:
    for one in (*departments, told.together(departments)):
        yield (
            one.title,
            one.closed,
            one.decided,
            one.in_time,
            one.mean_promised,
            one.mean_used,
            one.median,
            one.ninetieth,
            one.deferred_share,
            one.instant_share,
            one.sent_back,
        )
