"""空气质量 over the interface: what the air is, for anyone; hours and forecasts, from platforms that sign."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from http import HTTPStatus

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema

from guangyue.alerts.measured import city_now
from guangyue.alerts.models import Feed, Forecast, Station
from guangyue.alerts.models.air import FIELDS, Provenance
from guangyue.alerts.services.forecasting import MOST_DAYS, WORST, ForecastSaid, issue_forecast
from guangyue.alerts.services.observing import MOST, Brought, HourSaid, take_hours
from guangyue.audit.acting import acting
from guangyue.kit.access import open_to_all
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.refusals import Refused
from guangyue.notifications.gateway import is_genuine

router = Router(tags=["空气质量"], auth=None)

MOST_HOURS = 5000
TEXT = r"^[^\x00]*$"  # what a database cannot keep
Concentration = Field(None, le=MOST, description="μg/m³，一氧化碳 mg/m³；没有测得的为空或者负数")


class NotGenuine(Refused):
    sentence = "签名不对、时间相差超过五分钟，或者平台没有登记。"
    status = HTTPStatus.UNAUTHORIZED


class HourIn(Schema):
    """小时值; a time without a zone is that of China."""

    station: str = Field(max_length=20, pattern=TEXT)
    hour: datetime
    so2: Decimal | None = Concentration
    no2: Decimal | None = Concentration
    pm10: Decimal | None = Concentration
    co: Decimal | None = Concentration
    o3: Decimal | None = Concentration
    pm25: Decimal | None = Concentration


class HoursIn(Schema):
    hours: list[HourIn] = Field(min_length=1, max_length=MOST_HOURS)


class Taken(Schema):
    """What came of a delivery."""

    added: int
    corrected: int


class ForecastIn(Schema):
    kind: Forecast.Kind = Forecast.Kind.HOURLY
    issued_at: datetime
    begins_at: datetime = Field(description="第一个值开始的整点")
    values: list[int | None] = Field(
        min_length=1, max_length=MOST_DAYS * 24, description=f"AQI，0 到 {WORST}"
    )
    author: str = Field(max_length=60, pattern=TEXT)
    remark: str = Field("", max_length=500, pattern=TEXT)


class Weighed(Schema):
    """What a forecast comes to; a recommendation, and no warning."""

    id: int
    level: str = Field(description="达到的级别，没有的为空")


class AirNow(Schema):
    hour: datetime
    aqi: int
    air_class: str
    primary: list[str]
    concentrations: dict[str, float] = Field(description="全市均值，μg/m³，一氧化碳 mg/m³")
    stations: int


@router.get("/air/now", response=AirNow | None, url_name="air_now", summary="全市最近一小时的空气质量")
@open_to_all
def now(request: HttpRequest) -> AirNow | None:
    known = city_now(timezone.now())
    if known is None or known.aqi is None or known.air_class is None:
        return None
    return AirNow(
        hour=known.hour,
        aqi=known.aqi,
        air_class=known.air_class.title,
        primary=[one.value for one in known.primary],
        concentrations={FIELDS[one]: value for one, value in known.concentrations.items()},
        stations=known.stations,
    )


@router.post(
    "/air/hours", response=Taken, url_name="air_hours", summary="报送小时值：按 X-Guangyue-System 签名"
)
@open_to_all
def hours(request: HttpRequest, sent: HoursIn) -> Taken:
    """All or none; the same hour sent again is corrected."""
    at = timezone.now()
    feed = _feed(request, at=at)
    with acting(name=feed.title):
        taken = take_hours(hours=list(_hours(sent)), brought=Brought(Provenance.API, feed=feed), at=at)
    return Taken(added=taken.added, corrected=taken.corrected)


@router.post(
    "/air/forecasts",
    response=Weighed,
    url_name="air_forecasts",
    summary="报送预报：按 X-Guangyue-System 签名",
)
@open_to_all
def forecasts(request: HttpRequest, sent: ForecastIn) -> Weighed:
    at = timezone.now()
    feed = _feed(request, at=at)
    said = ForecastSaid(
        kind=sent.kind,
        issued_at=_of_china(sent.issued_at),
        begins_at=_of_china(sent.begins_at),
        values=sent.values,
        author=sent.author,
        remark=sent.remark,
    )
    with acting(name=feed.title):
        issued = issue_forecast(said=said, brought=Brought(Provenance.API, feed=feed), at=at)
    return Weighed(id=issued.pk, level=issued.level.title if issued.level else "")


def _feed(request: HttpRequest, *, at: datetime) -> Feed:
    feed = Feed.objects.live().filter(key=request.headers.get("X-Guangyue-System", "")).first()
    if feed is None or not is_genuine(request, feed.secret, at=at):
        raise NotGenuine
    with acting(name=feed.title):
        Feed.objects.filter(pk=feed.pk).update(heard_at=at)
    return feed


def _hours(sent: HoursIn) -> Iterator[HourSaid]:
    stations = Station.objects.in_bulk({one.station for one in sent.hours}, field_name="code")
    for one in sent.hours:
        if one.station not in stations:
            raise Refused(f"没有站点 {one.station}。", field="station")
        measured = {name: getattr(one, name) for name in FIELDS.values()}
        yield HourSaid(stations[one.station], _of_china(one.hour), **measured)


def _of_china(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)
