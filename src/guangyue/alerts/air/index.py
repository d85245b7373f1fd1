"""空气质量指数 of one place at one time, exactly: linear between the breakpoints, then rounded up."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from guangyue.alerts.air.standard import HJ_633_2012, AirClass, Item, Standard, class_of

Concentration = Decimal | int | None
"""Nothing, where nothing was measured; what is below nought is as good as nothing."""


@dataclass(frozen=True)
class AirIndex:
    """空气质量指数: the largest of the 分指数, with those from which it comes."""

    parts: Mapping[Item, int]
    standard: Standard = HJ_633_2012

    @property
    def value(self) -> int | None:
        return max(self.parts.values(), default=None)

    @property
    def primary(self) -> tuple[Item, ...]:
        """首要污染物: all that share the largest, once the air is worse than 优."""
        value = self.value
        if value is None or value <= self.standard.primary_above:
            return ()
        return tuple(item for item, part in self.parts.items() if part == value)

    @property
    def exceeding(self) -> tuple[Item, ...]:
        """超标污染物."""
        return tuple(item for item, part in self.parts.items() if part > self.standard.exceeding_above)

    @property
    def air_class(self) -> AirClass | None:
        return None if self.value is None else class_of(self.value)


def air_index(concentrations: Mapping[Item, Concentration], standard: Standard = HJ_633_2012) -> AirIndex:
    """From what was measured; an item without a value says nothing."""
    parts = {item: part_of(item, said, standard) for item, said in concentrations.items()}
    return AirIndex({item: part for item, part in parts.items() if part is not None}, standard)


def part_of(item: Item, concentration: Concentration, standard: Standard = HJ_633_2012) -> int | None:
    """分指数 of one item; none where another item counts instead, or nothing was measured."""
    if concentration is None or concentration < 0:
        return None
    scale, breakpoints = standard.scales[item], standard.breakpoints
    parts, whole = concentration.as_integer_ratio()
    upper = bisect_left(scale.concentrations, -(-parts // whole))
    if upper == len(scale.concentrations):
        return None if scale.instead else standard.worst
    if upper == 0:
        return breakpoints[0]
    least, most = scale.concentrations[upper - 1 : upper + 1]
    low, high = breakpoints[upper - 1 : upper + 1]
    return low - (least * whole - parts) * (high - low) // (whole * (most - least))


def counts_instead(item: Item, concentration: Concentration, standard: Standard = HJ_633_2012) -> Item | None:
    """The item to look at where this one lies past the end of its scale."""
    scale = standard.scales[item]
    past = concentration is not None and concentration > scale.concentrations[-1]
    return scale.instead if past else None
