"""Tables out: CSV and Excel in constant memory, each with its number of rows and its SHA-256."""

import csv
import errno
import hashlib
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from http import HTTPStatus
from typing import BinaryIO, Literal

from django.http import FileResponse
from django.utils import timezone
from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from guangyue.kit.money import Money
from guangyue.kit.refusals import Refused

Value = str | bool | int | float | Decimal | date | datetime | time | Money | None
Form = Literal["csv", "xlsx"]

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"  # without it Excel takes a CSV for GB18030
MOST_EXCEL_ROWS = 1_048_575  # one less than a worksheet has, for the header
MOST_EXCEL_TEXT = 32_767
EXCEL_BEGINS = date(1900, 3, 1)  # before it Excel counts a 29 February 1900
CHECK_SHEET = "校验"

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_CLOSING = re.compile(r"共 (\d+) 行；以上内容的 SHA-256：([0-9a-f]{64})")


class TooManyRowsForExcel(Refused):
    """One worksheet cannot hold them."""

    sentence = f"数据超过 {MOST_EXCEL_ROWS} 行，一张 Excel 工作表放不下，请改用 CSV 导出。"


class NoRoomForFile(Refused):
    """The disk is full."""

    sentence = "服务器磁盘空间不足，文件没有生成，请告知系统管理员后再试。"
    status = HTTPStatus.INSUFFICIENT_STORAGE


@dataclass(frozen=True)
class Receipt:
    """导出回执: what was taken out, for the audit record and for whoever receives the file.

    `contents` is the hash that the file itself carries: of its rows as CSV, the same in either form.
    """

    name: str
    rows: int
    contents: str
    sha256: str

    def __str__(self) -> str:
        return f"{self.name}：{self.rows} 行，SHA-256 {self.sha256}，内容 SHA-256 {self.contents}"


class Export(FileResponse):
    """导出: a finished file on its way to the person, and the receipt of it."""

    def __init__(self, file: BinaryIO, receipt: Receipt) -> None:
        super().__init__(file, as_attachment=True, filename=receipt.name)
        self.receipt = receipt
        self["X-Row-Count"] = str(receipt.rows)
        self["X-SHA256"] = receipt.sha256


def export(name: str, headers: Sequence[str], rows: Iterable[Sequence[Value]], *, as_: Form) -> Export:
    """Hand the rows to the person as `name.csv` or `name.xlsx`."""
    file = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    try:
        receipt = write_table(file, name, headers, rows, as_=as_)
    except BaseException:
        file.close()
        raise
    return Export(file, receipt)


def write_table(
    file: BinaryIO, name: str, headers: Sequence[str], rows: Iterable[Sequence[Value]], *, as_: Form
) -> Receipt:
    """Write the rows into an empty file, left at its beginning."""
    contents = _Contents()
    try:
        with _table(file, name, headers, as_) as table:
            table.add(headers, contents.line_of(headers))
            for row in rows:
                table.add(row, contents.line_of(row))
            table.close(contents.rows, contents.digest())
        sha256 = _hash_of(file)
    except (OSError, FileCreateError) as failure:
        if _disk_is_full(failure):
            raise NoRoomForFile from failure
        raise
    return Receipt(name=f"{name}.{as_}", rows=contents.rows, contents=contents.digest(), sha256=sha256)


def unguarded(text: str) -> str:
    """The text as it was before `write_table` kept a spreadsheet from running it."""
    return text[1:] if _GUARDED.match(text) else text


def is_closing_line(text: str) -> bool:
    """Whether this is the line with which an exported CSV ends."""
    return _CLOSING.fullmatch(text) is not None


def closing_line(rows: int, contents: str) -> str:
    return f"共 {rows} 行；以上内容的 SHA-256：{contents}"


@contextmanager
def _table(
    file: BinaryIO, name: str, headers: Sequence[str], as_: Form
) -> "Iterator[_CsvTable | _ExcelTable]":
    """The table being written; rows on their way into a workbook wait in a folder that goes with it."""
    if as_ == "csv":
        yield _CsvTable(file)
        return
    with tempfile.TemporaryDirectory() as folder:
        yield _ExcelTable(file, name, headers, folder)


class _Contents:
    """The rows as lines of CSV, their number, and the hash of all of them so far."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256(BOM.encode())
        self._line = ""
        self._lines = 0
        self._writer = csv.writer(self)

    def write(self, line: str) -> int:
        self._line = line
        return len(line)

    def line_of(self, row: Sequence[Value]) -> bytes:
        self._writer.writerow([_as_text(value) for value in row])
        line = self._line.encode(errors="replace")
        self._hash.update(line)
        self._lines += 1
        return line

    @property
    def rows(self) -> int:
        """Lines so far, the header not counted."""
        return self._lines - 1

    def digest(self) -> str:
        return self._hash.hexdigest()


class _CsvTable:
    """Lines one after another, the last of them the count and the hash."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._file.write(BOM.encode())

    def add(self, row: Sequence[Value], line: bytes) -> None:
        self._file.write(line)

    def close(self, rows: int, contents: str) -> None:
        self._file.write(f"{closing_line(rows, contents)}\r\n".encode())
        self._file.flush()


