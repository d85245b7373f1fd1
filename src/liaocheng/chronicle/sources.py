"""What the examples ask about: the chronicles and documents of the library, or of the gazettes beside the
repository where the library has none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings

from guangyue.chronicle.reading.days import YearMonth
from guangyue.chronicle.reading.events import ReadEvent, ReadMonth, read_chronicle
from guangyue.chronicle.reading.meetings import Held, read_meeting
from guangyue.chronicle.services.intake import SERIES, is_chronicle
from guangyue.gazette.lines import lines_of
from guangyue.gazette.models import PrintedDocument
from guangyue.gazette.reading.issue import read_issue
from guangyue.gazette.reading.shapes import Line, ReadDocument, ReadIssue


@dataclass(frozen=True)
class Printed:
    """A document, by what a meeting can be compared with."""

    number: str
    title: str
    day: date | None
    adopted: str
    adopted_on: date | None


def months() -> dict[YearMonth, ReadMonth]:
    """By month; what the library has released goes before the files."""
    released = PrintedDocument.objects.released().select_related("edition__issue").filter(number="")
    read = [read_chronicle(lines_of(one), title=one.title) for one in released if is_chronicle(one)]
    return {month.month: month for month in (*_months_of_files(settings.GAZETTES), *read)}


def events() -> Iterator[ReadEvent]:
    for month in months().values():
        yield from month.events


def documents() -> list[Printed]:
    fields = ("number", "title", "day", "adopted", "adopted_on")
    released = PrintedDocument.objects.released().exclude(number="").values_list(*fields)
    ours = {number: Printed(number, *rest) for number, *rest in released}
    return list({**_documents_of_files(settings.GAZETTES), **ours}.values())


def meetings_held(series: str) -> list[Held]:
    """Those that events speak of, and those at which a document was adopted."""
    held = {number: event.days.first for number, event in _events_of(series).items()}
    for document in documents():
        meeting = read_meeting(document.adopted)
        if meeting and meeting.series == series and document.adopted_on:
            held.setdefault(meeting.number, document.adopted_on)
    return [Held(number, on) for number, on in sorted(held.items())]


def meeting_event(series: str, number: int) -> ReadEvent | None:
    return _events_of(series).get(number)


def _events_of(series: str) -> dict[int, ReadEvent]:
    return {one.meeting.number: one for one in events() if one.meeting and one.meeting.series == series}


@cache
def _issues(folder: Path) -> tuple[ReadIssue, ...]:
    """The files do not change while the program runs."""
    return tuple(
        read_issue(path.read_text(encoding="utf-8").splitlines()) for path in sorted(folder.glob("*.txt"))
    )


@cache
def _months_of_files(folder: Path) -> tuple[ReadMonth, ...]:
    return tuple(
        read_chronicle(_lines(issue, document), title=document.title)
        for issue in _issues(folder)
        for document in issue.documents
        if not document.number and SERIES in document.title
    )


def _documents_of_files(folder: Path) -> dict[str, Printed]:
    read: Iterable[ReadDocument] = (one for issue in _issues(folder) for one in issue.documents if one.number)
    return {one.number: Printed(one.number, one.title, one.day, one.adopted, one.adopted_on) for one in read}


def _lines(issue: ReadIssue, document: ReadDocument) -> list[Line]:
    return [
        Line(number, issue.lines[number - 1])
        for piece in document.pieces
        for number in range(piece.span.first, piece.span.last + 1)
    ]
