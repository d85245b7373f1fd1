"""模拟: air that was never measured, for drills and for the demonstration: the same seed, the same air."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from math import cos, pi
from random import Random

import numpy as np
from numpy.typing import NDArray

from guangyue.alerts.air.columns import THOUSANDTHS
from guangyue.alerts.air.current import Places, current_air
from guangyue.alerts.air.means import DAY
from guangyue.alerts.air.standard import Pollutant

PAST, COMING = 5 * DAY, 6 * DAY  # hours simulated before and after now


@dataclass(frozen=True)
class Scenario:
    """情景: fine particles (μg/m³) at so many hours from now; between them they rise and fall evenly."""

    title: str
    course: tuple[tuple[int, int], ...]


ONE_DAY = ((-120, 60), (16, 90), (28, 215), (36, 215), (50, 70), (144, 55))
TWO_DAYS = ((-120, 60), (10, 100), (26, 205), (48, 205), (62, 70), (144, 60))
THREE_DAYS = ((-120, 55), (-24, 90), (-12, 225), (30, 235), (62, 205), (78, 75), (144, 50))
TWICE = ((-120, 60), (12, 100), (24, 210), (46, 210), (58, 60), (66, 60), (76, 220), (110, 220), (126, 60))
FOUR_DAYS = ((-120, 70), (-12, 120), (6, 220), (24, 280), (80, 330), (100, 240), (124, 90), (144, 60))
BETTER = ((-120, 180), (-30, 210), (-14, 120), (-6, 55), (144, 60))


class Course(Enum):
    """演练情景."""

    HINT = Scenario("一天重污染（提示信息）", ONE_DAY)
    YELLOW = Scenario("两天重污染（黄色）", TWO_DAYS)
    ORANGE = Scenario("三天以上重污染（橙色）", THREE_DAYS)
    MERGED = Scenario("两次过程间隔不到 36 小时（合并）", TWICE)
    RED = Scenario("四天以上并严重污染（红色）", FOUR_DAYS)
    CLEARING = Scenario("正在好转（可以解除）", BETTER)


@dataclass(frozen=True)
class SimulatedAir:
    """模拟的空气: of so many stations in the hours before now, and the index foreseen for those after."""

    measured: Places
    foreseen: tuple[int, ...]


def simulate_air(course: Course, *, stations: int, first_hour: int, seed: int = 0) -> SimulatedAir:
    """`first_hour` is the hour of the day with which what is to come begins."""
    chance = Random(seed)  # noqa: S311  (air is nobody's secret)
    beats = [_station_beat(chance) for _ in range(stations)]
    hours = np.arange(-PAST, COMING)
    when, how_much = zip(*course.value.course, strict=True)
    fine = np.interp(hours, np.array(when), np.array(how_much))
    day = np.array([cos(2 * pi * (hour + first_hour - 3) / DAY) for hour in hours])
    whole = [_pollutants(fine * beat * (1 + 0.12 * day) * _noise(chance, len(hours)), day) for beat in beats]
    measured = {
        pollutant: np.array([one[pollutant] for one in whole], dtype=np.int32) for pollutant in Pollutant
    }
    past = {pollutant: rows[:, :PAST] for pollutant, rows in measured.items()}
    expected = {one: rows.mean(axis=0, keepdims=True).astype(np.int32) for one, rows in measured.items()}
    coming = current_air(expected, missing_allowed=0).values[0, PAST:]
    return SimulatedAir(past, tuple(int(value) for value in coming))


def _station_beat(chance: Random) -> float:
    """A street has worse air than a park."""
    return chance.uniform(0.88, 1.12)


def _noise(chance: Random, hours: int) -> NDArray[np.float64]:
    return np.array([chance.uniform(0.94, 1.06) for _ in range(hours)])


def _pollutants(fine: NDArray[np.float64], day: NDArray[np.float64]) -> Mapping[Pollutant, NDArray[np.int32]]:
    """What goes with fine particles in a northern winter: coal, traffic, and little ozone."""
    kinds = {
        Pollutant.PM25: fine,
        Pollutant.PM10: 20 + 1.3 * fine,
        Pollutant.SO2: 6 + 0.07 * fine,
        Pollutant.NO2: 18 + 0.22 * fine * (1 + 0.2 * day),
        Pollutant.CO: 0.4 + 0.008 * fine,
        Pollutant.O3: 45 - 30 * day,
    }
    return {
        one: np.maximum(values * THOUSANDTHS, 0).round(-2).astype(np.int32) for one, values in kinds.items()
    }
