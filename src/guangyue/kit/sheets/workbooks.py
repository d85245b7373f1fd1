"""The workbooks around an import: the template people fill in, and the rows they are asked to mend."""

import tempfile
from typing import BinaryIO

from django.http import FileResponse
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from guangyue.kit.sheets.cells import Parse, day, money, whole_number
from guangyue.kit.sheets.reading import Column, Reading, Sheet
from guangyue.kit.sheets.writing import Export, Value, export, width_of, worksheet_name, write_lines

NOTES_SHEET = "填写说明"
CHOICES_SHEET = "选项"
FORMATS: dict[Parse, str] = {whole_number: "0", money: "0.00", day: "yyyy-mm-dd"}
AS_TEXT = "@"  # so that the spreadsheet leaves an 18-figure number alone


def template_of(sheet: Sheet) -> FileResponse:
    """导入模板: the header, an example, notes on every column and drop-down lists."""
    file = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    _write_template(file, sheet)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{sheet.title}（模板）.xlsx")


def bad_rows_of(reading: Reading) -> Export:
    """问题行: the rows that cannot be taken as they were filled in, with the reason beside each."""
    headers = [column.header for column in reading.sheet.columns]
    reasons: dict[int, list[str]] = {}
    for problem in reading.problems:
        reasons.setdefault(problem.row, []).append(f"{problem.header}：{problem.reason}".removeprefix("："))
    rows: list[tuple[Value, ...]] = [
        (*reading.originals[row], "；".join(found), row) for row, found in reasons.items()
    ]
    return export(f"{reading.sheet.title}（问题行）", [*headers, "原因", "原行号"], rows, as_="xlsx")


def _write_template(file: BinaryIO, sheet: Sheet) -> None:
    book = Workbook(file)
    page = book.add_worksheet(worksheet_name(sheet.title))
    notes = book.add_worksheet(NOTES_SHEET)
    choices = book.add_worksheet(CHOICES_SHEET)
    choices.hide()
    look = {"bold": True, "bg_color": "#EEF2F7", "border": 1, "border_color": "#C8D1DC", "valign": "vcenter"}
    required = book.add_format({**look, "font_color": "#C00000"})
    optional = book.add_format(look)
    example = book.add_format({"italic": True, "font_color": "#808080", "num_format": AS_TEXT})
    for position, column in enumerate(sheet.columns):
        number_format = book.add_format({"num_format": FORMATS.get(column.parse, AS_TEXT)})
        page.set_column(position, position, max(column.width, width_of(column.header) + 2), number_format)
        page.write_string(0, position, column.header, required if column.required else optional)
        page.write_string(1, position, column.example, example)
        _offer_choices(page, choices, position, column, sheet.most_rows)
    page.set_row(0, 22)
    page.freeze_panes(1, 0)
    notes.set_column(0, 0, 20)
    notes.set_column(1, 1, 8)
    notes.set_column(2, 3, 44)
    write_lines(notes, _notes(sheet))
    book.close()


def _offer_choices(
    page: Worksheet, choices: Worksheet, position: int, column: Column, most_rows: int
) -> None:
    """A drop-down list, kept in a hidden worksheet because a list in place holds 255 characters at most."""
    if not column.choices:
        return
    choices.write_column(0, position, column.choices)
    page.data_validation(
        1,
        position,
        most_rows,
        position,
        {
            "validate": "list",
            "source": _range(position, len(column.choices)),
            "error_title": column.header,
            "error_message": "请从下拉列表中选择。",
        },
    )


def _notes(sheet: Sheet) -> list[tuple[str, ...]]:
    columns = [
        (column.header, "是" if column.required else "否", _note(column), column.example)
        for column in sheet.columns
    ]
    unique = "；".join("、".join(_header(sheet, key) for key in keys) + "不能重复" for keys in sheet.unique)
    lines = [
        ("列", "必填", "说明", "示例"),
        *columns,
        (),
        ("第一行表头请勿改动，红色的列必须填写。",),
        ("第二行灰色的是示例，可以删去；不删也不会导入。",),
        (f"一次最多 {sheet.most_rows} 行；有一行不合格，全部不导入。",),
    ]
    return [*lines, (f"{unique}。",)] if unique else lines


def _range(position: int, length: int) -> str:
    letter = xl_col_to_name(position, col_abs=True)
    return f"={CHOICES_SHEET}!{letter}$1:{letter}${length}"


def _note(column: Column) -> str:
    return column.note or (f"从下列中选择：{'、'.join(column.choices)}" if column.choices else "")


def _header(sheet: Sheet, key: str) -> str:
    return next(column.header for column in sheet.columns if column.key == key)
