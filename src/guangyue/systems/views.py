"""条款覆盖 as pages: all documents, and one of them clause by clause; open to all, and on the desk."""

from collections.abc import Iterator

from django.core.paginator import Paginator
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from guangyue.gazette.document import Clause
from guangyue.gazette.models import PrintedDocument
from guangyue.gazette.released import headings_of
from guangyue.kit.access import SignedInRequest, for_staff, open_to_all
from guangyue.kit.marked import may_open
from guangyue.kit.sheets import Form, Value, export
from guangyue.systems.asking import NARROWINGS, ORDERS, read_address, read_state
from guangyue.systems.coverage import (
    CoveredClause,
    CoveredDocument,
    State,
    count,
    cover_city,
    cover_document,
)

FORMS: dict[str, Form] = {"xlsx": "xlsx", "csv": "csv"}
PAGE = 50
OF_DOCUMENTS = (
    "文号",
    "标题",
    "发文机关",
    "成文日期",
    "公报",
    "条款",
    "运行",
    "其中随上级条款运行",
    "不需系统",
    "尚未研究",
)
OF_CLAUSES = ("条款", "状态", "运行的内容", "依据的条款", "系统", "不需系统的理由")


@open_to_all
def coverage(request: SignedInRequest) -> HttpResponseBase:
    return _coverage_page(request)


@for_staff
def desk_coverage(request: SignedInRequest) -> HttpResponseBase:
    return _coverage_page(request)


@open_to_all
def document(request: SignedInRequest, number: str) -> HttpResponseBase:
    return _document_page(request, number)


@for_staff
def desk_document(request: SignedInRequest, number: str) -> HttpResponseBase:
    return _document_page(request, number)


def _coverage_page(request: SignedInRequest) -> HttpResponseBase:
    covered, asked = cover_city(), read_address(request.GET)
    found = asked.documents(covered.documents)
    if form := FORMS.get(request.GET.get("export", "")):
        name = f"条款覆盖 {timezone.localdate():%Y-%m-%d}"
        return export(name, OF_DOCUMENTS, map(_row_of_document, found), as_=form)
    issues = {one.document.issue for one in covered.documents if one.document.issue}
    context = {
        "coverage": covered,
        "asked": asked,
        "found": found,
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "orders": ORDERS,
        "narrowings": NARROWINGS,
        "issues": sorted(issues),
        "forms": [(form, _address(request, export=form)) for form in FORMS],
        "address": lambda **changes: _address(request, **changes),
        "page_of": "systems:desk_document" if _is_on_desk(request) else "systems:document",
    }
    return render(request, "systems/coverage.html", context)


def _document_page(request: SignedInRequest, number: str) -> HttpResponseBase:
    """Its clauses in the order of the text, with what runs beside each."""
    found = cover_document(_cited(number))
    if found is None:
        raise Http404
    document, clauses = found
    state = read_state(request.GET)
    if form := FORMS.get(request.GET.get("export", "")):
        return export(f"条款覆盖 {document.number}", OF_CLAUSES, _rows_of_clauses(clauses), as_=form)
    context = {
        "document": document,
        "figures": count(clauses),
        "shown": [clause for clause in clauses if state is None or _is_shown(clause, state)],
        "clauses": clauses,
        "state": state,
        "states": list(State),
        "released": PrintedDocument.objects.released().filter(number=document.number).exists(),
        "headings": headings_of(document.number),
        "opens": {url for url in _links(clauses) if may_open(request, url)},
        "forms": [(form, _address(request, export=form)) for form in FORMS],
        "list_url": reverse("systems:desk_coverage" if _is_on_desk(request) else "systems:coverage"),
    }
    return render(request, "systems/document.html", context)


def _links(clauses: tuple[CoveredClause, ...]) -> set[str]:
    return {runs.url for clause in clauses for runs in clause.runs if runs.url}


def _is_shown(clause: CoveredClause, state: State) -> bool:
    """A heading around open clauses is not itself open."""
    return clause.state is state and (clause.counts or state is not State.OPEN)


def _row_of_document(one: CoveredDocument) -> list[Value]:
    document, figures = one.document, one.figures
    return [
        document.number,
        document.title,
        "、".join(document.issuers),
        document.day,
        document.issue,
        figures.total,
        figures.running,
        figures.inherited,
        figures.left_out,
        figures.open,
    ]


def _rows_of_clauses(clauses: tuple[CoveredClause, ...]) -> Iterator[list[Value]]:
    """A row for each thing that runs, and one for each clause where nothing does."""
    for clause in clauses:
        path = clause.cites.path or "全文"
        state = "" if not clause.counts and clause.state is State.OPEN else clause.state.value
        for runs in clause.runs:
            yield [path, state, f"{runs.kind}：{runs.title}", str(runs.cites), runs.system, ""]
        if not clause.runs:
            left = clause.left_out
            yield [path, state, "", "", left.system if left else "", left.reason if left else ""]


def _cited(number: str) -> str:
    try:
        return Clause(number).number
    except ValueError as error:
        raise Http404 from error


def _address(request: SignedInRequest, **changes: str) -> str:
    """What was asked, with the changes; from the first page, unless they name one."""
    asked = request.GET.copy()
    for name in ("export", "page"):
        asked.pop(name, None)
    for name, value in changes.items():
        asked[name] = value
    return f"?{asked.urlencode()}"


def _is_on_desk(request: SignedInRequest) -> bool:
    return request.path.startswith(reverse("desk:home"))
