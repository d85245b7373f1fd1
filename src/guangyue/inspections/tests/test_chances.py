"""机会: over 20,000 draws whoever weighs the same is drawn as often. Seeds are fixed, so the answer is."""

from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from guangyue.inspections.drawing import gydraw
from guangyue.inspections.drawing.gydraw import Drawn
from guangyue.inspections.drawing.matching import match
from guangyue.inspections.drawing.outcome import draw_subjects
from guangyue.inspections.drawing.terms import Algorithm, Inspector, Slot, Target, Terms
from guangyue.inspections.sizing import USUAL_WEIGHTS

DRAWS = 20_000
# What chi-square exceeds once in a thousand times, by degrees of freedom.
ONCE_IN_A_THOUSAND = {4: 18.467, 6: 22.458, 11: 31.264}

SEVEN = tuple(Target(f"T{number}") for number in range(7))


@pytest.mark.parametrize("algorithm", Algorithm)
@pytest.mark.parametrize("n", [1, 3, 5])
def test_equal_weights_have_equal_chances_also_where_n_does_not_divide_them(
    algorithm: Algorithm, n: int
) -> None:
    drawn = Counter(one.id for row in _draws(Terms("B", n, SEVEN, algorithm=algorithm)) for one in row)

    # Nobody is drawn twice, so that the counts spread less than those of throws: by the share left undrawn.
    spread = (1 - n / 7) * 7 / 6
    assert _chi_square(drawn, {one.id: DRAWS * n / 7 for one in SEVEN}) / spread < ONCE_IN_A_THOUSAND[6]


@pytest.mark.parametrize("algorithm", Algorithm)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_each_place_in_the_order_is_anybody_s(algorithm: Algorithm, place: int) -> None:
    at_the_place = Counter(row[place].id for row in _draws(Terms("B", 3, SEVEN, algorithm=algorithm)))

    assert _chi_square(at_the_place, {one.id: DRAWS / 7 for one in SEVEN}) < ONCE_IN_A_THOUSAND[6]


def test_who_weighs_more_is_drawn_first_by_as_much_more() -> None:
    targets = _classes()
    first = Counter(row[0].id for row in _draws(Terms("B", 1, targets)))

    total = sum(one.weight for one in targets)
    assert (
        _chi_square(first, {one.id: DRAWS * one.weight / total for one in targets}) < ONCE_IN_A_THOUSAND[11]
    )


def test_class_d_is_drawn_more_often_than_class_a_and_nobody_is_never_drawn() -> None:
    drawn = Counter(one.id[0] for row in _draws(Terms("B", 4, _classes())) for one in row)

    assert 0 < drawn["A"] < drawn["B"] < drawn["C"] < drawn["D"]
    assert drawn["D"] > 3 * drawn["A"]


def test_inspectors_have_equal_chances() -> None:
    roster = tuple(Inspector(f"I{number}", "市场", frozenset({"通用"}), 1) for number in range(5))
    terms = Terms("B", 1, SEVEN, roster, slots=(Slot("市场", "通用"), Slot("市场", "通用")))
    second: Counter[str] = Counter()
    for _, seed in _seeds(terms):
        (team,) = match(terms, gydraw.draw(terms, seed), seed).values()
        second[team[1] or ""] += 1

    assert _chi_square(second, {one.id: DRAWS / 5 for one in roster}) < ONCE_IN_A_THOUSAND[4]


def _draws(terms: Terms) -> Iterator[tuple[Drawn, ...]]:
    return (draw_subjects(terms, seed=seed, public_value=value) for value, seed in _seeds(terms))


def _seeds(terms: Terms) -> Iterator[tuple[str, bytes]]:
    commitment = gydraw.commit(terms, "盐")
    return ((value, gydraw.seed(commitment, value)) for value in map("{}./".format, range(DRAWS)))


def _classes() -> tuple[Target, ...]:
    """Three units of each class."""
    return tuple(Target(f"{name}{number}", USUAL_WEIGHTS[name]) for name in "ABCD" for number in range(3))


def _chi_square(counted: Mapping[str, int], expected: Mapping[str, float]) -> float:
    return sum((counted[one] - many) ** 2 / many for one, many in expected.items())
