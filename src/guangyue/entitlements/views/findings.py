"""政策找人 at the desk: the figures and where they lie, the lists behind them, the gaps month by month."""

from collections.abc import Iterator

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from guangyue.entitlements import lists
from guangyue.entitlements.glances import by_district, states_chart, unclaimed_map
from guangyue.entitlements.models import GapLine, Match, Run
from guangyue.entitlements.permissions import RUN_FINDING, SEE_FINDINGS
from guangyue.entitlements.statistics import NOBODY, Tally, searched_policies, tallies, total
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.sheets import Form, Value, export
from guangyue.organisations.models import Region
from guangyue.systems.offered import Offered
from guangyue.systems.today import day_of_the_city

FORMS: dict[str, Form] = {"xlsx": "xlsx", "csv": "csv"}
COLUMNS = (
    *("系统", "政策", "牵头单位", "符合", "未申领", "未申领金额", "金额口径", "免申即享"),
    *("办理中", "其中按现有数据不符合", "已发放", "即将符合", "待补充信息", "匹配到申请（中位天数）"),
)


@needs(SEE_FINDINGS)
def finding(request: SignedInRequest) -> HttpResponseBase:
    """Per policy, over the districts within reach or one of them."""
    district = request.GET.get("district", "")
    names = dict(
        Region.objects.on(day_of_the_city())
        .of_county_level()
        .within(request.scope)
        .values_list("code", "name")
    )
    rows = list(_rows(request, district if district in names else ""))
    if form := FORMS.get(request.GET.get("export", "")):
        name = f"政策找人 {names.get(district, '')}{timezone.localdate():%Y-%m-%d}"
        return export(name, COLUMNS, (_as_row(*row) for row in rows), as_=form)
    districts = by_district(request.scope)
    context = {
        "rows": [row for row in rows if row[1] != NOBODY],
        "quiet": sum(row[1] == NOBODY for row in rows),
        "whole": total({one.code: tally for one, tally in rows}),
        "names": names,
        "district": district if district in names else "",
        "map": unclaimed_map(request.scope, districts),
        "chart": states_chart("states-by-district", "各县（市、区）的申领情况", request.scope, districts),
        "last": Run.objects.finished().applied().order_by("-pk").first(),
        "may_run": request.may(RUN_FINDING),
    }
    return render(request, "entitlements/finding.html", context)


@needs(SEE_FINDINGS)
def matches(request: SignedInRequest) -> HttpResponseBase:
    rows = Match.objects.within(request.scope).select_related("person", "firm", "township")
    return show_list(request, lists.MATCHES, rows, template="entitlements/matches.html")


@needs(SEE_FINDINGS)
def gaps(request: SignedInRequest) -> HttpResponseBase:
    rows = GapLine.objects.within(request.scope).select_related("district")
    return show_list(request, lists.GAPS, rows, template="entitlements/gaps.html")


def _rows(request: SignedInRequest, district: str) -> Iterator[tuple[Offered, Tally]]:
    found = tallies(scope=request.scope)
    for code, offered in searched_policies().items():
        districts = found.get(code, {})
        if district:
            yield offered, districts.get(district, NOBODY)
        else:
            only = [*districts.values()]
            yield offered, only[0] if len(only) == 1 else total(districts)


def _as_row(offered: Offered, tally: Tally) -> list[Value]:
    return [
        f"{offered.system.number} {offered.system.title}",
        offered.title,
        "、".join(one.name for one in offered.system.led_by),
        tally.entitled,
        tally.unclaimed,
        tally.money,
        offered.versions[-1].per.value,
        tally.automatic,
        tally.applied,
        tally.applied_not_entitled,
        tally.paid,
        tally.upcoming,
        tally.maybe,
        tally.median_days,
    ]
