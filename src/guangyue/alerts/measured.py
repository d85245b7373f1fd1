"""实况: what was measured, as a table of stations by hours, and what the air of the whole city was."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import numpy as np

from guangyue.alerts.air.columns import NOTHING, THOUSANDTHS, AirColumns, Concentrations
from guangyue.alerts.air.current import current_air, mean_of_places
from guangyue.alerts.air.means import DAY
from guangyue.alerts.air.standard import AirClass, Pollutant, class_of
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import StationHour
from guangyue.alerts.models.air import FIELDS
from guangyue.kit.clocks import HOUR, whole_hour

BEFORE = DAY - 1  # hours before one that its particles are judged by
STILL_CURRENT = 6  # hours; older than that nothing is the air of now

Concentrated = Mapping[str, Decimal | None]
"""Concentrations by the name of their field."""


class Table:
    """实况表: thousandths of each pollutant, a row per station, in it a column per hour."""

    def __init__(self, stations: Iterable[int], since: datetime, until: datetime) -> None:
        self.since, self.hours = since, (until - since) // HOUR
        self.rows = {station: row for row, station in enumerate(stations)}
        shape = len(self.rows), self.hours
        self.measured: dict[Pollutant, Concentrations] = {
            pollutant: np.full(shape, NOTHING, dtype=np.int32) for pollutant in Pollutant
        }

    def place(self, station: int, hour: datetime) -> tuple[int, int]:
        return self.rows[station], (hour - self.since) // HOUR

    def put(self, station: int, hour: datetime, said: Concentrated) -> None:
        place = self.place(station, hour)
        for pollutant, name in FIELDS.items():
            value = said[name]
            self.measured[pollutant][place] = NOTHING if value is None else int(value * THOUSANDTHS)


def air_of(measured: Mapping[Pollutant, Concentrations]) -> AirColumns:
    return current_air(measured, missing_allowed=response_plan().missing_allowed)


def primary_of(air: AirColumns, place: tuple[int, int]) -> tuple[Pollutant, ...]:
    """首要污染物, each once."""
    value = air.values[place]
    if value <= air.standard.primary_above:
        return ()
    shared = (item.pollutant for item, parts in air.parts.items() if parts[place] == value)
    return tuple(dict.fromkeys(shared))


@dataclass(frozen=True)
class CityHour:
    """全市一小时的空气: its index, what that comes from, and how many stations say so."""

    hour: datetime
    aqi: int | None
    primary: tuple[Pollutant, ...]
    concentrations: Mapping[Pollutant, float]
    stations: int

    @property
    def air_class(self) -> AirClass | None:
        return None if self.aqi is None else class_of(self.aqi)

    @property
    def primary_said(self) -> str:
        return "、".join(one.value for one in self.primary)


def city_hours(*, since: datetime, until: datetime, exercise: bool = False) -> list[CityHour]:
    """全市逐时实况, by the mean concentrations of the stations; an hour nobody measured says nothing."""
    begin = since - BEFORE * HOUR
    kept = StationHour.objects.filter(exercise=exercise, station__in_use=True).between(begin, until)
    rows = list(kept.values("station", "hour", *FIELDS.values()))
    table = Table(sorted({row["station"] for row in rows}), begin, until)
    for row in rows:
        table.put(row["station"], row["hour"], row)
    return list(_hours_of(table))[BEFORE:]


def city_now(at: datetime, *, exercise: bool = False) -> CityHour | None:
    """The last hour of the few before a moment of which anything is known."""
    until = whole_hour(at) + HOUR
    hours = city_hours(since=until - STILL_CURRENT * HOUR, until=until, exercise=exercise)
    return next((one for one in reversed(hours) if one.aqi is not None), None)


def _hours_of(table: Table) -> Iterator[CityHour]:
    means = mean_of_places(table.measured)
    air = air_of(means)
    stations = np.any([hours >= 0 for hours in table.measured.values()], axis=0).sum(axis=0)
    for column in range(table.hours):
        value = int(air.values[0, column])
        yield CityHour(
            hour=table.since + column * HOUR,
            aqi=None if value == NOTHING else value,
            primary=primary_of(air, (0, column)),
            concentrations={
                one: int(hours[0, column]) / THOUSANDTHS
                for one, hours in means.items()
                if hours[0, column] != NOTHING
            },
            stations=int(stations[column]),
        )
