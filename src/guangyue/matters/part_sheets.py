"""整份事项 as a table: every line is one thing said of one part; a whole matter is filled in at once."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import Column, Problem, Reading, Row, Sheet
from guangyue.matters.declaration import Declaration
from guangyue.matters.parts import ELEMENTS, PARTS, Part, rows_of, with_rows

LONGEST = 4000
TITLES = tuple(one.title for one in PARTS)

DECLARATION = Sheet(
    "事项内容",
    (
        Column("part", "部分", choices=TITLES, example="申请材料"),
        Column(
            "row", "序号", required=False, example="1", note="同一部分的第几行；“事项”这一部分只有一行，不填"
        ),
        Column("attribute", "项目", example="材料名称"),
        Column("text", "内容", required=False, example="（示例）某某证明", longest=LONGEST, width=60),
    ),
    unique=(("part", "row", "attribute"),),
    most_rows=5_000,
)


def lines_of(declaration: Declaration) -> Iterator[tuple[str, str, str, str]]:
    """A declaration, line by line."""
    for part in PARTS:
        for number, one in enumerate(rows_of(declaration, part), start=1):
            for attribute in part.attributes:
                text = part.shown(one)[attribute.key]
                place = "" if part is ELEMENTS else str(number)
                yield part.title, place, attribute.title, text


def problems_in(reading: Reading, before: Declaration) -> Iterator[Problem]:
    """What is wrong with the lines beside what each says: unknown items, and what a part refuses."""
    titles = {part.title: {one.title for one in part.attributes} for part in PARTS}
    for row in reading.rows:
        if row["attribute"] not in titles[row["part"]]:
            yield reading.problem(row, f"“{row['part']}”没有“{row['attribute']}”这一项", key="attribute")
    for part in PARTS:
        for rows in _by_number(reading.rows, part).values():
            try:
                part.read(_said(part, rows), before if part is ELEMENTS else None)
            except Refused as refusal:
                yield Problem(rows[0].number, refusal.sentence.removesuffix("。"))
            except TypeError:
                yield Problem(rows[0].number, f"“{part.title}”的这一行没有填全")


def declaration_from(rows: Sequence[Row], before: Declaration) -> Declaration:
    """The declaration that the lines say. A part of which they say nothing stays as it was."""
    after = before
    for part in PARTS:
        numbered = _by_number(rows, part)
        if part is ELEMENTS and numbered:
            said = _said(part, [row for lines in numbered.values() for row in lines])
            after = with_rows(after, part, (part.read(said, after),))
        elif numbered:
            kept = {part.key_of(one): one for one in rows_of(before, part)} if part.key else {}
            values = tuple(_row(part, _said(part, lines), kept) for lines in numbered.values())
            after = with_rows(after, part, values)
    return after


def _row(part: Part, said: dict[str, str], kept: dict[str, Any]) -> Any:
    return part.read(said, kept.get(said.get(part.key, "")) if part.key else None)


def _by_number(rows: Iterable[Row], part: Part) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row["part"] == part.title:
            found.setdefault(row["row"] or "", []).append(row)
    return found


def _said(part: Part, rows: Iterable[Row]) -> dict[str, str]:
    keys = {one.title: one.key for one in part.attributes}
    return {keys[row["attribute"]]: str(row["text"] or "") for row in rows if row["attribute"] in keys}
