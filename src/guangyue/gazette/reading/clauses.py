"""条款: the tree of a part, with canonical paths that are unique within the document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guangyue.gazette.reading.headings import heading_length, is_bare, note_start
from guangyue.gazette.reading.labels import CIRCLES, Label, sign_of
from guangyue.gazette.reading.paragraphs import Paragraph
from guangyue.gazette.reading.rows import spans_of
from guangyue.gazette.reading.shapes import Doubt, Level, ReadClause, Span
from guangyue.gazette.reading.trees import Node, grow

POINTS = re.compile(r"(?<![^。；：，])([一二三四五六七八九十]+)是(?!否)")
BRACKETED_RUN = re.compile(r"(?<![^。；：])[（](\d{1,2})[）]")
CIRCLED_RUN = re.compile(rf"(?<![^。；：])([{CIRCLES}])")
RUNS = ((Level.POINT, POINTS), (Level.BRACKETED, BRACKETED_RUN), (Level.CIRCLED, CIRCLED_RUN))
UNNAMED = {Level.PREAMBLE: "前言", Level.CLOSING: "结尾", Level.TABLE: "表", Level.TEXT: "文"}


@dataclass(frozen=True)
class Passage:
    """A stretch of a paragraph, and the clause that it is of."""

    path: str
    paragraph: Paragraph
    start: int
    end: int

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

    paths: set[str] = field(default_factory=set)
    passages: list[Passage] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def name(self, path: str, span: Span) -> str:
        """The path itself; where it is taken, the second of that name."""
        if path in self.paths:
            times = 2
            while f"{path}·{times}" in self.paths:
                times += 1
            if path[-1:] not in "言尾表文":
                self.doubt("repeated-number", span, f"编号“{path}”重复出现，请核对编号。")
            path = f"{path}·{times}"
        self.paths.add(path)
        return path

    def doubt(self, key: str, span: Span, sentence: str) -> None:
        self.doubts.append(Doubt(key, span, sentence))


def read_clauses(paragraphs: Sequence[Paragraph], prefix: str, outline: Outline) -> tuple[ReadClause, ...]:
    root = grow(paragraphs)
    _check_numbers(root, outline)
    clauses: list[ReadClause] = []
    if root.own:
        lead = Node(Level.PREAMBLE, body=list(root.own))
        clauses.append(_finish(lead, prefix, prefix, outline))
    clauses.extend(_finish(node, prefix, prefix, outline) for node in root.inner)
    return tuple(clauses)


def _finish(node: Node, around: str, prefix: str, outline: Outline) -> ReadClause:
    """Name the clause and those within it, outer first."""
    span = Span(node.own[0].lines[0], node.own[-1].lines[-1])
    path = outline.name(_path(node, around, prefix), span)
    if node.level is Level.TABLE:
        table = node.own[0]
        return ReadClause(path, node.level, spans=spans_of(table.lines), rows=tuple(table.rows))
    if node.level is Level.TEXT:
        outline.doubt("not-understood", span, "这一行不知属于哪一条，请核对上下文。")
    heading, rest = _heading(node)
    if node.level is Level.ARTICLE and len(node.own) > 1:
        return _article(node, path, heading, rest, prefix, outline)
    lead, trailing = _lead(node)
    text, note, points = _words(lead, rest, path, outline)
    inner = [*points, *(_inner(part, path, prefix, outline, count) for count, part in trailing)]
    return _clause(node, path, lead, heading=heading, text=text, note=note, clauses=tuple(inner))


def _article(
    node: Node, path: str, heading: str, rest: int, prefix: str, outline: Outline
) -> ReadClause:
    """An article of several paragraphs is the sum of them: 第一款, 第二款."""
    sums: list[tuple[Paragraph, list[Node]]] = []
    for part in node.body:
        if isinstance(part, Paragraph):
            sums.append((part, []))
        else:
            sums[-1][1].append(part)
    clauses = []
    for count, (paragraph, inner) in enumerate(sums, 1):
        start = rest if count == 1 else 0
        clauses.append(_paragraph(paragraph, start, inner, path, prefix, outline, count))
    return _clause(node, path, [sums[0][0]], heading=heading, text="", note="", clauses=tuple(clauses))


def _paragraph(
    paragraph: Paragraph,
    start: int,
    inner: Sequence[Node],
    around: str,
    prefix: str,
    outline: Outline,
    count: int,
) -> ReadClause:
    span = Span(paragraph.lines[0], paragraph.lines[-1])
    path = outline.name(around + sign_of(Level.PARAGRAPH, count), span)
    text, note, points = _words([paragraph], start, path, outline)
    clauses = (*points, *(_finish(node, path, prefix, outline) for node in inner))
    return ReadClause(
        path, Level.PARAGRAPH, text=text, note=note, spans=spans_of(paragraph.lines), clauses=clauses
    )


def _inner(part: Paragraph | Node, path: str, prefix: str, outline: Outline, count: int) -> ReadClause:
    if isinstance(part, Node):
        return _finish(part, path, prefix, outline)
    return _paragraph(part, 0, (), path, prefix, outline, count)


def _clause(
    node: Node,
    path: str,
    own: Sequence[Paragraph],
    *,
    heading: str,
    text: str,
    note: str,
    clauses: tuple[ReadClause, ...],
) -> ReadClause:
    return ReadClause(
        path=path,
        level=node.level,
        label=node.label.printed if node.label else "",
        heading=heading,
        text=text,
        note=note,
        spans=spans_of(line for paragraph in own for line in paragraph.lines),
        clauses=clauses,
    )


def _heading(node: Node) -> tuple[str, int]:
    """The heading, and where in the first paragraph the words go on after it."""
    if node.label is None:
        return "", 0
    first = node.own[0]
    length = heading_length(first.words, node.label)
    if not length and len(node.own) > 1 and node.level is not Level.ARTICLE and is_bare(first.words):
        length = len(first.words)
    return first.words[:length].strip().rstrip("。："), node.label.end + length


def _lead(node: Node) -> tuple[list[Paragraph], list[tuple[int, Paragraph | Node]]]:
    """Its own paragraphs before the first clause within it; then the rest, a paragraph with its count."""
    lead: list[Paragraph] = []
    trailing: list[tuple[int, Paragraph | Node]] = []
    count = 0
    for part in node.body:
        count += isinstance(part, Paragraph)
        if isinstance(part, Paragraph) and not trailing:
            lead.append(part)
        else:
            trailing.append((count, part))
    return lead, trailing


def _words(
    own: Sequence[Paragraph], start: int, path: str, outline: Outline
) -> tuple[str, str, tuple[ReadClause, ...]]:
    """The text, the note at its end, and the points that run on within its last paragraph."""
    pieces: list[str] = []
    note = ""
    points: tuple[ReadClause, ...] = ()
    for at, paragraph in enumerate(own):
        begin = start if at == 0 else 0
        words = paragraph.text[begin:]
        end = len(words)
        if at == len(own) - 1:
            end = note_start(words)
            note = words[end:].strip()
            first, points = _points(paragraph, begin, begin + end, path, outline)
            end = first - begin
        outline.passages.append(Passage(path, paragraph, 0 if at == 0 else begin, begin + end))
        if note:
            outline.passages.append(Passage(path, paragraph, len(paragraph.text) - len(note), len(paragraph.text)))
        if words[:end].strip():
            pieces.append(words[:end].strip())
    return "\n".join(pieces), note, points


def _points(
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


def _path(node: Node, around: str, prefix: str) -> str:
    """A chapter does not enter the path of an article, nor an outer decimal that of one within it."""
    if node.label is None:
        return f"{around}{UNNAMED[node.level]}"
    sign = node.label.sign
    if node.level in (Level.ARTICLE, Level.DECIMAL):
        return prefix + sign
    if node.level is Level.DASH:
        fellows = [one for one in node.parent.inner if one.level is Level.DASH] if node.parent else [node]
        sign = sign_of(Level.DASH, fellows.index(node) + 1)
    if around[-1:].isdecimal() and sign[:1].isdecimal() and around != prefix:
        return f"{around}·{sign}"
    return around + sign


def _check_numbers(root: Node, outline: Outline) -> None:
    """A number follows the one before it under the same clause, or runs on from the clause before, or is one."""
    last: dict[tuple[Level, float], int] = {}
    queue = [root]
    while queue:
        node = queue.pop(0)
        previous: dict[tuple[Level, float], int] = {}
        for inner in node.inner:
            label = inner.label
            if label and label.number:
                _check(label, previous.get(label.style), last.get(label.style, 0), inner, outline)
                previous[label.style] = last[label.style] = label.number
        queue.extend(node.inner)


def _check(label: Label, before: int | None, running: int, node: Node, outline: Outline) -> None:
    fits = label.number == before + 1 if before is not None else label.number in (1, running + 1)
    if not fits and label.number != before:
        span = Span(node.own[0].lines[0], node.own[0].lines[0])
        came = sign_of(label.level, before or running) if before or running else "无"
        outline.doubt("uneven-numbers", span, f"编号由{came}到{label.printed}，不相连，请核对缺漏或排错。")
