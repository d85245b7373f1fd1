"""条款: the tree of a part, with canonical paths that are unique within the document."""

from collections.abc import Sequence

from guangyue.gazette.reading.headings import could_be_called, heading_length, note_start
from guangyue.gazette.reading.labels import sign_of
from guangyue.gazette.reading.numbering import check_numbers
from guangyue.gazette.reading.paragraphs import Paragraph
from guangyue.gazette.reading.passages import Outline, Passage
from guangyue.gazette.reading.points import read_points
from guangyue.gazette.reading.rows import spans_of
from guangyue.gazette.reading.shapes import Level, ReadClause, Span
from guangyue.gazette.reading.trees import Node, grow

UNNAMED = {Level.PREAMBLE: "前言", Level.CLOSING: "结尾", Level.TABLE: "表", Level.TEXT: "文"}


def read_clauses(paragraphs: Sequence[Paragraph], prefix: str, outline: Outline) -> tuple[ReadClause, ...]:
    root = grow(paragraphs)
    check_numbers(root, outline)
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
    lead, trailing = _lead(node, counts_first=bool(node.own[0].text[rest:].strip()))
    text, note, points = _words(lead, rest, path, heading, outline)
    inner = [*points, *(_inner(part, path, prefix, outline, count) for count, part in trailing)]
    return _clause(node, path, lead, heading=heading, text=text, note=note, clauses=tuple(inner))


def _article(node: Node, path: str, heading: str, rest: int, prefix: str, outline: Outline) -> ReadClause:
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
    text, note, points = _words([paragraph], start, path, "", outline)
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
    if not length and _is_followed(node) and could_be_called(first.words, node.label):
        length = len(first.words)
    return first.words[:length].strip().rstrip("。："), node.label.end + length


def _is_followed(node: Node) -> bool:
    """A sentence that stands alone is a heading when paragraphs of its own come after it."""
    if node.level is Level.ARTICLE or len(node.body) == 1:
        return False
    second = node.body[1]
    return isinstance(second, Paragraph) and note_start(second.text) > 0


def _lead(node: Node, *, counts_first: bool) -> tuple[list[Paragraph], list[tuple[int, Paragraph | Node]]]:
    """Its own paragraphs before the first clause within it; then the rest, a paragraph with its count."""
    lead: list[Paragraph] = []
    trailing: list[tuple[int, Paragraph | Node]] = []
    count = 0 if counts_first else -1  # a heading by itself is no 款
    for part in node.body:
        count += isinstance(part, Paragraph)
        if isinstance(part, Paragraph) and not trailing:
            lead.append(part)
        else:
            trailing.append((count, part))
    return lead, trailing


def _words(
    own: Sequence[Paragraph], start: int, path: str, heading: str, outline: Outline
) -> tuple[str, str, tuple[ReadClause, ...]]:
    """The text, the note at its end, and the points that run on within its last paragraph."""
    *before, last = own
    outline.passages.extend(Passage(path, one, 0, len(one.text), heading) for one in before)
    begin = 0 if before else start
    end = begin + note_start(last.text[begin:])
    place = len(outline.passages)
    first, points = read_points(last, begin, end, path, outline)
    outline.passages.insert(place, Passage(path, last, 0, first, heading))
    if end < len(last.text):
        outline.passages.append(Passage(path, last, end, len(last.text), heading))
    pieces = [one.text[0 if at else start :] for at, one in enumerate(before)] + [last.text[begin:first]]
    text = "\n".join(piece.strip() for piece in pieces if piece.strip())
    return text, last.text[end:].strip(), points


def _path(node: Node, around: str, prefix: str) -> str:
    """A chapter does not enter the path of an article, nor an outer decimal that of one within it."""
    if node.label is None:
        return f"{around}{UNNAMED[node.level]}"
    sign = node.label.sign
    if node.level in (Level.ARTICLE, Level.DECIMAL):
        return prefix + sign
    if around[-1:].isdecimal() and sign[:1].isdecimal() and around != prefix:
        return f"{around}·{sign}"
    return around + sign
