"""确认要点: what the automatic reading proposed, decided one by one with a key each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.gazette.models import PrintedDocument
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.library import policy_lists as lists
from guangyue.library.digest_forms import form_for
from guangyue.library.models import DigestPoint, with_points_counted
from guangyue.library.permissions import CONFIRM_DIGESTS
from guangyue.library.point_wording import say
from guangyue.library.services.digests import confirm_point, confirm_rest, correct_point, reject_point
from guangyue.organisations.views.acting import carried_out, posted

AROUND = 28  # characters shown on either side of the words
Kind = DigestPoint.Kind


@dataclass(frozen=True)
class ShownPoint:
    """A point beside the sentence that it stands in."""

    point: DigestPoint
    says: str
    before: str
    after: str


@needs(CONFIRM_DIGESTS)
def digests(request: SignedInRequest) -> HttpResponseBase:
    rows = with_points_counted(PrintedDocument.objects.released()).filter(points__gt=0)
    return show_list(request, lists.DIGESTS, rows.defer("parts", "annexes", "pieces"))


@needs(CONFIRM_DIGESTS)
def digest(request: SignedInRequest, number: int) -> HttpResponse:
    """The points of one document: those that wait, or of a kind, or all of them."""
    document = _document(number)
    points = DigestPoint.objects.of(document)
    counts = points.aggregate(
        all=Count("pk"),
        **{kind.value: Count("pk", filter=Q(kind=kind, state=DigestPoint.State.PROPOSED)) for kind in Kind},
    )
    everything = request.GET.get("all") == "1"
    kind = request.GET.get("kind", "")
    shown = points if everything else points.to_look_at()
    if kind in Kind.values:
        shown = shown.filter(kind=kind)
    context = {
        "document": document,
        "points": list(_shown(document, shown.select_related("organisation", "decided_by"))),
        "kinds": [(one, counts[one.value]) for one in Kind],
        "kind": kind,
        "everything": everything,
        "waiting": sum(counts[one.value] for one in Kind),
        "many": counts["all"],
    }
    return render(request, "library/digest.html", context)


@require_POST
@needs(CONFIRM_DIGESTS)
def confirmation(request: SignedInRequest, number: int) -> HttpResponse:
    point = get_object_or_404(DigestPoint, pk=number)
    confirm_point(point=point, by=request.user, at=timezone.now())
    return _row(request, point)


@require_POST
@needs(CONFIRM_DIGESTS)
def rejection(request: SignedInRequest, number: int) -> HttpResponse:
    point = get_object_or_404(DigestPoint, pk=number)
    reject_point(point=point, by=request.user, at=timezone.now())
    return _row(request, point)


@needs(CONFIRM_DIGESTS)
def correction(request: SignedInRequest, number: int) -> HttpResponse:
    """更正: by the form of its kind."""
    point = get_object_or_404(DigestPoint, pk=number)
    document = _document_of(point)
    form = form_for(point.meaning, posted(request))
    if form.is_bound and form.is_valid():
        meaning = form.meaning()
        if carried_out(
            form, lambda _: correct_point(point=point, meaning=meaning, by=request.user, at=timezone.now())
        ):
            messages.success(request, "已经更正。")
            return redirect("library:digest", document.pk)
    (shown,) = _shown(document, [point])
    status = 422 if form.errors else 200
    context = {"document": document, "shown": shown, "form": form}
    return render(request, "library/point_correction.html", context, status=status)


@require_POST
@needs(CONFIRM_DIGESTS)
def confirmations(request: SignedInRequest, number: int) -> HttpResponse:
    """其余确认: all that wait of one kind, at once."""
    document = _document(number)
    kind = request.POST.get("kind", "")
    if kind not in Kind.values:
        raise Http404
    waiting = DigestPoint.objects.of(document).proposed().filter(kind=kind, lost=False).count()
    if question := ask_first(
        request,
        question=f"把其余 {waiting} 条{Kind(kind).label}都确认？",
        consequence="确认以后向公众显示；以后仍可以逐条更正或者剔除。",
        yes="全部确认",
    ):
        return question
    many = confirm_rest(document=document, kind=kind, by=request.user, at=timezone.now())
    messages.success(request, f"已经确认 {many} 条{Kind(kind).label}。")
    return redirect("library:digest", document.pk)


def _row(request: SignedInRequest, point: DigestPoint) -> HttpResponse:
    """The row as it stands now; the whole page where scripts do not run."""
    document = _document_of(point)
    if request.headers.get("HX-Request") != "true":
        return redirect("library:digest", document.pk)
    (shown,) = _shown(document, [point])
    return render(request, "library/_point.html", {"shown": shown})


def _shown(document: PrintedDocument, points: Iterable[DigestPoint]) -> Iterator[ShownPoint]:
    clauses = {clause.path: clause for clause in document.clauses.all()}
    for point in points:
        text = getattr(clauses.get(point.path), point.field, "")
        stands = not point.lost and text[point.start : point.end] == point.printed
        before = text[max(0, point.start - AROUND) : point.start] if stands else ""
        after = text[point.end : point.end + AROUND] if stands else ""
        yield ShownPoint(point, say(point.meaning), before, after)


def _document(number: int) -> PrintedDocument:
    return get_object_or_404(PrintedDocument.objects.released(), pk=number)


def _document_of(point: DigestPoint) -> PrintedDocument:
    document = PrintedDocument.objects.released().filter(key=point.document_key).first()
    if document is None:
        raise Http404
    return document
