"""What can be seen at a glance: figures, charts and shaded maps as values, each drawn and told as a table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Protocol

from guangyue.kit.access import Scope


@dataclass(frozen=True)
class Figure:
    """数字: one number that stands for a whole."""

    title: str
    value: int
    unit: str
    icon: str
    link: str = ""
    detail: str = ""


class Kind(Enum):
    """How a chart is drawn."""

    BARS = "bars"  # one bar for each label
    LYING_BARS = "lying-bars"  # where labels are long or many
    STACK = "stack"  # series on top of each other
    PYRAMID = "pyramid"  # two series back to back, as ages of men and women
    RING = "ring"  # parts of a whole, six at most
    LINE = "line"  # over time
    STEPS = "steps"  # what stays as it is from one day until another


@dataclass(frozen=True)
class Series:
    """A row of values, one for each label of its chart; None where there is nothing to draw."""

    name: str
    values: tuple[int | float | None, ...]


@dataclass(frozen=True)
class Chart:
    """图: the same numbers as a drawing and as the table below it."""

    key: str
    title: str
    kind: Kind
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    source: str = ""

    @property
    def is_empty(self) -> bool:
        return not any(value for series in self.series for value in series.values)

    def drawing(self) -> dict[str, Any]:
        """What the script that draws it is told."""
        return {
            "kind": self.kind.value,
            "unit": self.unit,
            "labels": self.labels,
            "series": [{"name": series.name, "values": series.values} for series in self.series],
        }


@dataclass(frozen=True)
class Shade:
    """What a map says of one region."""

    code: str
    name: str
    value: int
    link: str = ""


@dataclass(frozen=True)
class ShadedMap:
    """分布图: the districts, the darker the more."""

    key: str
    title: str
    unit: str
    shades: tuple[Shade, ...]
    source: str = ""

    @property
    def is_empty(self) -> bool:
        return not any(shade.value for shade in self.shades)

    def drawing(self) -> dict[str, Any]:
        return {
            "unit": self.unit,
            "shades": {
                shade.code: {"name": shade.name, "value": shade.value, "link": shade.link}
                for shade in self.shades
            },
        }


@dataclass(frozen=True)
class Point:
    """点: a place on a map, in the colour of what it is. What bears a label stands out."""

    words: str
    link: str
    latitude: float
    longitude: float
    colour: str
    label: str = ""


@dataclass(frozen=True)
class PointMap:
    """点位图: places by what they are; the legend says in words what each colour means."""

    key: str
    title: str
    points: tuple[Point, ...]
    legend: tuple[tuple[str, str], ...]  # colour and words
    source: str = ""

    def drawing(self) -> list[dict[str, Any]]:
        """What the script that draws it is told."""
        return [
            {
                "words": point.words,
                "link": point.link,
                "place": (point.latitude, point.longitude),
                "colour": point.colour,
                "label": point.label,
            }
            for point in self.points
        ]


Picture = Figure | Chart | ShadedMap


class PictureSource(Protocol):
    """What makes pictures of the rows that a person may see; GUANGYUE_PICTURES names all there are."""

    def __call__(self, *, scope: Scope, on: date) -> Iterable[Picture]: ...


def counted_chart(
    key: str,
    title: str,
    kind: Kind,
    counts: Mapping[str, int],
    *,
    unit: str,
    name: str = "",
    source: str = "",
) -> Chart:
    """A chart of one series from what a query counted."""
    return Chart(
        key, title, kind, tuple(counts), (Series(name or title, tuple(counts.values())),), unit, source
    )
