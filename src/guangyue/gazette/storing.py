"""From what was read to rows: an edition in some fifteen statements."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from functools import cache
from itertools import count

from django.db import models

from guangyue.gazette.models import (
    Doubt,
    Edition,
    PrintedClause,
    PrintedDocument,
    PrintedReference,
    PrintedWindow,
)
from guangyue.gazette.reading import shapes
from guangyue.gazette.reading.numbers import series_of
from guangyue.gazette.reading.shapes import ReadClause, ReadDocument, ReadIssue, Span

AT_ONCE = 2_000
LARGEST = 2**31 - 1
LONGEST_PATH = PrintedClause._meta.get_field("path").max_length or 0
LONGEST_NAME = 60
LONGEST_ADDRESSEE = 120
CHRONICLE = "大事记"
DECREE = "令"
THE_STATE = "国"  # 国发〔2015〕36号 is numbered by no place

Pairs = list[tuple[PrintedDocument, ReadDocument]]

_YEAR_AND_SERIAL = re.compile(r"(?:〔(\d{4})〕|第)(\d+)号")
_MONTH = re.compile(r"\d{4}年\d{1,2}月")


def store_reading(*, edition: Edition, read: ReadIssue) -> None:
    """In place of what an earlier reading of the edition left."""
    _describe(edition, read)
    edition.save()
    edition.documents.all().delete()
    edition.doubts.all().delete()
    documents = PrintedDocument.objects.bulk_create(_document(edition, each) for each in read.documents)
    pairs = list(zip(documents, read.documents, strict=True))
    _store_clauses(pairs)
    PrintedReference.objects.bulk_create(_references(pairs), batch_size=AT_ONCE)
    PrintedWindow.objects.bulk_create(_windows(pairs), batch_size=AT_ONCE)
    store_doubts(edition=edition, doubts=read.doubts)


def store_doubts(*, edition: Edition, doubts: Iterable[shapes.Doubt]) -> None:
    fitting = _fitter(Doubt)
    Doubt.objects.bulk_create(
        (
            Doubt(
                edition=edition,
                key=fitting("key", doubt.key),
                line_first=doubt.span.first,
                line_last=doubt.span.last,
                sentence=fitting("sentence", doubt.sentence),
                blocks=doubt.blocks,
            )
            for doubt in doubts
        ),
        batch_size=AT_ONCE,
    )


def key_of(document: ReadDocument) -> str:
    """标识: what it is cited by. A chronicle goes by its month, whatever else has no number by its title."""
    month = _MONTH.search(document.title) if CHRONICLE in document.title else None
    return document.number or (
        f"{CHRONICLE}{month[0]}" if month else document.title or f"无题{document.order}"
    )


def first_line_of(document: ReadDocument) -> int:
    """Where its head stands; 0 when it has no lines at all."""
    return document.pieces[0].span.first if document.pieces else 0


def _describe(edition: Edition, read: ReadIssue) -> None:
    front = read.front
    edition.total = _small(front.total)
    edition.title = _fitter(Edition)("title", front.title)
    edition.colophon = dict(front.colophon)
    edition.contents = [
        {**asdict(entry), "category": entry.category.value, "span": _pair(entry.span)}
        for entry in front.contents
    ]
    edition.front = _pair(front.span) if front.span else []
    edition.discarded = [_pair(span) for span in read.discarded]
    edition.repairs = [
        {
            "noise": repair.noise.value,
            "span": _pair(repair.span),
            "before": repair.before,
            "after": repair.after,
        }
        for repair in read.repairs
    ]


def _document(edition: Edition, read: ReadDocument) -> PrintedDocument:
    series, year, serial = _numbering(read)
    fitting = _fitter(PrintedDocument)
    return PrintedDocument(
        edition=edition,
        order=read.order,
        key=fitting("key", key_of(read)),
        number=fitting("number", read.number),
        series=fitting("series", series),
        year=year,
        serial=serial,
        title=fitting("title", read.title),
        printed_title=fitting("printed_title", read.printed_title),
        issuers=_names(read.issuers),
        author=fitting("author", read.author),
        category=read.category.value,
        page_from=_small(read.page_from),
        page_to=_small(read.page_to),
        pieces=[
            {
                "first": piece.span.first,
                "last": piece.span.last,
                "marker": piece.marker,
                "by_hand": piece.by_hand,
            }
            for piece in read.pieces
        ],
        day=read.day,
        addressees=[name[:LONGEST_ADDRESSEE] for name in read.addressees],
        signatory=fitting("signatory", read.signatory),
        adopted=fitting("adopted", read.adopted),
        adopted_on=read.adopted_on,
        parts=[
            {
                "kind": part.kind.value,
                "name": part.name,
                "title": part.title,
                "spans": _pairs(part.spans),
            }
            for part in read.parts
        ],
        annexes=[
            {
                "number": annex.number,
                "title": annex.title,
                "omitted": annex.omitted,
                "spans": _pairs(annex.spans),
            }
            for annex in read.annexes
        ],
        no_stacking=fitting("no_stacking", read.no_stacking),
        prevails=fitting("prevails", read.prevails),
        interpreters=_names(read.interpreters),
    )


def _numbering(read: ReadDocument) -> tuple[str, int | None, int | None]:
    """Series, year and serial of a number: 政办字, 2020, 48 of 聊政办字〔2020〕48号."""
    if not read.number:
        return (CHRONICLE if CHRONICLE in read.title else ""), read.day.year if read.day else None, None
    found = _YEAR_AND_SERIAL.search(read.number)
    serial = _small(int(found[2])) if found else None
    if not found or not found[1]:
        return (DECREE if DECREE in read.number else ""), read.day.year if read.day else None, serial
    series = series_of(read.number)
    return series if series.startswith(THE_STATE) else series[1:], int(found[1]), serial


def _store_clauses(pairs: Pairs) -> None:
    """Depth by depth: a clause is written when the one around it has its key."""
    by_depth: dict[int, list[PrintedClause]] = defaultdict(list)
    for document, read in pairs:
        for row in _clauses(document, read):
            by_depth[row.depth].append(row)
    for depth in sorted(by_depth):
        PrintedClause.objects.bulk_create(by_depth[depth], batch_size=AT_ONCE)


def _clauses(document: PrintedDocument, read: ReadDocument) -> Iterator[PrintedClause]:
    """In the order of the text. Where two clauses have one path, it is that of the first."""
    orders = count(1)
    paths: set[str] = {""}
    fitting = _fitter(PrintedClause)

    def rows(
        clauses: Iterable[ReadClause], part: int, parent: PrintedClause | None
    ) -> Iterator[PrintedClause]:
        for clause in clauses:
            path = clause.path if len(clause.path) <= LONGEST_PATH and clause.path not in paths else ""
            paths.add(path)
            row = PrintedClause(
                document=document,
                parent=parent,
                order=next(orders),
                depth=parent.depth + 1 if parent else 0,
                part=part,
                path=path,
                level=clause.level.name,
                label=fitting("label", clause.label),
                heading=fitting("heading", clause.heading),
                text=clause.text,
                note=clause.note,
                spans=_pairs(clause.spans),
                rows=clause.rows,
            )
            yield row
            yield from rows(clause.clauses, part, row)

    for number, part in enumerate(read.parts):
        yield from rows(part.clauses, number, None)


def _references(pairs: Pairs) -> Iterator[PrintedReference]:
    fitting = _fitter(PrintedReference)
    for document, read in pairs:
        for reference in read.references:
            yield PrintedReference(
                document=document,
                path=fitting("path", reference.path),
                target=fitting("target", reference.target),
                path_in_target=fitting("path_in_target", reference.path_in_target),
                relation=reference.relation.name,
                printed=fitting("printed", reference.printed),
                line_first=reference.span.first,
                line_last=reference.span.last,
            )


def _windows(pairs: Pairs) -> Iterator[PrintedWindow]:
    fitting = _fitter(PrintedWindow)
    for document, read in pairs:
        for window in read.windows:
            yield PrintedWindow(
                document=document,
                of=fitting("of", window.of),
                since=window.since,
                until=window.until,
                said_by=fitting("said_by", window.said_by),
                event=fitting("event", window.event),
                remark=fitting("remark", window.remark),
            )


def _fitter(model: type[models.Model]) -> Callable[[str, str], str]:
    """Cuts a text to what its column holds: no gazette needs more, a hostile file may try."""

    def fitting(name: str, text: str) -> str:
        longest = _lengths(model).get(name)
        return text[:longest]

    return fitting


@cache
def _lengths(model: type[models.Model]) -> dict[str, int | None]:
    return {
        field.name: field.max_length
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField)
    }


def _names(names: Iterable[str]) -> list[str]:
    return [name[:LONGEST_NAME] for name in names]


def _small(number: int | None) -> int | None:
    return number if number is None or number <= LARGEST else None


def _pair(span: Span) -> list[int]:
    return [span.first, span.last]


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [_pair(span) for span in spans]
