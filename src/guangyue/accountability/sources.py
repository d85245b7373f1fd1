"""线索: facts that other systems know of and that may meet a trigger. They only propose; a person decides."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet

from guangyue.accountability.declaration import Trigger
from guangyue.accountability.declared import triggers
from guangyue.accountability.models import CaseFact
from guangyue.accountability.models.restrictions import GOVERNING
from guangyue.accountability.services.proposing import Cited
from guangyue.alerts.models import OrderCheck
from guangyue.gazette.document import Clause
from guangyue.kit.access import Scope
from guangyue.kit.clocks import local_day
from guangyue.organisations.models import Organisation, Region

MOST = 200  # of a source, the latest


@dataclass(frozen=True)
class Fact:
    """事实 of another system: what, when, whose, on which clause, and its own page."""

    source: str
    record: str
    title: str
    on: date
    unit: Organisation
    link: str
    cites: Clause | None = None
    detail: str = ""
    party: str = ""

    def cited(self) -> Cited:
        return Cited(
            source=self.source,
            record=self.record,
            title=self.title,
            on=self.on,
            detail=self.detail,
            link=self.link,
        )


@dataclass(frozen=True)
class Source:
    """来源: the rows that may be facts on a day, and the fact that a row is."""

    key: str
    title: str
    rows: Callable[[date], QuerySet[Any]]
    fact: Callable[[Any, date], Fact | None]


@dataclass(frozen=True)
class Clue:
    """线索: a fact, and the triggers from which it has not been proposed yet."""

    fact: Fact
    triggers: tuple[Trigger, ...]


def clues(source: Source, *, scope: Scope, on: date) -> Iterator[Clue]:
    """Those within reach, each with what may follow; one of which no clause says anything has nothing."""
    used = set(CaseFact.objects.filter(source=source.key).values_list("trigger_key", "record"))
    table = triggers().values()
    for row in source.rows(on)[:MOST]:
        fact = source.fact(row, on)
        if fact is None or not scope.covers(region=fact.unit.region_id, organisation=fact.unit.pk):
            continue
        taking = [trigger for trigger in table if trigger.takes(source.key, fact.cites)]
        left = tuple(trigger for trigger in taking if (trigger.key, fact.record) not in used)
        if left or not taking:
            yield Clue(fact, left)


def find_fact(source: str, record: str, *, on: date) -> Fact | None:
    found = BY_KEY.get(source)
    row: Model | None = found.rows(on).filter(pk=record).first() if found and record.isdecimal() else None
    return found.fact(row, on) if found and row else None


def governing(region: Region | None) -> Organisation | None:
    """属地: who governs a county, or the one that a township lies in."""
    while region is not None:
        if found := Organisation.objects.filter(region=region, kind__in=GOVERNING).first():
            return found
        region = region.parent
    return None


def _failed_orders(on: date) -> QuerySet[OrderCheck]:
    handed = OrderCheck.objects.failed().filter(handed_at__isnull=False, order__exercise=False)
    return handed.select_related("order__source__region", "order__warning").order_by("-pk")


def _failed_order(check: OrderCheck, on: date) -> Fact | None:
    unit = governing(check.order.source.region)
    if unit is None:
        return None
    return Fact(
        source="alerts",
        record=str(check.pk),
        title=f"减排措施{check.get_finding_display()}：{check.order.source}",
        on=local_day(check.checked_at),
        unit=unit,
        link=check.order.get_absolute_url(),
        detail=check.said,
        party=str(check.order.source),
    )


SOURCES = (Source("alerts", "重污染应急现场督导", _failed_orders, _failed_order),)
BY_KEY = {source.key: source for source in SOURCES}
