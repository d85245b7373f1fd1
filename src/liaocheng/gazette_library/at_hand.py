"""The issues that examples are asked of: those imported, and the files beside the repository."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from guangyue.gazette.folder import gazette_files, read_gazette
from guangyue.gazette.models import Edition
from guangyue.gazette.reading.corrections import Correction
from guangyue.gazette.reading.issue import read_issue
from guangyue.gazette.reading.shapes import ReadDocument, ReadIssue
from guangyue.library.services.reading_again import corrections_on

READ_AT_ONCE = 50


@dataclass(frozen=True)
class File:
    """A gazette under its file's name, as it reads, with the corrections made by hand."""

    name: str
    read: ReadIssue

    @property
    def lines(self) -> tuple[str, ...]:
        return self.read.lines

    def document_at(self, line: int) -> ReadDocument | None:
        """Whose line it is."""
        return next(
            (
                document
                for document in self.read.documents
                if any(line in piece.span for piece in document.pieces)
            ),
            None,
        )


@dataclass(frozen=True)
class Found:
    """A document, and the file that prints it."""

    file: File
    document: ReadDocument


def files() -> Iterator[File]:
    """The latest edition of each issue, then files that were not imported."""
    known = set()
    live = Edition.objects.exclude(state__in=(Edition.State.SUPERSEDED, Edition.State.WITHDRAWN))
    for edition in live.select_related("issue").order_by("issue_id", "-version").distinct("issue_id"):
        known.add(edition.source)
        yield File(edition.source, _read(edition.text, tuple(corrections_on(edition))))
    for name, path in gazette_files().items():
        if name not in known:
            yield File(name, read_gazette(path))


def find_file(name: str) -> File:
    stem = name.rsplit("/", 1)[-1]
    for file in files():
        if stem in (file.name, file.name.rsplit(".", 1)[0]):
            return file
    raise ValueError(f"{name} is neither imported nor in the folder of gazettes")


def documents() -> Iterator[Found]:
    for file in files():
        for document in file.read.documents:
            yield Found(file, document)


def find_document(number: str) -> Found | None:
    """政府令第37号 is known without its city's name too."""
    return next(
        (
            found
            for found in documents()
            if found.document.number and number and found.document.number.endswith(number)
        ),
        None,
    )


@lru_cache(maxsize=READ_AT_ONCE)
def _read(text: str, corrections: tuple[Correction, ...]) -> ReadIssue:
    return read_issue(text.split("\n"), corrections)
