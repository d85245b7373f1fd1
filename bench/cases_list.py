"""The list of a million cases, by each filter and order that the page offers: page 1 against page 10,000."""

import argparse
from collections.abc import Callable, Sequence
from typing import Any, cast

from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from bench.city import BELIEVE, DOUBT, City, running_city
from bench.client import Browser
from bench.measure import both, in_turns, tell, times
from guangyue.accounts.holdings import holdings_of
from guangyue.cases import lists
from guangyue.cases.flow import Actor, Phase
from guangyue.cases.models import Case, Paper
from guangyue.cases.permissions import SEE_CASES
from guangyue.cases.services.opening import hand_in, open_case
from guangyue.cases.services.tallying import tally_nightly
from guangyue.kit.access import Scope, SignedInRequest
from guangyue.kit.lists.address import AFTER, Address
from guangyue.kit.lists.keyset import Keyset
from guangyue.matters.models import Exercise, Matter
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.models import Firm

DEEP = 10_000
PERSONS = 20_000  # whoever applies is read by no list
MATERIALS = 1_000
ADDRESS = "/desk/cases/"

# A million cases are copies of one, spread over two years; the last days' are still open.
SPREAD = """
select n, moment, moment > now() - interval '12 days' as is_open, n %% 100 as share,
       region.code as region, exercise.unit_id as unit, exercise.version_id as version
from (select n, now() - interval '730 days' * (1 - n::float / %(many)s) as moment
      from generate_series(1, %(many)s) n) spread
cross join lateral (select code from unnest(%(regions)s::text[]) with ordinality as one(code, place)
                    where place = 1 + n %% cardinality(%(regions)s::text[])) region
cross join lateral (select unit as unit_id, version as version_id
                    from unnest(%(units)s::bigint[], %(versions)s::bigint[]) with ordinality
                         as one(unit, version, place)
                    where place = 1 + (n * 7) %% cardinality(%(units)s::bigint[])) exercise
"""
COPIED = {
    "key": "gen_random_uuid()",
    "number": "'BJ' || to_char(moment, 'YYYYMMDD') || lpad(n::text, 7, '0')",
    "applicant_name": "substr('王李张刘陈杨赵黄周吴', 1 + n % 10, 1) || '第' || n || '户'",
    "version_id": "version",
    "region_id": "region",
    "unit_id": "unit",
    "desk_id": "case when is_open then unit end",
    "firm_id": "null",
    "channel": "case when share < 55 then 'window' when share < 90 then 'online' else 'phone' end",
    "manner": "case when share < 90 then 'ordinary' when share < 97 then 'deferred' else 'instant' end",
    "step": "case when is_open then 'review' else 'finished' end",
    "phase": "case when is_open then 'UNDER_WAY' when share = 99 then 'RETURNED' else 'FINISHED' end",
    "outcome": "case when is_open or share = 99 then '' when share = 98 then 'REFUSED' else 'GRANTED' end",
    "opened_at": "moment",
    "handed_in_at": "moment",
    "accepted_at": "moment",
    "clock_started_at": "moment",
    "due": "moment + interval '7 days'",
    "decided_at": "case when not is_open then moment + interval '1 day' * (1 + share % 9) end",
    "stopped_at": "case when not is_open then moment + interval '1 day' * (1 + share % 9) end",
    "closed_at": "case when not is_open then moment + interval '1 day' * (1 + share % 9) end",
    "used_days": "case when not is_open then 1 + share % 9 end",
}


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench cases_list")
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args(arguments)
    with running_city(persons=PERSONS) as city:
        first = a_case()
        copy_cases(first, asked.cases)
        measure_list(city, asked.rounds)
        measure_pages(city, first, asked.rounds)


def a_case() -> Case:
    """Taken in through the services: what the others are copies of."""
    at = timezone.now()
    exercise = Exercise.objects.filter(matter__in=Matter.objects.open()).select_related("matter", "region")[0]
    version = exercise.matter.current
    assert version is not None
    case = open_case(
        matter=exercise.matter,
        variant=version.declared.variants[0].key,
        region=exercise.region,
        applicant=Firm.objects.earliest("pk"),
        channel=Case.Channel.WINDOW,
        at=at,
    )
    hand_in(case=case, consent=True, by=None, actor=Actor.CLERK, at=at)
    case.refresh_from_db()
    return case


