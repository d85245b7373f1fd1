"""空气质量指数 of many places and hours at once. In whole thousandths, so that it
rounds up as the one does."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from guangyue.alerts.air.standard import HJ_633_2012, Item, Standard

THOUSANDTHS = 1000  # of the unit of an item: what stations report is no finer
NOTHING = -1  # no value: of a concentration as of an index

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
    """分指数 of one item: how many whole indices its concentration has gone past."""
    lasts = _lasts(item, standard)
    # Of the answers one lies below nought and one past the end, both of which have no place on the scale.
    past = NOTHING if standard.scales[item].instead else standard.worst
    answers = np.array([NOTHING, *range(len(lasts) - 1), past], dtype=np.int16)
    return answers[np.searchsorted(lasts, thousandths, side="left")]


@cache
def _lasts(item: Item, standard: Standard) -> NDArray[np.int32]:
    """The last concentration that still has no value, then that which still has the index 0, 1, 2 …"""
    concentrations = standard.scales[item].concentrations
    breakpoints = standard.breakpoints[: len(concentrations)]
    lasts = [NOTHING, 0]
    for upper in range(1, len(concentrations)):
        least, most = concentrations[upper - 1 : upper + 1]
        low, high = breakpoints[upper - 1 : upper + 1]
        width = (most - least) * THOUSANDTHS
        lasts += [least * THOUSANDTHS + step * width // (high - low) for step in range(1, high - low + 1)]
    return np.array(lasts, dtype=np.int32)
