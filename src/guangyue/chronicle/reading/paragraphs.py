"""From the lines of a file to paragraphs: what a page cut in two is put together again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from guangyue.gazette.reading.shapes import Line, Span

TO = re.compile(r"[（(]\s*下转第?\s*\d+\s*[页版]\s*[）)]\s*$")
FROM = re.compile(r"^\s*[（(]\s*上接第?\s*\d+\s*[页版]\s*[）)]\s*")
SAME_DAY = "△"
ENDS = "。！？；"
CLOSING = "”’》）)"


@dataclass
class Paragraph:
    """自然段: its text, and the lines of the file it stands in."""

    text: str
    lines: list[int]
    from_elsewhere: bool = False  # 上接: it goes on from another page

    @property
    def ends(self) -> bool:
        return self.text.rstrip().rstrip(CLOSING)[-1:] in ENDS

    @property
    def spans(self) -> tuple[Span, ...]:
        spans: list[Span] = []
        for number in self.lines:
            if spans and number == spans[-1].last + 1:
                spans[-1] = Span(spans[-1].first, number)
            else:
                spans.append(Span(number, number))
        return tuple(spans)


def paragraphs_of(lines: Iterable[Line], starts: re.Pattern[str]) -> list[Paragraph]:
    """A line that starts with a day or △ is a paragraph; another goes on with the one before, if that has not
    come to its end or the line goes on from another page."""
    paragraphs: list[Paragraph] = []
    for line in lines:
        paragraph = _read(line)
        if not paragraph.text:
            continue
        before = paragraphs[-1] if paragraphs else None
        if before and not starts.match(paragraph.text) and _goes_on(line, paragraph, before):
            before.text += paragraph.text
            before.lines.append(line.number)
        else:
            paragraphs.append(paragraph)
    return paragraphs


def _goes_on(line: Line, paragraph: Paragraph, before: Paragraph) -> bool:
    return line.goes_on or paragraph.from_elsewhere or not before.ends


def _read(line: Line) -> Paragraph:
    text = FROM.sub("", line.text)
    return Paragraph(TO.sub("", text).strip().lstrip("#").strip(), [line.number], text != line.text)
