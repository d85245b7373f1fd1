"""城市和系统, as they are declared: what a city is, and what its documents demand of it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from guangyue.gazette.document import Clause, Document
from guangyue.organisations.facts import NameFact, OrganisationFact, RegionFact, SightingFact
from guangyue.systems.examples import Given

# Answers a worked example: what was given, and which keys are asked for.
AnswersExamples = Callable[[Given, Collection[str]], Mapping[str, object]]


class Demand(Protocol):
    """要求: one thing a clause tells the city to do. Enacting it twice does it once."""

    @property
    def cites(self) -> Clause: ...

    def enact(self, at: datetime) -> None: ...


@dataclass(frozen=True)
class System:
    """系统: what the documents it names demand, in the order in which it must be done."""

    number: str
    title: str
    documents: tuple[Document, ...]
    led_by: tuple[OrganisationFact, ...]
    demands: tuple[Demand, ...]
    examples: AnswersExamples


@dataclass(frozen=True)
class City:
    """城市: its regions and organisations under all their names, whom its chronicle has seen, and its
    systems."""

    name: str
    regions: tuple[RegionFact, ...]
    organisations: tuple[OrganisationFact, ...]
    names: tuple[NameFact, ...]
    sightings: tuple[SightingFact, ...]
    systems: tuple[System, ...]

    def system(self, number: str) -> System | None:
        return next((system for system in self.systems if system.number == number), None)
