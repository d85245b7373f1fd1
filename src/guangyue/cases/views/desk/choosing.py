"""选事项: a matter is found as at the counter, on the way to a page about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guangyue.cases.counter import Offered, find_matters
from guangyue.kit.access import SignedInRequest
from guangyue.matters.models import Matter


@dataclass(frozen=True)
class Choosing:
    """What a matter is chosen for: the page it leads to, what stands above the choice, and the way back."""

    page: str
    title: str
    lead: str
    asks: str
    back: tuple[str, str]


def choose_matter(
    request: SignedInRequest,
    choosing: Choosing,
    *,
    among: QuerySet[Matter],
    offered: Sequence[Offered],
    heading: str,
) -> HttpResponse:
    """By words, `among` what may be chosen; what is `offered` without any. A single one is gone on with."""
    words = request.GET.get("q", "").strip()
    found = find_matters(words, among=among)
    if len(found) == 1:
        return redirect(choosing.page, found[0].code)
    context = {
        "choosing": choosing,
        "words": words,
        "found": found,
        "offered": offered,
        "heading": heading,
    }
    return render(request, "cases/choose_matter.html", context)
