"""更正: what a librarian says of a line, of a doubt; and taking it back."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.gazette.models import Doubt, Edition, HandCorrection
from guangyue.gazette.reading.corrections import EditLine
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.refusals import at_the_field
from guangyue.library.correction_forms import LineForm, forms_for
from guangyue.library.permissions import IMPORT_ISSUES
from guangyue.library.services.correcting import confirm_doubt, correct_edition, withdraw_correction
from guangyue.library.services.reading_again import corrections_on
from guangyue.library.views.editions import edition_at, page_of, show_edition

KINDS = {
    "text": "改字",
    "level": "改层次",
    "belonging": "改归属",
    "head": "更正题录",
}


@needs(IMPORT_ISSUES)
def line(request: SignedInRequest, number: int, line: int) -> HttpResponse:
    """What can be said of a line: a part of the page where scripts run, all of it where they do not."""
    edition = edition_at(number)
    panel = _panel(edition, line, _forms(edition, line))
    if request.headers.get("HX-Request") == "true":
        return render(request, "library/_line.html", {"edition": edition, "panel": panel})
    return show_edition(request, edition, panel=panel)


@require_POST
@needs(IMPORT_ISSUES)
def correcting(request: SignedInRequest, number: int, line: int, kind: str) -> HttpResponse:
    edition = edition_at(number)
    if kind not in KINDS:
        raise Http404
    forms = _forms(edition, line, request=request, kind=kind)
    form = forms[kind]
    if form.is_valid() and _carried_out(request, edition, line, form):
        messages.success(request, "已经更正，全文重新读过。")
        return redirect(page_of(edition, line))
    panel = _panel(edition, line, forms, open_=kind)
    return show_edition(request, edition, panel=panel, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@require_POST
@needs(IMPORT_ISSUES)
def confirmation(request: SignedInRequest, number: int) -> HttpResponse:
    """确认无误, and on to the next doubt."""
    doubt = get_object_or_404(Doubt.objects.select_related("edition__issue"), pk=number)
    edition, place = doubt.edition, doubt.line_first
    confirm_doubt(doubt=doubt, by=request.user, at=timezone.now())
    following = edition.doubts.filter(line_first__gte=place).order_by("line_first").first()
    line = following.line_first if following else place
    page = reverse("library:edition", args=[edition.pk])
    return redirect(f"{page}?line={line}#doubt-{line}" if following else page_of(edition, place))


@require_POST
@needs(IMPORT_ISSUES)
def correction_withdrawal(request: SignedInRequest, number: int, correction: int) -> HttpResponse:
    edition = edition_at(number)
    row = get_object_or_404(HandCorrection, pk=correction, issue=edition.issue)
    withdraw_correction(correction=row, edition=edition, by=request.user, at=timezone.now())
    messages.success(request, "更正已经撤回，全文重新读过。")
    return redirect("library:edition", edition.pk)


def _forms(
    edition: Edition, line: int, *, request: SignedInRequest | None = None, kind: str = ""
) -> dict[str, LineForm]:
    lines = edition.lines
    if not 1 <= line <= len(lines):
        raise Http404
    documents = list(edition.documents.order_by("order"))
    edited = {one.at.line: one.after for one in corrections_on(edition) if isinstance(one, EditLine)}
    text = edited.get(line, lines[line - 1])
    return forms_for(text, line, documents, request.POST if request else None, kind)


def _panel(edition: Edition, line: int, forms: dict[str, LineForm], *, open_: str = "") -> dict[str, object]:
    is_head = bool(forms["head"].initial)
    titles = KINDS if is_head else {**KINDS, "head": "另起一份公文"}
    return {
        "line": line,
        "text": edition.lines[line - 1],
        "is_head": is_head,
        "forms": [(kind, title, forms[kind], kind == open_) for kind, title in titles.items()],
    }


def _carried_out(request: SignedInRequest, edition: Edition, line: int, form: LineForm) -> bool:
    """Whether it was done; what is refused of a field stands at the field."""
    with at_the_field(form):
        correct_edition(
            edition=edition, correction=form.correction(edition, line), by=request.user, at=timezone.now()
        )
        return True
    return False
