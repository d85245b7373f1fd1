"""条款覆盖: of every clause of every document whether it runs, is left out for a reason, or is still open."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from guangyue.gazette.document import Clause
from guangyue.gazette.index import IndexedClause, IndexedDocument
from guangyue.gazette.released import released_apart_from
from guangyue.gazette.running import Runs
from guangyue.systems.enactment import declared_city
from guangyue.systems.running import (
    NOTHING_SAID,
    Account,
    Accounts,
    LeftOut,
    accounts,
    answering,
    documents_of,
)


class State(Enum):
    """How a clause is accounted for."""

    RUNNING = "运行"
    LEFT_OUT = "不需系统"
    OPEN = "尚未研究"


@dataclass(frozen=True)
class CoveredClause:
    """A clause with what runs beside it, or why nothing need. The innermost are counted; those around them,
    and what is said before the first and after the last, have a state for what is said of them alone."""

    number: str
    place: IndexedClause
    counts: bool
    state: State
    runs: tuple[Runs, ...] = ()
    left_out: LeftOut | None = None

    @property
    def cites(self) -> Clause:
        return Clause(self.number, self.place.path)

    @property
    def own(self) -> tuple[Runs, ...]:
        """What runs because of the clause itself; a document's only clause is cited with the document."""
        return tuple(runs for runs in self.runs if runs.cites.path in (self.place.path, ""))

    @property
    def inherited(self) -> bool:
        """It runs only because a clause around it is cited."""
        return self.state is State.RUNNING and not self.own


@dataclass(frozen=True)
class Figures:
    """How many innermost clauses stand how; `inherited` are among the running."""

    running: int = 0
    left_out: int = 0
    open: int = 0
    inherited: int = 0

    @property
    def total(self) -> int:
        return self.running + self.left_out + self.open

    @property
    def looked_at(self) -> int:
        return self.running + self.left_out

    @property
    def direct(self) -> int:
        return self.running - self.inherited

    def percent(self, many: int) -> float:
        return round(100 * many / self.total, 1) if self.total else 0.0


@dataclass(frozen=True)
class CoveredDocument:
    """A document and how its clauses are accounted for."""

    document: IndexedDocument
    figures: Figures


@dataclass(frozen=True)
class Coverage:
    """条款覆盖 of the city, its documents in the order of its index, others by number after them."""

    documents: tuple[CoveredDocument, ...]

    @property
    def figures(self) -> Figures:
        return summed(one.figures for one in self.documents)


def cover_city() -> Coverage:
    """All documents of the city's index, and all that were released beside them."""
    city = declared_city()
    told = accounts(city)
    others = list(released_apart_from(city.index.by_number.keys()))
    looked_at = documents_of(city, [document.number for document, _ in others if document.number in told])
    indexed = [CoveredDocument(one, count(cover(one, told))) for one in city.index.documents]
    beside = [
        CoveredDocument(document, count(cover(looked_at[document.number], told)))
        if document.number in looked_at
        else CoveredDocument(document, Figures(open=clauses))
        for document, clauses in others
    ]
    return Coverage((*indexed, *beside))


def cover_document(number: str) -> tuple[IndexedDocument, tuple[CoveredClause, ...]] | None:
    """Clause by clause; None for a number that neither the index nor a released edition has."""
    city = declared_city()
    document = documents_of(city, [number]).get(number)
    return (document, cover(document, accounts(city, [number]))) if document else None


def cover(document: IndexedDocument, told: Accounts) -> tuple[CoveredClause, ...]:
    """Clause by clause, in the order of the text."""
    account = told.get(document.number, NOTHING_SAID)
    return tuple(_covered(document, place, account) for place in document.clauses or document.counted)


def count(clauses: Iterable[CoveredClause]) -> Figures:
    counted = [clause for clause in clauses if clause.counts]
    many = {state: sum(clause.state is state for clause in counted) for state in State}
    return Figures(
        many[State.RUNNING],
        many[State.LEFT_OUT],
        many[State.OPEN],
        inherited=sum(clause.inherited for clause in counted),
    )


def summed(several: Iterable[Figures]) -> Figures:
    figures = list(several)
    return Figures(
        sum(one.running for one in figures),
        sum(one.left_out for one in figures),
        sum(one.open for one in figures),
        sum(one.inherited for one in figures),
    )


def _covered(document: IndexedDocument, place: IndexedClause, account: Account) -> CoveredClause:
    """What is said of the nearest place counts: a clause left out of a section that runs is left out."""
    clause = partial(CoveredClause, document.number, place, place in document.counted)
    for path in answering(document, place.path):
        if path in account.runs:
            return clause(State.RUNNING, runs=account.beside(document, place.path))
        if path in account.left_out:
            return clause(State.LEFT_OUT, left_out=account.left_out[path])
    for whole in (document.text_of(place.path), ""):
        if whole in account.left_out:
            return clause(State.LEFT_OUT, left_out=account.left_out[whole])
    return clause(State.OPEN)
