"""监管事项目录 for the public: what each office supervises, and what it looks at when it comes."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.lists import show_list
from guangyue.supervision import lists
from guangyue.supervision.models import SupervisionItem


@open_to_all
def catalogue(request: SignedInRequest) -> HttpResponseBase:
    rows = SupervisionItem.objects.published().select_related("office")
    return show_list(request, lists.CATALOGUE, rows, template="supervision/catalogue.html")


@open_to_all
def item(request: SignedInRequest, pk: int) -> HttpResponse:
    """Only while it is published."""
    rows = SupervisionItem.objects.published().select_related("office")
    shown = get_object_or_404(rows, pk=pk)
    context = {"item": shown, "checklist": shown.checklist, "matters": shown.matters.order_by("code")}
    return render(request, "supervision/item.html", context)
