"""季度汇总 on a page."""

from django.http import HttpResponse
from django.shortcuts import render

from guangyue.kit.access import SignedInRequest, needs
from guangyue.systems.today import day_of_the_city
from guangyue.tasks.permissions import SEE_TASKS
from guangyue.tasks.quarters import Quarter
from guangyue.tasks.standing import overdue_with_reasons, summary, unreported

SHOWN = 6  # quarters


@needs(SEE_TASKS)
def summary_page(request: SignedInRequest) -> HttpResponse:
    on = day_of_the_city()
    quarter = quarter_asked(request)
    told = summary(request.scope, quarter)
    context = {
        "told": told,
        "quarter": quarter,
        "quarters": quarters(),
        "chart": told.chart(),
        "late": overdue_with_reasons(request.scope, on),
        "unreported": unreported(request.scope, quarter),
        "on": on,
    }
    return render(request, "tasks/summary.html", context)


def quarters() -> list[Quarter]:
    """The one that ended last, and those before it; the present one stands at the end."""
    present = Quarter.of(day_of_the_city())
    shown = [present.before()]
    while len(shown) < SHOWN:
        shown.append(shown[-1].before())
    return [*shown, present]


def quarter_asked(request: SignedInRequest) -> Quarter:
    try:
        return Quarter.read(request.GET.get("quarter", ""))
    except ValueError:
        return quarters()[0]
