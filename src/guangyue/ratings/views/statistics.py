"""评价统计 for chiefs: scores with charts, the report as a paper, and the tables other systems take in."""

from typing import Literal

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.sheets import export
from guangyue.kit.typesetting import answer_with
from guangyue.organisations.models import Organisation
from guangyue.ratings import statistics as sums
from guangyue.ratings.models import Complaint, Tally
from guangyue.ratings.periods import months_of, period_of
from guangyue.ratings.permissions import KEEP_RATINGS, SEE_RATINGS
from guangyue.ratings.pictures import levels_chart, months_chart, scores_chart, ways_chart
from guangyue.ratings.reporting import FEEDS, as_paper, rows_of
from guangyue.ratings.statistics import Line, Period

TABLES = {
    "department": "部门",
    "matter": "事项",
    "hall": "大厅",
    "window": "窗口",
    "channel": "渠道",
}
KINDS = {
    "department": Tally.Kind.DEPARTMENT,
    "matter": Tally.Kind.MATTER,
    "hall": Tally.Kind.HALL,
    "window": Tally.Kind.PERSON,
    "channel": Tally.Kind.CHANNEL,
}


@needs(SEE_RATINGS)
def statistics(request: SignedInRequest) -> HttpResponse:
    period = period_of(request)
    by = request.GET.get("by", "")
    by = by if by in TABLES else "department"
    lines = _lines(by, period, request)
    whole = sums.whole(lines)
    received = Complaint.objects.within(request.scope).filter(received_at__range=period.moments)
    subjects = [line.subject for line in lines]
    context = {
        "period": period,
        "kept": months_of(period),
        "by": by,
        "tables": TABLES,
        "lines": lines,
        "walls": _walls() if by == "department" and request.may(KEEP_RATINGS) else {},
        "whole": whole,
        "rates": sums.rating_rates(period, request.scope),
        "complaints": received.count(),
        "answered": received.exclude(replied_at=None).count(),
        "feeds": FEEDS.values() if request.scope.everywhere else (),
        "charts": (
            scores_chart("scores", f"{TABLES[by]}得分", lines),
            months_chart(sums.by_month(KINDS[by], period, subjects=subjects)),
            levels_chart(whole),
            ways_chart(sums.by_way(period)),
        ),
    }
    return render(request, "ratings/statistics.html", context)


@needs(SEE_RATINGS)
def report(request: SignedInRequest) -> HttpResponseBase:
    """月报、年报 of the whole city, as anybody may read it."""
    period = period_of(request)
    title = f"政务服务评价报告（{period.since:%Y年%m月%d日}至{period.until:%Y年%m月%d日}）"
    return answer_with(as_paper(period, title=title, author=str(request.user.organisation or "")))


@needs(SEE_RATINGS)
def feed(request: SignedInRequest, key: str) -> HttpResponseBase:
    """供考核、督查、事项和窗口管理: only for whoever sees the whole city."""
    if key not in FEEDS or not request.scope.everywhere:
        raise Http404
    wanted: Literal["csv", "xlsx"] = "csv" if request.GET.get("as") == "csv" else "xlsx"
    chosen = FEEDS[key]
    return export(chosen.title, chosen.headings, rows_of(chosen, period_of(request)), as_=wanted)


def _walls() -> dict[str, str]:
    """Where the code for a department's wall is printed."""
    rows = Organisation.objects.apart_from_bodies().values_list("pk", "key")
    return {str(pk): reverse("ratings:department_wall", args=[key]) for pk, key in rows}


def _lines(by: str, period: Period, request: SignedInRequest) -> list[Line]:
    match by:
        case "matter":
            return sums.matters(period, request.scope)
        case "hall":
            return sums.halls(period, request.scope)
        case "window":
            return sums.windows(period, request.scope)
        case "channel":
            return sums.channels(period)
    return sums.departments(period, request.scope)
