"""The ledger of a hundred thousand problems with photos: each filter and order of its list, page 1 against a
deep page; the overview, the map and the dispatch."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import cast

from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from bench.city import BELIEVE, DOUBT, City, running_city
from bench.client import Browser
from bench.measure import both, in_turns, tell, times
from guangyue.accounts.holdings import holdings_of
from guangyue.files.models import File
from guangyue.kit.access import Scope, SignedInRequest
from guangyue.kit.lists.address import AFTER, Address
from guangyue.kit.lists.keyset import Keyset
from guangyue.ledgers import lists
from guangyue.ledgers.declared import campaign_plans
from guangyue.ledgers.flow import State
from guangyue.ledgers.models import Campaign, Problem
from guangyue.ledgers.permissions import SEE_PROBLEMS
from guangyue.organisations.models import Organisation, Region

PERSONS = 20_000  # who reads no list
DEEP = 2_000
LIMIT = 1.0  # seconds
ADDRESS = "/desk/problems/"
PAGES = ("/desk/campaigns/", "/desk/campaigns/nature-reserves/map/", "/desk/campaigns/dispatch/")
REACHED = (
    State.SIGNED_OFF,
    State.SIGNED_OFF,
    State.SIGNED_OFF,
    State.IN_WORK,
    State.APPLIED,
    State.LISTED,
    State.REOPENED,
)
PHOTOS = """
insert into ledgers_photo (problem_id, round, moment, file_id, by_id, at)
select problem.id, 1, moment, %s, null, problem.registered_at
from ledgers_problem problem cross join unnest(array['before', 'after']) as moment
"""


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench problems")
    parser.add_argument("--problems", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args(arguments)
    with running_city(persons=PERSONS) as city:
        fill_ledgers(asked.problems)
        measure_list(city, asked.rounds)


def fill_ledgers(many: int) -> None:
    """Spread over all campaigns, counties, classes, zones and states; each has two photos."""
    if Problem.objects.count() > many / 2:
        return
    at = timezone.now()
    file = File.objects.create(name="现场.jpg", media_type="image/jpeg", size=1, sha256="0" * 64, kept_at=at)
    with connection.cursor() as cursor:
        cursor.execute(BELIEVE)
        Problem.objects.bulk_create(problems(many, at=at), batch_size=5_000)
        cursor.execute(PHOTOS, [file.pk])
        cursor.execute(DOUBT)
        cursor.execute("vacuum analyze ledgers_problem")
        cursor.execute("vacuum analyze ledgers_photo")


def problems(many: int, *, at: datetime) -> Iterator[Problem]:
    regions = list(Region.objects.of_county_level().order_by("code"))
    office = Organisation.objects.earliest("pk")
    plans = [(Campaign.objects.get(key=key), plan) for key, plan in campaign_plans().items()]
    for nth in range(many):
        campaign, plan = plans[nth % len(plans)]
        state, found = REACHED[nth % len(REACHED)], at.date() - timedelta(days=nth % 700)
        yield Problem(
            campaign=campaign,
            number=f"WT{nth:09d}",
            region=regions[nth * 7 % len(regions)],
            organisation=office,
            subject=f"问题{nth}",
            place=f"第 {nth % 997} 处",
            kind=plan.classes[nth % len(plan.classes)],
            zone=plan.zones[nth % len(plan.zones)] if plan.zones else "",
            source=plan.sources[0],
            description="现场查见",
            longitude=Decimal(115_500 + nth % 900) / 1000,
            latitude=Decimal(36_000 + nth % 800) / 1000,
            found_on=found,
            registered_at=at,
            begun_on=found,
            state=state.name,
            due=found + timedelta(days=365),
            signed_off_on=found if state is State.SIGNED_OFF else None,
        )


def measure_list(city: City, rounds: int) -> None:
    tell("median / p95", "page 1", "a deep page", f"limit {LIMIT:.0f} s")
    county = Region.objects.of_county_level().order_by("code")[0]
    for title, region in (("whole city", ""), ("a county", county.code)):
        official = city.official(f"bench-ledgers-{region or 'city'}", region=region, role="supervisor")
        scope = holdings_of(official, at=timezone.now()).scope(SEE_PROBLEMS)
        browser = city.browser_of(official)
        print(f"-- for an official of {title}")
        measure_pages(browser, scope, county, rounds)
        browser.close()


def measure_pages(browser: Browser, scope: Scope, county: Region, rounds: int) -> None:
    for question in [f"order={order.key}" for order in lists.PROBLEMS.orders] + filters(county):
        measure_question(browser, scope, question, rounds)
    for address in PAGES:
        taken = in_turns(rounds, page=partial(browser.open, address))["page"]
        tell(address, both(taken), "", "" if taken.p95 < LIMIT else "TOO SLOW")


def filters(county: Region) -> list[str]:
    """A value of each filter, and the four together."""
    plan = next(iter(campaign_plans().values()))
    kind, zone = plan.classes[0], plan.zones[0]
    return [
        f"campaign={plan.key}",
        f"region={county.code}",
        f"kind={kind}",
        f"zone={zone}",
        f"state={State.APPLIED.name}",
        f"state={State.PASSED.name}",
        "light=RED",
        "light=YELLOW",
        "reopened=yes",
        f"region={county.code}&kind={kind}&zone={zone}&state={State.IN_WORK.name}",
        f"region={county.code}&kind={kind}&zone={zone}&state={State.IN_WORK.name}&order=due",
        "q=问题99",
    ]


def measure_question(browser: Browser, scope: Scope, question: str, rounds: int) -> None:
    request = cast(SignedInRequest, RequestFactory().get(f"/?{question}"))
    request.scope = scope
    asked = Address(request, lists.PROBLEMS)
    kept = Problem.objects.within(scope).filter(asked.rows())
    keyset, size = Keyset(kept, asked.order.fields), lists.PROBLEMS.size
    deep = min(DEEP, kept.count() // size)
    first = f"{ADDRESS}?{question}"
    actions: dict[str, Callable[[], object]] = {"first": lambda: browser.open(first)}
    if deep > 1:
        before = keyset.rows.order_by(*(key.ordering() for key in keyset.keys))[(deep - 1) * size - 1]
        token = keyset.token(before)
        actions["deep"] = lambda: browser.open(f"{first}&{AFTER}={token}")
    taken = in_turns(rounds, **actions)
    beside = f"page {deep:,}: {both(taken['deep'])}" if deep > 1 else "one page"
    ratio = times(taken["deep"].median, taken["first"].median) if deep > 1 else ""
    tell(question, both(taken["first"]), beside, ratio if taken["first"].p95 < LIMIT else "TOO SLOW")
