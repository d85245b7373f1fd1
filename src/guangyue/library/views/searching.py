"""检索: words, phrases and numbers in, documents with their best clauses out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guangyue.kit.access import open_to_all
from guangyue.library.reading import released_document
from guangyue.library.searching.asking import read_question
from guangyue.library.searching.finding import (
    DOCUMENTS_A_PAGE,
    answer_question,
    near_numbers,
    unknown_words,
)
from guangyue.library.views.reading import search_form


@open_to_all
def search(request: HttpRequest) -> HttpResponse:
    form = search_form(request)
    question = read_question(form.words(), form.conditions())
    page = _page(request)
    answer = answer_question(question, page=page)
    numbers = [number for number in question.numbers if released_document(str(number)) is None]
    context = {
        "form": form,
        "words": form.words(),
        "narrowed": any(form.cleaned_data.get(name) for name in ("issuer", "series", "year", "on")),
        "answer": answer,
        "page": page,
        "pages": -(-answer.documents // DOCUMENTS_A_PAGE),
        "unknown": unknown_words(question),
        "near": [(number, near_numbers(number)) for number in numbers],
        "asked": _asked_without_page(request),
    }
    return render(request, "library/search.html", context)


def _page(request: HttpRequest) -> int:
    written = request.GET.get("page", "")
    return max(1, int(written)) if written.isdecimal() and len(written) < 4 else 1


def _asked_without_page(request: HttpRequest) -> str:
    asked = request.GET.copy()
    asked.pop("page", None)
    return asked.urlencode()
