"""From a warning to the orders of 4,000 and 40,000 sources, written and queued by the worker of the city."""

import argparse
import time
from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.utils import timezone

from bench.home import Home
from bench.measure import tell
from guangyue.accounts.models import Kind, User
from guangyue.alerts.models import Dispatch, LevelMeasure, Line, Order, Sheet, Source, Warning
from guangyue.alerts.services.ordering import begin_orders
from guangyue.jobs.models import State, Work
from guangyue.kit.identities import make_credit_code
from guangyue.organisations.models import Region
from guangyue.registries.models import Firm

LIMITS = {4_000: 5.0, 40_000: 40.0}  # seconds, by how many sources
LONGEST = 300
INDUSTRIES = ("铸造", "饲料", "沥青混凝土", "家具制造", "砂石料加工", "包装印刷")
GRADES = ("A", "B", "C", "D")
AT_A_TIME = 2000


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench orders")
    parser.add_argument("--most", type=int, default=max(LIMITS))
    asked = parser.parse_args(arguments)
    home = Home(settings.HOME)
    home.guangyue("prepare")
    official, checker, approver = map(somebody, ("orders", "checker", "approver"))
    with home.running():
        fill(1, official)
        finish(published(official, checker, approver))  # the worker has read its code by then
        for many, limit in LIMITS.items():
            if many <= asked.most:
                fill(many, official)
                measure(many, limit, published(official, checker, approver))


def somebody(name: str) -> User:
    said = {"kind": Kind.STAFF, "name": name, "opened_at": timezone.now()}
    return User.objects.get_or_create(username=f"bench-{name}", defaults=said)[0]


def fill(many: int, holder: User) -> None:
    """Enterprises of all grades, each with two lines, a measure for the level and a page to be told on."""
    with connection.cursor() as cursor:
        cursor.execute("truncate alerts_source cascade")
    region, at = Region.objects.of_county_level().first(), timezone.now()
    assert region is not None
    firm = firm_of(holder, region)
    sources = Source.objects.bulk_create(
        (
            Source(
                code=f"B{number}",
                kind="ENTERPRISE",
                name=f"企业{number}",
                region=region,
                industry=INDUSTRIES[number % len(INDUSTRIES)],
                grade=GRADES[number % len(GRADES)],
                firm=firm,
                updated_at=at,
            )
            for number in range(many)
        ),
        batch_size=AT_A_TIME,
    )
    Line.objects.bulk_create(
        (Line(source=source, name=name, share=50) for source in sources for name in ("一", "二")),
        batch_size=AT_A_TIME,
    )
    LevelMeasure.objects.bulk_create(
        (LevelMeasure(source=source, level="orange", text="停一条线") for source in sources),
        batch_size=AT_A_TIME,
    )


def firm_of(holder: User, region: Region) -> Firm:
    """Whose account the orders are told on."""
    told = {
        "credit_code": make_credit_code(region=region.code, serial=1).text,
        "name": "企业",
        "kind": "企业",
        "industry": "制造业",
        "status": "在营",
        "registered_on": timezone.localdate(),
        "region": region,
    }
    return Firm.objects.get_or_create(account=holder, defaults=told)[0]


def measure(many: int, limit: float, warning: Warning) -> None:
    """Between the moment the approver's answer is committed and the last order beside its message."""
    took = finish(warning)
    ordered = Order.objects.of(warning).values("source").distinct().count()
    queued = Dispatch.objects.filter(order__warning=warning).count()
    exactly = "once each" if ordered == queued == many else f"{ordered:,} ordered, {queued:,} queued"
    verdict = "holds" if took < limit and ordered == queued == many else "DOES NOT HOLD"
    tell(
        f"orders of {many:,} sources", f"{took:.1f} s, {exactly}", f"under {limit:.0f} s, once each", verdict
    )


def finish(warning: Warning) -> float:
    """Seconds until the worker has written them all."""
    begun = time.perf_counter()
    work = begin_orders(warning=warning, at=timezone.now())
    while Work.objects.get(pk=work.pk).state != State.DONE:
        if time.perf_counter() - begun > LONGEST:
            raise RuntimeError("the worker did not get there")
        time.sleep(0.02)
    return time.perf_counter() - begun


def published(*people: User) -> Warning:
    """A warning of its own for each measurement, in the place of the one before."""
    at = timezone.now()
    Warning.objects.in_force().update(state=Warning.State.SUPERSEDED, ended_at=at)
    return Warning.objects.create(
        number=f"B{at:%H%M%S%f}",
        level_key="orange",
        sheet=sent(*people),
        published_at=at,
        starts_at=at,
        predicted_start=at,
        predicted_end=at + timedelta(days=3),
    )


def sent(official: User, checker: User, approver: User) -> Sheet:
    """As if it had been signed; who signs is not what is measured."""
    at = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("set session_replication_role = replica")
        sheet = Sheet.objects.create(
            number=f"B{at:%H%M%S%f}",
            kind=Sheet.Kind.PUBLISH,
            state=Sheet.State.SENT,
            level_key="orange",
            predicted_start=at,
            predicted_end=at + timedelta(days=3),
            drafted_by=official,
            drafted_at=at,
            checked_by=checker,
            checked_post="-",
            checked_at=at,
            approved_by=approver,
            approved_post="-",
            approved_at=at,
            sent_by=official,
            sent_at=at,
        )
        cursor.execute("set session_replication_role = origin")
    return sheet
