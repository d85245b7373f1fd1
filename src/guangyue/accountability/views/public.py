"""公开的通报, to everybody: posts and acts; of a person's name only the surname."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from guangyue.accountability import lists
from guangyue.accountability.drafting import paper_of
from guangyue.accountability.models import Circular
from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.lists import show_list
from guangyue.kit.typesetting import answer_with
from guangyue.systems.today import day_of_the_city


@open_to_all
def public_circulars(request: SignedInRequest) -> HttpResponseBase:
    rows = Circular.objects.public()
    return show_list(request, lists.PUBLIC_CIRCULARS, rows, template="accountability/public_circulars.html")


@open_to_all
def public_circular(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Circular.objects.public(), pk=pk)
    context = {
        "circular": shown,
        "title": shown.masked(shown.title),
        "paragraphs": [shown.masked(line) for line in shown.paragraphs],
    }
    return render(request, "accountability/public_circular.html", context)


@open_to_all
def public_circular_pdf(request: SignedInRequest, pk: int) -> HttpResponseBase:
    shown = get_object_or_404(Circular.objects.public(), pk=pk)
    return answer_with(paper_of(shown, on=day_of_the_city(), masked=True))
