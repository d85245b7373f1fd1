"""空气质量指数 of many places and hours at once. In whole thousandths, so that it
rounds up as the one does."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guangyue.alerts.air.standard import HJ_633_2012, Item, Standard

THOUSANDTHS = 1000  # of the unit of an item: what stations report is no finer
NOTHING = -1  # no value: of a concentration as of an index
# What lies this near to a whole index is that index: more than a double errs, less than any thousandth adds.
TOLERANCE = 1e-6

Concentrations = NDArray[np.int32]
Indices = NDArray[np.int16]


@dataclass(frozen=True)
class AirColumns:
    """The indices of station-hours, and for each item those of its part."""

    parts: Mapping[Item, Indices]
    values: Indices
    standard: Standard = HJ_633_2012

    def is_primary(self, item: Item) -> NDArray[np.bool_]:
        """Where it is a 首要污染物."""
        largest: NDArray[np.bool_] = self.parts[item] == self.values
        largest &= self.values > self.standard.primary_above
        return largest


def air_columns(
    concentrations: Mapping[Item, Concentrations], standard: Standard = HJ_633_2012
) -> AirColumns:
    """From thousandths by item, each as long as the others."""
    parts = {item: part_column(item, column, standard) for item, column in concentrations.items()}
    return AirColumns(parts, np.maximum.reduce(list(parts.values())), standard)


def part_column(item: Item, thousandths: Concentrations, standard: Standard = HJ_633_2012) -> Indices:
    """分指数 of one item."""
    scale = standard.scales[item]
    points = np.array(scale.concentrations) * THOUSANDTHS
    exact = np.interp(thousandths, points, standard.breakpoints[: len(points)])
    parts = np.ceil(exact - TOLERANCE).astype(np.int16)
    parts[thousandths < 0] = NOTHING
    if scale.instead:
        parts[thousandths > points[-1]] = NOTHING
    return parts
