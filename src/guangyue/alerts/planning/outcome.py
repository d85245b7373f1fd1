"""求解结果: what each source does, what that costs, how far the cheapest may still be away, what lacks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from guangyue.alerts.planning.options import NO_GRAMS, PERIODS, Grams, Option, Problem
from guangyue.alerts.planning.requirements import Requirement, requirements_of

OBSTACLES = 20  # that are named


@dataclass(frozen=True)
class Obstacle:
    """妨碍: what an official holds a source to, and how many units of a requirement that takes away."""

    code: str
    units: int


@dataclass(frozen=True)
class Lack:
    """缺口: in the worst period a requirement has so many units of those it needs.

    `most` could be had if all saved what they can of it, `most_unheld` if besides nothing were held. Those
    that take away most come first among the obstacles.
    """

    name: str
    needed: int
    reached: int
    most: int
    most_unheld: int
    obstacles: tuple[Obstacle, ...] = ()

    def share(self, units: int) -> Fraction:
        """Of what is needed."""
        return Fraction(units, self.needed)


@dataclass(frozen=True)
class Outcome:
    """求解结果: by source the key of its option. Costs are 分 over as many days as there are periods; no
    choice that saves as much costs less than `bound`."""

    chosen: Mapping[str, str]
    cost: int
    bound: int
    saved: tuple[Grams, ...]
    lacks: tuple[Lack, ...] = ()
    seconds: float = 0.0

    @property
    def feasible(self) -> bool:
        return not self.lacks

    @property
    def gap(self) -> Fraction:
        """最优性差距: at most so much of the cost could still be saved."""
        return Fraction(self.cost - self.bound, self.cost) if self.cost else Fraction(0)


def saved_by(problem: Problem, options: Sequence[Option]) -> tuple[Grams, ...]:
    """Period by period, with what is saved anyway."""
    return tuple(
        add(problem.fixed, *(one.saves_in(period) for one in options if period in one.periods))
        for period in PERIODS
    )


def add(*amounts: Grams) -> Grams:
    return tuple(map(sum, zip(*amounts, strict=True))) if amounts else NO_GRAMS


def lacks_of(problem: Problem, saved: Sequence[Grams]) -> tuple[Lack, ...]:
    """What each requirement lacks that is not kept in every period, and why."""
    return tuple(
        _lack(problem, one, reached)
        for one in requirements_of(problem)
        if (reached := min(one.units(grams) for grams in saved)) < one.needed
    )


def _lack(problem: Problem, requirement: Requirement, reached: int) -> Lack:
    """The most is counted source by source, as a mean over the periods."""
    most = unheld = requirement.units(problem.fixed)
    obstacles = []
    for one in problem.candidates:
        could = _most(requirement, one.open_options)
        free = _most(requirement, one.options)
        most, unheld = most + could, unheld + free
        if could < free:
            obstacles.append(Obstacle(one.code, free - could))
    obstacles.sort(key=lambda one: (-one.units, one.code))
    return Lack(requirement.name, requirement.needed, reached, most, unheld, tuple(obstacles)[:OBSTACLES])


def _most(requirement: Requirement, options: Sequence[Option]) -> int:
    """As a mean over the periods, rounded up: no choice reaches more."""
    return max(-(-requirement.units(one.saves_in_all) // len(PERIODS)) for one in options)
