"""停限产方案求解: enough is saved in every period, at the least cost; what is in the way is named."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from guangyue.alerts.planning.offering import LineLoad, Works, options_of
from guangyue.alerts.planning.options import PERIODS, RUNNING, Candidate, Grams, Option, Problem, Way
from guangyue.alerts.planning.outcome import Outcome, saved_by
from guangyue.alerts.planning.requirements import requirements_of
from guangyue.alerts.planning.solving import solve
from guangyue.alerts.reduction.grades import Grade
from guangyue.alerts.reduction.orders import orders_for
from guangyue.alerts.reduction.proof import Emitted, prove
from guangyue.alerts.reduction.recipients import enterprise
from guangyue.alerts.tests.small_plan import BLUE
from guangyue.alerts.tests.test_reduction import HALF, SCHEME
from guangyue.kit.plain import as_plain, from_plain

BASE: Grams = (1000, 2000, 1000, 1000)


def stop(saves: Grams, costs: int) -> Option:
    return Option("stop", Way.STOP, "停产", saves, costs)


def turns(saves: Grams, costs: int, *periods: int) -> Option:
    return Option(f"rotation-{periods}", Way.ROTATION, "轮流", saves, costs, periods)


def problem(*candidates: Candidate, fixed: Grams = (0, 0, 0, 0)) -> Problem:
    return Problem(BASE, BLUE.reduction or 0, fixed, candidates)


def keeps(asked: Problem, options: Sequence[Option]) -> bool:
    """By the proof that the city hands in, period by period."""
    return all(
        prove(
            BLUE,
            dict(zip(Emitted, (100 * s / Decimal(b) for s, b in zip(grams, BASE, strict=True)), strict=True)),
        ).met
        for grams in saved_by(asked, options)
    )


def cheapest_of_all(asked: Problem) -> int | None:
    costs = [
        sum(one.costs_in_all for one in options)
        for options in product(*(one.open_options for one in asked.candidates))
        if keeps(asked, options)
    ]
    return min(costs, default=None)


def options_chosen(asked: Problem, outcome: Outcome) -> list[Option]:
    return [one.option(outcome.chosen[one.code]) for one in asked.candidates]


grams = st.tuples(*[st.integers(0, 150)] * len(Emitted))
taking_turns = st.builds(turns, grams, st.integers(0, 50), st.sampled_from(PERIODS))
choices = st.lists(
    st.one_of(st.builds(stop, grams, st.integers(0, 90)), taking_turns), min_size=1, max_size=2
)


@given(st.lists(choices, min_size=1, max_size=5), grams)
@settings(max_examples=25, deadline=None)
def test_no_choice_that_saves_enough_is_cheaper(offers: list[list[Option]], fixed: Grams) -> None:
    asked = problem(
        *(
            Candidate(str(code), (RUNNING, *(replace(one, key=str(key)) for key, one in enumerate(options))))
            for code, options in enumerate(offers)
        ),
        fixed=fixed,
    )

    outcome = solve(asked)

    assert outcome.feasible == keeps(asked, options_chosen(asked, outcome))
    best = cheapest_of_all(asked)
    assert outcome.feasible == (best is not None)
    if best is not None:
        assert outcome.bound <= best == outcome.cost
    assert solve(from_plain(Problem, as_plain(asked))).chosen == outcome.chosen


def test_a_gram_less_than_the_share_is_not_enough() -> None:
    first, second = stop((100, 200, 99, 100), 10), stop((0, 0, 1, 0), 1)

    outcome = solve(problem(Candidate("A", (RUNNING, first)), Candidate("B", (RUNNING, second))))
    alone = solve(problem(Candidate("A", (RUNNING, first))))

    assert (outcome.feasible, outcome.cost) == (True, 33)
    assert [(one.name, one.needed - one.reached) for one in alone.lacks] == [("颗粒物", 1)]


def test_who_takes_turns_must_be_relieved_by_another() -> None:
    saves, plain = (100, 200, 100, 100), [turns((100, 200, 100, 100), 6, period) for period in PERIODS]
    three = [Candidate(str(period), (RUNNING, plain[period], stop(saves, 20))) for period in PERIODS]

    outcome = solve(problem(*three))

    assert set(outcome.chosen.values()) == {one.key for one in plain}
    assert outcome.cost == 18
    assert outcome.gap == 0


def test_what_is_held_is_named_where_it_is_in_the_way() -> None:
    enough = Candidate("A", (RUNNING, stop((100, 200, 100, 100), 5)))
    other = Candidate("B", (RUNNING, stop((0, 0, 30, 0), 5)), pinned="run")

    (lack,) = solve(problem(replace(enough, forbidden=("stop",)), other, fixed=(90, 220, 40, 100))).lacks

    assert (lack.name, lack.needed, lack.reached, lack.most, lack.most_unheld) == ("颗粒物", 100, 40, 40, 170)
    assert [(one.code, one.units) for one in lack.obstacles] == [("A", 100), ("B", 30)]


def test_what_comes_nearest_costs_no_more_than_it_must() -> None:
    useless = Candidate("A", (RUNNING, stop((0, 0, 0, 5), 9)))
    useful = Candidate("B", (RUNNING, stop((0, 0, 50, 0), 9)))

    outcome = solve(problem(useless, useful, fixed=(100, 200, 0, 100)))

    assert outcome.chosen == {"A": "run", "B": "stop"}
    assert [one.reached for one in outcome.lacks] == [50]


def test_of_what_nobody_emits_nothing_need_be_saved() -> None:
    asked = replace(problem(), base=(0, 2000, 0, 1000))

    assert [one.name for one in requirements_of(asked)] == ["挥发性有机物"]


LINE = LineLoad((10, 10, 10, 10), 3000, least_load=60)


def works(industry: str = "饲料", lines: int = 3, batch: int | None = None) -> Works:
    recipient = enterprise(SCHEME, industry, grade=Grade.C, lines=lines)
    orders = tuple(orders_for(SCHEME, recipient, "blue"))
    return Works("A", (30, 30, 30, 30), (LINE,) * lines, orders, batch=batch)


def keys(of: Works) -> list[str]:
    return [one.key for one in options_of(of, SCHEME)]


def test_nobody_is_offered_less_than_the_scheme_asks_of_his_lines() -> None:
    assert keys(works()) == ["lines-2", "stop"]
    assert keys(works(lines=1)) == ["rotation-12", "rotation-13", "rotation-23", "stop"]
    assert keys(works(lines=1, batch=2)) == ["rotation-13", "stop"]
    assert HALF.steps["blue"].lines == 50


def test_a_load_stays_above_what_the_lines_can_bear_and_what_cannot_be_interrupted_goes_on() -> None:
    assert keys(replace(works(), never_stops=True)) == ["stop"]
    assert keys(replace(works(), never_stops=True, lines=(replace(LINE, least_load=40),))) == [
        "limit-50",
        "limit-60",
    ]


def test_who_is_not_asked_goes_on_or_does_what_he_offers() -> None:
    assert keys(works("水泥")) == ["run"]
    assert keys(replace(works("水泥"), own=(Decimal(10),) * 4)) == ["run", "own"]


def test_savings_are_rounded_down_and_costs_up() -> None:
    (_, own) = options_of(replace(works("水泥"), own=(Decimal("12.5"), *[Decimal(0)] * 3)), SCHEME)

    assert (own.saves, own.costs) == ((3, 0, 0, 0), 1125)
