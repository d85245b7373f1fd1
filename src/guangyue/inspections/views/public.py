"""What anyone sees: items, plans, commitments, draws with everything to do them over, and results."""

from pathlib import Path

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control

from guangyue.inspections import lists, terms
from guangyue.inspections.checking import check_draw
from guangyue.inspections.drawing.record import as_text
from guangyue.inspections.models import Batch, Item, Plan, PublishedResult, SpecialField
from guangyue.inspections.seating import seats_of
from guangyue.inspections.verifier import gydraw_verify
from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.lists import show_list

VERIFIER = Path(gydraw_verify.__file__)
SHOWN = 200
MOST_CHECKED = 20_000  # done over for whoever opens the page; of more one takes the file


@open_to_all
def public_items(request: SignedInRequest) -> HttpResponseBase:
    rows = Item.objects.published().select_related("organisation")
    context = {"special": SpecialField.objects.all()}
    return show_list(
        request, lists.PUBLIC_ITEMS, rows, template="inspections/public_items.html", context=context
    )


@open_to_all
def public_item(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Item.objects.published().select_related("organisation"), pk=pk)
    return render(request, "inspections/public_item.html", {"item": shown, "procedure": shown.procedure})


@open_to_all
def public_plans(request: SignedInRequest) -> HttpResponse:
    plans = Plan.objects.published().select_related("organisation")
    return render(request, "inspections/public_plans.html", {"plans": plans})


@open_to_all
def public_plan(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Plan.objects.published().select_related("organisation"), pk=pk)
    context = {
        "plan": shown,
        "lines": shown.lines.standing().prefetch_related("items__organisation"),
        "revisions": shown.revisions.all(),
    }
    return render(request, "inspections/public_plan.html", context)


@open_to_all
def draws(request: SignedInRequest) -> HttpResponse:
    """抽取公告: every batch that was ever committed to, so that none is dropped in silence."""
    rows = Batch.objects.committed().select_related("organisation", "line")
    return render(request, "inspections/draws.html", {"batches": rows[:SHOWN]})


@open_to_all
def draw(request: SignedInRequest, number: str) -> HttpResponse:
    """The commitment; after the reveal everything, and what checking it here says."""
    shown = _committed(number)
    context = {
        "batch": shown,
        "moves": shown.moves.exclude(state=shown.moves.all()[0].state),
        "items": shown.line.items.select_related("organisation"),
        "seats": seats_of(shown),
    }
    if shown.is_revealed:
        drawn = shown.drawn.select_related("target").prefetch_related("seats__entry")
        context |= {"drawn": drawn[:SHOWN], "shown": SHOWN, "checked": None}
        if shown.population <= MOST_CHECKED:
            context["checked"] = check_draw(shown)
    return render(request, "inspections/draw.html", context)


@open_to_all
def draw_notice(request: SignedInRequest, number: str) -> HttpResponse:
    return _file(as_text(terms.notice_of(_committed(number))), f"{number}-notice.json")


@open_to_all
def draw_record(request: SignedInRequest, number: str) -> HttpResponse:
    """抽取记录: nothing of it before the reveal."""
    shown = _committed(number)
    if not shown.is_revealed:
        raise Http404
    return _file(as_text(terms.record_of(shown)), f"{number}-record.json")


@open_to_all
@cache_control(max_age=3600)
def verifier(request: SignedInRequest) -> HttpResponse:
    return _file(VERIFIER.read_text(encoding="utf-8"), VERIFIER.name, content_type="text/x-python")


@open_to_all
def results(request: SignedInRequest) -> HttpResponseBase:
    rows = PublishedResult.objects.standing()
    return show_list(request, lists.RESULTS, rows, template="inspections/results.html")


@open_to_all
def result(request: SignedInRequest, pk: int) -> HttpResponse:
    rows = PublishedResult.objects.select_related("visit__batch", "visit__organisation", "replaces")
    shown = get_object_or_404(rows, pk=pk)
    replaced_by = PublishedResult.objects.filter(replaces=shown).first()
    return render(request, "inspections/result.html", {"result": shown, "replaced_by": replaced_by})


def _committed(number: str) -> Batch:
    rows = Batch.objects.committed().select_related("organisation", "line__plan")
    return get_object_or_404(rows, number=number)


def _file(text: str, name: str, *, content_type: str = "application/json") -> HttpResponse:
    response = HttpResponse(text, content_type=f"{content_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
