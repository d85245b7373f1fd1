"""The least costly stops and limits of four thousand enterprises, beside a greedy choice."""

import argparse
import random
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial

from bench.measure import both, in_turns, tell
from guangyue.alerts.planning.offering import LineLoad, Works, options_of
from guangyue.alerts.planning.options import PERIODS, Candidate, Grams, Option, Problem
from guangyue.alerts.planning.requirements import Requirement, needed_of, requirements_of, units_of
from guangyue.alerts.planning.solving import solve
from guangyue.alerts.reduction.grades import Grade
from guangyue.alerts.reduction.orders import orders_for
from guangyue.alerts.reduction.recipients import enterprise
from liaocheng.heavy_pollution import industries
from liaocheng.heavy_pollution.plan import PLAN
from liaocheng.heavy_pollution.scheme import SCHEME

ENTERPRISES, MOST_SECONDS = 4000, 30.0
LEVEL = "orange"
SECTORS = (
    *SCHEME.industries,
    industries.HOT_DIP,
    industries.HOT_ROLLING,
    industries.FEED,
    industries.OTHER_PLASTICS,
    industries.OTHER_CHEMICALS,
)
GRADES = (Grade.A, Grade.B, Grade.B, Grade.C, Grade.C, Grade.D, Grade.UNRATED)
OTHERS = (25, 60, 55, 45)  # of what all society emits, percent that industry does not
FIXED = (2, 8, 9, 4)  # percent that the mobile and dust lists save


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench planner")
    parser.add_argument("--enterprises", type=int, default=ENTERPRISES)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(arguments)
    problem = invented(asked.enterprises)
    many = sum(len(one.options) for one in problem.candidates)
    print(f"-- {asked.enterprises:,} enterprises, {many:,} options, four pollutants, {len(PERIODS)} periods")
    taken = in_turns(asked.rounds, ours=partial(solve, problem), greedy=partial(greedy, problem))
    ours, cost = solve(problem), greedy(problem)
    verdict = "held" if taken["ours"].median < MOST_SECONDS and ours.feasible else "MISSED"
    tell("CP-SAT", both(taken["ours"]), f"{said(ours.cost)}, gap {float(ours.gap):.4%}", verdict)
    beside = f"{cost / ours.cost - 1:+.2%}" if cost else "falls short"
    tell("greedy", both(taken["greedy"]), said(cost or 0), beside)
    same = solve(problem).chosen == ours.chosen
    print(f"   asked again it answers {'the same' if same else 'SOMETHING ELSE'}")


def said(fen: float) -> str:
    """Of a day, in ten thousand yuan."""
    return f"{fen / len(PERIODS) / 1e6:,.1f} 万元"


def invented(many: int) -> Problem:
    dice = random.Random(7)
    works = [factory(dice, f"E{number:05d}") for number in range(many)]
    emitted = tuple(map(sum, zip(*(one.emits for one in works), strict=True)))
    base = tuple(grams * 100 // (100 - share) for grams, share in zip(emitted, OTHERS, strict=True))
    fixed = tuple(grams * share // 100 for grams, share in zip(base, FIXED, strict=True))
    candidates = tuple(Candidate(one.code, options_of(one, SCHEME)) for one in works)
    return Problem(base, PLAN.level(LEVEL).reduction or 0, fixed, candidates)


def factory(dice: random.Random, code: str) -> Works:
    """Few large ones and many small, each with its own mixture; a third have written down what they do."""
    many, industry = dice.choice((1, 1, 2, 2, 3, 4, 6)), dice.choice(SECTORS)
    recipient = enterprise(
        SCHEME,
        industry,
        grade=dice.choice(GRADES),
        lines=many,
        guaranteed=dice.random() < 0.03,
        micro=dice.random() < 0.1,
    )
    lines = tuple(line(dice) for _ in range(many))
    return Works(
        code,
        emits=tuple(map(sum, zip(*(one.emits for one in lines), strict=True))),
        lines=lines,
        orders=tuple(orders_for(SCHEME, recipient, LEVEL)),
        own=tuple(Decimal(dice.choice((0, 10, 20))) for _ in range(4)) if dice.random() < 0.3 else (),
        batch=dice.choice((None, None, 1, 2, 3)),
        never_stops=dice.random() < 0.05,
    )


def line(dice: random.Random) -> LineLoad:
    size = dice.lognormvariate(9, 1.5)  # grams a day
    emits: Grams = tuple(round(size * dice.lognormvariate(0, 0.8)) for _ in range(4))
    return LineLoad(emits, round(size * dice.lognormvariate(5, 1)), dice.choice((0, 30, 40, 50, 60)))


def greedy(problem: Problem) -> int | None:
    """Whoever saves most for his money comes first, until enough is saved; what that costs."""
    requirements = tuple(requirements_of(problem))
    lacking = needed_of(problem, requirements)
    doing = {one.code: min(one.options, key=lambda option: option.costs_in_all) for one in problem.candidates}
    for option in doing.values():
        lacking = [lack - more for lack, more in zip(lacking, units_of(option, requirements), strict=True)]
    for _, code, option in sorted(moves(problem, requirements, doing), key=lambda one: (-one[0], one[1])):
        now, then = units_of(doing[code], requirements), units_of(option, requirements)
        gained = [more - less for more, less in zip(then, now, strict=True)]
        if any(lack > 0 and more > 0 for lack, more in zip(lacking, gained, strict=True)):
            lacking = [lack - more for lack, more in zip(lacking, gained, strict=True)]
            doing[code] = option
    return sum(one.costs_in_all for one in doing.values()) if max(lacking) <= 0 else None


def moves(
    problem: Problem, requirements: Sequence[Requirement], start: Mapping[str, Option]
) -> Iterator[tuple[float, str, Option]]:
    """What anybody could do more, with what it is worth for the money."""
    for candidate in problem.candidates:
        least = start[candidate.code]
        for option in candidate.options:
            worth = value(option, requirements) - value(least, requirements)
            if worth > 0:
                yield worth / (option.costs_in_all - least.costs_in_all or 1), candidate.code, option


def value(option: Option, requirements: Sequence[Requirement]) -> float:
    return sum(one.units(option.saves_in_all) / one.needed for one in requirements)
