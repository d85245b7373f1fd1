"""减排比例核算: whether the lists save enough of each pollutant. Exact: 9.9 % is not 10 %."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from guangyue.alerts.plans import Level

PERCENT = 100
NOTHING = Fraction(0)


class Emitted(Enum):
    """减排的污染物."""

    SO2 = "二氧化硫"
    NOX = "氮氧化物"
    PM = "颗粒物"
    VOCS = "挥发性有机物"


SHIFTED = (Emitted.SO2, Emitted.NOX)
"""Of these the one may save less if the other saves more: they are asked for together."""


class SourceList(Enum):
    """应急减排清单: the three lists among which the saving is divided."""

    INDUSTRIAL = "工业源"
    MOBILE = "移动源"
    DUST = "扬尘源"


@dataclass(frozen=True)
class Saving:
    """减排量 of one measure a day, in kilograms."""

    source: SourceList
    emitted: Emitted
    kilograms: Decimal


@dataclass(frozen=True)
class Asked:
    """减排要求: of these pollutants together so many percent, and how many are saved."""

    pollutants: tuple[Emitted, ...]
    percent: int
    saved: Fraction

    @property
    def met(self) -> bool:
        return self.saved >= self.percent

    @property
    def name(self) -> str:
        return "与".join(one.value for one in self.pollutants)


@dataclass(frozen=True)
class ReductionProof:
    """减排证明: requirement by requirement."""

    asked: tuple[Asked, ...]

    @property
    def met(self) -> bool:
        return all(one.met for one in self.asked)

    @property
    def missed(self) -> tuple[Asked, ...]:
        return tuple(one for one in self.asked if not one.met)


def prove(level: Level, percents: Mapping[Emitted, Decimal | Fraction | int]) -> ReductionProof:
    """By the percents saved of each; what is not given is not saved."""
    asked = []
    for group in (SHIFTED, *((one,) for one in Emitted if one not in SHIFTED)):
        saved = sum((Fraction(percents.get(one, 0)) for one in group), NOTHING)
        asked.append(Asked(group, (level.reduction or 0) * len(group), saved))
    return ReductionProof(tuple(asked))


def percents_saved(base: Mapping[Emitted, Decimal], savings: Iterable[Saving]) -> Mapping[Emitted, Fraction]:
    """The sums of the lists by what the whole society emits; of what nobody emits nothing need be saved."""
    saved = dict.fromkeys(Emitted, NOTHING)
    for saving in savings:
        saved[saving.emitted] += Fraction(saving.kilograms)
    return {one: _percent(saved[one], base[one]) for one in Emitted}


def by_source(savings: Iterable[Saving]) -> Iterator[tuple[SourceList, Mapping[Emitted, Decimal]]]:
    """分解: the kilograms of each list."""
    kept = list(savings)
    for source in SourceList:
        sums = dict.fromkeys(Emitted, Decimal(0))
        for saving in kept:
            if saving.source is source:
                sums[saving.emitted] += saving.kilograms
        yield source, sums


def _percent(saved: Fraction, base: Decimal) -> Fraction:
    return saved * PERCENT / Fraction(base) if base else Fraction(PERCENT)
