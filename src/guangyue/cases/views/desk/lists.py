"""办件 as lists: all within reach, and the piles that wait for somebody."""

from dataclasses import replace

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils import timezone

from guangyue.cases import lists
from guangyue.cases.acting import cases_listed_for
from guangyue.cases.models.case import CaseQuerySet
from guangyue.cases.permissions import SEE_CASES
from guangyue.cases.waiting import WAITING
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list

BESIDE = ("flow", "version", "unit", "desk", "region", "handler")


@needs(SEE_CASES)
def cases(request: SignedInRequest) -> HttpResponseBase:
    context = {"piles": _piles(request), "pile": ""}
    return show_list(
        request,
        lists.CASES,
        _shown(cases_listed_for(request)),
        template="cases/desk_cases.html",
        context=context,
    )


@needs(SEE_CASES)
def waiting(request: SignedInRequest, pile: str) -> HttpResponseBase:
    chosen = next((one for one in WAITING if one.key == pile and request.may(one.permission)), None)
    if chosen is None:
        raise Http404("没有这一类待办。")
    rows = chosen.rows(request.scope_of(chosen.permission), timezone.now())
    listing = replace(
        lists.OPEN_CASES, key=f"cases.{chosen.key}", title=f"办件：{chosen.title}", empty=chosen.empty
    )
    context = {"piles": _piles(request), "pile": chosen.key}
    return show_list(request, listing, _shown(rows), template="cases/desk_cases.html", context=context)


def _shown(rows: CaseQuerySet) -> CaseQuerySet:
    """What a line tells; a form of some pages is not read for it."""
    return rows.select_related(*BESIDE).defer(
        "answers", "sources", "version__declaration", "flow__declaration"
    )


def _piles(request: SignedInRequest) -> list[tuple[str, str, str]]:
    return [(one.key, one.title, one.icon) for one in WAITING if request.may(one.permission)]
