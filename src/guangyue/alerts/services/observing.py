"""监测数据: taken whole or not at all, each hour judged with those before it, and corrected where it was
delivered before."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.alerts.air.columns import NOTHING
from guangyue.alerts.copying import copy_in
from guangyue.alerts.measured import BEFORE, Concentrated, Table, air_of, primary_of
from guangyue.alerts.models import AirDelivery, Feed, HourCorrection, Station, StationHour
from guangyue.alerts.models.air import FIELDS, Provenance
from guangyue.kit.clocks import HOUR
from guangyue.kit.refusals import Refused

AT_A_TIME = 2000
LONGEST = timedelta(days=366)
MOST = Decimal(99999)  # what a field of an hour can hold, and more than any air does
THOUSANDTH = Decimal("0.001")
WRITTEN = (*FIELDS.values(), "aqi", "primary", "delivery")

Key = tuple[int, datetime]
Kept = Mapping[Key, Mapping[str, Any]]


@dataclass(frozen=True)
class HourSaid:
    """What a delivery says of an hour of a station; what is left out or negative was not measured."""

    station: Station
    hour: datetime
    so2: Decimal | None = None
    no2: Decimal | None = None
    pm10: Decimal | None = None
    co: Decimal | None = None
    o3: Decimal | None = None
    pm25: Decimal | None = None

    @property
    def key(self) -> Key:
        return self.station.pk, self.hour

    @property
    def concentrated(self) -> dict[str, Decimal | None]:
        return {name: _measured(getattr(self, name)) for name in FIELDS.values()}


@dataclass(frozen=True)
class Brought:
    """How a delivery came, and from whom."""

    source: Provenance
    by: User | None = None
    feed: Feed | None = None
    exercise: bool = False


def _measured(value: Decimal | None) -> Decimal | None:
    """To the thousandth, as it is kept."""
    if value is None or value < 0:
        return None
    return value.quantize(THOUSANDTH, ROUND_HALF_UP)


def fault_of(said: HourSaid, *, at: datetime) -> str:
    """Why an hour cannot be taken; of one in order nothing."""
    if said.hour.minute or said.hour.second or said.hour.microsecond:
        return "时间应当是整点"
    if said.hour > at:
        return "时间还没有到"
    if not said.station.in_use:
        return "站点已经停用"
    if any(value is not None and value > MOST for value in said.concentrated.values()):
        return "浓度太大"
    return ""


@transaction.atomic
def take_hours(*, hours: Collection[HourSaid], brought: Brought, at: datetime) -> AirDelivery:
    """接收小时值: what is new is added, what differs is corrected, what is the same stays as it is."""
    said = {one.key: one.concentrated for one in hours}
    _check(hours, said, at=at)
    # Two deliveries of one station follow each other: each judges its hours with what the other brought.
    stations = {station for station, _ in said}
    list(Station.objects.select_for_update().filter(pk__in=stations).order_by("pk").values_list("pk"))
    since, last = _span(said)
    kept = _kept(stations, since - BEFORE * HOUR, last + BEFORE * HOUR, exercise=brought.exercise)
    changed = [key for key, values in said.items() if key in kept and _differs(kept[key], values)]
    delivery = AirDelivery.objects.create(
        source=brought.source,
        by=brought.by,
        feed=brought.feed,
        exercise=brought.exercise,
        at=at,
        added=len(said.keys() - kept.keys()),
        corrected=len(changed),
    )
    HourCorrection.objects.bulk_create(
        (
            HourCorrection(hour_id=kept[key]["pk"], delivery=delivery, before=_plain(kept[key]))
            for key in changed
        ),
        batch_size=AT_A_TIME,
    )
    judged = list(_judged(said, kept, delivery))
    copy_in([one for one in judged if (one.station_id, one.hour) not in kept])
    StationHour.objects.bulk_create(
        (one for one in judged if (one.station_id, one.hour) in kept),
        batch_size=AT_A_TIME,
        update_conflicts=True,
        unique_fields=["station", "hour", "exercise"],
        update_fields=WRITTEN,
    )
    return delivery


def _check(hours: Collection[HourSaid], said: Mapping[Key, Concentrated], *, at: datetime) -> None:
    if not hours:
        raise Refused("没有小时值。", field="hours")
    if len(said) != len(hours):
        raise Refused("同一站点的同一小时出现了两次。", field="hours")
    for one in hours:
        if fault := fault_of(one, at=at):
            raise Refused(f"{one.station.code} {one.hour:%Y-%m-%d %H:%M}：{fault}。", field="hours")
    first, last = _span(said)
    if last - first > LONGEST:
        raise Refused(f"一次最多报送 {LONGEST.days} 天的数据。", field="hours")


def _span(keys: Iterable[Key]) -> tuple[datetime, datetime]:
    hours = [hour for _, hour in keys]
    return min(hours), max(hours)


def _kept(stations: Collection[int], first: datetime, last: datetime, *, exercise: bool) -> Kept:
    rows = StationHour.objects.filter(station__in=stations, exercise=exercise).between(first, last + HOUR)
    named = rows.values("pk", "station", "hour", "delivery", "aqi", "primary", *FIELDS.values())
    return {(row["station"], row["hour"]): row for row in named}


def _differs(kept: Mapping[str, Any], said: Concentrated) -> bool:
    return any(kept[name] != value for name, value in said.items())


def _plain(kept: Mapping[str, Any]) -> dict[str, str | None]:
    return {name: None if kept[name] is None else str(kept[name]) for name in FIELDS.values()}


def _judged(said: Mapping[Key, Concentrated], kept: Kept, delivery: AirDelivery) -> Iterator[StationHour]:
    """What was brought, and of what was there those hours whose index it changes."""
    now: Mapping[Key, Mapping[str, Any]] = {**kept, **said}
    table = _table_of(now)
    air = air_of(table.measured)
    since, _ = _span(said)
    for (station, hour), values in now.items():
        if hour < since:
            continue
        place, before = table.place(station, hour), kept.get((station, hour))
        aqi = None if air.values[place] == NOTHING else int(air.values[place])
        primary = [one.name for one in primary_of(air, place)]
        is_news = (station, hour) in said and (before is None or _differs(before, values))
        if before and not is_news and (before["aqi"], before["primary"]) == (aqi, primary):
            continue
        yield StationHour(
            station_id=station,
            hour=hour,
            **{name: values[name] for name in FIELDS.values()},
            aqi=aqi,
            primary=primary,
            exercise=delivery.exercise,
            delivery_id=before["delivery"] if before and not is_news else delivery.pk,
        )


def _table_of(hours: Mapping[Key, Concentrated]) -> Table:
    first, last = _span(hours)
    table = Table(sorted({station for station, _ in hours}), first, last + HOUR)
    for (station, hour), values in hours.items():
        table.put(station, hour, values)
    return table
