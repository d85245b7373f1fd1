"""What people and firms see of themselves: their facts, who looked, and what they can do about either."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.accounts.models import Kind
from guangyue.accounts.returning import next_page
from guangyue.kit.access import SignedInRequest, for_signed_in
from guangyue.registries.dossier import Line
from guangyue.registries.facts import About, kinds_about
from guangyue.registries.forms import FirmIdentityForm, ObjectionForm, PersonIdentityForm
from guangyue.registries.models import Correction, Firm, Lookup, Person
from guangyue.registries.services.identification import identify_firm, identify_person
from guangyue.registries.services.lookups import object_to_lookup
from guangyue.registries.views.recording import correct, declared_kind
from guangyue.registries.views.shown import show_facts

LOOKUPS_SHOWN = 200


@never_cache
@for_signed_in
def me(request: SignedInRequest) -> HttpResponse:
    """本人信息: everything the city knows of the one who is signed in, and on whose word."""
    person = _person(request)
    if person is None:
        return render(request, "registries/nobody.html", {"kind": request.user.kind})
    household = person.household
    context = {
        "person": person,
        "facts": show_facts(
            request,
            *((person, household) if household else (person,)),
            among=[*kinds_about(About.PERSON), *kinds_about(About.HOUSEHOLD)],
            at=timezone.now(),
            correct=lambda line: _address("my_correction", line, line.kind.about.value, line.kind.key),
        ),
        "members": Person.objects.of_household(household) if household else [],
        "corrections": Correction.objects.filter(raised_by=request.user).order_by("-raised_at")[:20],
        "looks": person.lookups.count(),
    }
    return render(request, "registries/me.html", context)


@never_cache
@for_signed_in
def my_correction(request: SignedInRequest, about: str, kind: str) -> HttpResponse:
    person = _identified(request)
    declared = declared_kind(about, kind)
    subject = {About.PERSON: person, About.HOUSEHOLD: person.household}.get(declared.about)
    if subject is None:
        raise Http404
    return correct(request, subject, declared, reverse("registries:me"))


@never_cache
@for_signed_in
def my_lookups(request: SignedInRequest) -> HttpResponse:
    """谁查过我."""
    person = _identified(request)
    looks = person.lookups.select_related("by", "organisation", "objection").order_by("-at", "-id")
    titles = {kind.code: kind.title for about in About for kind in kinds_about(about)}
    context = {"looks": looks[:LOOKUPS_SHOWN], "titles": titles, "most": LOOKUPS_SHOWN}
    return render(request, "registries/my_lookups.html", context)


@never_cache
@for_signed_in
def my_objection(request: SignedInRequest, pk: int) -> HttpResponse:
    lookup = get_object_or_404(Lookup.objects.filter(person=_identified(request)), pk=pk)
    form = ObjectionForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        object_to_lookup(lookup=lookup, reason=form.cleaned_data["reason"], at=timezone.now())
        messages.success(request, "异议已经提出，10 个工作日内答复。")
        return redirect("registries:my_lookups")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "registries/my_objection.html", {"lookup": lookup, "form": form}, status=status)


@never_cache
@for_signed_in
def my_identity(request: SignedInRequest) -> HttpResponse:
    """实名认证, of a person or of a firm, as the account is of one or the other."""
    if request.user.kind == Kind.STAFF:
        raise Http404
    of_firm = request.user.kind == Kind.ENTERPRISE
    form_class = FirmIdentityForm if of_firm else PersonIdentityForm
    form = form_class(request.POST if request.method == "POST" else None)
    back = next_page(request)
    if form.is_bound and form.is_valid():
        identify = identify_firm if of_firm else identify_person
        identify(user=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "认证通过。")
        return redirect(back or ("registries:my_firm" if of_firm else "registries:me"))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"form": form, "of_firm": of_firm, "next": back}
    return render(request, "registries/identity.html", context, status=status)


@never_cache
@for_signed_in
def my_firm(request: SignedInRequest) -> HttpResponse:
    """本企业信息."""
    firm = _firm(request)
    if firm is None:
        return render(request, "registries/nobody.html", {"kind": request.user.kind})
    context = {
        "firm": firm,
        "facts": show_facts(
            request,
            firm,
            among=kinds_about(About.FIRM),
            at=timezone.now(),
            correct=lambda line: _address("my_firm_correction", line, line.kind.key),
        ),
        "corrections": Correction.objects.filter(raised_by=request.user).order_by("-raised_at")[:20],
    }
    return render(request, "registries/my_firm.html", context)


@never_cache
@for_signed_in
def my_firm_correction(request: SignedInRequest, kind: str) -> HttpResponse:
    firm = _firm(request)
    if firm is None:
        raise Http404
    return correct(request, firm, declared_kind(About.FIRM.value, kind), reverse("registries:my_firm"))


def _person(request: SignedInRequest) -> Person | None:
    return Person.objects.select_related("region", "household").filter(account=request.user).first()


def _identified(request: SignedInRequest) -> Person:
    person = _person(request)
    if person is None:
        raise Http404
    return person


def _firm(request: SignedInRequest) -> Firm | None:
    return Firm.objects.select_related("region", "place").filter(account=request.user).first()


def _address(name: str, line: Line, *arguments: str) -> str:
    address = reverse(f"registries:{name}", args=arguments)
    return f"{address}?item={line.item}" if line.item else address
