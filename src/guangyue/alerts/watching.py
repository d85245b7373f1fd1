"""指挥值守: what the command room sees at one look: clocks that run, counties, their orders."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q

from guangyue.alerts.models import CountyReport, Order, Receipt, Warning
from guangyue.alerts.warning_deadlines import county_clock, media_clock, read, report_clock
from guangyue.kit.access import Scope
from guangyue.kit.clocks import SHANGHAI, Clock, Reading


@dataclass(frozen=True)
class Running:
    """在走的时限: for what, how long there is, and for how many."""

    title: str
    reading: Reading
    many: int = 1


@dataclass(frozen=True)
class County:
    """一个县（市、区）: when it received and passed on, and how many of its orders have arrived."""

    name: str
    received_at: str
    notified_at: str
    orders: int
    received: int


def clocks_of(warning: Warning | None, *, at: datetime) -> list[Running]:
    """Those of the warning in force, and of the reports still owed for earlier ones."""
    found = list(_of_warning(warning, at)) if warning else []
    owed = list(CountyReport.objects.owed().filter(warning__exercise=False).select_related("warning"))
    return found + list(_running("响应情况报告", [report_clock(one.warning) for one in owed], at))


def counties_of(warning: Warning, *, scope: Scope) -> list[County]:
    """Whoever has not told its departments first."""
    receipts = {one.region_id: one for one in warning.receipts.within(scope).select_related("region")}
    counted: dict[Any, Mapping[str, Any]] = {
        row["source__region"]: row
        for row in Order.objects.of(warning)
        .within(scope)
        .order_by()
        .values("source__region", "source__region__name")
        .annotate(orders=Count("pk"), received=Count("pk", filter=Q(received_at__isnull=False)))
    }
    counties = [_county(receipts.get(key), counted.get(key, {})) for key in receipts.keys() | counted.keys()]
    return sorted(counties, key=lambda one: (bool(one.notified_at), bool(one.received_at), one.name))


def _county(receipt: Receipt | None, counted: Mapping[str, Any]) -> County:
    name = str(receipt.region) if receipt else counted["source__region__name"]
    return County(
        name,
        received_at=_said(receipt.received_at if receipt else None),
        notified_at=_said(receipt.notified_at if receipt else None),
        orders=counted.get("orders", 0),
        received=counted.get("received", 0),
    )


def _said(moment: datetime | None) -> str:
    """Short enough for a wall; empty where it did not happen."""
    if moment is None:
        return ""
    local = moment.astimezone(SHANGHAI)
    return f"{local.day}日 {local:%H:%M}"


def _of_warning(warning: Warning, at: datetime) -> Iterator[Running]:
    untold = list(warning.receipts.unnotified().select_related("warning"))
    yield from _running("县（市、区）通知部门", [county_clock(one) for one in untold], at)
    if not warning.publicity.exists():
        yield from _running("向社会公布", [media_clock(warning)], at)


def _running(title: str, clocks: list[Clock], at: datetime) -> Iterator[Running]:
    """As one, by the clock that ends first."""
    if clocks:
        first = min(clocks, key=lambda one: one.started)
        yield Running(title, read(first, at=at), len(clocks))
