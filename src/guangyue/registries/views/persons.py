"""Persons and households at the desk: nothing of a person is shown before it is said what for."""

from http import HTTPStatus
from uuid import UUID

from django.db.models import Count, OuterRef, Subquery
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.refusals import at_the_field
from guangyue.registries import lists
from guangyue.registries.dossier import Line
from guangyue.registries.forms import EnquiryForm, LookupForm
from guangyue.registries.models import Household, Lookup, Person
from guangyue.registries.permissions import LOOK_AT_PERSONS, RECORD_FACTS
from guangyue.registries.refusals import LookupOver
from guangyue.registries.services.lookups import find_person, kinds_offered, look_up
from guangyue.registries.services.recording import owned_kinds
from guangyue.registries.views.shown import show_facts

AT_FIRST = ("person.name", "person.sex", "person.birth_date", "person.residence")


@needs(LOOK_AT_PERSONS)
def persons(request: SignedInRequest) -> HttpResponseBase:
    rows = Person.objects.within(request.scope).select_related("region")
    context = {"enquiry": EnquiryForm()}
    return show_list(request, lists.PERSONS, rows, template="registries/persons.html", context=context)


@require_POST
@never_cache
@needs(LOOK_AT_PERSONS)
def enquiry(request: SignedInRequest) -> HttpResponse:
    """按证件号码查找: posted, so that no number stands in an address or a log."""
    form = EnquiryForm(request.POST)
    if not form.is_valid():
        context = {"enquiry": form}
        return render(request, "registries/enquiry.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    number = form.cleaned_data["id_number"]
    return redirect(find_person(id_number=number, by=request.user, scope=request.scope, at=timezone.now()))


@never_cache
@needs(LOOK_AT_PERSONS)
def person(request: SignedInRequest, key: UUID) -> HttpResponse:
    """What for? A look that still stands leads straight on, unless one more is asked for."""
    at = timezone.now()
    person = within_reach(request, key)
    standing = person.lookups.standing(by=request.user, at=at).order_by("at").last()
    if request.method == "GET" and standing and "again" not in request.GET:
        return redirect(standing)
    offered = kinds_offered(person=person, scope=request.scope)
    form = LookupForm(request.POST if request.method == "POST" else None, kinds=offered)
    if form.is_bound and form.is_valid():
        with at_the_field(form):
            return redirect(
                look_up(
                    person=person,
                    kinds=form.chosen(),
                    purpose=form.cleaned_data["purpose"],
                    case_number=form.cleaned_data["case_number"],
                    explanation=form.cleaned_data["explanation"],
                    by=request.user,
                    scope=request.scope,
                    at=at,
                )
            )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(
        request,
        "registries/person.html",
        {"person": person, "form": form, "chosen": _ticked(request)},
        status=status,
    )


@never_cache
@needs(LOOK_AT_PERSONS)
def lookup(request: SignedInRequest, key: UUID, pk: int) -> HttpResponse:
    """The facts that were asked for, as long as the look lasts, to the one who asked."""
    at = timezone.now()
    person = within_reach(request, key)
    lookup = get_object_or_404(Lookup.objects.filter(by=request.user, person=person), pk=pk)
    if not lookup.stands(at=at):
        raise LookupOver
    offered = kinds_offered(person=person, scope=request.scope)
    kinds = [kind for kind in offered if kind.code in lookup.kinds]
    own = owned_kinds(kinds=kinds, region=person.region_id, scope=request.scope_of(RECORD_FACTS))

    def correct(line: Line) -> str:
        return _address("person_correction", person, line)

    def record(line: Line) -> str:
        return "" if line.kind.several or line.kind not in own else _address("person_recording", person, line)

    household = person.household
    context = {
        "person": person,
        "lookup": lookup,
        "facts": show_facts(
            request,
            *((person, household) if household else (person,)),
            among=kinds,
            at=at,
            correct=correct,
            record=record,
        ),
        "members": Person.objects.of_household(household).exclude(pk=person.pk) if household else [],
    }
    return render(request, "registries/lookup.html", context)


@needs(LOOK_AT_PERSONS)
def households(request: SignedInRequest) -> HttpResponseBase:
    persons = Person.objects.filter(household=OuterRef("pk")).order_by()
    members = persons.values("household").annotate(many=Count("pk")).values("many")
    rows = Household.objects.within(request.scope).annotate(members=Subquery(members))
    return show_list(request, lists.HOUSEHOLDS, rows.select_related("region", "place"))


@needs(LOOK_AT_PERSONS)
def household(request: SignedInRequest, number: str) -> HttpResponse:
    """Who belongs to it, masked; of each one asks as of anybody else."""
    rows = Household.objects.within(request.scope).select_related("region", "place")
    household = get_object_or_404(rows, number=number)
    members = Person.objects.of_household(household).select_related("region")
    return render(request, "registries/household.html", {"household": household, "members": members})


def within_reach(request: SignedInRequest, key: UUID) -> Person:
    """The same answer for one out of reach as for one that does not exist."""
    rows = Person.objects.within(request.scope).select_related("region", "household")
    return get_object_or_404(rows, key=key)


def _ticked(request: SignedInRequest) -> list[str]:
    """What was ticked; at first only what tells who somebody is."""
    return request.POST.getlist("kinds") if request.method == "POST" else list(AT_FIRST)


def _address(name: str, person: Person, line: Line) -> str:
    address = reverse(f"registries:{name}", args=[person.key, line.kind.about.value, line.kind.key])
    return f"{address}?item={line.item}" if line.item else address
