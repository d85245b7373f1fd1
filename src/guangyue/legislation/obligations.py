"""听证: when it must be held, when it is only advised, and what hints at why. Knows no database."""

from collections.abc import Set
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import TextChoices


class Flag(TextChoices):
    """影响: what makes people want to be heard."""

    INTERESTS = "A", "涉及重大利益调整"
    DISPUTE = "B", "存在重大意见分歧"
    RIGHTS = "C", "对公民、法人或者其他组织的权利义务有较大影响"
    ATTENTION = "D", "人民群众普遍关注"


class HearingDuty(TextChoices):
    """听证要求."""

    OBLIGATORY = "obligatory", "应当听证"
    RECOMMENDED = "recommended", "建议听证"
    FREE = "free", "不要求听证"


def hearing_duty(held: Set[Flag]) -> HearingDuty:
    """应当听证 wants all three conditions, the first by either of its two; anything less is advice."""
    disputed = bool({Flag.INTERESTS, Flag.DISPUTE} & held)
    if disputed and {Flag.RIGHTS, Flag.ATTENTION} <= held:
        return HearingDuty.OBLIGATORY
    return HearingDuty.RECOMMENDED if held else HearingDuty.FREE


@dataclass(frozen=True)
class Voices:
    """What was said of a draft, counted."""

    all: int
    against: int

    @property
    def against_share(self) -> Decimal:
        return Decimal(self.against) / self.all if self.all else Decimal(0)


def hinted(voices: Voices, *, opposing_share: Decimal, many_comments: int) -> set[Flag]:
    """提示: what the comments suggest, above either mark. A hint never decides."""
    found = set()
    if voices.against_share > opposing_share:
        found.add(Flag.DISPUTE)
    if voices.all >= many_comments:
        found.add(Flag.ATTENTION)
    return found
