"""督查报告: a page to choose the period and read what it says, and the paper as PDF and as a Word file."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from guangyue.files.answers import answer_with_content
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.pictures import Chart, Kind, Series
from guangyue.kit.typesetting import OfficialPaper, answer_with, as_docx
from guangyue.kit.typesetting.docx import DOCX
from guangyue.systems.today import day_of_the_city
from guangyue.tasks.papers.figures import Told, told_of
from guangyue.tasks.papers.periods import Paper
from guangyue.tasks.papers.words import MOST_DRAWN, PARTS, paper_of, title_of
from guangyue.tasks.permissions import SEE_TASKS


@needs(SEE_TASKS)
def papers(request: SignedInRequest) -> HttpResponse:
    kind, on = _kind(request), day_of_the_city()
    told = _told(request, kind)
    context = {
        "kind": kind,
        "kinds": tuple(Paper),
        "periods": list(kind.periods(on=on)),
        "told": told,
        "title": title_of(kind, told),
        "chart": _chart(told),
    }
    return render(request, "tasks/papers.html", context)


@needs(SEE_TASKS)
def paper(request: SignedInRequest) -> HttpResponseBase:
    return answer_with(_paper(request))


@needs(SEE_TASKS)
def paper_document(request: SignedInRequest) -> HttpResponse:
    made = _paper(request)
    return answer_with_content(as_docx(made), DOCX, name=f"{made.title}.docx", attached=True)


def _kind(request: SignedInRequest) -> Paper:
    asked = request.GET.get("kind", "").upper()
    return Paper[asked] if asked in Paper.__members__ else Paper.WEEKLY


def _told(request: SignedInRequest, kind: Paper) -> Told:
    on = day_of_the_city()
    return told_of(request.scope, kind.read(request.GET.get("period", ""), on=on), on=on)


def _paper(request: SignedInRequest) -> OfficialPaper:
    kind = _kind(request)
    issuer = str(request.user.organisation or "市政府督查室")
    return paper_of(kind, _told(request, kind), issuer=issuer, on=day_of_the_city())


def _chart(told: Told) -> Chart:
    drawn = told.worst[:MOST_DRAWN]
    return Chart(
        "paper-standing",
        "各单位负责的事项",
        Kind.STACK,
        tuple(unit.name for unit in drawn),
        tuple(Series(title, tuple(getattr(unit, name) for unit in drawn)) for title, name in PARTS),
        "项次",
        "逾期、滞后多的在前",
    )
