"""条款原文: what stands in the library of the clauses that a rule rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guangyue.gazette.document import Clause
from guangyue.gazette.models import PrintedClause, PrintedDocument
from guangyue.library.reading import released_document
from guangyue.rules.authoring import Rule


@dataclass(frozen=True)
class ClauseText:
    """The clause with what stands within it; without rows, the library does not have it."""

    cites: Clause
    document: PrintedDocument | None
    rows: tuple[PrintedClause, ...]

    @property
    def depth(self) -> int:
        return self.rows[0].depth if self.rows else 0


def texts_of(rule: Rule) -> list[ClauseText]:
    """Of its own clause first, then of those that its conditions rest on; what two contain is shown once."""
    cited = [runs.cites for runs in rule.runs()]
    documents = {number: _read(number) for number in dict.fromkeys(one.number for one in cited)}
    texts: list[ClauseText] = []
    shown: set[PrintedClause] = set()
    for clause in cited:
        document, rows = documents[clause.number]
        within = list(_within(clause.path, rows))
        rest = tuple(row for row in within if row not in shown)
        if rest or not within:
            texts.append(ClauseText(clause, document, rest))
        shown.update(within)
    return texts


def _read(number: str) -> tuple[PrintedDocument | None, list[PrintedClause]]:
    document = released_document(number)
    return document, list(document.clauses.all()) if document else []


def _within(path: str, rows: Iterable[PrintedClause]) -> Iterator[PrintedClause]:
    """The clause, and those after it that are deeper. Who cites a whole document is shown none of it."""
    begun, depth = False, 0
    for row in rows:
        if begun and row.depth <= depth:
            return
        if path and row.path == path:
            begun, depth = True, row.depth
        if begun:
            yield row
