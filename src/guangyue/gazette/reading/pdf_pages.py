"""The characters on the pages of a PDF as lines, in the order people read: columns one after the other, cells
of a row apart by tabs, without page numbers and running heads."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

from pypdfium2 import raw

PAGE_NUMBER = re.compile(r"[-—–―－·•.\s]*\d{1,4}[-—–―－·•.\s]*|第?\s*\d{1,4}\s*页")
FIGURES = re.compile(r"\d+")
WORD_END = re.compile(r"[A-Za-z0-9]")

# In heights of the characters themselves.
SAME_LINE = 0.5
NEXT_CHARACTER = 1.2
NEXT_CELL = 3.0

FEWEST_IN_COLUMN = 5  # runs; a table of two columns seldom fills them
FULL_ENOUGH = 0.6  # of a column's width, by half of the runs in it
HEADS_ON = 3  # pages at least, and four in ten


@dataclass(frozen=True)
class Run:
    """字符串: characters side by side, and the box around them; y grows upwards."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def is_level_with(self, other: "Run") -> bool:
        return abs(self.middle - other.middle) < SAME_LINE * min(self.height, other.height)

    def is_followed_by(self, other: "Run") -> bool:
        gap = other.left - self.right
        return self.is_level_with(other) and -SAME_LINE * self.height < gap < NEXT_CHARACTER * self.height

    def with_next(self, other: "Run") -> "Run":
        return replace(
            self,
            text=self.text + other.text,
            bottom=min(self.bottom, other.bottom),
            right=max(self.right, other.right),
            top=max(self.top, other.top),
        )


def runs_of(textpage: Any) -> list[Run]:
    """The characters of a page, put together where they stand side by side."""
    runs: list[Run] = []
    for character in _characters(textpage):
        if runs and runs[-1].is_followed_by(character):
            runs[-1] = runs[-1].with_next(character)
        else:
            runs.append(character)
    return [run for run in runs if run.text.strip()]


def _characters(textpage: Any) -> Iterator[Run]:
    """Spaces that pdfium puts in by itself count only within Latin words: Chinese is set with gaps."""
    before = ""
    space_is_due = False
    for index in range(textpage.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(textpage, index))
        if raw.FPDFText_IsGenerated(textpage, index):
            space_is_due = letter == " "
            continue
        if letter < " " or letter in "\ufffe\uffff":
            continue
        is_word = space_is_due and WORD_END.match(before) and WORD_END.match(letter)
        yield Run(f" {letter}" if is_word else letter, *textpage.get_charbox(index, loose=True))
        before, space_is_due = letter, False


def lines_of_pages(pages: Sequence[Sequence[Run]]) -> list[str]:
    heads = _running_heads(pages)
    bodies = [_without_edges(page, heads) for page in pages]
    return [
        line
        for body, gutter in zip(bodies, _gutters(bodies), strict=True)
        for line in _lines_of_page(body, gutter)
    ]


def _running_heads(pages: Sequence[Sequence[Run]]) -> frozenset[str]:
    """What stands first or last on page after page, whatever its figures."""
    seen = Counter(key for page in pages for key in {_unnumbered(run) for run in _outermost(page)})
    return frozenset(key for key, times in seen.items() if times >= max(HEADS_ON, len(pages) * 4 / 10))


def _without_edges(page: Sequence[Run], heads: frozenset[str]) -> list[Run]:
    edges = {
        run
        for run in _outermost(page)
        if _unnumbered(run) in heads or PAGE_NUMBER.fullmatch(run.text.strip())
    }
    return [run for run in page if run not in edges]


def _outermost(page: Sequence[Run]) -> list[Run]:
    """What stands level with the first or the last run of the page."""
    if not page:
        return []
    ends = (max(page, key=lambda run: run.middle), min(page, key=lambda run: run.middle))
    return [run for run in page if any(run.is_level_with(end) for end in ends)]


def _unnumbered(run: Run) -> str:
    return FIGURES.sub("#", "".join(run.text.split()))


def _lines_of_page(runs: Sequence[Run], gutter: float | None) -> Iterator[str]:
    if gutter is None:
        yield from _level_lines(runs)
        return
    across = sorted((run for run in runs if run.left < gutter < run.right), key=lambda run: -run.middle)
    edges = [float("inf"), *(run.middle for run in across), float("-inf")]
    for top, bottom in pairwise(edges):
        band = [run for run in runs if run not in across and bottom < run.middle <= top]
        yield from _level_lines(run for run in band if run.right <= gutter)
        yield from _level_lines(run for run in band if run.left >= gutter)
        yield from (run.text.strip() for run in across if run.middle == bottom)


def _gutters(pages: Sequence[Sequence[Run]]) -> list[float | None]:
    """Where most pages have two columns, one with too little on it to tell has them too."""
    own = [_gutter(page) for page in pages]
    found = [gutter for gutter in own if gutter is not None]
    if len(found) * 2 < len(pages):
        return own
    usual = median(found)
    return [
        usual if gutter is None and _crossing(page, usual) < len(page) / 4 else gutter
        for page, gutter in zip(pages, own, strict=True)
    ]


def _crossing(runs: Sequence[Run], place: float) -> int:
    return sum(run.left < place < run.right for run in runs)


def _gutter(runs: Sequence[Run]) -> float | None:
    """Where a page of two columns is empty from top to bottom but for titles; None for a page of one."""
    if len(runs) < 2 * FEWEST_IN_COLUMN:
        return None
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    places = [left + (right - left) * share / 100 for share in range(35, 66)]
    crossed = {place: _crossing(runs, place) for place in places}
    fewest = min(crossed.values())
    free = [place for place in places if crossed[place] == fewest]
    gutter = free[len(free) // 2]
    columns = ([run for run in runs if run.right <= gutter], [run for run in runs if run.left >= gutter])
    widths = (gutter - left, right - gutter)
    filled = all(
        len(column) >= FEWEST_IN_COLUMN
        and median(run.right - run.left for run in column) >= FULL_ENOUGH * width
        for column, width in zip(columns, widths, strict=True)
    )
    return gutter if filled and fewest < len(runs) / 4 else None


def _level_lines(runs: Iterable[Run]) -> Iterator[str]:
    """From the top down; what stands level is one line, its cells from left to right."""
    line: list[Run] = []
    for run in sorted(runs, key=lambda run: -run.middle):
        if line and not line[0].is_level_with(run):
            yield _joined(line)
            line = []
        line.append(run)
    if line:
        yield _joined(line)


def _joined(line: list[Run]) -> str:
    line = sorted(line, key=lambda run: run.left)
    text = line[0].text
    for before, run in pairwise(line):
        text += ("\t" if run.left - before.right > NEXT_CELL * run.height else " ") + run.text
    return text.strip()
