"""Stating a fact, and asking its owner for a correction, each on the page of what the fact is about."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.refusals import at_the_field
from guangyue.organisations.models import Organisation
from guangyue.registries.dossier import lines_of
from guangyue.registries.facts import About, FactKind, kinds
from guangyue.registries.forms import CorrectionForm, FactForm
from guangyue.registries.models import Firm, Household, Person, Place
from guangyue.registries.permissions import LOOK_AT_PERSONS, RECORD_FACTS, VIEW_FIRMS
from guangyue.registries.refusals import LookupOver
from guangyue.registries.services.corrections import raise_correction
from guangyue.registries.services.recording import record_fact, refuse_others
from guangyue.registries.views.persons import within_reach

Recordable = Person | Household | Firm | Place


@never_cache
@needs(RECORD_FACTS)
def person_recording(request: SignedInRequest, key: UUID, about: str, kind: str) -> HttpResponse:
    subject, declared, back = _looked_at(request, key, about, kind)
    return _record(request, subject, declared, back)


@never_cache
@needs(LOOK_AT_PERSONS)
def person_correction(request: SignedInRequest, key: UUID, about: str, kind: str) -> HttpResponse:
    subject, declared, back = _looked_at(request, key, about, kind)
    return correct(request, subject, declared, back)


@never_cache
@needs(RECORD_FACTS)
def firm_recording(request: SignedInRequest, code: str, kind: str) -> HttpResponse:
    firm = get_object_or_404(Firm.objects.within(request.scope), credit_code=code)
    return _record(request, firm, declared_kind(About.FIRM.value, kind), firm.get_absolute_url())


@never_cache
@needs(VIEW_FIRMS)
def firm_correction(request: SignedInRequest, code: str, kind: str) -> HttpResponse:
    firm = get_object_or_404(Firm.objects.within(request.scope), credit_code=code)
    return correct(request, firm, declared_kind(About.FIRM.value, kind), firm.get_absolute_url())


@never_cache
@needs(RECORD_FACTS)
def place_recording(request: SignedInRequest, number: str, kind: str) -> HttpResponse:
    place = get_object_or_404(Place.objects.within(request.scope), number=number)
    return _record(request, place, declared_kind(About.PLACE.value, kind), place.get_absolute_url())


@never_cache
@needs(VIEW_FIRMS)
def place_correction(request: SignedInRequest, number: str, kind: str) -> HttpResponse:
    place = get_object_or_404(Place.objects.within(request.scope), number=number)
    return correct(request, place, declared_kind(About.PLACE.value, kind), place.get_absolute_url())


def declared_kind(about: str, key: str) -> FactKind:
    for kind in kinds().values():
        if kind.about.value == about and kind.key == key:
            return kind
    raise Http404


def correct(request: SignedInRequest, subject: Recordable, kind: FactKind, back: str) -> HttpResponse:
    """更正申请: what it should be, and why."""
    form = CorrectionForm(request.POST if request.method == "POST" else None, kind=kind)
    if form.is_bound and form.is_valid():
        correction = raise_correction(
            subject=subject,
            kind=kind,
            item=request.GET.get("item", ""),
            proposed=form.cleaned_data.get("proposed"),
            reason=form.cleaned_data["reason"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, f"更正申请已经送{correction.owner}，10 个工作日内答复。")
        return redirect(back)
    return _show(request, "registries/correcting.html", form, subject, kind, back)


def _record(request: SignedInRequest, subject: Recordable, kind: FactKind, back: str) -> HttpResponse:
    """登记 by the department that owns the fact; anybody else is refused before the form is shown."""
    refuse_others(kind=kind, subject=subject, scope=request.scope)
    form = FactForm(request.POST if request.method == "POST" else None, kind=kind)
    if form.is_bound and form.is_valid():
        with at_the_field(form):
            record_fact(
                subject=subject,
                kind=kind,
                value=form.cleaned_data["value"],
                since=form.cleaned_data["since"],
                source=form.cleaned_data["source"],
                by=request.user,
                scope=request.scope,
                at=timezone.now(),
            )
            messages.success(request, f"“{kind.title}”已经登记。")
            return redirect(back)
    return _show(request, "registries/recording.html", form, subject, kind, back)


def _looked_at(
    request: SignedInRequest, key: UUID, about: str, kind: str
) -> tuple[Person | Household, FactKind, str]:
    """What the fact is about, only under a look that stands and that asked for it."""
    person = within_reach(request, key)
    declared = declared_kind(about, kind)
    standing = person.lookups.standing(by=request.user, at=timezone.now()).order_by("-at")
    lookup = next((lookup for lookup in standing if declared.code in lookup.kinds), None)
    if lookup is None:
        raise LookupOver
    subject = person if declared.about is About.PERSON else person.household
    if not isinstance(subject, Person | Household):
        raise Http404
    return subject, declared, lookup.get_absolute_url()


def _show(
    request: SignedInRequest,
    template: str,
    form: CorrectionForm | FactForm,
    subject: Recordable,
    kind: FactKind,
    back: str,
) -> HttpResponse:
    at = timezone.now()
    item = request.GET.get("item", "")
    lines = lines_of(subject, among=[kind], on=timezone.localdate(at), known_at=at)
    line = next((line for line in lines if line.item == item), None)
    if line is None:
        raise Http404
    context = {
        "form": form,
        "kind": kind,
        "line": line,
        "owner": Organisation.objects.get(key=kind.owner),
        "back": back,
    }
    return render(
        request, template, context, status=HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    )
