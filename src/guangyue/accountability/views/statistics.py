"""追责统计: a year's steps by kind, trigger, unit and county."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from guangyue.accountability.counting import figures_of
from guangyue.accountability.declared import triggers
from guangyue.accountability.models import StepCase
from guangyue.accountability.permissions import SEE_STEPS
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.pictures import Kind, counted_chart
from guangyue.systems.today import day_of_the_city

MOST_UNITS = 15


@needs(SEE_STEPS)
def statistics(request: SignedInRequest) -> HttpResponse:
    on = day_of_the_city()
    years = [day.year for day in StepCase.objects.dates("proposed_at", "year", order="DESC")] or [on.year]
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else years[0]
    told = figures_of(date(year, 1, 1), date(year, 12, 31), scope=request.scope)
    table = triggers()
    units = dict(list(told.units.items())[:MOST_UNITS])
    context = {
        "year": year,
        "years": years,
        "told": told,
        "triggers": [(table.get(key), key, many) for key, many in told.triggers.items()],
        "charts": (
            counted_chart("steps", "各项措施", Kind.LYING_BARS, told.steps, unit="项", name="措施"),
            counted_chart("counties", "各地区", Kind.BARS, told.counties, unit="项", name="措施"),
            counted_chart("units", "各单位", Kind.LYING_BARS, units, unit="项", name="措施"),
        ),
    }
    return render(request, "accountability/statistics.html", context)
