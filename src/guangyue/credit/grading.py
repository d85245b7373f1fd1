"""信用分级: the class of one subject from what is recorded of it; a model says what counts how much."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from guangyue.credit.declaration import CreditClass, GradingModel
from guangyue.kit.limits import months_after


@dataclass(frozen=True)
class Fact:
    """One record, as far as it counts."""

    kind: str
    on: date


@dataclass(frozen=True)
class Graded:
    """A class, the points it comes from, and how many records of each kind were counted."""

    letter: CreditClass
    points: int
    counted: Mapping[str, int]


def grade(facts: tuple[Fact, ...], model: GradingModel, *, on: date) -> Graded:
    """Nothing but records of the model's kinds is looked at."""
    counted: dict[str, int] = {}
    points = model.start
    for one in model.counted:
        number = sum(fact.kind == one.kind and on < months_after(fact.on, one.months) for fact in facts)
        if number:
            counted[one.kind] = number
            points += number * one.points
    if any(fact.kind in model.worst_at_once for fact in facts):
        return Graded(CreditClass.D, points, counted)
    return Graded(_letter(points, model), points, counted)


def _letter(points: int, model: GradingModel) -> CreditClass:
    for letter, least in zip((CreditClass.A, CreditClass.B, CreditClass.C), model.least, strict=True):
        if points >= least:
            return letter
    return CreditClass.D
