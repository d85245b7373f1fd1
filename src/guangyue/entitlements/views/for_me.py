"""政策找我: all policies for whoever looks around; what the registers say for whoever is signed in."""

from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.entitlements.cards import Card, cards_of, facts_in, groups_of
from guangyue.entitlements.catalogue import Entry, shelves
from guangyue.entitlements.finding import find_for
from guangyue.entitlements.inquiry import day_asked, said_day
from guangyue.entitlements.wording import named_plainly
from guangyue.grants.cases import KnownCase, Payee, registered_case
from guangyue.kit.access import SignedInRequest, for_signed_in, open_to_all
from guangyue.kit.wording import day
from guangyue.policies.citations import addresses_of
from guangyue.policies.figures import standing_table
from guangyue.policies.telling import fact_said
from guangyue.registries.identity import identity_of
from guangyue.registries.models import Firm
from guangyue.rules.facts import Partly
from guangyue.rules.tree import Fact, Kind
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
    payee, on, now = _signed_in(request), day_asked(request), timezone.now()
    if payee is None:
        return render(request, "entitlements/nobody.html", {"kind": getattr(request.user, "kind", "")})
    found = find_for(payee, on=on, at=now)
    context = {
        "payee": payee,
        "on": on,
        "day": said_day(request),
        "groups": groups_of(
            cards_of(found, on=on, lookup=standing_table(known_at=now), of_firm=isinstance(payee, Firm))
        ),
        "clauses": addresses_of(one.rule for one in found),
    }
    return render(request, "entitlements/mine.html", context)


@never_cache
@for_signed_in
def result(request: SignedInRequest, code: str) -> HttpResponse:
    """One result whole. It is found among the payee's own, so that nobody opens another's."""
    payee, on, now = _signed_in(request), day_asked(request), timezone.now()
    if payee is None:
        raise Http404
    of_firm = isinstance(payee, Firm)
    item = request.GET.get("item", "")
    among = [one for one in find_for(payee, on=on, at=now) if one.offered.code == code]
    cards = cards_of(among, on=on, lookup=standing_table(known_at=now), of_firm=of_firm)
    card = next((one for one in cards if item in (one.found.item, *(each.item for each in one.alike))), None)
    if card is None:
        raise Http404
    context = {
        "payee": payee,
        "card": card,
        "plainly": card.found.offered.title if of_firm else named_plainly(card.found.offered),
        "on": on,
        "day": said_day(request),
        "told": {} if card.alike else _told(card, payee, on=on, known_at=now),
        "of_firm": of_firm,
        "clauses": addresses_of(card.found.offered.versions),
    }
    return render(request, "entitlements/result.html", context)


def _told(card: Card, payee: Payee, *, on: date, known_at: datetime) -> dict[int, list[tuple[str, str]]]:
    """Of each condition by its place the facts it rests on, each with where it comes from."""
    rule, found = card.verdict.rule, card.found
    case = registered_case(
        offered=found.offered, rule=rule, payee=payee, item=found.item, on=on, known_at=known_at
    )
    return {
        place: [
            (rule.field(fact).title, _fact(fact, case, hidden=card.hides(fact)))
            for fact in facts_in(one.condition.node)
        ]
        for place, one in enumerate(card.verdict.conditions)
    }


def _fact(fact: Fact, case: KnownCase, *, hidden: bool) -> str:
    source = case.sources[fact.place].get(fact.name)
    if source is None:
        return "没有登记"
    value = case.subjects[fact.place].carried[fact.name]
    return f"{'涉及个人信息，不在这里显示' if hidden else _said(fact.of, value)}（{source['said']}）"


def _said(kind: Kind, value: Any) -> str:
    match value:
        case date():
            return day(value)
        case Partly(certain=certain):
            return "、".join(sorted(certain)) or "没有登记"
        case tuple():
            return f"{len(value)} 条"
    return fact_said(kind, value)


def _signed_in(request: SignedInRequest) -> Payee | None:
    return identity_of(request.user) if request.user.is_authenticated else None
