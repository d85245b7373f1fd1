"""The air of thirty stations over ten years, beside packages of PyPI; the level of ten days of forecast."""

import argparse
import random
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial

import aqi
import numpy as np
from aqi_hub.aqi_cn.aqi import cal_aqi_cn
from numpy.typing import NDArray

from bench.measure import both, in_turns, tell, times
from guangyue.alerts.air.columns import THOUSANDTHS, Concentrations, air_columns
from guangyue.alerts.air.index import air_index
from guangyue.alerts.air.standard import HJ_633_2012, Item
from guangyue.alerts.levels.blocks import hourly
from guangyue.alerts.levels.weighing import Weighing, weigh
from liaocheng.heavy_pollution.plan import PLAN

STATION_HOURS = 30 * 10 * 8766
SAMPLE = 20_000  # station-hours: what takes one value at a time can do while one waits
FORECASTS, FORECAST_HOURS, MOST_SECONDS = 200, 240, 0.05
# What a station reports each hour: how finely, in thousandths of the unit, and what is usual.
REPORTED: Mapping[Item, tuple[int, int]] = {
    Item.PM25_24H: (THOUSANDTHS, 60),
    Item.PM10_24H: (THOUSANDTHS, 110),
    Item.SO2_1H: (THOUSANDTHS, 20),
    Item.NO2_1H: (THOUSANDTHS, 40),
    Item.CO_1H: (THOUSANDTHS // 10, 1),
    Item.O3_1H: (THOUSANDTHS, 100),
}
NAMES = (aqi.POLLUTANT_PM25, aqi.POLLUTANT_PM10, "so2_1h", "no2_1h", "co_1h", "o3_1h")  # those of python-aqi

Air = Mapping[Item, Concentrations]
Row = tuple[float, ...]


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench alerts")
    parser.add_argument("--hours", type=int, default=STATION_HOURS)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args(arguments)
    measure_columns(asked.hours, asked.rounds)
    measure_packages(min(SAMPLE, asked.hours), asked.rounds)
    measure_weighing(asked.rounds)


def measure_columns(hours: int, rounds: int) -> None:
    """Beside numpy.interp, which a programmer would reach for, and which knows no thousandths."""
    air = invented(hours)
    taken = in_turns(rounds, ours=partial(air_columns, air), interp=partial(interpolated, air))
    wrong = int(np.count_nonzero(air_columns(air).values != interpolated(air)))
    print(f"-- {hours:,} station-hours of six pollutants; numpy.interp has {wrong:,} of them wrong")
    ratio = times(taken["ours"].median, taken["interp"].median)
    tell("all of them", both(taken["ours"]), f"numpy.interp {both(taken['interp'])}", ratio)


def measure_packages(hours: int, rounds: int) -> None:
    """The packages take one station-hour at a time, as our single index does."""
    air = invented(hours)
    rows = list(zip(*((column / THOUSANDTHS).tolist() for column in air.values()), strict=True))
    texts = [[(name, str(said)) for name, said in zip(NAMES, row, strict=True)] for row in rows]
    exact = [dict(zip(REPORTED, (Decimal(str(said)) for said in row), strict=True)) for row in rows]
    taken = in_turns(
        rounds,
        columns=partial(air_columns, air),
        single=lambda: [air_index(row).value for row in exact],
        python_aqi=lambda: by_python_aqi(texts),
        aqi_hub=lambda: by_aqi_hub(rows),
    )
    ours = air_columns(air).values.tolist()
    print(f"-- {hours:,} station-hours")
    for name, answers in (("python_aqi", by_python_aqi(texts)), ("aqi_hub", by_aqi_hub(rows))):
        wrong = sum(answer != own for answer, own in zip(answers, ours, strict=True))
        theirs, beside = taken[name], f"{name} {both(taken[name])}, {wrong:,} differ"
        for what in ("columns", "single"):
            ratio = times(theirs.median, taken[what].median)
            tell(f"ours as {what}", both(taken[what]), beside, f"theirs takes {ratio}")


def measure_weighing(rounds: int) -> None:
    """Each forecast from its hours to the level, with what lacks for those above."""
    dice = random.Random(3)
    forecasts = [forecast(dice) for _ in range(FORECASTS)]
    slowest = max(in_turns(rounds, ours=partial(weighed, hours))["ours"].median for hours in forecasts)
    verdict = "held" if slowest < MOST_SECONDS else "MISSED"
    print(f"-- {FORECASTS:,} forecasts of {FORECAST_HOURS} hours")
    tell("the slowest of them", f"{slowest * 1000:.1f} ms", f"limit {MOST_SECONDS * 1000:.0f} ms", verdict)


def weighed(hours: Sequence[int]) -> Weighing:
    weighing = weigh(PLAN, hourly(hours, missing_allowed=PLAN.missing_allowed))
    if len(weighing.why_not) != len(PLAN.above(weighing.level)):
        raise RuntimeError("a level above is not accounted for")
    return weighing


def forecast(dice: random.Random) -> list[int]:
    """Hours that wander about the threshold: where there are most processes to join."""
    value, hours = 200.0, []
    for _ in range(FORECAST_HOURS):
        value = min(max(value + dice.gauss((210 - value) / 12, 25), 20), 500)
        hours.append(round(value))
    return hours


def interpolated(air: Air) -> NDArray[np.int16]:
    parts = []
    for item, column in air.items():
        points = np.array(HJ_633_2012.scales[item].concentrations)
        part = np.ceil(np.interp(column / THOUSANDTHS, points, HJ_633_2012.breakpoints[: len(points)]))
        if HJ_633_2012.scales[item].instead:
            part[column > points[-1] * THOUSANDTHS] = -1
        parts.append(part.astype(np.int16))
    largest: NDArray[np.int16] = np.maximum.reduce(parts)
    return largest


def by_python_aqi(rows: Iterable[list[tuple[str, str]]]) -> list[int]:
    return [int(aqi.to_aqi(row, algo=aqi.ALGO_MEP)) for row in rows]


def by_aqi_hub(rows: Iterable[Row]) -> list[int | None]:
    return [cal_aqi_cn(*row)[0] for row in rows]


def invented(hours: int) -> Air:
    """Air as it usually is here, with its bad days; never past the end of a scale."""
    dice = np.random.default_rng(1)
    air = {}
    for item, (step, usual) in REPORTED.items():
        last = HJ_633_2012.scales[item].concentrations[-1] * THOUSANDTHS
        drawn = dice.lognormal(np.log(usual), 0.7, hours) * THOUSANDTHS
        air[item] = np.minimum(drawn // step * step, last).astype(np.int32)
    return air
