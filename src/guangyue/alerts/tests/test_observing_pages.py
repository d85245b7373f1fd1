"""Pages of the air on the desk, and what platforms send by the interface."""

import json
import time
from collections.abc import Mapping
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.alerts.models import AirDelivery, Consultation, Feed, Forecast, Station, StationHour
from guangyue.alerts.services.simulating import simulate
from guangyue.alerts.services.stations import end_feed, open_feed
from guangyue.alerts.simulator import Course
from guangyue.alerts.tests.air_factories import a_station
from guangyue.kit.clocks import HOUR
from guangyue.notifications.gateway import sign

pytestmark = pytest.mark.django_db

HEADINGS = "站点编码,时间,SO2,NO2,PM10,CO,O3,PM2.5\n"


@pytest.fixture
def forecaster(client: Client, settings: Settings) -> User:
    settings.DEMO = True  # no second factor
    by = a_user()
    a_grant(by, "air-forecaster")
    client.force_login(by)
    return by


@pytest.fixture
def station() -> Station:
    return a_station()


def test_an_official_sees_at_one_look_what_counts_and_what_lacks(
    client: Client, forecaster: User, station: Station
) -> None:
    at = timezone.now()
    made = simulate(course=Course.MERGED, by=forecaster, at=at, exercise=False)

    outlook = client.get(reverse("alerts:outlook")).content.decode()
    forecast = client.get(reverse("alerts:forecast", args=[made.pk])).content.decode()

    for page in (outlook, forecast):
        for words in ("橙色预警", "合并为一次过程", "起算", "离更高级别还差什么", "从哪个钟点起算"):
            assert words in page
    assert "现在" in outlook
    assert "发布" in outlook
    drilled = client.get(reverse("alerts:outlook"), {"exercise": "1"}).content.decode()
    assert "演练" in drilled
    assert "还没有预报" in drilled
    for name in ("forecasts", "hours", "stations", "deliveries", "consultations", "feeds"):
        assert client.get(reverse(f"alerts:{name}")).status_code == 200
    shown = client.get(reverse("alerts:station", args=[station.code])).content.decode()
    assert "最近三天的 AQI" in shown


def test_a_table_is_checked_and_then_taken_in_whole(
    client: Client, forecaster: User, station: Station
) -> None:
    hour = timezone.localtime().replace(minute=0, second=0, microsecond=0) - HOUR
    row = f"S1,{hour:%Y-%m-%d %H:%M},12,40,150,1.2,30,115\n"
    page = reverse("alerts:hour_intake")

    def send(text: str, **given: str) -> str:
        file = BytesIO((HEADINGS + text).encode())
        file.name = "hours.csv"
        return client.post(page, {"file": file, **given}, follow=True).content.decode()

    assert "没有这个站点" in send(row + row.replace("S1", "S7"), step="check")
    checked = send(row, step="check")
    fingerprint = checked.split('name="checked" value="')[1].split('"')[0]
    taken = send(row, step="take", checked=fingerprint)

    assert "新增 1 条，更正 0 条" in taken
    assert StationHour.objects.get().delivery == AirDelivery.objects.get()


def test_a_forecast_and_an_opinion_are_entered_by_hand(
    client: Client, forecaster: User, station: Station
) -> None:
    now = timezone.localtime().replace(minute=0, second=0, microsecond=0)
    said = {"kind": "hourly", "issued_at": f"{now:%Y-%m-%dT%H:%M}", "begins_at": f"{now:%Y-%m-%dT%H:%M}"}
    wrong = client.post(reverse("alerts:forecast_entry"), {**said, "author": "预报组", "values": "120 六十"})
    assert (wrong.status_code, Forecast.objects.count()) == (422, 0)
    assert "不是 0 到 500 的整数" in wrong.content.decode()
    values = " ".join(["90"] * 30 + ["-"] + ["260"] * 60)
    client.post(reverse("alerts:forecast_entry"), {**said, "author": "预报组", "values": values})
    forecast = Forecast.objects.get()
    assert (forecast.level_key, forecast.values[30]) == ("yellow", None)

    page = client.get(reverse("alerts:consultation_entry")).content.decode()
    assert '<option value="yellow" selected>' in page
    given = {
        "held_at": f"{timezone.localtime():%Y-%m-%dT%H:%M}",
        "pace": "DAILY",
        "experts": "市生态环境局监测科",
        "process_begins": f"{now + timedelta(hours=31):%Y-%m-%dT%H:%M}",
        "process_ends": f"{now + timedelta(hours=91):%Y-%m-%dT%H:%M}",
        "means": "260 255",
        "pollutants": ["PM25"],
        "weather": "静稳、高湿、逆温",
        "trend": "先升后降",
        "level_key": "yellow",
        "starts_at": f"{now + timedelta(hours=31):%Y-%m-%dT%H:%M}",
    }
    assert client.post(reverse("alerts:consultation_entry"), {**given, "weather": ""}).status_code == 422
    client.post(reverse("alerts:consultation_entry"), given)

    opinion = Consultation.objects.get()
    assert (opinion.forecast, opinion.processes.count(), opinion.means) == (forecast, 1, [260, 255])
    shown = client.get(reverse("alerts:consultation", args=[opinion.number])).content.decode()
    assert "静稳、高湿、逆温" in shown


def test_a_platform_delivers_what_it_signs(client: Client, station: Station) -> None:
    feed = open_feed(key="platform", title="监测平台", by=a_user(), at=timezone.now())
    hour = timezone.localtime().replace(minute=0, second=0, microsecond=0, tzinfo=None) - 2 * HOUR
    hours = {"hours": [{"station": "S1", "hour": hour.isoformat(), "no2": "200", "so2": -1}]}
    coming = {
        "issued_at": (hour + HOUR).isoformat(),
        "begins_at": (hour + HOUR).isoformat(),
        "values": [210] * 24,
        "author": "平台",
    }

    assert _sent(client, feed, "air_hours", hours).json() == {"added": 1, "corrected": 0}
    assert _sent(client, feed, "air_hours", hours).json() == {"added": 0, "corrected": 0}
    assert _sent(client, feed, "air_forecasts", coming).json()["level"] == "提示信息"
    bad = {"hours": [{"station": "S7", "hour": hour.isoformat()}]}
    assert _sent(client, feed, "air_hours", bad).status_code == 422
    assert client.get("/api/v1/air/now").json()["aqi"] == 100
    end_feed(feed=feed, at=timezone.now())
    assert _sent(client, feed, "air_hours", hours).status_code == 401


def _sent(client: Client, feed: Feed, name: str, content: Mapping[str, object]) -> Any:
    body, moment = json.dumps(content), str(int(time.time()))
    headers = {
        "X-Guangyue-System": feed.key,
        "X-Guangyue-Time": moment,
        "X-Guangyue-Signature": sign(feed.secret, moment, body.encode()),
    }
    return client.post(reverse(f"api:{name}"), body, content_type="application/json", headers=headers)
