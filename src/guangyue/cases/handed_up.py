"""演示报件 as the city declares them: what one of its offices hands up, and how far it has come. Knows no
database."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guangyue.kit.money import Money


@dataclass(frozen=True)
class Forward:
    """A move, so many working days after the one before."""

    arrow: str
    days: int
    said: str = ""


@dataclass(frozen=True)
class Charged:
    """缴费: noted before the move that asks for it, paid before the move that wants it paid; until then these
    points are 待缴."""

    item: str
    amount: Money
    basis: str
    points: tuple[int, ...] = ()


@dataclass(frozen=True)
class HandedUp:
    """报件: of a matter that the public does not apply for, handed up by an office so many days ago."""

    matter: str
    variant: str
    region: str
    office: str
    days_ago: int
    answers: Mapping[str, Any]
    moves: tuple[Forward, ...] = ()
    charged: Charged | None = None
