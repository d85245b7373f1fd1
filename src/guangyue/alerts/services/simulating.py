"""模拟数据 into the tables of what is measured and foreseen, each row marked as simulated."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.alerts.air.columns import THOUSANDTHS
from guangyue.alerts.models import Forecast, Station
from guangyue.alerts.models.air import FIELDS, Provenance
from guangyue.alerts.services.forecasting import ForecastSaid, issue_forecast
from guangyue.alerts.services.observing import Brought, HourSaid, take_hours
from guangyue.alerts.simulator import PAST, Course, SimulatedAir, simulate_air
from guangyue.kit.clocks import HOUR, SHANGHAI, whole_hour
from guangyue.kit.refusals import Refused

AUTHOR = "模拟程序"


@transaction.atomic
def simulate(*, course: Course, by: User, at: datetime, exercise: bool = True) -> Forecast:
    """演练数据: the hours before now of every station in use, and a forecast; the former are corrected."""
    stations = list(Station.objects.in_use())
    if not stations:
        raise Refused("还没有在用的站点，不能模拟。")
    now = whole_hour(at)
    air = simulate_air(course, stations=len(stations), first_hour=now.astimezone(SHANGHAI).hour)
    brought = Brought(Provenance.SIMULATOR, by=by, exercise=exercise)
    take_hours(hours=list(_hours(air, stations, now)), brought=brought, at=at)
    said = ForecastSaid(
        kind=Forecast.Kind.HOURLY,
        issued_at=at,
        begins_at=now,
        values=air.foreseen,
        author=AUTHOR,
        remark=f"情景：{course.value.title}",
    )
    return issue_forecast(said=said, brought=brought, at=at)


def _hours(air: SimulatedAir, stations: list[Station], now: datetime) -> Iterator[HourSaid]:
    for row, station in enumerate(stations):
        for column in range(PAST):
            measured = {
                name: Decimal(int(air.measured[pollutant][row, column])) / THOUSANDTHS
                for pollutant, name in FIELDS.items()
            }
            yield HourSaid(station, now - (PAST - column) * HOUR, **measured)
