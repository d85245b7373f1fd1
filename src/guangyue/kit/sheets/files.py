"""What lies in an uploaded file, told by its contents and never by its name: rows of cells, or a refusal."""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO
from xml.etree import ElementTree

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from guangyue.kit.refusals import Refused
from guangyue.kit.sheets.cells import ERROR, Cell
from guangyue.kit.sheets.writing import is_closing_line, unguarded

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE
MOST_UNPACKED_BYTES = 300 * MEGABYTE
MOST_PARTS = 2_000
MOST_CELLS = 5_000_000
MOST_CELL_TEXT = 32_767

Place = tuple[int, int]  # row and column, from 0

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FILLED_CELL = re.compile(rb"<(?:\w+:)?c\s[^<>]*[^<>/]>")
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_IS_ERROR = re.compile(rb"\st\s*=\s*[\"']e[\"']")
_MARKUP = re.compile(r"\s*<(!doctype|html|\?xml|table|head|meta)", re.IGNORECASE)


class UnreadableFile(Refused):
    """The file is no table that we can read."""

    sentence = "读不懂这个文件，请上传 Excel（.xlsx、.xls）或 CSV 文件。"
    advice = "请用表格软件打开，另存为 .xlsx 以后再上传。"

    def __init__(self, sentence: str = "", *, field: str = "file") -> None:
        super().__init__(sentence, field=field)


class LockedFile(UnreadableFile):
    """The file opens only with a password."""

    sentence = "文件设了打开密码，请取消密码以后再上传。"


@dataclass(frozen=True)
class Page:
    """工作表: its rows, each with the number the person sees beside it."""

    rows: Iterable[tuple[int, list[Cell]]]


def read_page(file: BinaryIO, *, named: str) -> Page:
    """The worksheet of that name, else the first that is not hidden."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if size == 0:
        raise UnreadableFile("文件是空的。")
    if size > MOST_BYTES:
        raise UnreadableFile(
            f"文件有 {size / MEGABYTE:.0f} MB，超过 {MOST_BYTES // MEGABYTE} MB；请拆成几个文件上传。"
        )
    content = file.read()
    if content.startswith(_ZIP):
        return _read_workbook(content, named, _errors_by_sheet(content))
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise LockedFile
        return _read_workbook(content, named, {})
    return Page(rows=enumerate(_read_csv(_decode(content)), start=1))


def _read_workbook(content: bytes, named: str, errors: dict[str, frozenset[Place]]) -> Page:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            names = [
                sheet.name
                for sheet in book.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
            ]
            if not names:
                raise UnreadableFile("文件里没有可见的工作表。")
            name = named if named in names else names[0]
            sheet = book.get_sheet_by_name(name)
            first_column = sheet.start[1] if sheet.start else 0
            rows: list[list[Cell]] = list(sheet.iter_rows())
    except PasswordError as failure:
        raise LockedFile from failure
    except CalamineError as failure:
        raise UnreadableFile from failure
    for row, column in errors.get(name, ()):
        if row < len(rows) and column - first_column < len(rows[row]):
            rows[row][column - first_column] = ERROR
    return Page(rows=enumerate(rows, start=1))


def _errors_by_sheet(content: bytes) -> dict[str, frozenset[Place]]:
    """Unpack all of a workbook once: a bomb, a torn file or a vast sheet is found before it is read.

    Kept are only the places of errors such as #N/A, which calamine gives as empty cells.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
                raise UnreadableFile(f"文件解压以后超过 {MOST_UNPACKED_BYTES // MEGABYTE} MB，不予读取。")
            if "xl/workbook.xml" not in archive.namelist():
                raise UnreadableFile
            errors = {part.filename: _errors_in(archive, part) for part in parts}
            return {name: errors.get(part, frozenset()) for name, part in _sheet_parts(archive)}
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ElementTree.ParseError) as failure:
        raise UnreadableFile("文件不完整或已损坏，请重新保存以后再上传。") from failure
    except (
        NotImplementedError,
        RuntimeError,
    ) as failure:  # a compression or an encryption that Excel never uses
        raise UnreadableFile from failure


def _errors_in(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> frozenset[Place]:
    errors: set[Place] = set()
    rows = columns = 0
    with archive.open(part) as stream:
        rest = b""
        while chunk := stream.read(MEGABYTE):
            piece = rest + chunk
            for tag in _FILLED_CELL.findall(piece):
                if found := _PLACE.search(tag):
                    row, column = int(found[2]) - 1, _column_of(found[1])
                    rows, columns = max(rows, row + 1), max(columns, column + 1)
                    if _IS_ERROR.search(tag):
                        errors.add((row, column))
            rest = piece[piece.rfind(b"<") :] if b"<" in piece else b""
    if rows * columns > MOST_CELLS:
        raise UnreadableFile(
            f"工作表的范围到了第 {rows} 行、第 {columns} 列，太大；请删去多余的行和列以后再上传。"
        )
    return frozenset(errors)


def _column_of(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each worksheet, and the part of the archive it lies in."""
    relations = _xml(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for element in _xml(archive.read("xl/workbook.xml")).iter():
        if element.tag.endswith("}sheet"):
            relation = next((value for key, value in element.items() if key.endswith("}id")), None)
            path = PurePosixPath("/xl") / targets.get(relation, "")
            yield element.get("name", ""), str(path).removeprefix("/")


def _xml(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)  # noqa: S314  (expat itself stops entities that swell)


def _decode(content: bytes) -> str:
    """UTF-8, UTF-16 as Excel's “Unicode text”, or GB18030 as Excel's plain CSV."""
    encodings = ["utf-8-sig", "gb18030"]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in content[:1000]:
        low_byte_first = content[1:1000:2].count(0) > content[0:1000:2].count(0)
        encodings = ["utf-16-le" if low_byte_first else "utf-16-be"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableFile


def _read_csv(text: str) -> Iterator[list[Cell]]:
    if _MARKUP.match(text):
        raise UnreadableFile(
            "这是网页格式的文件，只是后缀像表格；请用表格软件打开，另存为 .xlsx 以后再上传。"
        )
    beginning = text[:4000]
    delimiter = max(",\t;", key=beginning.count)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), start=1):
            if any(len(cell) > MOST_CELL_TEXT for cell in row):
                raise UnreadableFile(f"第 {number} 行有单元格过长，多半是引号没有成对。")
            if not (row and is_closing_line(row[0]) and not any(row[1:])):
                yield [unguarded(cell) for cell in row]
    except csv.Error as failure:
        raise UnreadableFile("CSV 的格式有误，多半是引号没有成对。") from failure
