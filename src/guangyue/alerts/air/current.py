"""实时空气质量指数: of every hour of a place, from what was measured in it and in the hours before.

Reading of HJ 633-2012, 实时报: a gas is judged by its mean of the hour, particles by their mean of the 24
hours that end with it, since the standard has no scale for an hour of them. Where an hour of sulphur dioxide
lies past the end of its scale, its mean of 24 hours counts instead. Ozone over eight hours is reported beside
it and not part of it: it would hold an afternoon against the clean night that follows.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from guangyue.alerts.air.columns import NOTHING, THOUSANDTHS, AirColumns, Concentrations, air_columns
from guangyue.alerts.air.means import DAY
from guangyue.alerts.air.standard import HJ_633_2012, Item, Pollutant, Standard

BY_THE_HOUR = {
    Pollutant.SO2: Item.SO2_1H,
    Pollutant.NO2: Item.NO2_1H,
    Pollutant.CO: Item.CO_1H,
    Pollutant.O3: Item.O3_1H,
}
BY_THE_DAY = {Pollutant.PM10: Item.PM10_24H, Pollutant.PM25: Item.PM25_24H}

Places = Mapping[Pollutant, Concentrations]
"""For each pollutant a row per place, in it a column per hour: thousandths, or `NOTHING`."""


def current_air(measured: Places, *, missing_allowed: int, standard: Standard = HJ_633_2012) -> AirColumns:
    def day_of(pollutant: Pollutant, *, above: int) -> Concentrations:
        """Only where the hour itself was measured."""
        hours = measured[pollutant]
        means = trailing_means(hours, missing_allowed=missing_allowed)
        return np.where(hours > above, means, NOTHING).astype(np.int32)

    end = standard.scales[Item.SO2_1H].concentrations[-1] * THOUSANDTHS
    items = {
        **{item: measured[pollutant] for pollutant, item in BY_THE_HOUR.items()},
        **{item: day_of(pollutant, above=NOTHING) for pollutant, item in BY_THE_DAY.items()},
        Item.SO2_24H: day_of(Pollutant.SO2, above=end),
    }
    return air_columns(items, standard)


def trailing_means(hours: Concentrations, *, missing_allowed: int) -> Concentrations:
    """滑动均值: at each hour of the 24 that end with it, to the nearest thousandth."""
    known = hours >= 0
    sums = _over_a_day(np.where(known, hours, 0).astype(np.int64))
    many = _over_a_day(known.astype(np.int64))
    means = (2 * sums + many) // np.maximum(2 * many, 1)
    return np.where(many >= max(DAY - missing_allowed, 1), means, NOTHING).astype(np.int32)


def _over_a_day(hours: NDArray[np.int64]) -> NDArray[np.int64]:
    """Sums of as many as there are of the last 24."""
    sums = np.cumsum(hours, axis=-1)
    sums[..., DAY:] -= sums[..., :-DAY].copy()
    return sums


def mean_of_places(measured: Places) -> Places:
    """全市均值: at each hour of all places that measured it, as if they were one place."""
    means = {}
    for pollutant, hours in measured.items():
        known = hours >= 0
        many = known.sum(axis=0)
        sums = np.where(known, hours, 0).sum(axis=0, dtype=np.int64)
        nearest = (2 * sums + many) // np.maximum(2 * many, 1)
        means[pollutant] = np.where(many > 0, nearest, NOTHING).astype(np.int32)[np.newaxis]
    return means
