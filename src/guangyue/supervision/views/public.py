"""监管事项目录 for the public: what each office supervises, and what it looks at when it comes."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.lists import show_list
from guangyue.kit.marked import may_open
from guangyue.supervision import lists
from guangyue.supervision.duties import half_a_year_of, held_duties, shared_duties
from guangyue.supervision.models import SupervisionItem
from guangyue.supervision.permissions import SEE_SUPERVISION
from guangyue.systems.today import day_of_the_city


@open_to_all
def catalogue(request: SignedInRequest) -> HttpResponseBase:
    rows = SupervisionItem.objects.published().select_related("office")
    context = {"duties": shared_duties().values()}
    return show_list(request, lists.CATALOGUE, rows, template="supervision/catalogue.html", context=context)


@open_to_all
def duties(request: SignedInRequest, key: str) -> HttpResponse:
    """监管职责: item by item, who leads, who helps, and where it is done; for officials, what last."""
    shared = shared_duties().get(key)
    if shared is None:
        raise Http404
    held = list(held_duties(shared))
    addresses = {runs.url for one in held for runs in one.runs if runs.url}
    open_here = {address for address in addresses if may_open(request, address)}
    on = day_of_the_city()
    context = {
        "shared": shared,
        "duties": held,
        "open_here": open_here,
        "worked": half_a_year_of(shared, on=on) if request.may(SEE_SUPERVISION) else {},
        "on": on,
    }
    return render(request, "supervision/duties.html", context)


@open_to_all
def item(request: SignedInRequest, pk: int) -> HttpResponse:
    """Only while it is published."""
    rows = SupervisionItem.objects.published().select_related("office")
    shown = get_object_or_404(rows, pk=pk)
    context = {"item": shown, "checklist": shown.checklist, "matters": shown.matters.order_by("code")}
    return render(request, "supervision/item.html", context)
