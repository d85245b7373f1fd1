"""支出进度 and 年度资金: what was paid out of what, and whether services keep to their share."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.accountability.models import Restriction
from guangyue.funds import lists
from guangyue.funds.forms import FundForm, ServiceForm
from guangyue.funds.models import Payment, ServicePlan, YearFund
from guangyue.funds.permissions import CONSENT_PAYMENTS, PREPARE_PAYMENTS, SEE_PAYMENTS
from guangyue.funds.progress import GROUPINGS, drawn, grouping, progress, summed
from guangyue.funds.services.years import cancel_service, plan_service, planned, set_fund, spent
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.lists.show import FORMS
from guangyue.kit.money import NOTHING
from guangyue.kit.sheets import export
from guangyue.kit.years import year_asked
from guangyue.organisations.models import Region
from guangyue.organisations.views.acting import answer_form, carried_out, posted
from guangyue.systems.enactment import declared_city
from guangyue.systems.today import day_of_the_city


@needs(SEE_PAYMENTS)
def spending(request: SignedInRequest) -> HttpResponseBase:
    """支出进度 of a year, added up as asked; the same as a file."""
    by = grouping(request.GET.get("by", ""))
    lines = Payment.objects.within(request.scope).live()
    years = sorted(set(lines.order_by().values_list("year", flat=True)), reverse=True)
    years = years or [timezone.localdate().year]
    year = year_asked(request, years)
    rows = progress(lines.filter(year=year), by)
    if request.GET.get("export") in FORMS:
        headers = (by.title, "笔数", "在办", "已拨付", "已追回", "净支出")
        cells = [(row.title, row.many, row.under_way, row.paid, row.recovered, row.net) for row in rows]
        return export(f"支出进度 {year}年 按{by.title}", headers, cells, as_=FORMS[request.GET["export"]])
    context = {
        "by": by,
        "groupings": GROUPINGS,
        "year": year,
        "years": years,
        "rows": rows,
        "whole": summed(rows),
        "chart": drawn(rows, by),
    }
    return render(request, "funds/spending.html", context)


@needs(SEE_PAYMENTS)
def funds(request: SignedInRequest) -> HttpResponseBase:
    """With what steps take from the money of which county (S08)."""
    deductions = Restriction.objects.within(request.scope).deductions().on(day_of_the_city())
    return show_list(
        request,
        lists.FUNDS,
        YearFund.objects.within(request.scope).select_related("region"),
        template="funds/funds.html",
        context={
            "may_enter": request.may(CONSENT_PAYMENTS),
            "deductions": deductions.select_related("unit", "step__case"),
        },
    )


@needs(CONSENT_PAYMENTS)
def entering(request: SignedInRequest) -> HttpResponse:
    regions = Region.objects.of_county_level() | Region.objects.filter(kind=Region.Kind.CITY)
    form = FundForm(
        posted(request),
        regions=regions.within(request.scope).order_by("code"),
        initial={"year": timezone.localdate().year},
    )
    return answer_form(
        request,
        form,
        title="登记年度资金",
        lead="同一地区、同一年度再登记一次，就改成新的数。",
        back=reverse("funds:funds"),
        button="登记",
        do=lambda said: set_fund(
            **{**said, "system": declared_city().system(said["system"])}, by=request.user, at=timezone.now()
        ),
        done="年度资金已经登记。",
    )


@never_cache
@needs(SEE_PAYMENTS)
def fund(request: SignedInRequest, pk: int) -> HttpResponse:
    """比例: the two totals side by side, and what is planned for services."""
    return _show(request, _fund(request, pk), ServiceForm())


@require_POST
@needs(PREPARE_PAYMENTS)
def planning(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _fund(request, pk)
    system = declared_city().system(shown.system)
    form = ServiceForm(request.POST)
    funding = system.funding if system else None
    if funding is None or not form.is_valid():
        return _show(request, shown, form)
    if not carried_out(
        form,
        lambda said: plan_service(fund=shown, funding=funding, **said, by=request.user, at=timezone.now()),
    ):
        return _show(request, shown, form)
    messages.success(request, "已经列入安排。")
    return redirect(shown)


@require_POST
@needs(PREPARE_PAYMENTS)
def cancelling(request: SignedInRequest, pk: int, plan: int) -> HttpResponse:
    shown = _fund(request, pk)
    cancel_service(plan=get_object_or_404(ServicePlan, pk=plan, fund=shown))
    messages.success(request, "这一项已经取消。")
    return redirect(shown)


def _fund(request: SignedInRequest, pk: int) -> YearFund:
    return get_object_or_404(YearFund.objects.within(request.scope).select_related("region"), pk=pk)


def _show(request: SignedInRequest, shown: YearFund, form: ServiceForm) -> HttpResponse:
    system = declared_city().system(shown.system)
    funding = system.funding if system else None
    services = planned(shown)
    limit = funding.services_at_most(upper=shown.upper, own=shown.own) if funding else NOTHING
    context = {
        "fund": shown,
        "funding": funding,
        "services": services,
        "limit": limit,
        "share": round(100 * services.fen / limit.fen) if limit else 0,
        "spent": spent(shown),
        "left": shown.whole - spent(shown) - services,
        "plans": shown.services.select_related("by"),
        "form": form,
        "may_plan": request.may(PREPARE_PAYMENTS),
    }
    status = 422 if form.errors else 200
    return render(request, "funds/fund.html", context, status=status)
