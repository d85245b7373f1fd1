"""城市和系统, as they are declared: what a city is, and what its documents demand of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

from guangyue.gazette.document import Clause, Document
from guangyue.gazette.index import ClauseIndex
from guangyue.gazette.running import Runs
from guangyue.organisations.facts import NameFact, OrganisationFact, RegionFact, SightingFact
from guangyue.rules.offers import Choice, Offer, Signal
from guangyue.rules.parameters import Figure
from guangyue.rules.rulebook import Rulebook
from guangyue.systems.examples import AnswersExamples
from guangyue.systems.funding import Funding


class Demand(Protocol):
    """要求: one thing a clause tells the city to do. Enacting it twice does it once; `runs` says what is then
    to be seen, under which title and on which page."""

    @property
    def cites(self) -> Clause: ...

    def runs(self) -> Iterable[Runs]: ...

    def enact(self, at: datetime) -> None: ...


NO_RULES = Rulebook(())


@dataclass(frozen=True)
class System:
    """系统: what the documents it names demand, in the order in which it must be done.

    `offers` are what people are told of its rules, `choices` the rules of which only one can be had, and
    `figures` what its rules leave to notices, and `signals` what may mean hardship. `leaves` are the clauses
    that need no system, each with the reason: a path where the system has one document, a citation where it
    has several. What stands within such a clause is left out with it.
    """

    number: str
    title: str
    documents: tuple[Document, ...]
    led_by: tuple[OrganisationFact, ...]
    demands: tuple[Demand, ...]
    examples: AnswersExamples
    rules: Rulebook = NO_RULES
    offers: tuple[Offer, ...] = ()
    choices: tuple[Choice, ...] = ()
    figures: tuple[Figure[Any], ...] = ()
    signals: tuple[Signal, ...] = ()
    funding: Funding | None = None
    leaves: Mapping[str, str] = field(default_factory=dict)

    def runs(self) -> tuple[Runs, ...]:
        """What runs once the demands are enacted: they, the rules, and what bounds the money."""
        declared = (runs for demand in self.demands for runs in demand.runs())
        judged = (runs for rule in self.rules for runs in rule.runs())
        bounds = self.funding.runs() if self.funding else ()
        return tuple(replace(runs, system=self.number) for runs in (*declared, *judged, *bounds))

    def left_out(self) -> Mapping[Clause, str]:
        numbers = {document.number for document in self.documents}
        return {self._left(said, numbers): reason for said, reason in self.leaves.items()}

    def _left(self, said: str, numbers: Collection[str]) -> Clause:
        cited = Clause.parse(said)
        if cited.number in numbers:
            return cited
        if len(numbers) != 1:
            raise ValueError(f"{self.number} leaves {said!r}: say of which document")
        return Clause(next(iter(numbers)), said)


@dataclass(frozen=True)
class City:
    """城市: its regions and organisations under all their names, whom its chronicle has seen, its systems,
    and the index of the clauses they can cite."""

    name: str
    regions: tuple[RegionFact, ...]
    organisations: tuple[OrganisationFact, ...]
    names: tuple[NameFact, ...]
    sightings: tuple[SightingFact, ...]
    systems: tuple[System, ...]
    index: ClauseIndex = field(default_factory=ClauseIndex, repr=False)

    def system(self, number: str) -> System | None:
        return next((system for system in self.systems if system.number == number), None)
