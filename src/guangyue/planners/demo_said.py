"""What a city says of the demonstration of its pilot."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum

from guangyue.planners.services.contracts import Agreed

Months = tuple[tuple[int, int], ...]


class DemoStep(IntEnum):
    """How far a piece of advice has come."""

    GIVEN = 0
    SENT = 1
    ACCEPTED = 2
    DECLINED = 3
    DONE = 4
    REPORTED = 5


@dataclass(frozen=True)
class DemoAdvice:
    """演示建议."""

    area: str
    on: date
    topic: str
    text: str
    step: DemoStep
    answer: str = ""
    result: str = ""


@dataclass(frozen=True)
class DemoPilot:
    """演示: the contract, who has an account, when which group stayed away or talked with nobody."""

    agreed: Agreed
    planner_account: str
    specialties: tuple[str, ...]
    hours: tuple[Decimal, ...]  # of the visits of a month
    visits_a_month: Mapping[str, int]  # where they are fewer
    missed: Mapping[str, Months]
    no_talk: Mapping[str, Months]
    advice: tuple[DemoAdvice, ...]
