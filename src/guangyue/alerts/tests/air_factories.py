"""Stations, hours and forecasts for tests: a city of two stations in winter."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from guangyue.accounts.tests.factories import a_region, a_user
from guangyue.alerts.models import AirDelivery, Forecast, Station
from guangyue.alerts.models.air import Provenance
from guangyue.alerts.services.forecasting import ForecastSaid, issue_forecast
from guangyue.alerts.services.observing import Brought, HourSaid, take_hours
from guangyue.alerts.services.stations import StationSaid, open_station
from guangyue.kit.clocks import HOUR, SHANGHAI
from guangyue.organisations.models import Region

AT = datetime(2026, 12, 7, 12, 20, tzinfo=SHANGHAI)
NOW = AT.replace(minute=0)


def a_station(code: str = "S1", *, region: Region | None = None) -> Station:
    region = region or Region.objects.filter(code="990100").first() or a_region("990100")
    said = StationSaid(f"站点{code}", region, Decimal("36.45"), Decimal("115.98"))
    return open_station(code=code, said=said)


def fine(station: Station, hour: datetime, pm25: int | None, **said: Decimal | int) -> HourSaid:
    """An hour of fine particles; in the reading of the standard only what lasts a day counts."""
    given = {name: Decimal(value) for name, value in said.items()}
    return HourSaid(station, hour, pm25=None if pm25 is None else Decimal(pm25), **given)


def measured(
    station: Station, values: Sequence[int | None], *, until: datetime = NOW, exercise: bool = False
) -> AirDelivery:
    """Fine particles of the hours before a moment."""
    first = until - len(values) * HOUR
    hours = [fine(station, first + number * HOUR, value) for number, value in enumerate(values)]
    return take_hours(hours=hours, brought=brought(exercise=exercise), at=AT)


def brought(*, exercise: bool = False) -> Brought:
    return Brought(Provenance.FILE, by=a_user(), exercise=exercise)


def a_forecast(
    values: Sequence[int | None],
    *,
    kind: Forecast.Kind = Forecast.Kind.HOURLY,
    issued_at: datetime = AT,
    begins_at: datetime = NOW,
    exercise: bool = False,
) -> Forecast:
    said = ForecastSaid(kind, issued_at, begins_at, values, "预报组")
    return issue_forecast(said=said, brought=brought(exercise=exercise), at=issued_at)
