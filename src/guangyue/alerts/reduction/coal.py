"""清洁煤: what those who cannot stop keep in store. All of it must hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Coal:
    """煤质: sulphur, ash and volatile matter in percent, heat in MJ/kg. As a standard the most of each, and
    the least heat."""

    sulphur: Decimal
    ash: Decimal
    volatile: Decimal
    heat: Decimal


def faults_of(batch: Coal, standard: Coal) -> Iterator[str]:
    """What keeps it from being clean; of clean coal nothing."""
    if batch.sulphur > standard.sulphur:
        yield f"全硫 {batch.sulphur}%，应当不超过 {standard.sulphur}%。"
    if batch.ash > standard.ash:
        yield f"灰分 {batch.ash}%，应当不超过 {standard.ash}%。"
    if batch.volatile > standard.volatile:
        yield f"挥发分 {batch.volatile}%，应当不超过 {standard.volatile}%。"
    if batch.heat < standard.heat:
        yield f"发热量 {batch.heat} 兆焦/千克，应当不低于 {standard.heat} 兆焦/千克。"
