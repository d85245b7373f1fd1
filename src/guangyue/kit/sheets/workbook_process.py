"""A process of its own that reads one workbook: its bytes come in on stdin, its rows go out on stdout.

A crafted workbook can make its reader ask for all the memory of the machine; then only this process ends.
It knows nothing of the rest of the program and so starts quickly.
"""

import io
import pickle
import re
import resource
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

MEGABYTE = 1024 * 1024
MOST_MEMORY = 2048 * MEGABYTE
MOST_UNPACKED = 300 * MEGABYTE
MOST_PARTS = 2_000
MOST_CELLS = 5_000_000
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "文件设了打开密码，请取消密码以后再上传。"
ERROR = "#N/A"  # any cell whose formula has failed; calamine gives it as an empty one

Place = tuple[int, int]  # row and column, from 0

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FILLED_CELL = re.compile(rb"<(?:\w+:)?c\s[^<>]*[^<>/]>")
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_IS_ERROR = re.compile(rb"\st\s*=\s*[\"']e[\"']")


class Unfit(Exception):
    """Why the workbook is not read, in a sentence for the person; without one, it is no workbook."""


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    content = sys.stdin.buffer.read()
    try:
        rows, refusal = read_workbook(content, sheet=sys.argv[1]), ""
    except Unfit as unfit:
        rows, refusal = None, str(unfit)
    pickle.dump((rows, refusal), sys.stdout.buffer)


def read_workbook(content: bytes, *, sheet: str) -> list[list[object]]:
    """The rows of the worksheet of that name, else of the first that is not hidden, from row 1 on."""
    if content.startswith(OLE) and _ENCRYPTED in content:
        raise Unfit(LOCKED)
    errors = _errors_by_sheet(content) if content.startswith(ZIP) else {}
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            names = [
                page.name
                for page in book.sheets_metadata
                if page.typ == SheetTypeEnum.WorkSheet and page.visible == SheetVisibleEnum.Visible
            ]
            if not names:
                raise Unfit("文件里没有可见的工作表。")
            name = sheet if sheet in names else names[0]
            page = book.get_sheet_by_name(name)
            first_column = page.start[1] if page.start else 0
            rows: list[list[object]] = [list(row) for row in page.iter_rows()]
    except PasswordError as failure:
        raise Unfit(LOCKED) from failure
    except CalamineError as failure:
        raise Unfit from failure
    for row, column in errors.get(name, ()):
        if row < len(rows) and column - first_column < len(rows[row]):
            rows[row][column - first_column] = ERROR
    return rows


def _errors_by_sheet(content: bytes) -> dict[str, frozenset[Place]]:
    """Unpack all of it once: a bomb, a torn file or a vast sheet is found, and where the errors stand."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise Unfit(f"文件解压以后超过 {MOST_UNPACKED // MEGABYTE} MB，不予读取。")
            if "xl/workbook.xml" not in archive.namelist():
                raise Unfit
            errors = {part.filename: _errors_in(archive, part) for part in parts}
            return {name: errors.get(part, frozenset()) for name, part in _parts_of_sheets(archive)}
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ElementTree.ParseError) as failure:
        raise Unfit("文件不完整或已损坏，请重新保存以后再上传。") from failure
    except (
        NotImplementedError,
        RuntimeError,
    ) as failure:  # a compression or encryption that Excel never uses
        raise Unfit from failure


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
        raise Unfit(f"工作表的范围到了第 {rows} 行、第 {columns} 列，太大；请删去多余的行和列以后再上传。")
    return frozenset(errors)


def _column_of(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _parts_of_sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
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


if __name__ == "__main__":
    main()
