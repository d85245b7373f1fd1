"""求解: one choice for each source, so that what is required holds in each of the periods.

The search is among the core of the options, which prices find: so it ends soon, and how far away the cheapest
choice of all may be is known by their bound.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guangyue.alerts.planning.model import SHARES, Found, model_of
from guangyue.alerts.planning.options import Candidate, Option, Problem
from guangyue.alerts.planning.outcome import Outcome, lacks_of, saved_by
from guangyue.alerts.planning.pricing import Core, market_of
from guangyue.alerts.planning.requirements import Requirement, requirements_of, units_of

CORES, ALL = (1000, 6000), 10**9  # options beside the best at their prices
NEAR = 0.001  # of the cost: so close to the bound, no larger core is looked at


class NoChoiceFound(RuntimeError):
    """The effort did not reach, though there is always a choice that comes nearest."""


def solve(problem: Problem) -> Outcome:
    """The cheapest choice that saves enough; where there is none, the cheapest of those that come nearest."""
    began = time.monotonic()
    requirements = tuple(requirements_of(problem))
    found = _cheapest(problem, requirements)
    if found is None:
        nearest = _nearest(problem, requirements)
        lowered = tuple(_lowered(problem, requirements, nearest))
        found = _cheapest(problem, lowered) or replace(nearest, bound=0)
    options = found.selected.values()
    saved = saved_by(problem, list(options))
    return Outcome(
        chosen={code: option.key for code, option in found.selected.items()},
        cost=sum(option.costs_in_all for option in options),
        bound=found.bound,
        saved=saved,
        lacks=lacks_of(problem, saved),
        seconds=time.monotonic() - began,
    )


def _cheapest(problem: Problem, requirements: Sequence[Requirement]) -> Found | None:
    """The best of a core, and of a larger one while it may be far off; of all where no core will do."""
    market = market_of(problem, requirements)
    if market is None:
        return None
    best: Found | None = None
    for many in (*CORES, ALL):
        if best and (many == ALL or best.gap <= NEAR):
            break
        best = _best_of(market.core(many), problem, requirements, market.bound, best) or best
    return best


def _best_of(
    core: Core, problem: Problem, requirements: Sequence[Requirement], bound: int, start: Found | None
) -> Found | None:
    """Nothing outside of the core goes below what prices say of that."""
    model = model_of(problem, requirements, core.options)
    found = model.minimised(model.cost, start)
    if found is None:
        return None
    within = found.bound if core.beyond is None else min(found.bound, core.beyond)
    return replace(found, bound=max(bound, within))


def _nearest(problem: Problem, requirements: Sequence[Requirement]) -> Found:
    """达到多少算多少: all that lacks together is least, whatever that costs."""
    best = {one.code: list(_undominated(one, requirements)) for one in problem.candidates}
    model = model_of(problem, requirements, best, most_lack=SHARES)
    nearest = model.minimised(sum(model.lacks))
    if nearest is None:
        raise NoChoiceFound
    return nearest


def _lowered(problem: Problem, requirements: Sequence[Requirement], nearest: Found) -> Iterator[Requirement]:
    """No more is needed of each than the nearest choice reaches."""
    saved = saved_by(problem, list(nearest.selected.values()))
    for one in requirements:
        reached = min(one.needed, *map(one.units, saved))
        if reached > 0:
            yield replace(one, needed=reached)


def _undominated(candidate: Candidate, requirements: Sequence[Requirement]) -> Iterator[Option]:
    """Those that save more of something than any other, whatever they cost."""
    kept: list[list[int]] = []
    for one in sorted(candidate.open_options, key=lambda one: (-sum(one.saves_in_all), one.key)):
        units = units_of(one, requirements)
        if not any(all(more >= less for more, less in zip(other, units, strict=True)) for other in kept):
            kept.append(units)
            yield one
