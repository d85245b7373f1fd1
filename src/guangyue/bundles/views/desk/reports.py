"""一件事时效: a month, theme by theme, and the chains that run against a time that a document grants."""

from collections.abc import Iterator

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from guangyue.bundles import reports as told
from guangyue.bundles.models import BundleCase
from guangyue.bundles.permissions import SEE_BUNDLES
from guangyue.cases.months import asked_month
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.sheets import Form, export
from guangyue.kit.sheets.writing import Value

HEADERS = (
    "主题",
    "全部决定",
    "按时率（%）",
    "平均承诺（工作日）",
    "文件规定（工作日）",
    "全过程用时中位数",
    "全过程用时九成位",
    "超过规定",
    "在办",
    "超期",
)


@needs(SEE_BUNDLES)
def reports(request: SignedInRequest) -> HttpResponseBase:
    at = timezone.now()
    asked = asked_month(request, at=at)
    rows = BundleCase.objects.within(request.scope)
    chains = told.chains(rows, start=asked.start, end=asked.end, at=at)
    if request.GET.get("export") in ("xlsx", "csv"):
        as_: Form = "csv" if request.GET["export"] == "csv" else "xlsx"
        return export(f"一件事时效 {asked.month:%Y-%m}", HEADERS, _lines(chains), as_=as_)
    context = {
        "asked": asked,
        "chains": chains,
        "whole": told.together(chains),
        "running": told.running(rows, at=at),
    }
    return render(request, "bundles/desk_reports.html", context)


def _lines(chains: list[told.Chains]) -> Iterator[tuple[Value, ...]]:
    for one in (*chains, told.together(chains)):
        yield (
            one.title,
            one.decided,
            one.in_time,
            one.mean_promised,
            one.granted,
            one.median,
            one.ninetieth,
            one.beyond,
            one.open,
            one.overdue,
        )
