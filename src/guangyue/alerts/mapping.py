"""响应地图: stations with their air, and whoever has an order, by whether it has arrived."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from guangyue.alerts.air.standard import AirClass
from guangyue.alerts.models import Order, Source, Station, StationHour, Warning
from guangyue.kit.access import Scope
from guangyue.kit.pictures import Point, PointMap

CLASS_COLOURS = {
    AirClass.GOOD: "#3f9e58",
    AirClass.MODERATE: "#e2c23a",
    AirClass.LIGHT: "#ec8a2e",
    AirClass.MEDIUM: "#cf362e",
    AirClass.HEAVY: "#8c2a72",
    AirClass.SEVERE: "#5c1030",
}
RECEIVED, UNRECEIVED, LISTED, SILENT = "#2d7f9d", "#d9480f", "#7d8b92", "#b9c1c5"
STILL_CURRENT = timedelta(hours=6)
MOST_SOURCES = 5000


def response_map(warning: Warning | None, *, scope: Scope, at: datetime, exercise: bool = False) -> PointMap:
    """Without a warning all of the list, as it would be told."""
    sources = tuple(_orders(warning, scope) if warning else _listed(scope))
    stations = tuple(_stations(scope, at, exercise))
    states = ((RECEIVED, "指令已签收"), (UNRECEIVED, "指令未签收")) if warning else ((LISTED, "清单对象"),)
    classes = tuple((CLASS_COLOURS[one], one.title) for one in AirClass)
    cut = f"，只画出前 {MOST_SOURCES:,} 个" if len(sources) == MOST_SOURCES else ""
    return PointMap(
        "response-map",
        "监测站点和减排对象",
        sources + stations,
        (*states, *classes, (SILENT, "站点无数据")),
        f"站点 {len(stations)} 个，减排对象 {len(sources):,} 个{cut}；没有登记坐标的不在图上",
    )


def _orders(warning: Warning, scope: Scope) -> Iterator[Point]:
    placed = Order.objects.of(warning).within(scope).open().filter(source__latitude__isnull=False)
    for order in placed.select_related("source").defer("measures").order_by("pk")[:MOST_SOURCES]:
        colour, said = (RECEIVED, "已签收") if order.received_at else (UNRECEIVED, "未签收")
        yield _point(order.source, f"{order.source}：{said}", order.get_absolute_url(), colour)


def _listed(scope: Scope) -> Iterator[Point]:
    placed = Source.objects.abating().within(scope).filter(latitude__isnull=False)
    for one in placed.order_by("pk")[:MOST_SOURCES]:
        yield _point(one, one.name, one.get_absolute_url(), LISTED)


def _point(source: Source, words: str, link: str, colour: str) -> Point:
    assert source.latitude is not None
    assert source.longitude is not None
    return Point(words, link, float(source.latitude), float(source.longitude), colour)


def _stations(scope: Scope, at: datetime, exercise: bool) -> Iterator[Point]:
    """Each with the last of its hours that is still the air of now."""
    hours = StationHour.objects.filter(exercise=exercise, aqi__isnull=False)
    current = hours.between(at - STILL_CURRENT, at + timedelta(hours=1)).order_by("hour")
    latest = {one.station_id: one for one in current}
    for station in Station.objects.in_use().within(scope):
        hour = latest.get(station.pk)
        air = hour.air_class if hour else None
        said = f"AQI {hour.aqi}，{air.title}" if hour and air else "无数据"
        yield Point(
            f"{station}：{said}",
            station.get_absolute_url(),
            float(station.latitude),
            float(station.longitude),
            CLASS_COLOURS[air] if air else SILENT,
            label=str(hour.aqi) if hour else "无",
        )
