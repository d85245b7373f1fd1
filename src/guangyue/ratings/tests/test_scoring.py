"""Scores: of what counts alone, never of too few, the same in whatever order they are added up."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from guangyue.ratings.scoring import CHANGED_WITHIN, LEAST_RATINGS, Given, Score, counted, ranked, standing

FIRST = datetime(2020, 3, 1, tzinfo=UTC)
LEVELS = st.lists(st.integers(1, 5), max_size=60)


@given(LEVELS)
def test_a_score_lies_between_one_and_five_and_needs_ten(levels: list[int]) -> None:
    score = Score.of(levels)

    assert score.counted == len(levels)
    assert (score.score() is None) == (len(levels) < LEAST_RATINGS)
    if score.mean is not None:
        assert Decimal(1) <= score.mean <= Decimal(5)
        assert abs(score.mean - Decimal(sum(levels)) / len(levels)) <= Decimal("0.005")


@given(LEVELS, LEVELS)
def test_two_sums_together_are_the_sum_of_both(some: list[int], others: list[int]) -> None:
    assert Score.of(some) + Score.of(others) == Score.of(some + others)


@given(LEVELS, st.data())
def test_what_is_untrue_is_taken_out_once_for_each(levels: list[int], data: st.DataObject) -> None:
    untrue = data.draw(st.lists(st.sampled_from(range(len(levels))), unique=True)) if levels else []

    remaining = counted(levels, untrue=[levels[place] for place in untrue])

    assert sorted(remaining) == sorted(one for place, one in enumerate(levels) if place not in untrue)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 30 * 24)), min_size=1, max_size=12))
def test_the_first_is_kept_and_the_last_within_ten_days_stands(said: list[tuple[int, int]]) -> None:
    rows = [Given(level, FIRST + timedelta(hours=hours)) for level, hours in said]

    stands = standing(rows)

    earliest = min(one.at for one in rows)
    assert stands.first.at == earliest
    assert stands.effective.at - earliest <= CHANGED_WITHIN
    assert all(one.at - earliest > CHANGED_WITHIN for one in stands.late)
    assert stands.effective.at == max(one.at for one in rows if one.at - earliest <= CHANGED_WITHIN)


@given(st.lists(LEVELS, max_size=8))
def test_nobody_with_a_handful_has_a_rank(all_levels: list[list[int]]) -> None:
    scores = [(f"{place}", Score.of(levels)) for place, levels in enumerate(all_levels)]

    means = [score.mean for _, score in ranked(scores)]

    assert len(means) == sum(len(levels) >= LEAST_RATINGS for levels in all_levels)
    assert means == sorted(means, key=lambda mean: -(mean or 0))
