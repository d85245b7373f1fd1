"""A list page and a detail page with a million persons behind them: page 1 against page 10,000."""

import argparse
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

import psycopg
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.city import City, running_city
from bench.client import Browser
from bench.measure import both, in_turns, one_after_another, tell, times
from guangyue.accounts.holdings import holdings_of
from guangyue.kit.access import EVERYWHERE, Scope, SignedInRequest
from guangyue.kit.lists import Listing
from guangyue.kit.lists.address import AFTER, Address
from guangyue.kit.lists.keyset import Keyset, Rows
from guangyue.registries import lists
from guangyue.registries.dossier import lines_of
from guangyue.registries.facts import About, Sensitivity, kinds_about
from guangyue.registries.glances import firms_at_a_glance, people_at_a_glance
from guangyue.registries.models import Firm, Household, Person, Place, Subject
from guangyue.registries.permissions import LOOK_AT_PERSONS

DEEP = 10_000  # the page that is held against the first
DISTRICT, TOWNSHIP = "371522", "371522001"
DETAILS = 5  # pages of this many persons and firms, in turns

Bare = psycopg.Connection[tuple[object, ...]]


@dataclass(frozen=True)
class Shown:
    """A list page: where it is, what it declares, its rows, and a value for each of its filters."""

    address: str
    listing: Listing
    rows: Callable[[Scope], Rows]
    filters: tuple[str, ...]

    def orders(self) -> list[str]:
        return [f"order={order.key}" for order in self.listing.orders]


