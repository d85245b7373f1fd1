"""研判建议: what is measured stands before what is foreseen; what is over counts no more."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from guangyue.accounts.tests.factories import a_user
from guangyue.alerts.air.standard import Pollutant
from guangyue.alerts.calling import called_at
from guangyue.alerts.consulting import Pace
from guangyue.alerts.declared import response_plan
from guangyue.alerts.levels.anchors import anchors_of
from guangyue.alerts.models import Forecast, RegionalNotice
from guangyue.alerts.picturing import Picture
from guangyue.alerts.publishing import Haste
from guangyue.alerts.recommending import Advice, recommended
from guangyue.alerts.services.consulting import ConsultationSaid, hold_consultation, tell_weather
from guangyue.alerts.services.simulating import simulate
from guangyue.alerts.simulator import Course, simulate_air
from guangyue.alerts.tests.air_factories import AT, NOW, a_forecast, a_station, measured
from guangyue.kit.clocks import HOUR
from guangyue.kit.refusals import Refused

pytestmark = pytest.mark.django_db

CLEAN, HEAVY = 40, 190  # μg/m³ of fine particles: an index of 56, and one of 240
SUMMER = AT.replace(month=6)


def test_measured_days_and_foreseen_ones_make_one_process() -> None:
    measured(a_station(), [HEAVY] * 71)  # of which the first 19 have no day before them
    a_forecast([240] * 20 + [60] * 60)

    advised = recommended(at=AT)

    assert advised.level is not None
    assert (advised.level.title, advised.advice) == ("橙色预警", Advice.PUBLISH)
    assert advised.measured is not None
    assert (advised.measured.aqi, advised.measured.primary) == (240, (Pollutant.PM25,))
    assert (advised.begins_at, advised.ends_at) == (NOW - 52 * HOUR, NOW + 20 * HOUR)
    assert (advised.starts_at, advised.publish_by) == (AT, NOW - 76 * HOUR)
    assert advised.may_lift_from == NOW + 20 * HOUR
    assert advised.haste is Haste.HEAVY_ALREADY
    assert any("没有明显改善" in reason for reason in advised.reasons)


def test_a_process_that_is_over_asks_for_nothing_and_without_a_forecast_it_is_said_so() -> None:
    measured(a_station(), [CLEAN] * 24 + [HEAVY] * 90 + [CLEAN] * 14)  # days still go beyond now

    advised = recommended(at=AT)

    assert (advised.level, advised.advice, advised.haste) == (None, Advice.NOTHING, None)
    assert advised.reasons[0] == "还没有预报，只按实测研判。"


def test_a_daily_forecast_counts_as_it_is_given_after_what_was_measured() -> None:
    measured(a_station(), [HEAVY] * 60)
    a_forecast([210, 150], kind=Forecast.Kind.DAILY)

    level = recommended(at=AT).level

    assert level is not None
    assert level.title == "黄色预警"


def test_the_stricter_warning_of_a_region_is_taken_but_not_in_a_drill() -> None:
    a_forecast([205] * 24 + [80] * 40)
    a_forecast([80] * 48, exercise=True)
    notice = RegionalNotice(origin="province", number="鲁1", level_key="orange", begins_at=NOW + 30 * HOUR)
    notice.received_at, notice.entered_by = AT, a_user()
    notice.save()

    advised, drilled = recommended(at=AT), recommended(at=AT, exercise=True)

    assert advised.level is not None
    assert (advised.level.title, advised.haste) == ("橙色预警", Haste.REGIONAL)
    assert drilled.level is None


def test_the_picture_shows_which_days_count_and_what_was_merged() -> None:
    forecast = a_forecast([80] * 12 + [250] * 24 + [100] * 20 + [250] * 48 + [80] * 30 + [None] * 6)
    weighing = forecast.weighing()

    picture = Picture(
        forecast.begins_at, forecast.hours(), weighing.plan, process=weighing.process, step=forecast.step
    )
    anchors = anchors_of(weighing, forecast.hours(), first_hour=12)

    assert forecast.level_key == "orange"
    assert [len(picture.days), len(picture.runs), len(picture.gaps)] == [3, 2, 1]
    assert [gap.hours for gap in picture.lacking] == [6]
    assert all(picture.left <= bar.x <= picture.right for bar in picture.bars)
    assert {bar.counts for bar in picture.bars} == {True, False}
    assert [len(cells) for _, cells in picture.table] == [24] * len(picture.table)
    assert {anchor.clock for anchor in anchors} == set(range(24))
    assert max(anchor.hours for anchor in anchors) == 48
    assert any(anchor.chosen for anchor in anchors)


@pytest.mark.parametrize(
    ("course", "level"),
    [
        (Course.HINT, "hint"),
        (Course.YELLOW, "yellow"),
        (Course.ORANGE, "orange"),
        (Course.MERGED, "orange"),
        (Course.RED, "red"),
        (Course.CLEARING, ""),
    ],
)
def test_what_is_simulated_comes_to_the_level_it_is_meant_for(course: Course, level: str) -> None:
    assert simulate_air(course, stations=2, first_hour=9).foreseen[0] > 0
    station = a_station()

    simulate(course=course, by=a_user(), at=AT)

    advised = recommended(at=AT, exercise=True)
    assert (advised.level.key if advised.level else "") == level
    assert recommended(at=AT).level is None
    assert not station.hours.real().exists()


def test_experts_are_called_by_what_is_most_pressing() -> None:
    by = a_user()
    assert called_at(SUMMER).pace is Pace.NONE
    tell_weather(told_at=SUMMER, since=SUMMER.date(), until=SUMMER.date(), weather="静稳", by=by, at=SUMMER)
    assert (called_at(SUMMER).pace, called_at(SUMMER).is_due) == (Pace.CALLED, True)
    assert called_at(AT).pace is Pace.DAILY
    measured(a_station(), [HEAVY] * 30)
    called = called_at(AT)
    assert (called.pace, called.since, called.is_due) == (Pace.AT_ONCE, NOW - 11 * HOUR, True)

    hold_consultation(said=ConsultationSaid(AT, Pace.AT_ONCE, "持续", "专家组"), by=by, at=AT)

    assert not called_at(AT).is_due


def test_an_opinion_that_proposes_a_warning_says_what_a_warning_must() -> None:
    said: dict[str, Any] = {
        "held_at": AT,
        "pace": Pace.DAILY,
        "trend": "持续",
        "experts": "专家组",
        "level_key": "orange",
    }
    whole: dict[str, Any] = {
        "starts_at": AT + timedelta(days=1),
        "weather": "静稳",
        "pollutants": [Pollutant.PM25],
    }
    for lacking in whole:
        short = {name: value for name, value in whole.items() if name != lacking}
        with pytest.raises(Refused) as refusal:
            hold_consultation(said=ConsultationSaid(**said, **short), by=a_user(), at=AT)
        assert refusal.value.field == lacking

    kept = hold_consultation(said=ConsultationSaid(**said, **whole), by=a_user(), at=AT)

    assert kept.level == response_plan().level("orange")
    assert kept.number.startswith("HS20261207")


def test_a_forecast_is_issued_once_and_makes_sense() -> None:
    a_forecast([100] * 24)
    wrongs: tuple[dict[str, Any], ...] = (
        {"values": [100] * 24},
        {"values": [None] * 24, "issued_at": AT - HOUR},
        {"values": [501], "issued_at": AT - HOUR},
        {"values": [100], "issued_at": AT - HOUR, "begins_at": NOW + 72 * HOUR},
        {"values": [100], "issued_at": AT - HOUR, "begins_at": AT},
        {"values": [100] * 400, "issued_at": AT - HOUR},
    )
    for wrong in wrongs:
        with pytest.raises(Refused):
            a_forecast(**wrong)

    assert Forecast.objects.count() == 1


def test_what_was_foreseen_stays_as_it_was_foreseen() -> None:
    forecast = a_forecast([100] * 24)

    with pytest.raises(IntegrityError), transaction.atomic():
        Forecast.objects.filter(pk=forecast.pk).update(level_key="red")
