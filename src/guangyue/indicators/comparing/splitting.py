"""分解: what the counties are given adds up to what the city promised, where such numbers add up at all."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from guangyue.indicators.comparing.natures import Nature


@dataclass(frozen=True)
class Sum:
    """合计 beside what it has to be."""

    total: Decimal
    required: Decimal
    nature: Nature

    @property
    def fits(self) -> bool:
        return not self.nature.adds_up or self.total == self.required


def sum_up(values: Collection[Decimal], *, required: Decimal, nature: Nature) -> Sum:
    return Sum(sum(values, Decimal(0)), required, nature)
