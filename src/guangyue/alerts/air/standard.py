"""空气质量标准 as one table: at which concentrations an index reaches its breakpoints, and
what its values mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Pollutant(Enum):
    """污染物."""

    SO2 = "二氧化硫"
    NO2 = "二氧化氮"
    PM10 = "可吸入颗粒物"
    CO = "一氧化碳"
    O3 = "臭氧"
    PM25 = "细颗粒物"


class Item(Enum):
    """评价项目: a pollutant, averaged over so many hours. In μg/m³, carbon monoxide in mg/m³."""

    SO2_24H = Pollutant.SO2, 24
    SO2_1H = Pollutant.SO2, 1
    NO2_24H = Pollutant.NO2, 24
    NO2_1H = Pollutant.NO2, 1
    PM10_24H = Pollutant.PM10, 24
    CO_24H = Pollutant.CO, 24
    CO_1H = Pollutant.CO, 1
    O3_1H = Pollutant.O3, 1
    O3_8H = Pollutant.O3, 8
    PM25_24H = Pollutant.PM25, 24

    def __init__(self, pollutant: Pollutant, hours: int) -> None:
        self.pollutant, self.hours = pollutant, hours

    def __str__(self) -> str:
        return f"{self.pollutant.value} {self.hours} 小时"


class AirClass(Enum):
    """空气质量类别, up to and with an index."""

    GOOD = "优", 50
    MODERATE = "良", 100
    LIGHT = "轻度污染", 150
    MEDIUM = "中度污染", 200
    HEAVY = "重度污染", 300
    SEVERE = "严重污染", 500

    def __init__(self, title: str, most: int) -> None:
        self.title, self.most = title, most


@dataclass(frozen=True)
class Scale:
    """浓度限值: the concentrations at the breakpoints, from nought on, perhaps not up to the last of them.

    Past its end the last breakpoint stands, or another item of the pollutant counts `instead`.
    """

    concentrations: tuple[int, ...]
    instead: Item | None = None


@dataclass(frozen=True, eq=False)
class Standard:
    """标准: breakpoints of the index, and a scale for each item. Above `primary_above` there are 首要污染物,
    what lies above `exceeding_above` is 超标."""

    name: str
    breakpoints: tuple[int, ...]
    scales: Mapping[Item, Scale]
    primary_above: int = 50
    exceeding_above: int = 100

    @property
    def worst(self) -> int:
        return self.breakpoints[-1]


HJ_633_2012 = Standard(
    name="HJ 633-2012",
    breakpoints=(0, 50, 100, 150, 200, 300, 400, 500),
    scales={
        Item.SO2_24H: Scale((0, 50, 150, 475, 800, 1600, 2100, 2620)),
        Item.SO2_1H: Scale((0, 150, 500, 650, 800), instead=Item.SO2_24H),
        Item.NO2_24H: Scale((0, 40, 80, 180, 280, 565, 750, 940)),
        Item.NO2_1H: Scale((0, 100, 200, 700, 1200, 2340, 3090, 3840)),
        Item.PM10_24H: Scale((0, 50, 150, 250, 350, 420, 500, 600)),
        Item.CO_24H: Scale((0, 2, 4, 14, 24, 36, 48, 60)),
        Item.CO_1H: Scale((0, 5, 10, 35, 60, 90, 120, 150)),
        Item.O3_1H: Scale((0, 160, 200, 300, 400, 800, 1000, 1200)),
        Item.O3_8H: Scale((0, 100, 160, 215, 265, 800), instead=Item.O3_1H),
        Item.PM25_24H: Scale((0, 35, 75, 115, 150, 250, 350, 500)),
    },
)


def class_of(index: int) -> AirClass:
    return next((one for one in AirClass if index <= one.most), AirClass.SEVERE)