class _ExcelTable:
    """A worksheet with its header frozen, and a second one with the count and the hash."""

    WIDTH_IS_JUDGED_BY = 200  # rows

    def __init__(self, file: BinaryIO, name: str, headers: Sequence[str], folder: str) -> None:
        self._book = Workbook(file, {"constant_memory": True, "tmpdir": folder})
        self._bold = self._book.add_format({"bold": True, "bg_color": "#EEF2F7", "valign": "vcenter"})
        self._guarded = self._book.add_format({"quote_prefix": True})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._moment = self._book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self._time = self._book.add_format({"num_format": "hh:mm:ss"})
        self._decimals: dict[int, Format] = {}
        self._widths = [0] * len(headers)
        self._sheet = self._book.add_worksheet(worksheet_name(name))
        self._sheet.freeze_panes(1, 0)
        self._next = 0

    def add(self, row: Sequence[Value], line: bytes) -> None:
        if self._next > MOST_EXCEL_ROWS:
            raise TooManyRowsForExcel
        if self._next < self.WIDTH_IS_JUDGED_BY:
            shown = (width_of(_as_text(value)) for value in row)
            self._widths = [max(pair) for pair in zip(self._widths, shown, strict=True)]
        for column, value in enumerate(row):
            if self._next == 0:
                self._sheet.write_string(0, column, str(value), self._bold)
            else:
                self._write(column, value)
        self._next += 1

    def close(self, rows: int, contents: str) -> None:
        if self._widths:
            self._sheet.autofilter(0, 0, max(self._next - 1, 0), len(self._widths) - 1)
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, min(max(width + 2, 8), 60))
        check = self._book.add_worksheet(CHECK_SHEET)
        check.set_column(0, 0, 12)
        check.set_column(1, 1, 70)
        write_lines(check, [("行数", str(rows)), ("内容 SHA-256", contents)])
        self._book.close()

    def _write(self, column: int, value: Value) -> None:
        sheet, row = self._sheet, self._next
        match value:
            case None | "":
                pass
            case bool():
                sheet.write_string(row, column, _as_text(value))
            case Money():
                self._write_number(column, Decimal(value.plain()))
            case int() | float() | Decimal():
                self._write_number(column, Decimal(str(value)))
            case datetime() if value.date() >= EXCEL_BEGINS:
                sheet.write_datetime(row, column, _local(value), self._moment)
            case date() if not isinstance(value, datetime) and value >= EXCEL_BEGINS:
                sheet.write_datetime(row, column, value, self._day)
            case time():
                sheet.write_datetime(row, column, value, self._time)
            case str() if _FORMULA.match(value):
                sheet.write_string(row, column, _shortened(value), self._guarded)
            case _:
                sheet.write_string(row, column, _shortened(_as_text(value)))

    def _write_number(self, column: int, value: Decimal) -> None:
        """A number, or text where Excel's fifteen digits would lose some of it."""
        if not value.is_finite() or len(value.as_tuple().digits) > 15:
            self._sheet.write_string(self._next, column, _as_text(value))
            return
        places = max(0, -int(value.as_tuple().exponent))
        self._sheet.write_number(self._next, column, float(value), self._decimal(places))

    def _decimal(self, places: int) -> Format:
        if places not in self._decimals:
            self._decimals[places] = self._book.add_format(
                {"num_format": f"0.{'0' * places}" if places else "0"}
            )
        return self._decimals[places]


def write_lines(sheet: Worksheet, lines: Iterable[Sequence[str]]) -> None:
    """Plain lines of text, from the top."""
    for row, line in enumerate(lines):
        for column, text in enumerate(line):
            sheet.write_string(row, column, text)


def worksheet_name(name: str) -> str:
    """What Excel accepts as the name of a worksheet."""
    return re.sub(r"[\[\]:*?/\\']", " ", name).strip()[:31].strip() or "数据"


def width_of(text: str) -> int:
    """How many columns of a typewriter the text takes: a Chinese character takes two."""
    return sum(2 if character > "\u2e7f" else 1 for character in text)


def _as_text(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return f"'{value}" if _FORMULA.match(value) else value
        case bool():
            return "是" if value else "否"
        case Money():
            return value.plain()
        case datetime():
            return _local(value).isoformat(sep=" ", timespec="seconds")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="seconds")
        case Decimal():
            return f"{value:f}"
        case _:
            return str(value)


def _shortened(text: str) -> str:
    """What one cell of Excel can hold, its end marked where the rest is only in the CSV."""
    mark = "……（Excel 单元格放不下，其余见 CSV）"
    return text if len(text) <= MOST_EXCEL_TEXT else text[: MOST_EXCEL_TEXT - len(mark)] + mark


def _local(moment: datetime) -> datetime:
    return timezone.make_naive(moment) if timezone.is_aware(moment) else moment


def _hash_of(file: BinaryIO) -> str:
    file.seek(0)
    digest = hashlib.sha256()
    while piece := file.read(1024 * 1024):
        digest.update(piece)
    file.seek(0)
    return digest.hexdigest()


def _disk_is_full(failure: Exception) -> bool:
    cause = failure if isinstance(failure, OSError) else failure.__cause__ or (failure.args or (None,))[0]
    return isinstance(cause, OSError) and cause.errno in (errno.ENOSPC, errno.EDQUOT)
