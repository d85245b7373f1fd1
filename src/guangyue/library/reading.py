"""A document as its page shows it: its texts clause by clause, each with what hangs on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import models

from guangyue.gazette.document import Clause
from guangyue.gazette.models import PrintedClause, PrintedDocument, PrintedReference, PrintedWindow
from guangyue.gazette.models.documents import PrintedDocumentQuerySet
from guangyue.gazette.reading.citations import resolve
from guangyue.gazette.reading.shapes import Level, Relation
from guangyue.gazette.running import Runs
from guangyue.library.clause_words import STOPS, stands_apart
from guangyue.library.models import Interpretation
from guangyue.library.standing import Validity, validity_of_window
from guangyue.systems.running import what_runs

HEAVY = ("text", "repairs", "contents", "colophon", "front", "discarded")  # of an edition, for no page
DEEPEST_IN_OUTLINE = 1
HEADED = frozenset(
    level.name for level in (Level.CHAPTER, Level.SECTION, Level.SUBSECTION, Level.ARTICLE, Level.DECIMAL)
)


@dataclass(frozen=True)
class Words:
    """A stretch of a clause; with an address it names a document."""

    text: str
    link: str = ""


@dataclass(frozen=True)
class ShownClause:
    """条款, with what stands in the margin beside it."""

    row: PrintedClause
    depth: int
    words: Sequence[Words]
    windows: Sequence[tuple[PrintedWindow, Validity]] = ()
    runs: Sequence[Runs] = ()
    interpretations: Sequence[Interpretation] = ()

    @property
    def cites(self) -> Clause:
        return self.row.cites

    @property
    def anchor(self) -> str:
        return self.row.path

    @property
    def label(self) -> str:
        """A chapter or an article is set off from what it is called."""
        gap = "\N{IDEOGRAPHIC SPACE}" if self.row.label.endswith(("章", "节", "条")) else ""
        return f"{self.row.label}{gap}"

    @property
    def called(self) -> str:
        return f"{self.label}{self.row.heading.rstrip(''.join(STOPS))}".strip()

    @property
    def stands_apart(self) -> bool:
        return stands_apart(self.row)

    @property
    def is_headed(self) -> bool:
        """Whether it stands in the outline: a level that divides the text, not too far inside."""
        return bool(self.anchor) and self.row.level in HEADED and self.depth <= DEEPEST_IN_OUTLINE

    @property
    def has_margin(self) -> bool:
        return bool(self.runs or self.interpretations or self.windows)


@dataclass(frozen=True)
class ShownPart:
    """组成部分: one text of the document."""

    kind: str
    name: str
    title: str
    clauses: Sequence[ShownClause] = field(default_factory=tuple)

    @property
    def outline(self) -> list[ShownClause]:
        return [clause for clause in self.clauses if clause.is_headed]


@dataclass(frozen=True)
class Cited:
    """引用: another document as this one names it, or this one as another does."""

    relation: str
    number: str
    title: str
    held: bool  # whether the library has it
    clauses: Sequence[str]


def light(documents: PrintedDocumentQuerySet) -> PrintedDocumentQuerySet:
    """With their terms and issues, without the texts that no page of theirs shows."""
    return documents.select_related("term__repealed_by", "edition__issue").defer(
        *(f"edition__{name}" for name in HEAVY)
    )


def newest_documents() -> PrintedDocumentQuerySet:
    """What was released last stands first."""
    return light(PrintedDocument.objects.released()).order_by("-edition__released_at", "-day", "order")


def released_document(key: str) -> PrintedDocument | None:
    """The one released last, where two issues print the same."""
    rows = light(PrintedDocument.objects.released())
    return rows.filter(key=key).order_by("-edition__released_at", "-pk").first()


def clause_of(document: PrintedDocument, asked: str) -> PrintedClause:
    """The clause a citation means, under whatever short form. Raises AmbiguousClause, NoSuchClause."""
    known = document.clauses.exclude(path="").values_list("path", flat=True)
    row = document.clauses.get(path=resolve(known, asked))
    row.document = document
    return row


def what_runs_in(document: PrintedDocument) -> Mapping[Clause, tuple[Runs, ...]]:
    """Because of the document as a whole, and of each of its clauses."""
    paths = document.clauses.exclude(path="").values_list("path", flat=True)
    return what_runs([Clause(document.key), *(Clause(document.key, path) for path in paths)])


def shown_parts(
    document: PrintedDocument, on: date, runs: Mapping[Clause, tuple[Runs, ...]]
) -> list[ShownPart]:
    rows = list(document.clauses.all())
    for row in rows:
        row.document = document  # known: its citation need not ask for it
    windows = list(document.windows.all())
    references = list(document.references.all())
    held = held_keys({reference.target for reference in references})
    interpretations = list(interpretations_of(document))
    clauses = [
        ShownClause(
            row=row,
            depth=row.depth,
            words=_linked(row, references, held),
            windows=[
                (window, validity_of_window(window, Clause(document.key, window.said_by), on))
                for window in windows
                if window.of and window.of == row.path
            ],
            runs=[one for one in runs.get(row.cites, ()) if one.cites == row.cites] if row.path else (),
            interpretations=[one for one in interpretations if row.path and one.path == row.path],
        )
        for row in rows
    ]
    return [
        ShownPart(
            part["kind"],
            part["name"],
            part["title"],
            [clause for clause in clauses if clause.row.part == place],
        )
        for place, part in enumerate(document.parts)
    ]


def interpretations_of(document: PrintedDocument) -> models.QuerySet[Interpretation]:
    """解读 that anyone may read."""
    approved = Interpretation.objects.of(document).approved()
    return approved.prefetch_related("consents__organisation")


def cites(document: PrintedDocument) -> list[Cited]:
    """引用: what it names, by relation, each once with the clauses that do."""
    found: dict[tuple[str, str], list[str]] = {}
    for reference in document.references.all():
        paths = found.setdefault((reference.relation, reference.target), [])
        if reference.path not in paths:
            paths.append(reference.path)
    titles = titles_of({target for _, target in found})
    return [
        Cited(Relation[relation].value, target, titles.get(target, ""), target in titles, paths)
        for (relation, target), paths in sorted(found.items(), key=lambda entry: _rank(entry[0][0]))
        if target != document.key
    ]


def cited_by(target: str) -> list[Cited]:
    """被引用: the released documents that name it."""
    references = (
        PrintedReference.objects.released()
        .filter(target=target)
        .exclude(document__key=target)
        .select_related("document")
    )
    found: dict[tuple[str, str], tuple[PrintedDocument, list[str]]] = {}
    for reference in references:
        _, paths = found.setdefault((reference.relation, reference.document.key), (reference.document, []))
        if reference.path not in paths:
            paths.append(reference.path)
    return [
        Cited(Relation[relation].value, citing.key, citing.title, True, paths)
        for (relation, _), (citing, paths) in sorted(found.items(), key=lambda entry: _rank(entry[0][0]))
    ]


def held_keys(targets: set[str]) -> set[str]:
    return set(titles_of(targets))


def titles_of(targets: set[str]) -> Mapping[str, str]:
    """Of those that the library has."""
    rows = PrintedDocument.objects.released().filter(key__in=targets)
    return dict(rows.order_by().values_list("key", "title"))


def _rank(relation: str) -> int:
    return list(Relation).index(Relation[relation])


def _linked(row: PrintedClause, references: Sequence[PrintedReference], held: set[str]) -> list[Words]:
    """The clause's words, the documents it names as links where the library has them."""
    names = {
        reference.printed: reference.target
        for reference in references
        if reference.path == row.path and reference.target in held and reference.printed
    }
    return list(_split(row.text, names))


def _split(text: str, names: Mapping[str, str]) -> Iterator[Words]:
    name = next((name for name in names if name in text), "")
    if not name:
        if text:
            yield Words(text)
        return
    before, _, after = text.partition(name)
    yield from _split(before, names)
    yield Words(name, names[name])
    yield from _split(after, names)
