"""方案的数字: what it saves of what is asked, what lacks and why, how two plans differ."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from guangyue.alerts.models import AbatementPlan, Choice, Source
from guangyue.alerts.models.amounts import COLUMNS
from guangyue.alerts.plan_reading import GRAMS
from guangyue.alerts.planning.options import PERIODS, Grams, Option, Way
from guangyue.alerts.planning.outcome import Lack, Outcome
from guangyue.alerts.reduction.proof import Asked, Emitted, SourceList, percents_saved, prove
from guangyue.alerts.reduction.proof import Saving as Saved
from guangyue.kit.money import Money


@dataclass(frozen=True)
class Shortage:
    """缺口 in words: what lacks, what at most could be had, and which holds are in the way."""

    lack: Lack
    obstacles: Sequence[tuple[Source, Fraction]]

    @property
    def could_be_had(self) -> bool:
        """Without what officials hold the plan to."""
        return self.lack.most < self.lack.needed <= self.lack.most_unheld


@dataclass(frozen=True)
class Offered:
    """可选的措施 in words: what it loses and saves (in kilograms) on a day, as a mean over the response."""

    option: Option
    loss: Money
    saves: Sequence[float]


@dataclass(frozen=True)
class Difference:
    """两个方案不一样的地方: what the one has a source do, and what the other."""

    source: Source
    one: Choice | None
    other: Choice | None


def asked_of(plan: AbatementPlan, outcome: Outcome) -> list[Asked]:
    """Requirement by requirement, in the period in which least is saved."""
    proofs = [prove(plan.level, _percents(plan, grams)).asked for grams in outcome.saved]
    return [min(periods, key=lambda one: one.saved) for periods in zip(*proofs, strict=True)]


def _percents(plan: AbatementPlan, saved: Grams) -> dict[Emitted, Fraction]:
    savings = [
        Saved(SourceList.INDUSTRIAL, one, Decimal(grams) / GRAMS)
        for one, grams in zip(COLUMNS, saved, strict=True)
    ]
    return dict(percents_saved(plan.base.totals, savings))


def shortages_of(outcome: Outcome) -> list[Shortage]:
    codes = {one.code for lack in outcome.lacks for one in lack.obstacles}
    sources = Source.objects.in_bulk(codes, field_name="code")
    return [
        Shortage(lack, [(sources[one.code], lack.share(one.units)) for one in lack.obstacles])
        for lack in outcome.lacks
    ]


def most_saved_more(outcome: Outcome) -> Money:
    """至多还能省: between the cost and what no choice goes below, a day."""
    return Money(-(-(outcome.cost - outcome.bound) // len(PERIODS)))


def offered(options: Iterable[Option]) -> list[Offered]:
    days = len(PERIODS)
    return [
        Offered(
            one, Money(-(-one.costs_in_all // days)), [grams / days / GRAMS for grams in one.saves_in_all]
        )
        for one in options
    ]


def ways_of(plan: AbatementPlan) -> list[tuple[str, int]]:
    """How many do what, in the order of severity."""
    taken = list(plan.choices.values_list("way", flat=True))
    return [(way.value, taken.count(way.name)) for way in Way if way.name in taken]


def differences(one: AbatementPlan, other: AbatementPlan) -> Iterator[Difference]:
    """Source by source, those first where it makes most difference to the cost."""
    before, after = (
        {choice.source_id: choice for choice in plan.choices.select_related("source")}
        for plan in (one, other)
    )
    differing = [
        key for key in before.keys() | after.keys() if _option(before.get(key)) != _option(after.get(key))
    ]
    for key in sorted(differing, key=lambda key: (-abs(_cost(before, key) - _cost(after, key)), key)):
        left, right = before.get(key), after.get(key)
        known = left or right
        if known is not None:
            yield Difference(known.source, left, right)


def _option(choice: Choice | None) -> str:
    return choice.option if choice else ""


def _cost(choices: dict[int, Choice], key: int) -> int:
    return choices[key].cost if key in choices else 0
