"""政策, as the city declares them: every offer of every system with its rule, found by its code."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from guangyue.rules.authoring import Rule
from guangyue.rules.offers import Choice, Offer, Signal
from guangyue.rules.parameters import Figure
from guangyue.systems.enactment import declared_city
from guangyue.systems.system import System


@dataclass(frozen=True)
class Offered:
    """一项政策: the offer, its system, and the versions of its rule, the earliest first."""

    system: System
    offer: Offer
    versions: tuple[Rule, ...]

    @property
    def code(self) -> str:
        """S20.startup_firm: no two systems share it, though two may have a rule of one key."""
        return f"{self.system.number}.{self.offer.key}"

    @property
    def title(self) -> str:
        return self.versions[-1].title

    def in_force(self, on: date) -> Rule | None:
        return self.system.rules.in_force(self.offer.key, on)

    @property
    def choice(self) -> Choice | None:
        """The rules beside which it cannot be had."""
        own = (one for one in self.system.choices if self.offer.key in one.keys)
        others = (
            one for system in declared_city().systems for one in system.choices if self.code in one.beside
        )
        return next(chain(own, others), None)


def offered() -> Iterator[Offered]:
    for system in declared_city().systems:
        for offer in system.offers:
            yield Offered(system, offer, system.rules.versions(offer.key))


def offered_as(code: str) -> Offered | None:
    return next((one for one in offered() if one.code == code), None)


def declared_figures() -> dict[str, Figure[Any]]:
    """参数: what notices have to say, by key; systems that speak of one figure share its key."""
    return {figure.key: figure for system in declared_city().systems for figure in system.figures}


def declared_signals() -> tuple[Signal, ...]:
    """困难信号 of all systems."""
    return tuple(signal for system in declared_city().systems for signal in system.signals)
