"""What everybody may read: the rules of the pilot, and advice with what became of it."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.lists import show_list
from guangyue.planners import lists
from guangyue.planners.declared import pilot
from guangyue.planners.models import Advice, Area


@open_to_all
def terms(request: SignedInRequest) -> HttpResponse:
    """试行规则: what the clauses settle, and what the city settled beside them."""
    areas = Area.objects.select_related("office").order_by("pk")
    return render(request, "planners/terms.html", {"terms": pilot(), "areas": areas})


@open_to_all
def public(request: SignedInRequest) -> HttpResponseBase:
    rows = Advice.objects.published().select_related("group__area")
    return show_list(request, lists.PUBLIC, rows, template="planners/public.html")


@open_to_all
def public_advice(request: SignedInRequest, number: str) -> HttpResponse:
    rows = Advice.objects.published().select_related("group__area__office")
    return render(request, "planners/public_advice.html", {"advice": get_object_or_404(rows, number=number)})
