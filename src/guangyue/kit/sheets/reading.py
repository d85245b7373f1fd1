"""Tables in: a dry run that names every bad row; what it finds is taken whole or not at all."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from guangyue.kit.sheets.cells import Cell, Parse, Unreadable, cleaned, text
from guangyue.kit.sheets.files import Readable, UnreadableFile, numbered_rows
from guangyue.kit.sheets.workbook_process import ERROR

HEADER_IS_SOUGHT_IN = 20  # rows; titles and notes may stand above it


@dataclass(frozen=True)
class Column:
    """列: what people write in it, and the value it is read as."""

    key: str
    header: str
    parse: Parse = text
    required: bool = True
    example: str = ""
    note: str = ""
    choices: tuple[str, ...] = ()
    longest: int = 200
    width: int = 16


@dataclass(frozen=True)
class Sheet:
    """导入表: the columns of a table that people fill in. `unique` are the keys no two rows may share."""

    title: str
    columns: tuple[Column, ...]
    unique: tuple[tuple[str, ...], ...] = ()
    most_rows: int = 20_000

    @property
    def example(self) -> tuple[str, ...]:
        """The row that the template shows; where people leave it in, it is not taken for data."""
        return tuple(column.example for column in self.columns)


@dataclass(frozen=True)
class Row:
    """行: its number as the person sees it, and the values read, by the key of their column."""

    number: int
    values: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:
        return self.values[key]


@dataclass(frozen=True)
class Problem:
    """问题: why a row cannot be taken; without a header it is about the row as a whole."""

    row: int
    reason: str
    header: str = ""
    value: str = ""

    def __str__(self) -> str:
        place = f"第 {self.row} 行" + (f"“{self.header}”" if self.header else "")
        return f"{place}：{self.reason}" + (f"（填的是“{self.value}”）" if self.value else "")


class SheetHasProblems(UnreadableFile):
    """Some rows are bad, so none is taken."""

    def __init__(self, reading: "Reading") -> None:
        first = "；".join(str(problem) for problem in reading.problems[:3])
        self.reading = reading
        super().__init__(f"有 {reading.bad_rows} 行不能导入，没有写入任何数据：{first}。")


@dataclass(frozen=True)
class Reading:
    """试读: what a file would bring in, and everything that speaks against it."""

    sheet: Sheet
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
    ignored: tuple[str, ...] = ()
    originals: Mapping[int, tuple[str, ...]] = field(default_factory=dict, repr=False)

    @property
    def total(self) -> int:
        """Rows with something in them, good or bad."""
        return len(self.originals)

    @property
    def bad_rows(self) -> int:
        """Rows that cannot be taken; one row may have several problems."""
        return len({problem.row for problem in self.problems})

    def with_problems(self, problems: Iterable[Problem]) -> "Reading":
        """The same reading, with what its caller has against some rows."""
        found = sorted((*self.problems, *problems), key=lambda problem: problem.row)
        return replace(self, problems=tuple(found))

    def problem(self, row: Row, reason: str, *, key: str = "") -> Problem:
        """What a caller has against a row, or against one of its columns."""
        for position, column in enumerate(self.sheet.columns):
            if column.key == key:
                return Problem(row.number, reason, column.header, self.originals[row.number][position])
        return Problem(row.number, reason)

    def taken(self) -> tuple[Row, ...]:
        """All rows, or a refusal that names the first bad ones."""
        if self.problems:
            raise SheetHasProblems(self)
        return self.rows


def read_rows(file: Readable, sheet: Sheet) -> Reading:
    """Read a file that a person filled in, without writing anything."""
    numbered = numbered_rows(file, sheet=sheet.title)
    rows = ((number, cells) for number, cells in numbered if any(cleaned(cell) for cell in cells))
    places, ignored = _find_header(rows, sheet)
    read: list[Row] = []
    problems: list[Problem] = []
    originals: dict[int, tuple[str, ...]] = {}
    for number, cells in rows:
        picked = [cells[place] if place is not None and place < len(cells) else "" for place in places]
        words = tuple(cleaned(cell) for cell in picked)
        if not any(words) or words == sheet.example:
            continue
        if len(originals) == sheet.most_rows:
            raise UnreadableFile(f"超过 {sheet.most_rows} 行，请拆成几个文件上传。")
        originals[number] = words
        row, found = _read_row(number, picked, words, sheet)
        read.append(row)
        problems += found
    if not originals:
        raise UnreadableFile("表头下面没有数据。")
    bad = {problem.row for problem in problems}
    good = tuple(row for row in read if row.number not in bad)
    reading = Reading(sheet=sheet, rows=good, problems=tuple(problems), ignored=ignored, originals=originals)
    return reading.with_problems(_repeats(read, sheet, originals))


Places = Sequence[int | None]  # where each column of the sheet lies in the file


def _find_header(rows: Iterator[tuple[int, list[Cell]]], sheet: Sheet) -> tuple[Places, tuple[str, ...]]:
    """The first row that holds every required header, and the headers in it that nobody asked for."""
    wanted = [_plain(column.header) for column in sheet.columns]
    required = [column.header for column in sheet.columns if column.required]
    fewest_missing = required or [column.header for column in sheet.columns]
    for _, cells in islice(rows, HEADER_IS_SOUGHT_IN):
        headers = [_plain(cleaned(cell)) for cell in cells]
        missing = [
            column.header
            for column, header in zip(sheet.columns, wanted, strict=True)
            if column.required and header not in headers
        ]
        if missing or not set(headers) & set(wanted):
            fewest_missing = min(fewest_missing, missing or fewest_missing, key=len)
            continue
        if twice := [header for header in wanted if headers.count(header) > 1]:
            raise UnreadableFile(f"表头“{twice[0]}”出现了两次，请删去一列。")
        places = [headers.index(header) if header in headers else None for header in wanted]
        return places, tuple(header for header in headers if header and header not in wanted)
    raise UnreadableFile(f"表头不全，缺少：{'、'.join(fewest_missing)}。请使用下载的模板填写。")


def _plain(header: str) -> str:
    """A header without the marks and blanks people put into it."""
    return re.sub(r"\s|\*|\((必填|选填)\)", "", unicodedata.normalize("NFKC", header))


def _read_row(
    number: int, cells: Sequence[Cell], words: Sequence[str], sheet: Sheet
) -> tuple[Row, list[Problem]]:
    """The values that can be read, and what is wrong with the others."""
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for column, cell, word in zip(sheet.columns, cells, words, strict=True):
        try:
            values[column.key] = _read_cell(column, cell, word)
        except Unreadable as fault:
            problems.append(Problem(number, str(fault), column.header, word))
    return Row(number, values), problems


def _read_cell(column: Column, cell: Cell, word: str) -> object:
    if not word:
        if column.required:
            raise Unreadable("必须填写")
        return None
    if word == ERROR:
        raise Unreadable("单元格是公式的错误值，请填写实际内容")
    if len(word) > column.longest:
        raise Unreadable(f"最多 {column.longest} 个字，现有 {len(word)} 个")
    if column.choices and word not in column.choices:
        raise Unreadable(f"应当是下列之一：{'、'.join(column.choices)}")
    return column.parse(cell)


def _repeats(rows: Iterable[Row], sheet: Sheet, originals: Mapping[int, Sequence[str]]) -> Iterator[Problem]:
    """Rows that say again what must be said once."""
    places = {column.key: place for place, column in enumerate(sheet.columns)}
    first: dict[tuple[object, ...], int] = {}
    for row in rows:
        for keys in sheet.unique:
            values = tuple(row.values.get(key) for key in keys)
            if None in values:
                continue
            earlier = first.setdefault((keys, *values), row.number)
            if earlier != row.number:
                header = "、".join(sheet.columns[places[key]].header for key in keys)
                said = "、".join(originals[row.number][places[key]] for key in keys)
                yield Problem(row.number, f"与第 {earlier} 行重复", header, said)
