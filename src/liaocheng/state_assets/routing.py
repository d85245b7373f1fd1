"""归口: which listed matter something is, and by which way it goes, by the questions of that matter."""

from collections.abc import Mapping
from dataclasses import dataclass

from guangyue.kit.refusals import Refused
from guangyue.matters.choosing import choose
from guangyue.matters.declaration import Declaration, Variant
from liaocheng.state_assets.listed import APPLIED_FOR, UNLISTED
from liaocheng.state_assets.ways import WAY_OF_FLOW, Way


class NotSaid(Refused):
    """A filing stops where the answer that decides its way is missing."""

    def __init__(self, question: str) -> None:
        super().__init__(f"请先说明：{question}", field="which")


@dataclass(frozen=True)
class Route:
    """归口: the matter, and the situation it is."""

    matter: Declaration
    variant: Variant

    @property
    def way(self) -> Way:
        return WAY_OF_FLOW[self.matter.flow_of(self.variant)]


def matter_called(text: str) -> Declaration:
    """By its name or another; what is not in the list is the enterprise's own to decide."""
    found = (one for one in APPLIED_FOR if text == one.name or text in one.aliases)
    return next(found, UNLISTED)


def route(matter: Declaration, answers: Mapping[str, str]) -> Route:
    choice = choose(matter, answers)
    if choice.variant is None:
        raise NotSaid(choice.question.title if choice.question else matter.name)
    return Route(matter, choice.variant)
