"""Tables of Excel and CSV: read with every bad row named, written with their count and hash."""

from guangyue.kit.sheets.cells import (
    Cell,
    Unreadable,
    credit_code,
    day,
    money,
    text,
    whole_number,
    yes_no,
)
from guangyue.kit.sheets.files import UnreadableFile
from guangyue.kit.sheets.intake import bring_in
from guangyue.kit.sheets.reading import Column, Problem, Reading, Row, Sheet, SheetHasProblems, read_rows
from guangyue.kit.sheets.workbooks import bad_rows_of, template_of
from guangyue.kit.sheets.writing import Export, Form, Receipt, Value, export, write_table

__all__ = [
    "Cell",
    "Column",
    "Export",
    "Form",
    "Problem",
    "Reading",
    "Receipt",
    "Row",
    "Sheet",
    "SheetHasProblems",
    "Unreadable",
    "UnreadableFile",
    "Value",
    "bad_rows_of",
    "bring_in",
    "credit_code",
    "day",
    "export",
    "money",
    "read_rows",
    "template_of",
    "text",
    "whole_number",
    "write_table",
    "yes_no",
]
