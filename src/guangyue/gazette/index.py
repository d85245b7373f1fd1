"""条款索引: which documents there are and which clauses they have; numbers, titles and dates, no text. Knows
no database."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from guangyue.gazette.document import Clause, Document
from guangyue.gazette.reading.citations import AmbiguousClause, NoSuchClause, resolve

INDENT = "  "
FRAMES = ("前言", "结尾")


@dataclass(frozen=True)
class IndexedClause:
    """A clause, the clause it stands in, and whether others stand in it."""

    path: str
    within: str = ""
    depth: int = 0
    is_leaf: bool = True

    @property
    def is_frame(self) -> bool:
        """What stands before the first clause and after the last."""
        return self.path.endswith(FRAMES)


@dataclass(frozen=True)
class IndexedWindow:
    """From when to when the document, or the clause `of` it, is in force, and the clause that says so."""

    said_by: str
    since: date | None = None
    until: date | None = None
    of: str = ""


@dataclass(frozen=True)
class IndexedPart:
    """One of several texts of a document; the paths of its clauses begin with its name."""

    name: str
    title: str


@dataclass(frozen=True)
class IndexedDocument:
    """A document as the index knows it; its clauses stand in the order of the text."""

    number: str
    title: str
    issuers: tuple[str, ...]
    day: date | None
    issue: str = ""
    parts: tuple[IndexedPart, ...] = ()
    windows: tuple[IndexedWindow, ...] = ()
    clauses: tuple[IndexedClause, ...] = field(default=(), repr=False)

    @cached_property
    def by_path(self) -> Mapping[str, IndexedClause]:
        return {clause.path: clause for clause in self.clauses}

    @cached_property
    def counted(self) -> tuple[IndexedClause, ...]:
        """The innermost clauses, for what stands around them is accounted for when they are. A document that
        numbers none is the one clause it has."""
        leaves = tuple(clause for clause in self.clauses if clause.is_leaf and not clause.is_frame)
        return leaves or (next((clause for clause in self.clauses if clause.is_leaf), IndexedClause("")),)

    def holds(self, path: str) -> bool:
        """The document as a whole, one of its texts, or one of its clauses."""
        return not path or path in self.by_path or any(part.name == path for part in self.parts)

    def around(self, path: str) -> Iterator[str]:
        """The clauses that a clause stands in, the nearest first."""
        while path in self.by_path and (path := self.by_path[path].within):
            yield path

    def text_of(self, path: str) -> str:
        """The name of the text that a clause belongs to, where there are several."""
        return max((part.name for part in self.parts if path.startswith(part.name)), key=len, default="")

    def near(self, path: str) -> list[str]:
        """What somebody who wrote this path may have meant."""
        try:
            return [resolve(self.by_path, path)]
        except AmbiguousClause as ambiguous:
            return list(ambiguous.candidates)
        except NoSuchClause as unknown:
            return list(unknown.near) or get_close_matches(path, self.by_path, n=3, cutoff=0.3)

    def document(self) -> Document:
        """As a citation needs it: in force from the day its window begins, or else from its own day."""
        whole = next((window for window in self.windows if not window.of), None)
        since = (whole and whole.since) or self.day
        if since is None:
            raise ValueError(f"{self.number} has no day")
        return Document(self.number, self.title, since, whole.until if whole else None)


@dataclass(frozen=True)
class ClauseIndex:
    """条款索引 of a city, in the order of its issues."""

    documents: tuple[IndexedDocument, ...] = ()

    @cached_property
    def by_number(self) -> Mapping[str, IndexedDocument]:
        return {document.number: document for document in self.documents}

    def problem(self, cites: Clause) -> str:
        """Empty for a place that exists; otherwise what is wrong with the citation, and what is near it."""
        document = self.by_number.get(cites.number)
        if document is None:
            return _said(f"索引里没有{cites.number}", get_close_matches(cites.number, self.by_number, n=3))
        if document.holds(cites.path):
            return ""
        return _said(f"{cites.number}没有“{cites.path}”", document.near(cites.path))


@cache
def read_index(path: Path) -> ClauseIndex:
    with path.open("rb") as file:
        return parse_index(tomllib.load(file))


def parse_index(entries: Mapping[str, Any]) -> ClauseIndex:
    return ClauseIndex(tuple(_document(**entry) for entry in entries.get("document", ())))


def _document(
    *,
    number: str,
    title: str,
    issuers: list[str],
    clauses: str = "",
    day: date | None = None,
    issue: str = "",
    parts: Iterable[Mapping[str, str]] = (),
    windows: Iterable[Mapping[str, Any]] = (),
) -> IndexedDocument:
    return IndexedDocument(
        number=number,
        title=title,
        issuers=tuple(issuers),
        day=day,
        issue=issue,
        parts=tuple(IndexedPart(**part) for part in parts),
        windows=tuple(IndexedWindow(**window) for window in windows),
        clauses=tree_of(
            ((len(line) - len(line.lstrip())) // len(INDENT), line.strip()) for line in clauses.splitlines()
        ),
    )


def tree_of(placed: Iterable[tuple[int, str]]) -> tuple[IndexedClause, ...]:
    """Clauses from their depths and paths, in the order of the text."""
    rows = list(placed)
    above: list[str] = []
    clauses = []
    for place, (depth, path) in enumerate(rows):
        del above[depth:]
        has_more = place + 1 < len(rows) and rows[place + 1][0] > depth
        clauses.append(IndexedClause(path, above[-1] if above else "", depth, is_leaf=not has_more))
        above.append(path)
    return tuple(clauses)


def _said(trouble: str, near: list[str]) -> str:
    return f"{trouble}；相近的有：{'、'.join(near)}" if near else trouble
