"""Which problem, campaign and rows a page of ledgers is about."""

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from guangyue.kit.access import SignedInRequest
from guangyue.ledgers.declared import campaign_plans
from guangyue.ledgers.models import Campaign, Problem
from guangyue.ledgers.plans import CampaignPlan
from guangyue.organisations.models import Organisation, Region


def problem_asked(request: SignedInRequest, number: str) -> Problem:
    return get_object_or_404(Problem.objects.within(request.scope).for_list(), number=number)


def plan_asked(key: str) -> tuple[Campaign, CampaignPlan]:
    """A campaign that stands both in the database and in the declaration."""
    plan = campaign_plans().get(key)
    if plan is None:
        raise Http404
    return get_object_or_404(Campaign, key=key), plan


def regions_of(request: SignedInRequest, plan: CampaignPlan) -> QuerySet[Region]:
    """Where this person may register a problem of the campaign."""
    rows = Region.objects.of_county_level().within(request.scope)
    return rows.filter(code__in=plan.regions) if plan.regions else rows


def organisations_of(request: SignedInRequest) -> QuerySet[Organisation]:
    return Organisation.objects.apart_from_bodies().within(request.scope).order_by("kind", "pk")
