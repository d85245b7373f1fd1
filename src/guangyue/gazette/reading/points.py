"""小项: 一是…二是… and （1）…（2）… that run on within a paragraph."""

import re
from collections.abc import Iterator

from guangyue.gazette.reading.labels import CIRCLES, Label, sign_of
from guangyue.gazette.reading.paragraphs import Paragraph
from guangyue.gazette.reading.passages import Outline, Passage
from guangyue.gazette.reading.shapes import Level, ReadClause, Span

POINTS = re.compile(r"(?<![^。；：，])([一二三四五六七八九十]+)是(?!否)")
BRACKETED_RUN = re.compile(r"(?<![^。；：])[（](\d{1,2})[）]")
CIRCLED_RUN = re.compile(rf"(?<![^。；：])([{CIRCLES}])")
RUNS = ((Level.POINT, POINTS), (Level.BRACKETED, BRACKETED_RUN), (Level.CIRCLED, CIRCLED_RUN))


def read_points(
    paragraph: Paragraph, begin: int, end: int, path: str, outline: Outline
) -> tuple[int, tuple[ReadClause, ...]]:
    """一是…二是… or （1）…（2）… within a paragraph: where the first begins, and all of them."""
    for level, pattern in RUNS:
        cuts = list(_run(paragraph, begin, end, level, pattern))
        if len(cuts) > 1:
            break
    else:
        return end, ()
    clauses = []
    ends = [start for start, _ in cuts[1:]] + [end]
    for (start, label), stop in zip(cuts, ends, strict=True):
        span = Span(paragraph.line_at(start), paragraph.line_at(stop - 1))
        name = outline.name(path + label.sign, span)
        outline.passages.append(Passage(name, paragraph, start, stop))
        words = paragraph.text[start + label.end : stop].strip()
        clauses.append(ReadClause(name, level, label.printed, text=words, spans=(span,)))
    return cuts[0][0], tuple(clauses)


def _run(
    paragraph: Paragraph, begin: int, end: int, level: Level, pattern: re.Pattern[str]
) -> Iterator[tuple[int, Label]]:
    """Labels that count up from one."""
    expected = 1
    for found in pattern.finditer(paragraph.text, begin, end):
        sign = sign_of(level, expected)
        if found[0] == sign:
            yield found.start(), Label(level, expected, sign, sign, 0.0, len(sign))
            expected += 1
