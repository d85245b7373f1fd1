"""What runs because of a clause: what the systems declare, and what stands in the mechanisms' rows."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils.module_loading import import_string

from guangyue.gazette.document import Clause
from guangyue.gazette.index import IndexedDocument
from guangyue.gazette.released import released_documents
from guangyue.gazette.running import RunningRows, Runs
from guangyue.systems.enactment import declared_city
from guangyue.systems.system import City


@dataclass(frozen=True)
class LeftOut:
    """Why a clause needs no system, and which system says so."""

    reason: str
    system: str


@dataclass(frozen=True)
class Accounts:
    """What the city says of its clauses: of each, what runs because of it or why nothing need."""

    runs: Mapping[Clause, tuple[Runs, ...]]
    left_out: Mapping[Clause, LeftOut]

    def beside(self, document: IndexedDocument, path: str) -> tuple[Runs, ...]:
        """What runs because of the clause itself, then because of those it stands in, the nearest first."""
        places = self.answering(document, path)
        return tuple(runs for place in places for runs in self.runs.get(Clause(document.number, place), ()))

    def answering(self, document: IndexedDocument, path: str) -> tuple[str, ...]:
        """The places whose citation answers for a clause: itself and those it stands in.

        Who cites the whole document names its ground and no place in it: that answers for the document alone,
        and for a clause only where there is but one.
        """
        only = document.counted == (document.by_path.get(path),)
        return (path, *document.around(path), *([""] if only and path else []))


def accounts(city: City, numbers: Collection[str] | None = None) -> Accounts:
    """Of these documents, or of all: a few statements for each mechanism."""
    systems = city.systems
    declared = [runs for system in systems for runs in system.runs()]
    wanted = declared if numbers is None else [runs for runs in declared if runs.cites.number in numbers]
    return Accounts(
        runs=_by_clause([*wanted, *_in_rows(numbers)]),
        left_out={
            clause: LeftOut(reason, system.number)
            for system in systems
            for clause, reason in system.left_out().items()
        },
    )


def what_runs(clauses: Iterable[Clause]) -> Mapping[Clause, tuple[Runs, ...]]:
    """Of each clause asked about; one that stands there because of a clause around it cites that one."""
    asked, city = list(clauses), declared_city()
    numbers = {clause.number for clause in asked}
    told, documents = accounts(city, numbers), documents_of(city, numbers)
    return {
        clause: told.beside(documents[clause.number], clause.path)
        if clause.number in documents
        else told.runs.get(clause, ())
        for clause in asked
    }


def documents_of(city: City, numbers: Collection[str]) -> Mapping[str, IndexedDocument]:
    """As the city's index has them, or else as a released edition does."""
    indexed = {number: city.index.by_number[number] for number in numbers if number in city.index.by_number}
    released = released_documents(set(numbers) - indexed.keys())
    return {document.number: document for document in released} | indexed


def _in_rows(numbers: Collection[str] | None) -> Iterator[Runs]:
    mechanisms: tuple[RunningRows, ...] = import_string(settings.GUANGYUE_RUNNING)
    for rows in mechanisms:
        yield from rows(numbers)


def _by_clause(said: Iterable[Runs]) -> Mapping[Clause, tuple[Runs, ...]]:
    """Once each: the row's own words and page, with the system that declared it."""
    once: dict[object, Runs] = {}
    for runs in said:
        declared = once.get(runs.same)
        once[runs.same] = replace(runs, system=declared.system) if declared else runs
    found: dict[Clause, list[Runs]] = {}
    for runs in once.values():
        found.setdefault(runs.cites, []).append(runs)
    return {clause: tuple(several) for clause, several in found.items()}
