"""`guangyue clauses 文号`: the clauses of a document, with their texts where its gazette is at hand; and
`guangyue clauses --index 文件…`: the index of the clauses of those gazettes."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from guangyue.gazette.document import Clause
from guangyue.gazette.folder import find_in_folder, read_gazette
from guangyue.gazette.index import INDENT, IndexedDocument
from guangyue.gazette.indexing import index_of
from guangyue.gazette.models import PrintedClause, PrintedDocument
from guangyue.gazette.reading.shapes import ReadClause, ReadDocument
from guangyue.kit.refusals import Refused
from guangyue.systems.enactment import declared_city


class Command(BaseCommand):
    help = "列出一件公文的条款；公报已经导入或者放在旁边时，附文字"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", nargs="?", metavar="文号")
        parser.add_argument("--index", nargs="+", type=Path, metavar="文件", help="由公报文件编条款索引")

    def handle(self, *args: Any, number: str | None, index: list[Path] | None, **options: Any) -> None:
        if index:
            self.stdout.write(_index(index), ending="")
        elif number:
            for line in _clauses(number):
                self.stdout.write(line)
        else:
            raise CommandError("请写明文号，或者用 --index 写明公报文件")


def _index(files: Iterable[Path]) -> str:
    try:
        return index_of(read_gazette(file) for file in files)
    except (OSError, Refused) as error:
        raise CommandError(str(error)) from error


def _clauses(number: str) -> Iterator[str]:
    """As imported, else as read from the folder of gazettes, else the paths that the index knows."""
    try:
        number = Clause(number).number
    except ValueError as error:
        raise CommandError(str(error)) from error
    imported = PrintedDocument.objects.filter(number=number).order_by("-edition")
    if printed := imported.released().first() or imported.first():
        return _of_printed(printed)
    if read := find_in_folder(number):
        return _of_read(read)
    if indexed := declared_city().index.by_number.get(number):
        return _of_indexed(indexed)
    raise CommandError(f"没有导入过“{number}”，条款索引里也没有")


def _of_printed(document: PrintedDocument) -> Iterator[str]:
    yield f"{document.number} {document.title}"
    for clause in document.clauses.all():
        yield from _said(clause, clause.depth)


def _of_read(document: ReadDocument) -> Iterator[str]:
    yield f"{document.number} {document.title}"
    for part in document.parts:
        for clause in part.clauses:
            yield from _within(clause, 0)


def _within(clause: ReadClause, depth: int) -> Iterator[str]:
    yield from _said(clause, depth)
    for inner in clause.clauses:
        yield from _within(inner, depth + 1)


def _of_indexed(document: IndexedDocument) -> Iterator[str]:
    yield f"{document.number} {document.title}（只有条款号；导入公报以后附文字）"
    for clause in document.clauses:
        yield f"{INDENT * clause.depth}{clause.path}"


def _said(clause: ReadClause | PrintedClause, depth: int) -> Iterator[str]:
    words = [clause.path, clause.heading, clause.text, clause.note]
    yield INDENT * depth + "  ".join(word for word in words if word)
    for row in clause.rows:
        yield INDENT * (depth + 1) + " | ".join(row)
