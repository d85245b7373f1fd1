"""检查由来: why somebody is inspected. Without a draw only for what the clauses name. Knows no database."""

from dataclasses import dataclass
from enum import Enum

from guangyue.inspections.kinds import Source
from guangyue.inspections.refusals import BadTerms


class Concern(Enum):
    """What was found, and where: at one unit, or as a problem of a trade."""

    ONE_UNIT = "个案线索"
    GENERAL = "普遍性问题、突出风险"


@dataclass(frozen=True)
class Course:
    """办法: what is done about it."""

    draw_needed: bool
    plan_revision: bool

    @property
    def starts_at_once(self) -> bool:
        return not self.draw_needed


def course_of(concern: Concern, source: Source) -> Course:
    """R16: a single clue, whatever brought it, is looked into at once. R17: a general problem is drawn for,
    and enters the plan before."""
    general = concern is Concern.GENERAL
    return Course(draw_needed=general, plan_revision=general)


def check_reason(reason: str) -> None:
    """R7: a plan that is public changes for a reason, and the reason is public too."""
    if not reason.strip():
        raise BadTerms("R7", "计划公布以后，每次调整都要写明理由。", field="reason")
