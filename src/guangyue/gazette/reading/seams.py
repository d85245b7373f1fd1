"""行间差错: damage that shows only where one line meets the next: doubled characters, tables without lines,
headings of one kind marked as of several."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from guangyue.gazette.reading.labels import read_label
from guangyue.gazette.reading.shapes import Level, Line, Noise, Repair, Span

OUTSIDE_WORDS = re.compile(r"[，。；：！？、（）《》“”\s\d]")
HAN = re.compile(r"[一-鿿]")
SAID_TWICE = "天人各层处个家年常步村户事时日多一代往月"  # 人人, 家家: words that double a character
MARKS = re.compile(r"\s*(#{1,6})\s")


def without_doubled(body: Sequence[Line]) -> tuple[list[Line], list[Repair]]:
    """N7: a character printed at the end of a line and again at the start of the next."""
    mended: list[Line] = []
    repairs: list[Repair] = []
    for line in body:
        if mended and _is_doubled(mended[-1].text, line.text):
            span = Span(min(mended[-1].number, line.number), line.number)
            repairs.append(Repair(Noise.DOUBLED_CHARACTER, span, line.text[0] * 2, line.text[0]))
            mended.append(replace(line, text=line.text[1:], goes_on=True))
        else:
            mended.append(line)
    return mended, repairs


def tables_as_text(rows: Sequence[Line]) -> Iterator[Repair]:
    """N14: rows of a table, with tabs for lines."""
    for is_table, group in groupby(rows, key=lambda row: "\t" in row.text):
        members = list(group)
        if is_table and len(members) > 1:
            yield Repair(Noise.TABLE_AS_TEXT, Span(members[0].number, members[-1].number))


def uneven_headings(lines: Sequence[str], rows: Sequence[Line]) -> Iterator[Repair]:
    """N12: within a document, labels of one level under marks of several; the most frequent is right."""
    marked: dict[Level, list[tuple[int, str]]] = {}
    for row in rows:
        found, label = MARKS.match(lines[row.number - 1]), read_label(row.text)
        if found and label:
            marked.setdefault(label.level, []).append((row.number, found[1]))
    for members in marked.values():
        usual = Counter(marks for _, marks in members).most_common(1)[0][0]
        for number, marks in members:
            if marks != usual:
                yield Repair(Noise.HEADING_LEVEL, Span(number, number), marks, usual)


def _is_doubled(before: str, after: str) -> bool:
    """What stands on the other side of either character is no part of a word with it."""
    sign = after[0]
    if before[-1] != sign or len(before) < 2 or len(after) < 2 or sign in SAID_TWICE or not HAN.match(sign):
        return False
    return bool(OUTSIDE_WORDS.match(before[-2]) or OUTSIDE_WORDS.match(after[1]))
