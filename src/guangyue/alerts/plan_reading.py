"""求解题目 as the list has it: who could do what at a level, and what is saved anyway."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from math import floor

from guangyue.alerts.declared import abatement_scheme
from guangyue.alerts.models import AbatementPlan, Hold, Source
from guangyue.alerts.models.amounts import COLUMNS
from guangyue.alerts.planning.offering import LineLoad, Works, options_of
from guangyue.alerts.planning.options import NO_GRAMS, Candidate, Grams, Option, Problem
from guangyue.alerts.planning.outcome import add
from guangyue.alerts.reduction.measures import RecipientKind
from guangyue.alerts.reduction.orders import orders_for
from guangyue.alerts.reduction.proof import PERCENT, Emitted
from guangyue.kit.refusals import Refused

GRAMS = 1000  # in a kilogram
FEN = 100  # in a yuan


class HoldsNoLonger(Refused):
    def __init__(self, source: Source) -> None:
        super().__init__(f"{source}的清单内容变了，原来的约束不再适用，请重新指定或者排除。")


def problem_of(plan: AbatementPlan) -> Problem:
    """With what officials hold the plan to."""
    sources = list(Source.objects.abating().with_measures().order_by("code"))
    planned = [source for source in sources if is_planned(source)]
    holds = _holds_by_source(plan)
    return Problem(
        base=_grams(plan.base.totals),
        percent=plan.level.reduction or 0,
        fixed=fixed_saving((one for one in sources if not is_planned(one)), plan.level_key),
        candidates=tuple(_candidate(plan, source, holds.get(source.pk, ())) for source in planned),
    )


def is_planned(source: Source) -> bool:
    """Of whom it is known what he makes a day. Sites, fleets and whoever is not listed follow the scheme."""
    of_industry = source.of_kind is RecipientKind.ENTERPRISE and source.listed
    return of_industry and any(line.daily_value for line in source.lines.all())


def options_at(source: Source, level: str, *, on: date) -> tuple[Option, ...]:
    """What a source could do at a level."""
    return options_of(_works(source, level, on=on), abatement_scheme())


def fixed_saving(sources: Iterable[Source], level: str) -> Grams:
    """What those do anyway by their own measures, as the proof counts it: without whoever is guaranteed."""
    counted = (one for one in sources if one.listed and not one.guaranteed)
    return add(NO_GRAMS, *(_own_saving(source, level) for source in counted))


def _candidate(plan: AbatementPlan, source: Source, holds: Iterable[Hold]) -> Candidate:
    """Refused where the list has changed so that nothing is left of what officials want."""
    candidate = Candidate(
        source.code,
        options_at(source, plan.level_key, on=plan.on),
        pinned=next((one.option for one in holds if one.kind == Hold.Kind.PINNED), ""),
        forbidden=tuple(one.option for one in holds if one.kind == Hold.Kind.FORBIDDEN),
    )
    if not candidate.open_options:
        raise HoldsNoLonger(source)
    return candidate


def _works(source: Source, level: str, *, on: date) -> Works:
    orders = orders_for(abatement_scheme(), source.recipient(on=on, lines=len(source.lines.all())), level)
    return Works(
        source.code,
        emits=_grams(source.emits),
        lines=tuple(
            LineLoad(_grams(line.emits), line.daily_value * FEN, line.least_load)
            for line in source.lines.all()
        ),
        orders=tuple(orders),
        own=() if source.is_guaranteed(on) else tuple(_own_percents(source, level).values()),
        batch=source.batch,
        never_stops=source.may_save_without_stopping,
    )


def _own_percents(source: Source, level: str) -> Mapping[Emitted, Decimal]:
    return next((one.percents for one in source.level_measures.all() if one.level == level), {})


def _own_saving(source: Source, level: str) -> Grams:
    percents = _own_percents(source, level)
    return tuple(
        floor(emitted * GRAMS * percents.get(one, 0) / PERCENT) for one, emitted in source.emits.items()
    )


def _grams(kilograms: Mapping[Emitted, Decimal]) -> Grams:
    return tuple(int(kilograms[one] * GRAMS) for one in COLUMNS)


def _holds_by_source(plan: AbatementPlan) -> dict[int, list[Hold]]:
    found: dict[int, list[Hold]] = {}
    for hold in plan.holds.all():
        found.setdefault(hold.source_id, []).append(hold)
    return found
