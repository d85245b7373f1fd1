"""地块 of a GeoJSON MultiPolygon: how large each is, for whoever does not see the map."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

RADIUS = 6_371_008.8  # metres, the mean of the earth
HECTARE = 10_000

Ring = list[list[float]]  # longitude and latitude, the first corner again at the end


@dataclass(frozen=True)
class Plot:
    """地块, numbered as drawn; `hectares` is what its corners enclose, to a few in a thousand."""

    number: int
    hectares: float
    corners: int


def plots_of(area: Mapping[str, Any]) -> Iterator[Plot]:
    """Each polygon, less the rings within it."""
    for number, (outer, *inner) in enumerate(area["coordinates"], start=1):
        enclosed = _enclosed(outer) - sum(map(_enclosed, inner))
        corners = sum(len(ring) - 1 for ring in (outer, *inner))
        yield Plot(number, enclosed / HECTARE, corners)


def _enclosed(ring: Ring) -> float:
    """On a sphere, in square metres."""
    doubled = sum(
        math.radians(x1 - x0) * (2 + math.sin(math.radians(y0)) + math.sin(math.radians(y1)))
        for (x0, y0), (x1, y1) in pairwise(ring)
    )
    return abs(doubled) * RADIUS**2 / 2
