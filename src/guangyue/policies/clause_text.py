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
    """Of its own clause first, then of those that its conditions rest on; none that stands within another."""
    cited = [runs.cites for runs in rule.runs()]
    documents = {number: _read(number) for number in dict.fromkeys(one.number for one in cited)}
    texts: list[ClauseText] = []
    for clause in cited:
        document, rows = documents[clause.number]
        text = ClauseText(clause, document, tuple(_within(clause.path, rows)))
        if not any(set(text.rows) and set(text.rows) <= set(shown.rows) for shown in texts):
            texts.append(text)
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
