"""What lies in an uploaded file, told by its contents and never by its name: rows of cells, or a refusal."""

import csv
import io
import pickle
import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from guangyue.kit.apart import BroughtDown, ask_apart
from guangyue.kit.encodings import decode
from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import workbook_process
from guangyue.kit.sheets.cells import Cell
from guangyue.kit.sheets.writing import is_closing_line, unguarded

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE
MOST_CELL_TEXT = 32_767

_MARKUP = re.compile(r"\s*<(!doctype|html|\?xml|table|head|meta)", re.IGNORECASE)


class Readable(Protocol):
    """A file opened for reading bytes, uploaded or not."""

    def read(self, size: int = -1, /) -> bytes: ...

    def seek(self, offset: int, whence: int = 0, /) -> int: ...


class UnreadableFile(Refused):
    """The file is no table that we can read."""

    sentence = "读不懂这个文件，请上传 Excel（.xlsx、.xls）或 CSV 文件。"
    advice = "请用表格软件打开，另存为 .xlsx 以后再上传。"

    def __init__(self, sentence: str = "", *, field: str = "file") -> None:
        super().__init__(sentence, field=field)


def numbered_rows(file: Readable, *, sheet: str) -> Iterator[tuple[int, list[Cell]]]:
    """The rows of a CSV or of a workbook's worksheet, each with the number the person sees beside it."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if size == 0:
        raise UnreadableFile("文件是空的。")
    if size > MOST_BYTES:
        raise UnreadableFile(
            f"文件有 {size / MEGABYTE:.0f} MB，超过 {MOST_BYTES // MEGABYTE} MB；请拆成几个文件上传。"
        )
    content = file.read()
    is_workbook = content.startswith((workbook_process.ZIP, workbook_process.OLE))
    return enumerate(_read_workbook(content, sheet) if is_workbook else _read_csv(_decode(content)), start=1)


def _read_workbook(content: bytes, sheet: str) -> Iterable[list[Cell]]:
    """Read in a process of its own."""
    try:
        answer = ask_apart(workbook_process, sheet, content=content)
    except BroughtDown as failure:
        raise UnreadableFile("文件太复杂或已损坏，没能读完。") from failure
    rows, refusal = pickle.loads(answer)  # noqa: S301  (our own process wrote it)
    if rows is None:
        raise UnreadableFile(refusal)
    return rows  # type: ignore[no-any-return]


def _decode(content: bytes) -> str:
    """As Excel writes plain CSV and “Unicode text”, and whatever else people save."""
    decoded = decode(content)
    if decoded is None:
        raise UnreadableFile
    return decoded.text


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
