"""季度汇总: on a page, as a paper to be signed, and as a document to be edited."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import content_disposition_header

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.typesetting import answer_with
from guangyue.systems.today import day_of_the_city
from guangyue.tasks.papers import as_docx, paper_of, title_of
from guangyue.tasks.permissions import SEE_TASKS
from guangyue.tasks.quarters import Quarter
from guangyue.tasks.standing import overdue_with_reasons, summary, unreported

SHOWN = 6  # quarters
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


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


@needs(SEE_TASKS)
def paper(request: SignedInRequest) -> HttpResponseBase:
    on = day_of_the_city()
    told = summary(request.scope, quarter_asked(request))
    late = overdue_with_reasons(request.scope, on)
    return answer_with(paper_of(told, late, issuer=str(request.user.organisation or ""), on=on))


@needs(SEE_TASKS)
def document(request: SignedInRequest) -> HttpResponse:
    told = summary(request.scope, quarter_asked(request))
    content = as_docx(told, overdue_with_reasons(request.scope, day_of_the_city()))
    named = content_disposition_header(True, f"{title_of(told)}.docx") or "attachment"
    return HttpResponse(content, content_type=WORD, headers={"Content-Disposition": named})


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
