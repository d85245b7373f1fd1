"""名单 as text: pasted from a spreadsheet, and shown again to be changed."""

import csv
from collections.abc import Sequence
from io import StringIO

from guangyue.kit.refusals import Refused

TAB = "\t"


def read_table(text: str) -> tuple[list[str], list[list[str]]]:
    """The headings and the rows of what was pasted: cells are parted by tabs, or by commas where none is."""
    lines = list(csv.reader(StringIO(text.strip("\r\n"), newline=""), delimiter=TAB if TAB in text else ","))
    rows = [[cell.strip() for cell in line] for line in lines if any(cell.strip() for cell in line)]
    if len(rows) < 2:
        raise Refused("名单第一行写列名，从第二行起一行一条。", field="rows")
    return rows[0], rows[1:]


def write_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    text = StringIO()
    csv.writer(text, delimiter=TAB, lineterminator="\n").writerows([columns, *rows])
    return text.getvalue()
