"""政策找我: all policies for whoever looks around; what the registers say for whoever is signed in."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.accounts.models import Kind
from guangyue.entitlements.cards import Card, groups_of
from guangyue.entitlements.catalogue import Entry, shelves
from guangyue.entitlements.finding import find_for
from guangyue.entitlements.inquiry import day_asked, said_day
from guangyue.grants.cases import KnownCase, facts_asked_by, registered_case
from guangyue.kit.access import SignedInRequest, for_signed_in, open_to_all
from guangyue.policies.citations import addresses_of
from guangyue.policies.figures import standing_table
from guangyue.policies.telling import fact_said
from guangyue.registries.facts import About, kinds_about
from guangyue.registries.models import Firm, Person
from guangyue.rules.authoring import Rule
from guangyue.systems.offered import offered_as

LONGEST = 50


@open_to_all
def home(request: HttpRequest) -> HttpResponse:
    """Who asks, and everything there is, narrowed by words."""
    words, on = request.GET.get("q", "")[:LONGEST].strip(), day_asked(request)
    context = {"words": words, "on": on, "day": said_day(request), "shelves": shelves(on=on, words=words)}
    return render(request, "entitlements/home.html", context)


@open_to_all
def policy(request: HttpRequest, code: str) -> HttpResponse:
    """One policy: what it gives, what it asks for, and by which clause."""
    one, on = offered_as(code), day_asked(request)
    if one is None:
        raise Http404
    entry = Entry(one, one.in_force(on))
    context = {"entry": entry, "on": on, "day": said_day(request), "clauses": addresses_of(one.versions)}
    return render(request, "entitlements/policy.html", context)


@never_cache
@open_to_all
def mine(request: SignedInRequest) -> HttpResponse:
    """我的政策: all that the registers lead to, for the person or the firm that is signed in."""
    payee, on, now = _payee(request), day_asked(request), timezone.now()
    if payee is None:
        return render(request, "entitlements/nobody.html", {"kind": getattr(request.user, "kind", "")})
    found = find_for(payee, on=on, at=now)
    context = {
        "payee": payee,
        "on": on,
        "day": said_day(request),
        "groups": groups_of(found, on=on, lookup=standing_table(known_at=now)),
        "clauses": addresses_of(one.rule for one in found),
    }
    return render(request, "entitlements/mine.html", context)


@never_cache
@for_signed_in
def result(request: SignedInRequest, code: str) -> HttpResponse:
    """One result whole. It is found among the payee's own, so that nobody opens another's."""
    payee, on, now = _payee(request), day_asked(request), timezone.now()
    if payee is None:
        raise Http404
    item = request.GET.get("item", "")
    among = find_for(payee, on=on, at=now)
    found = next((one for one in among if (one.offered.code, one.item) == (code, item)), None)
    if found is None:
        raise Http404
    card = Card(found, on, standing_table(known_at=now))
    case = registered_case(
        offered=found.offered, rule=found.rule, payee=payee, item=item, on=on, known_at=now
    )
    context = {
        "payee": payee,
        "card": card,
        "on": on,
        "day": said_day(request),
        "lines": list(_lines(found.rule, case, of_firm=isinstance(payee, Firm))),
        "of_firm": isinstance(payee, Firm),
        "clauses": addresses_of(found.offered.versions),
    }
    return render(request, "entitlements/result.html", context)


@dataclass(frozen=True)
class Line:
    """One fact that the result rests on, and where it comes from."""

    title: str
    said: str
    source: str


def _lines(rule: Rule, case: KnownCase, *, of_firm: bool) -> Iterator[Line]:
    """In the order in which the rule asks. A firm is not told what the registers know of its people."""
    of_people = {kind.code for about in (About.PERSON, About.HOUSEHOLD) for kind in kinds_about(about)}
    for place, one in facts_asked_by(rule):
        source = case.sources[place].get(one.name)
        if source is None:
            continue
        if of_firm and not of_people.isdisjoint(source["kinds"]):
            yield Line(one.title, "涉及个人信息，不在这里显示", source["said"])
        else:
            yield Line(one.title, fact_said(one.kind, case.subjects[place].carried[one.name]), source["said"])


def _payee(request: SignedInRequest) -> Person | Firm | None:
    if not request.user.is_authenticated:
        return None
    if request.user.kind == Kind.ENTERPRISE:
        return Firm.objects.select_related("region").filter(account=request.user).first()
    return Person.objects.select_related("region").filter(account=request.user).first()
