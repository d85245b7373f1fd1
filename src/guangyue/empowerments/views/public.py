"""赋权清单 for the public: who may decide what where, since when, and in whose name."""

from django.http.response import HttpResponseBase

from guangyue.empowerments import lists
from guangyue.empowerments.models import Empowerment, StoppedPower
from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.lists import show_list
from guangyue.systems.today import day_of_the_city


@open_to_all
def public(request: SignedInRequest) -> HttpResponseBase:
    rows = Empowerment.objects.standing(day_of_the_city()).select_related(
        "document", "department", "body__region", "matter"
    )
    return show_list(request, lists.PUBLIC, rows, template="empowerments/public.html")


@open_to_all
def public_stopped(request: SignedInRequest) -> HttpResponseBase:
    rows = StoppedPower.objects.filter(since__lte=day_of_the_city())
    rows = rows.select_related("body__region", "goes_to", "matter")
    return show_list(request, lists.PUBLIC_STOPPED, rows, template="empowerments/public_stopped.html")
