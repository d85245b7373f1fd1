"""监测数据和预报的表样: what a row says, checked before anything is written."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation

from guangyue.alerts.models import Forecast, Station
from guangyue.alerts.models.air import FIELDS
from guangyue.alerts.services.forecasting import MOST_DAYS, WORST, ForecastSaid
from guangyue.alerts.services.observing import MOST, HourSaid, fault_of
from guangyue.kit.access import Scope
from guangyue.kit.clocks import HOUR, SHANGHAI
from guangyue.kit.sheets import Cell, Column, Problem, Reading, Row, Sheet, Unreadable, text, whole_number

MOST_ROWS = 60_000
NOT_MEASURED = ("-", "—", "/", "NA", "null")
HOUR_SAID = "应当是整点，如 2026-11-21 08:00"
_MOMENT = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]*(\d{1,2})(?:[:时](\d{0,2})(?::(\d{2}))?分?)?", re.ASCII
)


def _hour(cell: Cell) -> datetime:
    """The hour that begins then, by the clock of China."""
    if isinstance(cell, datetime):
        return _whole(cell.replace(tzinfo=SHANGHAI))
    found = _MOMENT.fullmatch(text(cell))
    if not found:
        raise Unreadable(HOUR_SAID)
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    try:
        return _whole(datetime(year, month, day, hour, minute, second, tzinfo=SHANGHAI))
    except ValueError:
        raise Unreadable(HOUR_SAID) from None


def _whole(moment: datetime) -> datetime:
    if moment.minute or moment.second:
        raise Unreadable(HOUR_SAID)
    return moment


def _concentration(cell: Cell) -> Decimal | None:
    words = text(cell)
    if words in NOT_MEASURED:
        return None
    try:
        value = Decimal(words)
    except InvalidOperation:
        raise Unreadable("应当是数字，没有测得的留空") from None
    if not value.is_finite() or value > MOST:
        raise Unreadable("数字太大")
    return value


def _index(cell: Cell) -> int | None:
    if text(cell) in NOT_MEASURED:
        return None
    value = whole_number(cell)
    if not 0 <= value <= WORST:
        raise Unreadable(f"应当在 0 和 {WORST} 之间")
    return value


NAMES = {"so2": "SO2", "no2": "NO2", "pm10": "PM10", "co": "CO", "o3": "O3", "pm25": "PM2.5"}
HOURS = Sheet(
    "站点小时值",
    (
        Column("station", "站点编码", example="LC-01", note="站点名册里的编码"),
        Column("hour", "时间", parse=_hour, example="2026-11-21 08:00", note="这一小时开始的时间", width=20),
        *(
            Column(
                name,
                NAMES[name],
                parse=_concentration,
                required=False,
                example="2.1" if name == "co" else "46",
                note="mg/m³" if name == "co" else "μg/m³；没有测得的留空，负数作没有测得",
            )
            for name in FIELDS.values()
        ),
    ),
    unique=(("station", "hour"),),
    most_rows=MOST_ROWS,
)
FORECAST = Sheet(
    "逐时预报",
    (
        Column("hour", "时间", parse=_hour, example="2026-11-22 00:00", width=20),
        Column("value", "AQI", parse=_index, required=False, example="135", note="没有预报的留空"),
    ),
    unique=(("hour",),),
    most_rows=MOST_DAYS * 24,
)


def check_hours(reading: Reading, scope: Scope, *, at: datetime) -> Iterator[Problem]:
    """Stations that are not there, or not one's own, and hours that cannot be taken."""
    stations = _stations(scope)
    for row in reading.rows:
        station = stations.get(row["station"])
        if station is None:
            yield reading.problem(row, "没有这个站点，或者不在您的管辖范围", key="station")
        elif fault := fault_of(_said(row, station), at=at):
            yield reading.problem(row, fault)


def hours_of(rows: Iterable[Row], scope: Scope) -> list[HourSaid]:
    stations = _stations(scope)
    return [_said(row, stations[row["station"]]) for row in rows]


def check_forecast(reading: Reading) -> Iterator[Problem]:
    """A forecast goes from its first hour to its last, with few days between."""
    if not reading.rows:
        return
    first = min(row["hour"] for row in reading.rows)
    for row in reading.rows:
        if row["hour"] - first >= timedelta(days=MOST_DAYS):
            yield reading.problem(row, f"离第一个小时超过 {MOST_DAYS} 天", key="hour")


def forecast_of(rows: Sequence[Row], *, author: str, at: datetime) -> ForecastSaid:
    """Hours that the table leaves out say nothing."""
    foreseen = {row["hour"]: row["value"] for row in rows}
    first, last = min(foreseen), max(foreseen)
    values = [foreseen.get(first + number * HOUR) for number in range((last - first) // HOUR + 1)]
    return ForecastSaid(Forecast.Kind.HOURLY, issued_at=at, begins_at=first, values=values, author=author)


def _said(row: Row, station: Station) -> HourSaid:
    return HourSaid(station, row["hour"], **{name: row[name] for name in FIELDS.values()})


def _stations(scope: Scope) -> Mapping[str, Station]:
    return {station.code: station for station in Station.objects.within(scope)}
