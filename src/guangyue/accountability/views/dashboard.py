"""落实总览: one page for whoever leads, each number with the way to its list."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from guangyue.accountability import overview
from guangyue.accountability.counting import figures_of
from guangyue.accountability.permissions import SEE_STEPS
from guangyue.indicators.permissions import SEE_INDICATORS
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.pictures import Kind, counted_chart
from guangyue.ledgers.permissions import SEE_PROBLEMS
from guangyue.systems.today import day_of_the_city
from guangyue.tasks.permissions import SEE_TASKS
from guangyue.tasks.quarters import Quarter
from guangyue.tasks.standing import overdue_with_reasons

MOST_LATE = 10


@needs(SEE_TASKS)
def dashboard(request: SignedInRequest) -> HttpResponse:
    """Of what is not theirs to see, people see no part."""
    on, quarter = day_of_the_city(), Quarter.of(day_of_the_city()).before()
    lights = overview.lights(request.scope, on)
    punctual = overview.words_kept(request.scope, quarter)
    charts = [overview.light_chart(lights), overview.word_chart(punctual)]
    context: dict[str, object] = {
        "on": on,
        "lights": lights,
        "quarter": quarter,
        "punctual": punctual,
        "late": overdue_with_reasons(request.scope, on)[:MOST_LATE],
        "charts": charts,
    }
    if request.may(SEE_INDICATORS):
        context["behind"] = overview.behind(request.scope_of(SEE_INDICATORS))
    if request.may(SEE_PROBLEMS):
        context["cleared"], counties = overview.cleared(request.scope_of(SEE_PROBLEMS), on)
        charts.append(overview.cleared_chart(counties))
    if request.may(SEE_STEPS):
        told = figures_of(date(on.year, 1, 1), on, scope=request.scope_of(SEE_STEPS))
        context["told"] = told
        charts.append(
            counted_chart("taken", "今年采取的措施", Kind.LYING_BARS, told.steps, unit="项", name="措施")
        )
    return render(request, "accountability/dashboard.html", context)
