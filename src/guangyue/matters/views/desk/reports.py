"""三级十同比对, 合规报告 and 四减对比, and the tables that counties send in."""

from collections.abc import Iterable, Sequence

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.kit.access import SignedInRequest, for_staff, needs
from guangyue.kit.lists import show_list
from guangyue.kit.sheets import Problem, Reading, Row, bring_in, export
from guangyue.matters.comparing import told
from guangyue.matters.compliance import (
    compared,
    disguised_approvals,
    four_reductions,
    hall_exceptions,
    online_now,
    without_deferrable,
)
from guangyue.matters.lists import NONCOMPLIANCES
from guangyue.matters.models import Exercise, NonCompliance
from guangyue.matters.permissions import REPORT_ELEMENTS
from guangyue.matters.pictures import differences_chart, reductions_chart
from guangyue.matters.reductions import BASELINE, ONLINE_TARGET, UNTIL, measured
from guangyue.matters.report_sheets import HEADERS, REPORTS, problems_in, reports_from, whole_catalogue
from guangyue.matters.services.exercising import take_reports

PAGE = 20


@for_staff
def comparison(request: SignedInRequest) -> HttpResponseBase:
    """三级十同: one violation for each element of a matter, with every unit that says otherwise."""
    found = list(compared())
    units = sorted({unit for one in found for each in one.violations for unit, _ in each.others})
    chosen = request.GET.get("unit", "")
    shown = [one for one in found if not chosen or one.differs_in(chosen)]
    if "export" in request.GET:
        lines = (
            (one.matter.code, one.matter.name, each.element.value, told(each.city), unit, told(said))
            for one in shown
            for each in one.violations
            for unit, said in each.others
        )
        headers = ("编码", "事项", "要素", "市级", "地区", "本级")
        return export("三级十同比对", headers, lines, as_="xlsx")
    reporting = Exercise.objects.exclude(reported={})
    context = {
        "page": Paginator(shown, PAGE).get_page(request.GET.get("page")),
        "units": units,
        "chosen": chosen,
        "differences": differences_chart(found),
        "reported": reporting.count(),
        "may_report": request.may(REPORT_ELEMENTS),
        "told": told,
    }
    return render(request, "matters/comparison.html", context)


@never_cache
@needs(REPORT_ELEMENTS)
def reporting(request: SignedInRequest) -> HttpResponseBase:
    """报送: the elements as a unit published them, from a table."""

    def check(reading: Reading) -> Iterable[Problem]:
        return problems_in(reading, request.scope)

    def take(rows: Sequence[Row]) -> HttpResponse:
        reports = reports_from(tuple(rows), request.scope)
        taken = take_reports(reports=reports, by=request.user, at=timezone.now())
        messages.success(request, f"已经导入 {taken} 个事项的要素。")
        return redirect("matters:comparison")

    return bring_in(request, REPORTS, take=take, check=check)


@for_staff
def whole(request: SignedInRequest) -> HttpResponseBase:
    """全部事项, with their ten elements, as a table."""
    return export("事项目录", HEADERS, whole_catalogue(), as_="xlsx")


@for_staff
def compliance(request: SignedInRequest) -> HttpResponseBase:
    """合规报告: what the documents ask of the catalogue, and where it falls short."""
    online = online_now()
    context = {
        "online": online,
        "online_met": online.ratio >= ONLINE_TARGET,
        "target": ONLINE_TARGET,
        "lacking": list(without_deferrable()),
        "disguised": list(disguised_approvals()),
        "exceptions": list(hall_exceptions()),
        "differing": sum(1 for _ in compared()),
    }
    rows = NonCompliance.objects.select_related("matter__owner")
    if not request.GET:
        rows = rows.filter(Q(until=None))
    return show_list(request, NONCOMPLIANCES, rows, template="matters/compliance.html", context=context)


@for_staff
def reductions(request: SignedInRequest) -> HttpResponse:
    """四减: against the versions that were in force when the reform began."""
    four = four_reductions(on=timezone.localdate())
    context = {
        "four": four,
        "baseline": BASELINE,
        "until": UNTIL,
        "averages": reductions_chart(four),
        "rows": [(after, measured(before), measured(after)) for before, after in four.matters],
    }
    return render(request, "matters/reductions.html", context)
