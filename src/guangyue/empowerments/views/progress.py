"""落实进度, for whoever answers for it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from guangyue.empowerments.models import GrantingDocument
from guangyue.empowerments.permissions import SEE_POWERS
from guangyue.empowerments.progress import PARTS, chart, new_powers, tallies, warnings
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.models import HolidayNotice
from guangyue.systems.today import day_of_the_city, moment_of_the_city


@never_cache
@needs(SEE_POWERS)
def progress(request: SignedInRequest) -> HttpResponse:
    at = moment_of_the_city()
    calendar = HolidayNotice.objects.calendar()
    rows = tallies(new_powers(request.scope), day_of_the_city())
    documents = [
        {"document": one, "reading": one.reading(calendar, at=at), "last": one.last_day(calendar)}
        for one in GrantingDocument.objects.exclude(new_matters=0).prefetch_related("bodies")
    ]
    context = {
        "rows": rows,
        "parts": PARTS,
        "chart": chart(rows),
        "documents": documents,
        "warnings": list(warnings()),
    }
    return render(request, "empowerments/progress.html", context)
