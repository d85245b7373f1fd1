"""What waits for an answer: corrections, from who owns the fact; objections, from who oversees looks."""

from http import HTTPStatus

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.kit.access import Scope, SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.models import HolidayNotice
from guangyue.kit.refusals import at_the_field
from guangyue.registries import lists
from guangyue.registries.dossier import lines_of
from guangyue.registries.forms import AnswerForm, ObjectionAnswerForm
from guangyue.registries.models import Correction, Lookup, Objection
from guangyue.registries.permissions import ANSWER_OBJECTIONS, OVERSEE_LOOKUPS, RECORD_FACTS
from guangyue.registries.services.corrections import (
    accept_correction,
    accept_withdrawal,
    refuse_correction,
)
from guangyue.registries.services.lookups import answer_objection

Answer = Correction.Answer


@needs(RECORD_FACTS)
def corrections(request: SignedInRequest) -> HttpResponseBase:
    rows = Correction.objects.within(request.scope)
    return show_list(
        request, lists.CORRECTIONS, rows.select_related("person", "household", "firm", "place", "owner")
    )


@never_cache
@needs(RECORD_FACTS)
def correction(request: SignedInRequest, pk: int) -> HttpResponse:
    """The request, the fact as it stands and as it was stated, and the answer."""
    at = timezone.now()
    correction = get_object_or_404(Correction.objects.within(request.scope), pk=pk)
    proposed = correction.proposal
    form = AnswerForm(
        request.POST if request.method == "POST" else None, correction=correction, initial={"value": proposed}
    )
    if form.is_bound and form.is_valid():
        with at_the_field(form):
            _answer(request, correction, form)
            messages.success(request, "已经答复。")
            return redirect("registries:corrections")
    subject = correction.subject
    lines = lines_of(subject, among=[correction.declared], on=timezone.localdate(at), known_at=at)
    context = {
        "correction": correction,
        "line": next((line for line in lines if line.item == correction.item), None),
        "form": form,
        "clock": correction.clock.read(HolidayNotice.objects.calendar(), at=at),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "registries/correction.html", context, status=status)


@needs(OVERSEE_LOOKUPS)
def lookups(request: SignedInRequest) -> HttpResponseBase:
    rows = Lookup.objects.within(request.scope).select_related("person", "by", "organisation")
    return show_list(request, lists.LOOKUPS, rows, template="registries/lookups.html")


@needs(OVERSEE_LOOKUPS)
def objections(request: SignedInRequest) -> HttpResponseBase:
    return show_list(request, lists.OBJECTIONS, _objections(request.scope))


@needs(OVERSEE_LOOKUPS)
def objection(request: SignedInRequest, pk: int) -> HttpResponse:
    objection = get_object_or_404(_objections(request.scope), pk=pk)
    may_answer = request.may(ANSWER_OBJECTIONS) and objection.answered_at is None
    form = ObjectionAnswerForm() if may_answer else None
    return _show_objection(request, objection, form)


@require_POST
@needs(ANSWER_OBJECTIONS)
def objection_answer(request: SignedInRequest, pk: int) -> HttpResponse:
    objection = get_object_or_404(_objections(request.scope), pk=pk)
    form = ObjectionAnswerForm(request.POST)
    if not form.is_valid():
        return _show_objection(request, objection, form)
    answer_objection(
        objection=objection,
        improper=form.cleaned_data["improper"],
        said=form.cleaned_data["said"],
        by=request.user,
        at=timezone.now(),
    )
    messages.success(request, "已经答复。")
    return redirect(objection)


def _objections(scope: Scope) -> QuerySet[Objection]:
    rows = Objection.objects.within(scope)
    return rows.select_related("lookup__person", "lookup__by", "lookup__organisation", "answered_by")


def _show_objection(
    request: SignedInRequest, objection: Objection, form: ObjectionAnswerForm | None
) -> HttpResponse:
    context = {
        "objection": objection,
        "lookup": objection.lookup,
        "form": form,
        "clock": objection.clock.read(HolidayNotice.objects.calendar(), at=timezone.now()),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form and form.errors else HTTPStatus.OK
    return render(request, "registries/objection.html", context, status=status)


def _answer(request: SignedInRequest, correction: Correction, form: AnswerForm) -> None:
    said, at = form.cleaned_data["said"], timezone.now()
    match form.cleaned_data["answer"]:
        case Answer.CORRECTED:
            accept_correction(
                correction=correction,
                value=form.cleaned_data["value"],
                said=said,
                by=request.user,
                scope=request.scope,
                at=at,
            )
        case Answer.WITHDRAWN:
            accept_withdrawal(correction=correction, said=said, by=request.user, scope=request.scope, at=at)
        case _:
            refuse_correction(correction=correction, said=said, by=request.user, scope=request.scope, at=at)
