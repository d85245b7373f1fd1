"""Firms and places at the desk."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.registries import lists
from guangyue.registries.dossier import Line
from guangyue.registries.facts import About, kind_of, kinds_about
from guangyue.registries.models import Firm, Place
from guangyue.registries.permissions import RECORD_FACTS, VIEW_FIRMS
from guangyue.registries.services.recording import owned_kinds, owns_somewhere
from guangyue.registries.views.shown import Link, ShownFacts, show_facts

MOST_ON_A_MAP = 2000
MOST_FIRMS_OF_A_PLACE = 50


@needs(VIEW_FIRMS)
def firms(request: SignedInRequest) -> HttpResponseBase:
    rows = Firm.objects.within(request.scope).select_related("region")
    context = {"may_bring_in": _may_name(request, About.FIRM, "name")}
    return show_list(request, lists.FIRMS, rows, template="registries/firms.html", context=context)


@needs(VIEW_FIRMS)
def firm(request: SignedInRequest, code: str) -> HttpResponse:
    rows = Firm.objects.within(request.scope).select_related("region", "place", "legal_representative")
    firm = get_object_or_404(rows, credit_code=code)
    context = {
        "firm": firm,
        "facts": _facts(request, firm, code),
        "points": [_point(firm.place)] if firm.place else [],
    }
    return render(request, "registries/firm.html", context)


@needs(VIEW_FIRMS)
def places(request: SignedInRequest) -> HttpResponseBase:
    rows = Place.objects.within(request.scope).select_related("region")
    context = {"may_bring_in": _may_name(request, About.PLACE, "title")}
    return show_list(request, lists.PLACES, rows, template="registries/places.html", context=context)


@needs(VIEW_FIRMS)
def place_map(request: SignedInRequest) -> HttpResponse:
    """场所分布: every place within reach, or as many as a map can show."""
    kind = request.GET.get("kind", "")
    rows = Place.objects.within(request.scope).filter(longitude__isnull=False)
    if kind:
        rows = rows.filter(kind=kind)
    points = [_point(place) for place in rows.order_by("id")[: MOST_ON_A_MAP + 1]]
    context = {
        "points": points[:MOST_ON_A_MAP],
        "most": MOST_ON_A_MAP if len(points) > MOST_ON_A_MAP else 0,
        "kinds": lists.options_of(About.PLACE, "kind"),
        "kind": kind,
    }
    return render(request, "registries/place_map.html", context)


@needs(VIEW_FIRMS)
def place(request: SignedInRequest, number: str) -> HttpResponse:
    place = get_object_or_404(Place.objects.within(request.scope).select_related("region"), number=number)
    context = {
        "place": place,
        "facts": _facts(request, place, number),
        "firms": place.firms.order_by("name", "id")[:MOST_FIRMS_OF_A_PLACE],
        "households": place.households.count(),
        "points": [_point(place)],
    }
    return render(request, "registries/place.html", context)


def _may_name(request: SignedInRequest, about: About, key: str) -> bool:
    """Whoever says what they are called may bring them in."""
    return owns_somewhere(kind=kind_of(about, key), scope=request.scope_of(RECORD_FACTS))


def _facts(request: SignedInRequest, subject: Firm | Place, reference: str) -> ShownFacts:
    about = subject.about
    kinds = kinds_about(about)
    own = owned_kinds(kinds=kinds, region=subject.region_id, scope=request.scope_of(RECORD_FACTS))

    def link(name: str) -> Link:
        return lambda line: _address(f"registries:{about.value}_{name}", reference, line)

    return show_facts(
        request,
        subject,
        among=kinds,
        at=timezone.now(),
        correct=link("correction"),
        record=lambda line: "" if line.kind.several or line.kind not in own else link("recording")(line),
    )


def _address(name: str, reference: str, line: Line) -> str:
    address = reverse(name, args=[reference, line.kind.key])
    return f"{address}?item={line.item}" if line.item else address


def _point(place: Place) -> dict[str, object]:
    """What the map is told of a place."""
    return {
        "title": place.title,
        "kind": place.kind,
        "link": place.get_absolute_url(),
        "longitude": place.longitude,
        "latitude": place.latitude,
    }
