"""按月的待遇: each month is judged by itself, by the text in force on its last day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from guangyue.kit.money import NOTHING, Money
from guangyue.rules.cases import Lookup
from guangyue.rules.facts import Facts
from guangyue.rules.rulebook import Rulebook
from guangyue.rules.verdicts import Status, Verdict, judge, no_parameters

# What is known of the subjects in the month that ends on this day, after so many months were granted.
OfTheMonth = Callable[[date, int], tuple[Facts, ...]]


@dataclass(frozen=True)
class Months:
    """A verdict for each month, in order; None where no text was in force."""

    verdicts: tuple[tuple[date, Verdict | None], ...]

    @property
    def amount(self) -> Money:
        return sum((one.amount for _, one in self.verdicts if one and one.amount), NOTHING)

    @property
    def awarded(self) -> int:
        """How many months are paid."""
        return sum(one is not None and one.awarded for _, one in self.verdicts)


def judge_months(
    book: Rulebook,
    key: str,
    ends: Iterable[date],
    subjects: OfTheMonth,
    *,
    granted: int = 0,
    lookup: Lookup = no_parameters,
) -> Months:
    """Each month with as many granted before it as were, and as this claim has added."""
    verdicts: list[tuple[date, Verdict | None]] = []
    for end in ends:
        rule = book.in_force(key, end)
        verdict = judge(rule, *subjects(end, granted), on=end, lookup=lookup) if rule else None
        if verdict and verdict.status in (Status.ELIGIBLE, Status.FOR_A_PERSON):
            granted += 1
        verdicts.append((end, verdict))
    return Months(tuple(verdicts))
