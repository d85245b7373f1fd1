"""地块."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.kit.areas import RADIUS, plots_of

LONGITUDE, LATITUDE = 115.98, 36.45  # in the middle of the city


def a_square(side: float, *, east: float = 0, north: float = 0) -> list[list[float]]:
    """So many metres each way, with its corner so far from the middle of the city."""
    metre = math.degrees(1 / RADIUS)
    x = LONGITUDE + east * metre / math.cos(math.radians(LATITUDE))
    y = LATITUDE + north * metre
    wide, high = side * metre / math.cos(math.radians(LATITUDE)), side * metre
    return [[x, y], [x + wide, y], [x + wide, y + high], [x, y + high], [x, y]]


def area(*polygons: list[list[list[float]]]) -> dict[str, object]:
    return {"type": "MultiPolygon", "coordinates": list(polygons)}


def test_a_hundred_metres_each_way_are_a_hectare() -> None:
    (plot,) = plots_of(area([a_square(100)]))

    assert plot.hectares == pytest.approx(1, rel=1e-3)
    assert (plot.number, plot.corners) == (1, 4)


def test_plots_are_numbered_as_they_are_drawn() -> None:
    plots = list(plots_of(area([a_square(100)], [a_square(300, east=500)])))

    assert [(plot.number, round(plot.hectares)) for plot in plots] == [(1, 1), (2, 9)]


def test_what_is_left_out_within_a_plot_is_not_counted() -> None:
    (plot,) = plots_of(area([a_square(200), a_square(100, east=50, north=50)]))

    assert plot.hectares == pytest.approx(3, rel=1e-3)
    assert plot.corners == 8


@given(st.floats(1, 2_000))
def test_the_way_round_does_not_matter(side: float) -> None:
    ring = a_square(side)

    (one,), (other,) = plots_of(area([ring])), plots_of(area([ring[::-1]]))

    assert one.hectares == pytest.approx(other.hectares)
