"""空气质量指数: the table, rounding up, and that columns say what single values say."""

from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.alerts.air.columns import NOTHING, THOUSANDTHS, air_columns
from guangyue.alerts.air.index import air_index, counts_instead, part_of
from guangyue.alerts.air.means import DAY, DayMeans
from guangyue.alerts.air.standard import HJ_633_2012, AirClass, Item, Scale, Standard, class_of

items = st.sampled_from(Item)
thousandths = st.integers(-5, 4_000_000)


@pytest.mark.parametrize("item", Item)
def test_every_breakpoint_of_the_table_is_its_own_index(item: Item) -> None:
    concentrations = HJ_633_2012.scales[item].concentrations

    parts = [part_of(item, one) for one in concentrations]

    assert parts == list(HJ_633_2012.breakpoints[: len(concentrations)])


@pytest.mark.parametrize("item", Item)
def test_past_its_end_an_item_is_the_worst_or_leaves_it_to_another(item: Item) -> None:
    past = HJ_633_2012.scales[item].concentrations[-1] + Decimal("0.1")

    instead = counts_instead(item, past)

    assert part_of(item, past) == (None if instead else 500)
    assert instead is None or instead.pollutant is item.pollutant


@given(items, thousandths, thousandths)
def test_no_concentration_is_better_than_a_lower_one(item: Item, one: int, other: int) -> None:
    low, high = (part_of(item, Decimal(value) / THOUSANDTHS) for value in sorted((one, other)))

    assert low is None or high is None or low <= high


@given(st.dictionaries(items, st.lists(thousandths, min_size=7, max_size=7), min_size=1))
def test_columns_say_of_each_station_hour_what_is_said_of_it_alone(columns: dict[Item, list[int]]) -> None:
    many = air_columns({item: np.array(column, dtype=np.int32) for item, column in columns.items()})

    for place in range(7):
        one = air_index({item: Decimal(column[place]) / THOUSANDTHS for item, column in columns.items()})
        assert many.values[place] == (NOTHING if one.value is None else one.value)
        assert {item for item in columns if many.is_primary(item)[place]} == set(one.primary)
        assert {item: int(many.parts[item][place]) for item in one.parts} == one.parts


def around_whole_indices(item: Item, standard: Standard) -> list[int]:
    """Nowhere else can the two round apart: nothing lies nearer to a whole index than a thousandth."""
    points, breakpoints = standard.scales[item].concentrations, standard.breakpoints
    whole = [
        least * THOUSANDTHS + step * (most - least) * THOUSANDTHS // (high - low)
        for (least, most), (low, high) in zip(pairwise(points), pairwise(breakpoints), strict=False)
        for step in range(high - low + 1)
    ]
    return [place + beside for place in whole for beside in (-1, 0, 1)]


def agree(item: Item, standard: Standard) -> bool:
    around = around_whole_indices(item, standard)
    together: list[int] = air_columns({item: np.array(around, dtype=np.int32)}, standard).values.tolist()
    alone = [part_of(item, Decimal(one) / THOUSANDTHS, standard) for one in around]
    return together == [NOTHING if one is None else one for one in alone]


@pytest.mark.parametrize("item", Item)
def test_columns_agree_at_every_whole_index_and_a_thousandth_beside_it(item: Item) -> None:
    assert agree(item, HJ_633_2012)


@given(st.sets(st.integers(1, 4000), min_size=7, max_size=7))
def test_columns_agree_by_the_table_of_any_other_standard(concentrations: set[int]) -> None:
    scale = Scale((0, *sorted(concentrations)))

    assert agree(Item.PM25_24H, Standard("另一标准", HJ_633_2012.breakpoints, {Item.PM25_24H: scale}))


def test_the_air_is_judged_by_the_worst_and_all_that_share_it_are_named() -> None:
    index = air_index({Item.PM25_24H: 180, Item.O3_8H: 100, Item.PM10_24H: 371, Item.CO_24H: None})

    assert (index.value, index.primary, index.air_class) == (
        230,
        (Item.PM25_24H, Item.PM10_24H),
        AirClass.HEAVY,
    )
    assert index.exceeding == index.primary


@pytest.mark.parametrize(
    ("index", "expected"), [(50, "优"), (51, "良"), (150, "轻度污染"), (200, "中度污染"), (201, "重度污染")]
)
def test_a_class_ends_with_its_number(index: int, expected: str) -> None:
    assert class_of(index).title == expected


def test_a_day_mean_leaves_out_the_hours_that_lack_until_too_many_do() -> None:
    day = [240] * 20 + [None] * 4

    assert DayMeans(day, missing_allowed=4).from_hour(0) == 240
    assert DayMeans(day, missing_allowed=3).from_hour(0) is None


def test_a_day_that_is_not_whole_has_no_mean() -> None:
    means = DayMeans([100] * DAY, missing_allowed=4)

    assert means.from_hour(0) == 100
    assert means.from_hour(1) is None
    assert means.from_hour(-1) is None
