"""主送: whom a document goes to, and the words of the notice that print has dropped between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guangyue.gazette.reading.labels import read_label
from guangyue.gazette.reading.paragraphs import has_open_bracket
from guangyue.gazette.reading.rows import Row
from guangyue.gazette.reading.shapes import Noise, Repair, Span

MOST_ROWS = 8
LONGEST_ROW = 180
SEPARATOR = re.compile(r"[，；](?![^（]*）)")
ADDRESSEE = re.compile(
    r"(?:[府局委办部厅院署处会队社行站所校室区县市司门]|机构|单位|企业|中心|集团|机关|团体|大学|街道|同志|分会)"
    r"(?:[（〔][^（）]*[）〕])?$"
)


@dataclass(frozen=True)
class Heading:
    """What stands before the first paragraph."""

    addressees: tuple[str, ...] = ()
    tails: tuple[Row, ...] = ()  # they end the notice's first paragraph
    rows: int = 0  # how many it takes
    repairs: tuple[Repair, ...] = ()


def read_addressees(rows: Sequence[Row]) -> Heading:
    colon = next((at for at, row in enumerate(rows[:MOST_ROWS]) if "：" in row.text), None)
    if colon is None or any(_is_text(row) for row in rows[: colon + 1]):
        return Heading()
    kept: list[str] = []
    tails: list[Row] = []
    repairs: list[Repair] = []
    for row in rows[: colon + 1]:
        names, tail = _parted(row.text)
        if names:
            kept.append(names + ("，" if tail and "：" not in row.text else ""))
        if tail:
            tails.append(Row(row.number, tail, tail, goes_on=True))
            span = Span(row.number, row.number)
            repairs.append(Repair(Noise.TAIL_IN_ADDRESSEES, span, tail))
    addressees = tuple(name for name in SEPARATOR.split("".join(kept).rstrip("：")) if name)
    if not addressees or not all(ADDRESSEE.search(name) for name in addressees):
        return Heading()
    return Heading(addressees, tuple(tails), colon + 1, tuple(repairs))


def _is_text(row: Row) -> bool:
    """Too long, or labelled, or with its colon in a bracket: no line of addressees."""
    names = row.text.partition("：")[0]
    return len(row.text) > LONGEST_ROW or read_label(row.text) is not None or has_open_bracket(names)


def _parted(text: str) -> tuple[str, str]:
    """The addressees in a line, and what is none: all that follows the colon, or ends in a full stop."""
    if "：" in text:
        names, _, tail = text.partition("：")
        return f"{names}：", tail.strip()
    if not text.endswith("。"):
        return text, ""
    words = SEPARATOR.split(text)
    for at, word in enumerate(words):
        if not ADDRESSEE.search(word):
            tail = text[sum(len(one) + 1 for one in words[:at]) :]
            return text[: len(text) - len(tail)].rstrip("，；"), tail
    return text, ""
