"""What runs because of a clause: what the systems declare, and what stands in the mechanisms' rows."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

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


@dataclass
class Account:
    """What the city says of one document: by path, what runs because of a clause or why nothing need."""

    runs: dict[str, tuple[Runs, ...]] = field(default_factory=dict)
    left_out: dict[str, LeftOut] = field(default_factory=dict)

    def beside(self, document: IndexedDocument, path: str) -> tuple[Runs, ...]:
        """What runs because of the clause itself, then because of those it stands in, the nearest first."""
        return tuple(runs for place in answering(document, path) for runs in self.runs.get(place, ()))


Accounts = Mapping[str, Account]  # by number; of a document that nobody speaks of there is none
NOTHING_SAID = Account()


def answering(document: IndexedDocument, path: str) -> tuple[str, ...]:
    """The places whose citation answers for a clause: itself and those it stands in.

    Who cites the whole document names its ground and no place in it: that answers for the document alone,
    and for a clause only where there is but one.
    """
    only = len(document.counted) == 1 and document.counted[0].path == path
    return (path, *document.around(path), *([""] if only and path else []))


def accounts(city: City, numbers: Collection[str] | None = None) -> Accounts:
    """Of these documents, or of all: a few statements for each mechanism."""
    declared = (runs for system in city.systems for runs in system.runs())
    wanted = (runs for runs in declared if numbers is None or runs.cites.number in numbers)
    told: defaultdict[str, Account] = defaultdict(Account)
    for runs in _once([*wanted, *_in_rows(numbers)]):
        here = told[runs.cites.number].runs
        here[runs.cites.path] = (*here.get(runs.cites.path, ()), runs)
    for system in city.systems:
        for clause, reason in system.left_out().items():
            told[clause.number].left_out[clause.path] = LeftOut(reason, system.number)
    return dict(told)


def what_runs(clauses: Iterable[Clause]) -> Mapping[Clause, tuple[Runs, ...]]:
    """Of each clause asked about; one that stands there because of a clause around it cites that one."""
    asked, city = list(clauses), declared_city()
    numbers = {clause.number for clause in asked}
    told, documents = accounts(city, numbers), documents_of(city, numbers)
    return {clause: _beside(clause, told, documents.get(clause.number)) for clause in asked}


def _beside(clause: Clause, told: Accounts, document: IndexedDocument | None) -> tuple[Runs, ...]:
    account = told.get(clause.number, NOTHING_SAID)
    return account.beside(document, clause.path) if document else account.runs.get(clause.path, ())


def documents_of(city: City, numbers: Collection[str]) -> Mapping[str, IndexedDocument]:
    """As the city's index has them, or else as a released edition does."""
    indexed = {number: city.index.by_number[number] for number in numbers if number in city.index.by_number}
    released = released_documents(set(numbers) - indexed.keys())
    return {document.number: document for document in released} | indexed


def _in_rows(numbers: Collection[str] | None) -> Iterator[Runs]:
    mechanisms: tuple[RunningRows, ...] = import_string(settings.GUANGYUE_RUNNING)
    for rows in mechanisms:
        yield from rows(numbers)


def _once(said: Iterable[Runs]) -> Iterable[Runs]:
    """Each thing once: in the row's own words and with its page, and with the system that declared it."""
    once: dict[object, Runs] = {}
    for runs in said:
        declared = once.get(runs.same)
        once[runs.same] = replace(runs, system=declared.system) if declared else runs
    return once.values()
