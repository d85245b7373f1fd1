"""Villages, estates and streets: the places people live and firms trade at."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from guangyue.registries.synthetic.chance import Truth, Whole, between, pick
from guangyue.registries.synthetic.names import SURNAMES
from guangyue.registries.synthetic.plan import Plan

PERSONS_A_HOME_PLACE = 80
FIRMS_A_WORK_PLACE = 10
URBAN_TOWNSHIP_WEIGHT = 2.5
GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))
TOWNSHIP_REACH = 0.012  # degrees: about a kilometre

ESTATES = tuple(
    f"{front}{back}"
    for front in ("荷香", "水岸", "望岳", "运河", "胭脂湖", "柳荫")
    for back in ("花园", "家园", "小区", "新苑")
)
VILLAGE_ENDINGS = ("庄村", "屯村", "楼村", "营村", "寨村", "铺村")
STREETS = ("兴业路", "运河街", "创新路", "振华街", "建材市场", "产业园", "商贸城", "农批市场")

HOME_URBAN, HOME_RURAL, WORK = "住宅小区", "村庄", "经营场所"


@dataclass(frozen=True)
class Settlements:
    """聚落: the places of a block as a table, and as columns the rest of the block is drawn from."""

    places: pl.DataFrame
    district: Whole
    urban: Truth
    homes: Whole
    works: Whole


def settle(rng: np.random.Generator, plan: Plan, *, persons: int, firms: int, block: int) -> Settlements:
    """Enough places for so many persons and firms, spread over the townships as people are."""
    homes = -(-persons // PERSONS_A_HOME_PLACE)
    works = -(-firms // FIRMS_A_WORK_PLACE) + 1
    townships = [(at, town) for at, district in enumerate(plan.districts) for town in district.townships]
    district_of = np.array([at for at, _ in townships])
    urban_of = np.array([town.urban for _, town in townships])
    chosen = np.concatenate(
        [pick(rng, _weights(plan, urban_factor), size) for urban_factor, size in ((1.0, homes), (2.0, works))]
    )
    district, urban = district_of[chosen], urban_of[chosen]
    longitude, latitude = _middles(plan)
    home = np.arange(homes + works) < homes
    kinds = np.where(~home, WORK, np.where(urban, HOME_URBAN, HOME_RURAL))
    places = pl.DataFrame(
        {
            "place": [f"P{block:03d}{nth:05d}" for nth in range(homes + works)],
            "title": _titles(rng, [townships[at][1].title for at in chosen.tolist()], kinds),
            "kind": kinds.tolist(),
            "district": [plan.districts[at].code for at in district.tolist()],
            "township": [townships[at][1].code for at in chosen.tolist()],
            "longitude": np.round(longitude[chosen] + _scatter(rng, homes + works), 6),
            "latitude": np.round(latitude[chosen] + _scatter(rng, homes + works), 6),
        }
    )
    return Settlements(
        places=places,
        district=district.astype(np.int64),
        urban=urban,
        homes=np.arange(homes),
        works=np.arange(homes, homes + works),
    )


def _weights(plan: Plan, urban_factor: float) -> list[float]:
    weights = []
    for district in plan.districts:
        shares = [URBAN_TOWNSHIP_WEIGHT * urban_factor if town.urban else 1.0 for town in district.townships]
        weights += [district.population * share / sum(shares) for share in shares]
    return weights


def _middles(plan: Plan) -> tuple[np.ndarray, np.ndarray]:
    """The middles of townships: along a spiral from the middle of the district, so that they lie apart."""
    points = []
    for district in plan.districts:
        nth = np.arange(len(district.townships))
        far = district.reach * np.sqrt((nth + 0.5) / len(nth))
        points.append(
            np.stack(
                [
                    district.longitude + far * np.cos(nth * GOLDEN_ANGLE),
                    district.latitude + far * np.sin(nth * GOLDEN_ANGLE) * 0.8,
                ]
            )
        )
    longitude, latitude = np.concatenate(points, axis=1)
    return longitude, latitude


def _scatter(rng: np.random.Generator, size: int) -> np.ndarray:
    return between(rng, -TOWNSHIP_REACH, TOWNSHIP_REACH, size)


def _titles(rng: np.random.Generator, towns: list[str], kinds: np.ndarray) -> list[str]:
    size = len(towns)
    estate = pick(rng, [1.0] * len(ESTATES), size)
    family = pick(rng, [1.0] * len(SURNAMES), size)
    ending = pick(rng, [1.0] * len(VILLAGE_ENDINGS), size)
    street = pick(rng, [1.0] * len(STREETS), size)
    titles = {
        HOME_URBAN: [ESTATES[at] for at in estate],
        HOME_RURAL: [SURNAMES[name] + VILLAGE_ENDINGS[end] for name, end in zip(family, ending, strict=True)],
        WORK: [STREETS[at] for at in street],
    }
    return [
        town + titles[kind][row] for row, (town, kind) in enumerate(zip(towns, kinds.tolist(), strict=True))
    ]
