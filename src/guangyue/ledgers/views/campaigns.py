"""整改进展 for chiefs: every campaign with its figures, charts and map, and the monthly dispatch."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.sheets import Form, export
from guangyue.kit.typesetting import answer_with
from guangyue.ledgers.declared import campaign_plans
from guangyue.ledgers.dispatching import HEADERS, lines_of, paper_of
from guangyue.ledgers.models import Campaign, Problem
from guangyue.ledgers.permissions import REGISTER_PROBLEMS, SEE_PROBLEMS
from guangyue.ledgers.statistics import (
    Counts,
    cleared_chart,
    counts_by_region,
    problem_map,
    rate_map,
    state_chart,
    together,
)
from guangyue.ledgers.views.asked import plan_asked
from guangyue.systems.today import day_of_the_city

FORMS: dict[str, Form] = {"xlsx": "xlsx", "csv": "csv"}


@needs(SEE_PROBLEMS)
def campaigns(request: SignedInRequest) -> HttpResponse:
    on = day_of_the_city()
    rows = Problem.objects.within(request.scope)
    told = [
        (one, together(counts_by_region(rows.filter(campaign=one), on=on)))
        for one in Campaign.objects.prefetch_related("leads")
    ]
    counts = counts_by_region(rows, on=on)
    context = {
        "campaigns": told,
        "whole": together(counts),
        "charts": (state_chart(counts), cleared_chart(rows, on=on)),
        "rates": rate_map(counts),
    }
    return render(request, "ledgers/campaigns.html", context)


@needs(SEE_PROBLEMS)
def campaign(request: SignedInRequest, key: str) -> HttpResponse:
    shown, plan = plan_asked(key)
    on = day_of_the_city()
    rows = Problem.objects.within(request.scope).filter(campaign=shown)
    counts = counts_by_region(rows, on=on)
    context = {
        "campaign": shown,
        "plan": plan,
        "leads": shown.leads.all(),
        "counts": counts,
        "whole": together(counts),
        "charts": (state_chart(counts), cleared_chart(rows, on=on)),
        "rates": rate_map(counts, campaign=key),
        "may_register": request.may(REGISTER_PROBLEMS),
    }
    return render(request, "ledgers/campaign.html", context)


@needs(SEE_PROBLEMS)
def campaign_map(request: SignedInRequest, key: str) -> HttpResponse:
    shown, _ = plan_asked(key)
    on = day_of_the_city()
    rows = Problem.objects.within(request.scope).filter(campaign=shown)
    counts = counts_by_region(rows, on=on)
    context = {"campaign": shown, "map": problem_map(rows, on=on), "rates": rate_map(counts, campaign=key)}
    return render(request, "ledgers/campaign_map.html", context)


@needs(SEE_PROBLEMS)
def dispatch(request: SignedInRequest) -> HttpResponseBase:
    """月度调度表: by county, of one campaign or of all; as a page, a table or a paper."""
    title, counts = _dispatched(request)
    if as_ := FORMS.get(request.GET.get("export", "")):
        return export(f"{title} {day_of_the_city()}", HEADERS, lines_of(counts), as_=as_)
    context = {
        "title": title,
        "headers": HEADERS,
        "counts": counts,
        "whole": together(counts),
        "on": day_of_the_city(),
        "plans": campaign_plans().values(),
        "asked": request.GET.get("campaign", ""),
    }
    return render(request, "ledgers/dispatch.html", context)


@needs(SEE_PROBLEMS)
def dispatch_paper(request: SignedInRequest) -> HttpResponseBase:
    """调度通报 as a paper, to be signed and sent round."""
    title, counts = _dispatched(request)
    late = Problem.objects.within(request.scope).overdue(day_of_the_city()).for_list()
    if key := request.GET.get("campaign"):
        late = late.filter(campaign=key)
    issuer = str(request.user.organisation or "")
    return answer_with(paper_of(title, counts, late, issuer=issuer, on=day_of_the_city()))


def _dispatched(request: SignedInRequest) -> tuple[str, list[Counts]]:
    rows = Problem.objects.within(request.scope)
    title = "问题整改调度表"
    if key := request.GET.get("campaign"):
        asked = get_object_or_404(Campaign, key=key)
        rows, title = rows.filter(campaign=asked), f"{asked}调度表"
    return title, counts_by_region(rows, on=day_of_the_city())
