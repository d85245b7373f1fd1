"""影子价格: what a unit of each requirement is worth in each period, by the linear relaxation.

Prices come from a solver that reckons with a point; the bound does not. Whatever they are, no choice that
saves enough costs less than what everybody's best costs at them all told, which is reckoned in whole numbers.
The cheapest choice takes few options that are much dearer than that: those of least regret are the core.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ortools.linear_solver.python import model_builder

from guangyue.alerts.planning.options import PERIODS, Option, Problem
from guangyue.alerts.planning.requirements import Requirement, needed_of, units_of

SCALE = 2**64  # prices are whole numbers of this part of a 分
TOLERANCE = 1e-7  # of a requirement: what is only just possible is not taken for impossible


@dataclass(frozen=True)
class Priced:
    """一种选择 at these prices. Its regret is what it costs more than the best of the same source."""

    code: str
    option: Option
    regret: int


@dataclass(frozen=True)
class Market:
    """All that everybody could do at these prices, and the least that enough can cost, both scaled."""

    offers: Sequence[Priced]
    scaled_bound: int

    @property
    def bound(self) -> int:
        return max(0, -(-self.scaled_bound // SCALE))

    def core(self, many: int) -> "Core":
        """What is best for everybody at these prices, and so many others that come nearest to it."""
        kept: dict[str, list[Option]] = {}
        others = sorted((one for one in self.offers if one.regret), key=lambda one: one.regret)
        for one in (*(one for one in self.offers if not one.regret), *others[:many]):
            kept.setdefault(one.code, []).append(one.option)
        beyond = -(-(self.scaled_bound + others[many].regret) // SCALE) if len(others) > many else None
        return Core(kept, beyond)


@dataclass(frozen=True)
class Core:
    """A choice with any other option costs `beyond` at least; None where there is no other."""

    options: Mapping[str, Sequence[Option]]
    beyond: int | None


def market_of(problem: Problem, requirements: Sequence[Requirement]) -> Market | None:
    """None where even parts of options would not save enough."""
    prices = _prices(problem, requirements)
    if prices is None:
        return None
    bound, offers = _times(prices, needed_of(problem, requirements)), []
    for candidate in problem.candidates:
        nets = [
            (one.costs_in_all * SCALE - _times(prices, units_of(one, requirements)), one)
            for one in candidate.open_options
        ]
        best = min(net for net, _ in nets)
        bound += best
        offers += [Priced(candidate.code, option, net - best) for net, option in nets]
    return Market(offers, bound)


def _prices(problem: Problem, requirements: Sequence[Requirement]) -> list[int] | None:
    """The dual values of the relaxation. Each requirement is brought to one, that numbers are alike."""
    model, kept = model_builder.Model(), []  # type: ignore[no-untyped-call]
    variables: list[tuple[Option, model_builder.Variable]] = []
    for candidate in problem.candidates:
        own = [(option, model.new_num_var(0, 1)) for option in candidate.open_options]
        model.add(model_builder.LinearExpr.sum([variable for _, variable in own]) == 1)
        variables += own
    for requirement in requirements:
        for period in PERIODS:
            weights = [requirement.units(one.saves_in(period)) / requirement.needed for one, _ in variables]
            saved = model_builder.LinearExpr.weighted_sum([variable for _, variable in variables], weights)
            still = 1 - requirement.units(problem.fixed) / requirement.needed - TOLERANCE
            kept.append((requirement, model.add(saved >= still)))
    costs = [float(option.costs_in_all) for option, _ in variables]
    model.minimize(model_builder.LinearExpr.weighted_sum([variable for _, variable in variables], costs))
    solver = model_builder.Solver("glop")
    if solver.solve(model) != model_builder.SolveStatus.OPTIMAL:
        return None
    return [
        max(0, int(solver.dual_value(constraint) * SCALE / requirement.needed))
        for requirement, constraint in kept
    ]


def _times(prices: Sequence[int], amounts: Sequence[int]) -> int:
    return sum(price * amount for price, amount in zip(prices, amounts, strict=True))
