"""What anyone may read: the library's front page, its documents, what is in force on a day."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from guangyue.gazette.document import Clause
from guangyue.gazette.models import PrintedDocument
from guangyue.gazette.reading.citations import AmbiguousClause, NoSuchClause
from guangyue.gazette.running import Runs
from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.lists import show_list
from guangyue.kit.marked import may_open
from guangyue.kit.refusals import Refused
from guangyue.library import lists
from guangyue.library.digest_reading import digest_of
from guangyue.library.filters import issuers_offered, series_offered, years_offered
from guangyue.library.forms import SearchForm
from guangyue.library.models import in_force as covers
from guangyue.library.pictures import documents_by_year, term_line
from guangyue.library.reading import (
    cited_by,
    cites,
    clause_of,
    interpretations_of,
    light,
    newest_documents,
    released_document,
    shown_parts,
    what_runs_in,
)
from guangyue.library.standing import validity_of, validity_outside
from guangyue.organisations.forms import OnDayForm

LATEST = 8
MOST_LINES = 400


@open_to_all
def home(request: HttpRequest) -> HttpResponse:
    newest = newest_documents()
    context = {
        "form": search_form(request),
        "latest": [(one, validity_of(one, timezone.localdate())) for one in newest[:LATEST]],
        "count": newest.count(),
        "years": documents_by_year(),
    }
    return render(request, "library/home.html", context)


@open_to_all
def documents(request: HttpRequest) -> HttpResponseBase:
    return show_list(request, lists.DOCUMENTS, light(PrintedDocument.objects.released()))


@open_to_all
def in_force(request: HttpRequest) -> HttpResponseBase:
    """某日有效的文件."""
    form = OnDayForm(request.GET)
    on = form.asked()
    rows = light(PrintedDocument.objects.released()).filter(covers(on, term="term__"))
    return show_list(
        request, lists.IN_FORCE, rows, template="library/in_force.html", context={"form": form, "on": on}
    )


@open_to_all
def document(request: SignedInRequest, number: str) -> HttpResponse:
    """公文: its text clause by clause, what it rests on and what names it, and whether it holds on a day."""
    key = Clause(number).number if " " not in number else number
    found = released_document(key)
    if found is None:
        return _outside(request, key)
    if key != number:
        return redirect("library:document", key)
    form = OnDayForm(request.GET)
    on = form.asked()
    runs = what_runs_in(found)
    windows = list(found.windows.all())
    term = getattr(found, "term", None)
    context = {
        "document": found,
        "form": form,
        "on": on,
        "validity": validity_of(found, on),
        "line": term_line(term, windows, on) if term else None,
        "parts": shown_parts(found, on, runs),
        "cites": cites(found),
        "cited_by": cited_by(found.key),
        "digest": digest_of(found),
        "runs": runs.get(Clause(found.key), ()),
        "opens": {url for url in _links(runs) if may_open(request, url)},
        "interpretations": interpretations_of(found).filter(path=""),
    }
    return render(request, "library/document.html", context)


@open_to_all
def clause(request: HttpRequest, number: str, path: str) -> HttpResponse:
    """引条 as an address: leads to the clause in its document, under whatever short form it is named."""
    found = released_document(Clause(number).number)
    if found is None:
        raise Http404
    try:
        canonical = clause_of(found, path).path
    except AmbiguousClause as ambiguous:
        raise Refused(str(ambiguous), field="path") from ambiguous
    except NoSuchClause as unknown:
        raise Http404 from unknown
    return redirect(f"{reverse('library:document', args=[found.key])}#{canonical}")


@open_to_all
def printed(request: HttpRequest, number: str, first: int, last: int) -> HttpResponse:
    """原文: lines of the file as they are printed, with their numbers."""
    rows = PrintedDocument.objects.released().filter(key=number).select_related("edition__issue")
    found = get_object_or_404(rows.order_by("-edition__released_at", "-pk")[:1])
    if not any(piece["first"] <= first <= last <= piece["last"] for piece in found.pieces):
        raise Http404
    last = min(last, first + MOST_LINES - 1)
    lines = list(enumerate(found.edition.lines[first - 1 : last], start=first))
    part = request.headers.get("HX-Request") == "true"
    template = "library/_printed.html" if part else "library/printed.html"
    return render(request, template, {"document": found, "lines": lines})


def search_form(request: HttpRequest) -> SearchForm:
    return SearchForm(
        request.GET,
        issuers=issuers_offered(request),
        series=series_offered(request),
        years=years_offered(request),
    )


def _links(runs: Mapping[Clause, tuple[Runs, ...]]) -> set[str]:
    return {one.url for several in runs.values() for one in several if one.url}


def _outside(request: HttpRequest, number: str) -> HttpResponse:
    """未收入本库: of a document that is only named, who names it, and whether it was repealed."""
    naming = cited_by(number)
    if not naming:
        raise Http404
    form = OnDayForm(request.GET)
    context = {
        "number": number,
        "cited_by": naming,
        "form": form,
        "on": form.asked(),
        "validity": validity_outside(number, form.asked()),
    }
    return render(request, "library/outside.html", context)
