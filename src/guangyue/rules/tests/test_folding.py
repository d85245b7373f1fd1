"""What is worked out ahead says of every day what the rule says of it."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from guangyue.kit.limits import months_after
from guangyue.rules.folding import folded
from guangyue.rules.tree import All, Asked, Below, Fact, Kind, Later, Literal, Node, Same, UpTo, YearOf

BIRTH, ASKED = Fact(Kind.DAY, 0, "birth"), Asked(Kind.DAY)
EVERY_DAY = [date(1918, 1, 1) + timedelta(days=nth) for nth in range(39_082)]  # to the end of 2024
ENDS = [
    date(2000, 2, 29),
    date(2023, 2, 28),
    date(2024, 2, 29),
    date(2023, 12, 31),
    date(2024, 1, 31),
    date(2024, 4, 30),
]
NASTY = [end + timedelta(days=step) for end in ENDS for step in range(-2, 3)]
OFFSETS = [
    [(600, 0)],
    [(720, 1)],
    [(192, -1)],
    [(12, 0)],
    [(6, 0)],
    [(1, 0)],
    [(1, -1)],
    [(-1, 0)],
    [(-13, 2)],
    [(49, 3)],
    [(0, 30)],
    [(0, -7)],
    [(1, 0), (1, 0)],  # a month later, and a month after that
    [(12, -1), (6, 1)],
]


def shifted(day: date, offsets: list[tuple[int, int]]) -> date:
    for months, days in offsets:
        day = months_after(day, months) + timedelta(days=days)
    return day


def ordinals(days: list[date]) -> np.ndarray[Any, Any]:
    return np.array([day.toordinal() for day in days])


def holds(node: Node, days: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """What is left, a comparison of the fact itself with a day, on each of the days."""
    match node:
        case UpTo(left=Fact(), right=Literal(value=date() as cutoff)):
            return np.asarray(days <= cutoff.toordinal())
        case Below(left=Literal(value=date() as cutoff), right=Fact()):
            return np.asarray(cutoff.toordinal() < days)
        case All(of=(one, other)):
            return np.asarray(holds(one, days) & holds(other, days))
    raise AssertionError(f"not worked out: {node}")


@pytest.mark.parametrize("offsets", OFFSETS, ids=str)
def test_a_cutoff_says_what_the_comparison_says_on_every_day(offsets: list[tuple[int, int]]) -> None:
    later: Node = BIRTH
    for months, days in offsets:
        later = Later(later, months, days)
    births, moved = ordinals(EVERY_DAY), ordinals([shifted(day, offsets) for day in EVERY_DAY])

    for on in NASTY:
        limit = on.toordinal()
        assert (holds(folded(UpTo(later, ASKED), on), births) == (moved <= limit)).all()
        assert (holds(folded(Below(later, ASKED), on), births) == (moved < limit)).all()
        assert (holds(folded(UpTo(ASKED, later), on), births) == (limit <= moved)).all()
        assert (holds(folded(Below(ASKED, later), on), births) == (limit < moved)).all()
        assert (holds(folded(Same(ASKED, later), on), births) == (limit == moved)).all()
        assert (holds(folded(Same(later, ASKED), on), births) == (limit == moved)).all()


def test_what_depends_on_the_day_alone_is_a_figure() -> None:
    year_before = YearOf(Kind.NUMBER, Later(ASKED, -12, 0))

    assert folded(year_before, date(2024, 2, 29)) == Literal(Kind.NUMBER, 2023)


def test_without_a_day_only_the_days_of_the_rule_are_worked_out() -> None:
    said = All((UpTo(Later(BIRTH, 12, 0), Literal(Kind.DAY, date(2024, 2, 29))), UpTo(BIRTH, ASKED)))

    assert folded(said, None) == All((UpTo(BIRTH, Literal(Kind.DAY, date(2023, 2, 28))), UpTo(BIRTH, ASKED)))
