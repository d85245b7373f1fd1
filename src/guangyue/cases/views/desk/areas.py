"""用地分布: the plots of cases on one map, and in a table."""

from django.http import HttpResponse
from django.shortcuts import render

from guangyue.cases.acting import cases_listed_for
from guangyue.cases.areas import sites_of, with_area
from guangyue.cases.permissions import SEE_CASES
from guangyue.kit.access import SignedInRequest, needs
from guangyue.matters.models import Matter

MOST = 500


@needs(SEE_CASES)
def areas(request: SignedInRequest) -> HttpResponse:
    """Of all within reach, or of one matter; the newest."""
    reached = with_area(cases_listed_for(request))
    matters = Matter.objects.filter(versions__in=reached.values("version")).distinct().order_by("name")
    chosen = request.GET.get("matter", "")
    rows = reached.filter(version__matter__code=chosen) if chosen else reached
    sites = list(sites_of(rows.order_by("-handed_in_at")[:MOST]))
    context = {
        "sites": sites,
        "drawing": [one.drawing() for one in sites],
        "matters": matters.values_list("code", "name"),
        "chosen": chosen,
        "most": MOST,
    }
    return render(request, "cases/desk_areas.html", context)
