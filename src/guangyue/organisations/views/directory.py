"""What anyone may read: organisations, who is in charge of them, their people and notices."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from guangyue.kit.access import SignedInRequest, for_staff, open_to_all
from guangyue.kit.lists import show_list
from guangyue.kit.marked import declared
from guangyue.organisations import lists
from guangyue.organisations.forms import OnDayForm
from guangyue.organisations.models import Notice, NoticeLine, Organisation, Person, Post, Region, Tenure
from guangyue.organisations.permissions import ENTER_NOTICES, KEEP_REGISTER, KEEP_TENURES

LONGEST_SEARCH = 50


@dataclass
class Branch:
    """An organisation and those under it, as the directory shows them."""

    organisation: Organisation
    children: list["Branch"] = field(default_factory=list)


@open_to_all
def directory(request: HttpRequest) -> HttpResponse:
    """机构名录: all organisations of a day by kind, or those a search finds under any name."""
    form = OnDayForm(request.GET)
    on, words = form.asked(), request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    organisations = Organisation.objects.apart_from_bodies().select_related("region").order_by("pk")
    found = organisations.called(words).prefetch_related("names") if words else None
    context = {
        "form": form,
        "on": on,
        "words": words,
        "found": found,
        "groups": [] if words else _by_kind(organisations.on(on)),
        "latest": Notice.objects.effective().first(),
    }
    return render(request, "organisations/directory.html", context)


@open_to_all
def regions(request: HttpRequest) -> HttpResponse:
    """行政区划: counties and zones with their townships, each with its code and whose code that is."""
    form = OnDayForm(request.GET)
    on = form.asked()
    existing = Region.objects.on(on)
    below: dict[str, list[Region]] = {}
    for town in existing.of_township_level().select_related("managed_by"):
        below.setdefault(town.parent_id or "", []).append(town)
        if town.managed_by_id:
            below.setdefault(town.managed_by_id, []).append(town)
    counties = [(county, below.get(county.code, [])) for county in existing.of_county_level()]
    context = {"form": form, "on": on, "counties": counties}
    return render(request, "organisations/regions.html", context)


@open_to_all
def organisation(request: SignedInRequest, key: str) -> HttpResponse:
    return _organisation_page(request, key)


@for_staff
def desk_organisation(request: SignedInRequest, key: str) -> HttpResponse:
    return _organisation_page(
        request, key, may_keep=request.may(KEEP_REGISTER), may_tenure=request.may(KEEP_TENURES)
    )


@open_to_all
def person(request: SignedInRequest, pk: int) -> HttpResponse:
    return _person_page(request, pk)


@for_staff
def desk_person(request: SignedInRequest, pk: int) -> HttpResponse:
    return _person_page(request, pk, may_tenure=request.may(KEEP_TENURES))


@open_to_all
def notices(request: HttpRequest) -> HttpResponseBase:
    return show_list(request, lists.NOTICES, Notice.objects.effective().counted())


@open_to_all
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """A notice in effect: its lines, each with the clause it is cited by."""
    notice = get_object_or_404(Notice.objects.effective(), pk=pk)
    context = {"notice": notice, "lines": lines_of(notice)}
    return render(request, "organisations/notice.html", context)


@for_staff
def organisations(request: SignedInRequest) -> HttpResponseBase:
    rows = Organisation.objects.apart_from_bodies().with_spellings().select_related("parent", "region")
    context = {"may_keep": request.may(KEEP_REGISTER)}
    return show_list(
        request, lists.ORGANISATIONS, rows, template="organisations/organisations.html", context=context
    )


@for_staff
def tenures(request: SignedInRequest) -> HttpResponseBase:
    """任职名册: everybody in every post, and who was, on any day the list is asked about."""
    context = {"may_enter": request.may(ENTER_NOTICES)}
    return show_list(
        request,
        lists.PEOPLE,
        Tenure.objects.with_names(),
        template="organisations/tenures.html",
        context=context,
    )


def lines_of(notice: Notice) -> Iterable[NoticeLine]:
    return notice.lines.select_related("notice", "organisation", "post__organisation", "person")


def _organisation_page(
    request: HttpRequest, key: str, *, may_keep: bool = False, may_tenure: bool = False
) -> HttpResponse:
    """Its names over time, who is in charge, its posts with their holders on a day, what it sits in and
    follows."""
    organisation = get_object_or_404(
        Organisation.objects.select_related("region", "parent").prefetch_related("names"), key=key
    )
    if hasattr(organisation, "body"):
        return redirect(organisation.body)
    form = OnDayForm(request.GET)
    on = form.asked()
    posts = _posts(organisation)
    context = {
        "organisation": organisation,
        "form": form,
        "on": on,
        "exists": organisation.exists(on),
        "posts": [(post, [tenure for tenure in post.tenures.all() if tenure.covers(on)]) for post in posts],
        "chiefs": [
            (post, tenure)
            for post in posts
            if post.chief
            for tenure in post.tenures.all()
            if tenure.covers(on)
        ],
        "past": [
            tenure
            for post in posts
            for tenure in post.tenures.all()
            if tenure.standing(on) == Tenure.Standing.OVER
        ],
        "children": organisation.children.on(on),
        "seats": organisation.seats.on(on).select_related("body__organisation", "post__organisation"),
        "followed_by": organisation.followed_by.select_related("successor"),
        "preceded_by": organisation.preceded_by.select_related("predecessor"),
        "may_keep": may_keep,
        "may_tenure": may_tenure,
        "standing": lambda tenure: lists.standing_tag(tenure, on),
    }
    return render(request, "organisations/organisation.html", context)


def _person_page(request: HttpRequest, pk: int, *, may_tenure: bool = False) -> HttpResponse:
    """Every post a person is known to have held; whoever was merged into another is found there."""
    person = get_object_or_404(Person, pk=pk)
    if person.merged_into:
        return redirect(person.merged_into)
    tenures = person.tenures.with_names().in_order()
    if not tenures:
        raise Http404
    context = {
        "person": person,
        "tenures": tenures,
        "others": Person.objects.unmerged().filter(name=person.name).exclude(pk=person.pk),
        "merges": person.merges.select_related("merged"),
        "standing": lists.standing_tag,
        "may_tenure": may_tenure,
        "took_part": [
            found for tell in declared(settings.GUANGYUE_ABOUT_PERSON) for found in tell(person=person)
        ],
    }
    return render(request, "organisations/person.html", context)


def _posts(organisation: Organisation) -> list[Post]:
    tenures = Tenure.objects.select_related(
        "person", "confirmation", "ordered_by__notice", "ended_by__notice"
    )
    return list(organisation.posts.prefetch_related(Prefetch("tenures", tenures.in_order())))


def _by_kind(organisations: Iterable[Organisation]) -> list[tuple[str, list[Branch]]]:
    """Under each kind its organisations, those under another of the same kind below it."""
    branches = {organisation.pk: Branch(organisation) for organisation in organisations}
    groups: dict[str, list[Branch]] = {}
    for branch in branches.values():
        above = branches.get(branch.organisation.parent_id or 0)
        if above and above.organisation.parent_id:  # under the government itself would stand everything
            above.children.append(branch)
        else:
            groups.setdefault(branch.organisation.get_kind_display(), []).append(branch)
    return [(label, groups[label]) for _, label in Organisation.Kind.choices if label in groups]
