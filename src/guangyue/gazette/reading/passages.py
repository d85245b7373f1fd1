"""行文: which words of which lines are of which clause, and by what path; unique within a document."""

from collections import Counter
from dataclasses import dataclass, field

from guangyue.gazette.reading.paragraphs import Paragraph
from guangyue.gazette.reading.shapes import Doubt, Span

MAY_REPEAT = "言尾表文"  # 前言、结尾、表 and fragments are not numbered by anyone


@dataclass(frozen=True)
class Passage:
    """A stretch of a paragraph, and the clause that it is of."""

    path: str
    paragraph: Paragraph
    start: int
    end: int
    heading: str = ""  # of the clause

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]

    def span(self, start: int, end: int) -> Span:
        """The lines of what stands from `start` to `end` of the passage."""
        first = self.paragraph.line_at(self.start + start)
        return Span(first, max(first, self.paragraph.line_at(self.start + max(end - 1, start))))


@dataclass
class Outline:
    """What the parts of a document have come to so far; paths are unique across them."""

    times: Counter[str] = field(default_factory=Counter)  # how often a path was given
    passages: list[Passage] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def name(self, path: str, span: Span) -> str:
        """The path itself; where it is taken, the second of that name."""
        self.times[path] += 1
        if self.times[path] == 1:
            return path
        if path[-1:] not in MAY_REPEAT:
            self.doubt("repeated-number", span, f"编号“{path}”重复出现，请核对编号。")
        return self.name(f"{path}·{self.times[path]}", span)

    def doubt(self, key: str, span: Span, sentence: str) -> None:
        self.doubts.append(Doubt(key, span, sentence))
