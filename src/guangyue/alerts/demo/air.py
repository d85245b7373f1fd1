"""The demonstration's air: stations of `settings.GUANGYUE_DEMO_AIR`, the days behind and those to come."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.conf import settings
from django.utils.module_loading import import_string

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.alerts.measured import city_hours
from guangyue.alerts.models import Forecast, Station
from guangyue.alerts.models.air import Provenance
from guangyue.alerts.permissions import OBSERVE_AIR
from guangyue.alerts.services.forecasting import ForecastSaid, issue_forecast
from guangyue.alerts.services.observing import Brought
from guangyue.alerts.services.simulating import simulate
from guangyue.alerts.services.stations import StationSaid, open_station
from guangyue.alerts.simulator import Course
from guangyue.kit.clocks import HOUR
from guangyue.organisations.models import Region

Say = Callable[[str], None]
EARLIER = 27 * HOUR  # before the warning that is in force
AUTHOR = "监测预报专家组（演示）"


@dataclass(frozen=True)
class DemoStation:
    """A station by the code of its region."""

    code: str
    name: str
    region: str
    latitude: str
    longitude: str


def load_air(say: Say, *, at: datetime) -> None:
    """Once: what is there already is left alone."""
    forecaster = somebody_allowed(OBSERVE_AIR)
    if forecaster is None or Station.objects.exists():
        say("空气质量：没有监测预报人员，或者已经有站点，没有再载入")
        return
    declared: tuple[DemoStation, ...] = import_string(settings.GUANGYUE_DEMO_AIR)
    regions = Region.objects.in_bulk([one.region for one in declared])
    for one in declared:
        place = Decimal(one.latitude), Decimal(one.longitude)
        open_station(code=one.code, said=StationSaid(one.name, regions[one.region], *place))
    latest = simulate(course=Course.ORANGE, by=forecaster, at=at, exercise=False)
    _foresee_earlier(latest, forecaster)
    simulate(course=Course.MERGED, by=forecaster, at=at)
    say(f"空气监测站点 {len(declared)} 个，五天的小时值，两次预报和一次演练数据")


def _foresee_earlier(latest: Forecast, by: User) -> None:
    """Upon which the warning was published: a little worse than what came."""
    begins_at = latest.begins_at - EARLIER
    came = [one.aqi for one in city_hours(since=begins_at, until=latest.begins_at)]
    values = [None if value is None else value + value // 20 for value in [*came, *latest.values[:-24]]]
    said = ForecastSaid(
        Forecast.Kind.HOURLY, issued_at=begins_at, begins_at=begins_at, values=values, author=AUTHOR
    )
    issue_forecast(said=said, brought=Brought(Provenance.ENTERED, by=by), at=begins_at)
