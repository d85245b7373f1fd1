"""给公众的建议: what everybody should do now, group by group, as the plan has it at a level."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guangyue.alerts.declared import abatement_scheme, response_plan
from guangyue.alerts.instructing import peak_of
from guangyue.alerts.models import Warning
from guangyue.alerts.plans import Level
from guangyue.alerts.reduction.measures import Force, RecipientKind
from guangyue.alerts.reduction.orders import orders_for
from guangyue.alerts.reduction.recipients import Recipient

GROUPS = (
    RecipientKind.PUBLIC,
    RecipientKind.VEHICLE_OWNER,
    RecipientKind.SCHOOL,
    RecipientKind.HOSPITAL,
    RecipientKind.ORGANISER,
)
"""Whom a warning speaks to. Enterprises, sites and hauliers have orders of their own."""


@dataclass(frozen=True)
class Advice:
    """一项建议: what it is about, what to do, whether it must be done, and who is spared."""

    title: str
    does: str
    must: bool
    exempt: str


@dataclass(frozen=True)
class GroupAdvice:
    """一类人的建议."""

    kind: RecipientKind
    advice: Sequence[Advice]


def advice_of(warning: Warning) -> Iterator[GroupAdvice]:
    """Nobody is told of a group that has nothing to do."""
    level = advising_level(warning.level)
    kinds = GROUPS if warning.responds else GROUPS[:1]
    for kind in kinds:
        asked = orders_for(abatement_scheme(), Recipient(kind), level.key, peak=peak_of(warning))
        advice = [
            Advice(
                order.measure.title,
                order.step.does,
                order.measure.force is Force.COMPULSORY,
                order.step.exempt,
            )
            for order in asked
        ]
        if advice:
            yield GroupAdvice(kind, advice)


def advising_level(level: Level) -> Level:
    """A hint asks for nothing of its own: people protect themselves as at the mildest level that does."""
    if level.response:
        return level
    return next(one for one in response_plan().above(level) if one.response)


def told_to_everybody(warning: Warning) -> str:
    """In one text, for those who read it elsewhere."""
    return "".join(f"{one.title}：{one.does}。" for group in advice_of(warning) for one in group.advice)