SHOWN = (
    Shown(
        "/desk/persons/",
        lists.PERSONS,
        lambda scope: Person.objects.within(scope).select_related("region"),
        (f"region={TOWNSHIP}", "sex=女", "birth_date_from=1980-01-01&birth_date_to=1989-12-31"),
    ),
    Shown(
        "/desk/households/",
        lists.HOUSEHOLDS,
        lambda scope: Household.objects.within(scope).select_related("region", "place"),
        (f"region={TOWNSHIP}",),
    ),
    Shown(
        "/desk/firms/",
        lists.FIRMS,
        lambda scope: Firm.objects.within(scope).select_related("region"),
        (
            f"region={TOWNSHIP}",
            "kind=企业",
            "industry=制造业",
            "size=中型",
            "status=注销",
            "registered_on_from=2015-01-01&registered_on_to=2019-12-31",
        ),
    ),
    Shown(
        "/desk/places/",
        lists.PLACES,
        lambda scope: Place.objects.within(scope).select_related("region"),
        (f"region={TOWNSHIP}", "kind=村庄"),
    ),
)


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench lists")
    parser.add_argument("--persons", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args(arguments)
    with running_city(persons=asked.persons) as city, psycopg.connect(os.environ["DATABASE_URL"]) as bare:
        bare.autocommit = True
        measure_details(city, bare, asked.rounds)
        measure_lists(city, bare, asked.rounds)


def measure_lists(city: City, bare: Bare, rounds: int) -> None:
    tell("median / p95", "page 1", "a deep page; the same rows bare", "deep : first")
    for title, region in (("whole city", ""), ("a district", DISTRICT), ("a township", TOWNSHIP)):
        official = city.official(f"bench-{region or 'city'}", region=region)
        scope = holdings_of(official, at=timezone.now()).scope(LOOK_AT_PERSONS)
        browser = city.browser_of(official)
        print(f"-- for an official of {title}")
        for shown in SHOWN:
            for question in [*shown.orders(), *([] if region else [*shown.filters, *searches(shown)])]:
                measure_pages(browser, bare, shown, question, scope, rounds)
        browser.close()


def searches(shown: Shown) -> list[str]:
    """What is found by the beginning of a number, or by a whole name."""
    row = shown.rows(Scope()).model._default_manager.last()
    match row:
        case Person():
            return [f"q={row.name}"]
        case Household():
            return [f"q={row.number[:7]}"]
        case Firm():
            return [f"q={row.credit_code[:10]}", f"q={row.name[2:6]}"]
        case Place():
            return [f"q={row.number[:6]}", f"q={row.title[2:]}"]
    return []


def measure_pages(
    browser: Browser, bare: Bare, shown: Shown, question: str, scope: Scope, rounds: int
) -> None:
    request = cast(SignedInRequest, RequestFactory().get(f"/?{question}"))
    request.scope = scope
    asked = Address(request, shown.listing)
    kept = shown.rows(scope).filter(asked.rows())
    keyset, size = Keyset(kept, asked.order.fields), shown.listing.size
    deep = min(DEEP, max(1, kept.count() // size))
    first = f"{shown.address}?{question}"
    actions: dict[str, Callable[[], object]] = {
        "first": lambda: browser.open(first),
        "bare_first": runner(bare, statements_of(lambda: keyset.first(size))),
    }
    if deep > 1:
        before = keyset.rows.order_by(*(key.ordering() for key in keyset.keys))[(deep - 1) * size - 1]
        mark, token = keyset.mark(before), keyset.token(before)
        actions |= {
            "deep": lambda: browser.open(f"{first}&{AFTER}={token}"),
            "bare_deep": runner(bare, statements_of(lambda: keyset.after(mark, size))),
        }
    taken = in_turns(rounds, **actions)
    beside = f"page {deep:,}: {both(taken['deep'])}; " if deep > 1 else ""
    bares = " and ".join(f"{taken[name].median * 1000:.1f}" for name in actions if name.startswith("bare"))
    tell(
        f"{shown.address.split('/')[2]} {question}",
        both(taken["first"]),
        f"{beside}bare {bares} ms",
        times(taken["deep"].median, taken["first"].median) if deep > 1 else "one page",
    )


def measure_details(city: City, bare: Bare, rounds: int) -> None:
    tell("median / p95", "the page", "the same rows bare", "page : bare")
    browser = city.browser_of(city.official("bench-city"))
    last = Person.objects.latest("id").pk
    persons = [Person.objects.get(pk=last * nth // DETAILS) for nth in range(1, DETAILS + 1)]
    firms = list(Firm.objects.order_by("-pk")[:DETAILS])
    details: tuple[tuple[str, Iterable[str], Iterable[Callable[[], object]]], ...] = (
        (
            "person, asked what for",
            [f"{person.get_absolute_url()}?again=1" for person in persons],
            [partial(find_person, person.pk) for person in persons],
        ),
        (
            "person, with all facts",
            [look_at(browser, person) for person in persons],
            [partial(read_person, person.pk) for person in persons],
        ),
        (
            "firm, with all facts",
            [firm.get_absolute_url() for firm in firms],
            [partial(read_firm, firm.pk) for firm in firms],
        ),
        ("the city at a glance", ["/desk/city/"], [read_city]),
    )
    for title, addresses, readings in details:
        taken = in_turns(
            rounds,
            page=one_after_another([partial(browser.open, address) for address in addresses]),
            bare=one_after_another([runner(bare, statements_of(reading)) for reading in readings]),
        )
        tell(
            title,
            both(taken["page"]),
            f"bare {both(taken['bare'])}",
            times(taken["page"].median, taken["bare"].median),
        )
    browser.close()


def find_person(pk: int) -> Person:
    return Person.objects.select_related("region", "household").get(pk=pk)


def read_person(pk: int) -> None:
    person = find_person(pk)
    for subject in (person, person.household):
        if subject:
            read_facts(subject)


def read_firm(pk: int) -> None:
    read_facts(Firm.objects.select_related("region", "place", "legal_representative").get(pk=pk))


def read_city() -> None:
    """What its pictures are drawn from."""
    for glance in (people_at_a_glance, firms_at_a_glance):
        list(glance(scope=EVERYWHERE, on=timezone.localdate()))


def read_facts(subject: Subject) -> None:
    at = timezone.now()
    lines_of(subject, among=kinds_about(subject.about), on=timezone.localdate(at), known_at=at)


def look_at(browser: Browser, person: Person) -> str:
    """Ask for all that is not for its owner alone, and get the address where it is shown."""
    declared = [*kinds_about(About.PERSON), *kinds_about(About.HOUSEHOLD)]
    kinds = [kind.code for kind in declared if kind.sensitivity is not Sensitivity.SENSITIVE]
    reply = browser.post(
        person.get_absolute_url(), purpose="quality", explanation="测量页面快慢，测完不留", kinds=kinds
    )
    if reply.status != 302:
        raise RuntimeError(f"the look was refused: {reply.status}")
    return reply.location


def statements_of(read: Callable[[], object]) -> list[str]:
    """The SQL that a reading comes to."""
    with CaptureQueriesContext(connection) as captured:
        read()
    return [query["sql"] for query in captured]


def runner(bare: Bare, statements: Sequence[str]) -> Callable[[], None]:
    """Fetches the rows and does nothing with them."""

    def run() -> None:
        for statement in statements:
            bare.execute(statement, prepare=True).fetchall()

    return run