def copy_cases(first: Case, many: int) -> None:
    if Case.objects.count() > many / 2:
        return
    columns = [field.column for field in Case._meta.concrete_fields if field.column and not field.primary_key]
    values = ", ".join(COPIED.get(column, f"first.{column}") for column in columns)
    versions = dict(Matter.objects.exclude(current=None).values_list("pk", "current"))
    pairs = [
        (unit, versions[matter])
        for unit, matter in Exercise.objects.values_list("unit", "matter").order_by("pk")
        if matter in versions
    ]
    named: dict[str, Any] = {
        "many": many,
        "first": first.pk,
        "regions": list(Region.objects.of_county_level().values_list("code", flat=True)),
        "units": [unit for unit, _ in pairs],
        "versions": [version for _, version in pairs],
    }
    with connection.cursor() as cursor:
        cursor.execute(BELIEVE)
        escaped = values.replace("%", "%%")
        cursor.execute(
            f"insert into cases_case ({', '.join(columns)}) select {escaped} "
            f"from ({SPREAD}) spread, cases_case first where first.id = %(first)s",
            named,
        )
        cursor.execute(DOUBT)
        cursor.execute("vacuum analyze cases_case")
    tally_nightly.run(at=timezone.now())


def measure_list(city: City, rounds: int) -> None:
    tell("median / p95", "page 1", "a deep page", "deep : first")
    unit = Organisation.objects.filter(pk__in=Exercise.objects.values("unit")).order_by("pk")[0]
    county = Region.objects.of_county_level().order_by("code")[0]
    for title, region in (("whole city", ""), ("a county", county.code)):
        official = city.official(f"bench-{region or 'city'}", region=region)
        scope = holdings_of(official, at=timezone.now()).scope(SEE_CASES)
        browser = city.browser_of(official)
        print(f"-- for an official of {title}")
        for question in [*orders(), *([] if region else filters(unit, county))]:
            measure_question(browser, scope, question, rounds)
        browser.close()


def orders() -> list[str]:
    return [f"order={order.key}" for order in lists.CASES.orders]


def filters(unit: Organisation, county: Region) -> list[str]:
    """A value of each filter, the common and the rare, in both orders."""
    matter = Matter.objects.open().order_by("pk")[0]
    asked = [
        f"phase={Phase.FINISHED.name}",
        f"phase={Phase.UNDER_WAY.name}",
        f"phase={Phase.RETURNED.name}",
        f"phase={Phase.WITHDRAWN.name}",
        "light=RED",
        "light=GREEN",
        "light=GREY",
        f"matter={matter.code}",
        f"unit={unit.pk}",
        f"region={county.code}",
        "channel=phone",
        "channel=machine",
        "manner=instant",
        "handler=无此人",
        "outcome=REFUSED",
        "late=yes",
        "late=no",
        "handed_in_at_from=2026-01-01&handed_in_at_to=2026-01-31",
        f"due_from={timezone.localdate()}",
        f"unit={unit.pk}&phase={Phase.UNDER_WAY.name}",
        f"region={county.code}&outcome=REFUSED&late=yes",
        "q=王第1",
        "q=BJ2026",
    ]
    return [f"{question}&{order}" for question in asked for order in orders()]


def measure_question(browser: Browser, scope: Scope, question: str, rounds: int) -> None:
    request = cast(SignedInRequest, RequestFactory().get(f"/?{question}"))
    request.scope = scope
    asked = Address(request, lists.CASES)
    covered = scope.rows(region="region_id", organisation="unit_id")
    kept = Case.objects.exclude(number="").filter(covered).filter(asked.rows())
    keyset, size = Keyset(kept, asked.order.fields), lists.CASES.size
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
    tell(question, both(taken["first"]), beside, ratio)


def measure_pages(city: City, first: Case, rounds: int) -> None:
    """A case with a thousand materials, the reports, the screen and the public list."""
    missing = MATERIALS - first.papers.count()
    Paper.objects.bulk_create(
        Paper(case=first, code=f"bench-{nth}", title=f"材料 {nth}") for nth in range(missing)
    )
    browser = city.browser_of(city.official("bench-city"))
    pages = {
        f"a case with {MATERIALS:,} materials": first.get_absolute_url(),
        "reports": "/desk/case-reports/",
        "screen": "/desk/case-reports/screen/",
        "public list": "/cases/public/",
        "overdue": "/desk/cases/waiting/overdue/",
    }
    for title, address in pages.items():
        taken = in_turns(rounds, page=lambda address=address: browser.open(address))  # type: ignore[misc]
        tell(title, both(taken["page"]), "", "")
    browser.close()
