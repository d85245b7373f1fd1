"""行: lines made even, before anything is read in them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guangyue.gazette.reading.shapes import Line, Span

CHINESE = re.compile(r"[一-鿿]")
WIDE = "一-鿿，。；：、？！（）《》〈〉〔〕“”—…"
GAP = re.compile(rf"(?<=[{WIDE}])\s+(?=[{WIDE}\dA-Za-z])|(?<=[\dA-Za-z%])\s+(?=[{WIDE}])")
LEADING_FIGURE = re.compile(r"(\d+(?:\.\d+)*)\s+(?=\S)")
RULE = re.compile(r"[\s|:-]*-[\s|:-]*")


@dataclass(frozen=True)
class Row:
    """A line that is not blank. `text` is even; `printed` keeps the spaces that print put into a title."""

    number: int
    text: str
    printed: str
    goes_on: bool = False
    cells: tuple[str, ...] = ()  # of a table
    after_gap: bool = True  # a blank line stands before it


def even_rows(body: Sequence[Line]) -> tuple[Row, ...]:
    rows: list[Row] = []
    last = 0
    for line in body:
        if not line.text.strip():
            continue
        printed = line.text.strip()
        cells = _cells(printed)
        if not (cells and RULE.fullmatch(printed)):
            gap = line.number != last + 1
            rows.append(Row(line.number, even(printed), printed, line.goes_on, cells, gap))
        last = line.number
    return tuple(rows)


def even(text: str) -> str:
    """Without the spaces that print puts between signs. One after a leading figure stays, for in `1 总则` it
    makes the label."""
    if " " not in text or not CHINESE.search(text):
        return text
    leading = LEADING_FIGURE.match(text)
    head, tail = (f"{leading[1]} ", text[leading.end() :]) if leading else ("", text)
    return head + GAP.sub("", tail)


def without_gap(text: str) -> str:
    """A leading figure that is no label stands close to what it counts."""
    leading = LEADING_FIGURE.match(text)
    return GAP.sub("", text) if leading else text


def squeeze(text: str) -> str:
    """For comparing titles: without spaces, and one sign for each kind of bracket and dash."""
    return re.sub(r"\s+", "", even(text)).translate(str.maketrans("－–-—〈〉", "————《》"))


def spans_of(numbers: Iterable[int], *, apart: int = 3) -> tuple[Span, ...]:
    """Runs of lines; blank lines between them belong to the run."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and 0 <= number - runs[-1][1] <= apart:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return tuple(Span(first, last) for first, last in runs)


def _cells(text: str) -> tuple[str, ...]:
    if "\t" in text:
        return tuple(cell.strip() for cell in text.split("\t"))
    if text.startswith("|") and text.endswith("|") and len(text) > 1:
        return tuple(cell.strip() for cell in text[1:-1].split("|"))
    return ()
