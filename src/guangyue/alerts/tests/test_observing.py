"""监测数据: what is delivered is judged, corrected or refused whole; the city has the air of its means."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import numpy as np
import pytest

from guangyue.alerts.air.columns import NOTHING, THOUSANDTHS
from guangyue.alerts.air.current import current_air, trailing_means
from guangyue.alerts.air.means import DAY, DayMeans
from guangyue.alerts.air.standard import Item, Pollutant
from guangyue.alerts.measured import city_hours, city_now
from guangyue.alerts.models import HourCorrection, StationHour
from guangyue.alerts.services.observing import take_hours
from guangyue.alerts.tests.air_factories import AT, NOW, a_station, brought, fine, measured
from guangyue.alerts.workbooks import air as air_sheets
from guangyue.kit.access import EVERYWHERE, NOWHERE
from guangyue.kit.clocks import HOUR
from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import read_rows


def test_particles_are_judged_by_their_day_and_gases_by_their_hour() -> None:
    nothing = np.full((1, DAY + 1), NOTHING, dtype=np.int32)
    measured = {pollutant: nothing.copy() for pollutant in Pollutant}
    measured[Pollutant.PM25][:] = 180 * THOUSANDTHS
    measured[Pollutant.PM25][0, -1] = 430 * THOUSANDTHS  # one bad hour makes no bad day
    measured[Pollutant.NO2][0, -1] = 700 * THOUSANDTHS

    air = current_air(measured, missing_allowed=4)

    assert air.parts[Item.PM25_24H][0].tolist()[18:] == [-1, 230, 230, 230, 230, 230, 241]
    assert (air.parts[Item.NO2_1H][0, -1], air.values[0, -1]) == (150, 241)


def test_an_hour_of_sulphur_dioxide_past_its_scale_is_judged_by_its_day() -> None:
    measured = {pollutant: np.full((1, DAY), NOTHING, dtype=np.int32) for pollutant in Pollutant}
    measured[Pollutant.SO2][0] = [150 * THOUSANDTHS] * (DAY - 1) + [4950 * THOUSANDTHS]

    air = current_air(measured, missing_allowed=4)

    assert air.values[0, -2:].tolist() == [50, 131]  # mean of the day: 350


def test_a_trailing_mean_is_the_mean_of_the_day_that_ends_with_the_hour() -> None:
    hours = [None if number % 7 == 3 else number * 31 % 400 for number in range(60)]
    thousandths = np.array([[NOTHING if one is None else one * THOUSANDTHS for one in hours]], dtype=np.int32)

    trailing = trailing_means(thousandths, missing_allowed=4)[0]

    days = DayMeans(hours, missing_allowed=4)
    for end in range(DAY, 61):
        mean = days.from_hour(end - DAY)
        assert trailing[end - 1] == (NOTHING if mean is None else round(mean * THOUSANDTHS))


@pytest.mark.django_db
def test_an_hour_delivered_again_is_corrected_and_what_follows_it_is_judged_anew() -> None:
    station = a_station()
    first = measured(station, [180] * 30)
    assert (first.added, first.corrected, StationHour.objects.count()) == (30, 0, 30)
    assert StationHour.objects.get(hour=NOW - HOUR).aqi == 230

    again = take_hours(
        hours=[fine(station, NOW - 10 * HOUR, 420), fine(station, NOW - 9 * HOUR, 180)],
        brought=brought(),
        at=AT,
    )

    assert (again.added, again.corrected, StationHour.objects.count()) == (0, 1, 30)
    assert HourCorrection.objects.get().before["pm25"] == "180.000"
    last = StationHour.objects.get(hour=NOW - HOUR)
    assert (last.aqi, last.primary, last.delivery) == (240, ["PM25"], first)
    assert StationHour.objects.get(hour=NOW - 11 * HOUR).aqi == 230


@pytest.mark.django_db
def test_a_delivery_with_one_bad_hour_is_refused_whole() -> None:
    station = a_station()
    good = fine(station, NOW - HOUR, 80)
    for bad in (
        fine(station, NOW + HOUR, 80),
        fine(station, NOW - timedelta(minutes=90), 80),
        fine(station, NOW - HOUR, 90),
        fine(station, NOW - 9000 * HOUR, 90),
        fine(station, NOW - 2 * HOUR, 100_000),
    ):
        with pytest.raises(Refused):
            take_hours(hours=[good, bad], brought=brought(), at=AT)

    assert not StationHour.objects.exists()


@pytest.mark.django_db
def test_the_air_of_the_city_is_that_of_the_mean_of_its_stations() -> None:
    one, other, closed = a_station("S1"), a_station("S2"), a_station("S3")
    measured(one, [100] * 47 + [None])
    measured(other, [200] * 48)
    measured(closed, [500] * 48)
    closed.in_use = False
    closed.save()
    measured(one, [400] * 48, exercise=True)

    hours = city_hours(since=NOW - 3 * HOUR, until=NOW + HOUR)

    # 150, and in the last hour of the other alone: (23 × 150 + 200) ÷ 24
    assert [(one.aqi, one.stations) for one in hours] == [(200, 2), (200, 2), (203, 1), (None, 0)]
    now = city_now(AT)
    assert now is not None
    assert (now.hour, now.primary_said) == (NOW - HOUR, "细颗粒物")
    drilled = city_now(AT, exercise=True)
    assert drilled is not None
    assert drilled.aqi == 434


TABLE = """站点编码,时间,SO2,NO2,PM10,CO,O3,PM2.5
S1,2026-12-07 08:00,12,40,150,1.2,30,115
S1,2026/12/7 9:00,,—,-1,1.2,30,118.5
"""
BAD = """S1,2026-12-07 09:00,12,40,150,1.2,30,115
S9,2026-12-07 09:00,12,40,150,1.2,30,115
S1,2026-12-07 09:30,12,40,150,1.2,30,115
S1,2026-12-07 23:00,12,40,150,1.2,30,115
S1,2026-12-07 07:00,12,四十,150,1.2,30,115
"""


@pytest.mark.django_db
def test_a_table_of_hours_is_read_with_every_bad_row_named() -> None:
    a_station()

    good = read_rows(BytesIO(TABLE.encode()), air_sheets.HOURS)
    bad = read_rows(BytesIO((TABLE + BAD).encode()), air_sheets.HOURS)

    assert not [*good.problems, *air_sheets.check_hours(good, EVERYWHERE, at=AT)]
    found = bad.with_problems(air_sheets.check_hours(bad, EVERYWHERE, at=AT)).problems
    assert [problem.row for problem in found] == [4, 5, 6, 7, 8]
    assert len(list(air_sheets.check_hours(good, NOWHERE, at=AT))) == 2
    take_hours(hours=air_sheets.hours_of(good.taken(), EVERYWHERE), brought=brought(), at=AT)
    second = StationHour.objects.get(hour=AT.replace(hour=9, minute=0))
    assert (second.so2, second.no2, second.pm10, second.pm25) == (None, None, None, Decimal("118.5"))
