"""问题整改公开: class, place, measure and state of every checked problem; no names, no coordinates."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.lists import show_list
from guangyue.ledgers import lists
from guangyue.ledgers.flow import State
from guangyue.ledgers.models import Campaign, Problem
from guangyue.ledgers.models.problems import ProblemQuerySet
from guangyue.ledgers.statistics import counts_by_region, together
from guangyue.ledgers.views.asked import plan_asked
from guangyue.systems.today import day_of_the_city

UNCHECKED = (State.REGISTERED.name, State.DRAWN_UP.name, State.MERGED.name)


@open_to_all
def public_problems(request: SignedInRequest) -> HttpResponseBase:
    context = {"campaigns": Campaign.objects.all()}
    return show_list(
        request,
        lists.PUBLIC_PROBLEMS,
        _public(),
        template="ledgers/public_problems.html",
        context=context,
    )


@open_to_all
def public_problem(request: SignedInRequest, number: str) -> HttpResponse:
    shown = get_object_or_404(_public(), number=number)
    context = {"problem": shown, "sign_off": shown.sign_offs.filter(round=shown.round).first()}
    return render(request, "ledgers/public_problem.html", context)


@open_to_all
def public_campaign(request: SignedInRequest, key: str) -> HttpResponse:
    shown, plan = plan_asked(key)
    counts = counts_by_region(_public().filter(campaign=shown), on=day_of_the_city())
    context = {
        "campaign": shown,
        "plan": plan,
        "leads": shown.leads.all(),
        "counts": counts,
        "whole": together(counts),
    }
    return render(request, "ledgers/public_campaign.html", context)


def _public() -> ProblemQuerySet:
    """What the lead has looked through."""
    return Problem.objects.exclude(state__in=UNCHECKED).for_list()
