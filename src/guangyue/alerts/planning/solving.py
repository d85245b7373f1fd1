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
from guangyue.alerts.planning.pricing import market_of
from guangyue.alerts.planning.requirements import Requirement, requirements_of, units_of

CORES = (1000, 5000, 10**9)  # options beside the best at their prices: few, then more, then all


class NoChoiceFound(RuntimeError):
    """The effort did not reach, though there is always a choice that comes nearest."""


def solve(problem: Problem) -> Outcome:
    """The cheapest choice that saves enough; where there is none, the cheapest of those that come nearest."""
    began = time.monotonic()
    requirements = tuple(requirements_of(problem))
    found = _cheapest(problem, requirements)
    if found is None:
        found = _cheapest(problem, _lowered(problem, requirements))
    if found is None:
        raise NoChoiceFound
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
    """The best of the core. Nothing outside of it goes below what prices say of that."""
    market = market_of(problem, requirements)
    if market is None:
        return None
    for many in CORES:
        core = market.core(many)
        model = model_of(problem, requirements, core.options)
        if found := model.minimised(model.cost):
            bound = found.bound if core.beyond is None else min(found.bound, core.beyond)
            return replace(found, bound=max(bound, market.bound))
    return None


def _lowered(problem: Problem, requirements: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """达到多少算多少: no more is needed than what can be reached when all lacks together are least."""
    best = {one.code: list(_undominated(one, requirements)) for one in problem.candidates}
    model = model_of(problem, requirements, best, most_lack=SHARES)
    nearest = model.minimised(sum(model.lacks))
    if nearest is None:
        raise NoChoiceFound
    saved = saved_by(problem, list(nearest.selected.values()))
    reached = [min(one.needed, *map(one.units, saved)) for one in requirements]
    return tuple(
        replace(one, needed=needed) for one, needed in zip(requirements, reached, strict=True) if needed > 0
    )


def _undominated(candidate: Candidate, requirements: Sequence[Requirement]) -> Iterator[Option]:
    """Those that save more of something than any other, whatever they cost."""
    kept: list[list[int]] = []
    for one in sorted(candidate.open_options, key=lambda one: (-sum(one.saves_in_all), one.key)):
        units = units_of(one, requirements)
        if not any(all(more >= less for more, less in zip(other, units, strict=True)) for other in kept):
            kept.append(units)
            yield one
