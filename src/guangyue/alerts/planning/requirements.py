"""减排要求 as whole numbers: of which pollutants together how much, so that nothing is rounded.

SO2 and NOx may be shifted: their percents are added. Brought to one denominator, a gram of the one counts as
many units as the other's base has, and the sum is compared without a fraction.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import gcd, prod

from guangyue.alerts.planning.options import PERIODS, Grams, Option, Problem
from guangyue.alerts.reduction.proof import PERCENT, SHIFTED, Emitted

KINDS = tuple(Emitted)
GROUPS = (SHIFTED, *((one,) for one in KINDS if one not in SHIFTED))


@dataclass(frozen=True)
class Requirement:
    """一项要求: the grams saved of these pollutants, each by its weight, come to `needed` units."""

    pollutants: tuple[Emitted, ...]
    weights: Grams
    needed: int

    @property
    def name(self) -> str:
        return "与".join(one.value for one in self.pollutants)

    def units(self, grams: Grams) -> int:
        """What these grams count towards it."""
        return sum(weight * saved for weight, saved in zip(self.weights, grams, strict=True))


def requirements_of(problem: Problem) -> Iterator[Requirement]:
    """Of what nobody emits all is saved, as in the proof; a group that is kept by that asks for nothing."""
    base = dict(zip(KINDS, problem.base, strict=True))
    for group in GROUPS:
        present = [one for one in group if base[one]]
        asked = problem.percent * len(group) - PERCENT * (len(group) - len(present))
        if not present or asked <= 0:
            continue
        whole = prod(base[one] for one in present)
        weights = [whole // base[one] if one in present else 0 for one in KINDS]
        shared = gcd(*weights)
        needed = -(-asked * whole // (PERCENT * shared))
        yield Requirement(group, tuple(weight // shared for weight in weights), needed)


def needed_of(problem: Problem, requirements: Sequence[Requirement]) -> list[int]:
    """Of each requirement in each period the units beyond what is saved anyway."""
    return [one.needed - one.units(problem.fixed) for one in requirements for _ in PERIODS]


def units_of(option: Option, requirements: Sequence[Requirement]) -> list[int]:
    """What an option counts towards each of them, in the same order."""
    return [one.units(option.saves_in(period)) for one in requirements for period in PERIODS]
