"""Examples about what stands in the lines of an issue: contents, markers, addressees, noise. R1–R9, R13–R17,
R29, R31."""

from collections.abc import Mapping, Sequence
from datetime import date

from guangyue.gazette.reading.contents import read_contents
from guangyue.gazette.reading.coverage import coverage_of
from guangyue.gazette.reading.jumps import MARKER, without_markers
from guangyue.gazette.reading.noise import squeezed, tidy
from guangyue.gazette.reading.numbers import find_number, read_number, series_of
from guangyue.gazette.reading.shapes import (
    Category,
    Line,
    PartKind,
    Piece,
    ReadClause,
    ReadDocument,
    ReadIssue,
    Span,
)
from guangyue.systems.examples import Given, Meaning
from liaocheng.gazette_library.at_hand import File, find_file
from liaocheng.gazette_library.meanings import among, ending, holding, one_of, several, spans, words

FIRST_ISSUE, FIRST_TOTAL = date(2019, 4, 1), 193
AROUND_A_SEAM = 60
CONTENTS = Line(0, "目录")
UNTITLED = Line(0, "题目")  # stands in for the title of an entry of which only number and page are given


def read_entry(given: Given) -> Mapping[str, object]:
    """{text}: a line of the contents, or several."""
    text = given.text("text")
    rows = [tidy(at, line)[0] for at, line in enumerate(text.splitlines(), start=1)]
    entries = read_contents([CONTENTS, *rows], 0).entries
    entries = entries or read_contents([CONTENTS, UNTITLED, *rows], 0).entries
    entry = entries[0] if entries else None
    number = entry.number if entry else _number_in(rows)
    title = entry.title if entry and entry.title != UNTITLED.text else ""
    return {
        **describe_number(number),
        "page": entry.page if entry else None,
        "title": words(title) if title else None,
        "category": category_of_number(number, title or text).value,
        "entries": len(entries),
    }


def describe_number(number: str) -> dict[str, object]:
    """聊政发〔2019〕4号 is genre 政发, year 2019, serial 4; a decree has no year."""
    found = find_number(number)
    year, _, serial = number.partition("〔")[2].partition("〕")
    decree = number.rpartition("第")[2] if not year else serial
    key = number.rpartition("人民")[2] if not year and number else number
    return {
        "wenhao": one_of(number or None, [key]),
        "number": one_of(number or None, [key]),
        "key": one_of(key or None, [number]),
        "genre": genre_of(number),
        "year": int(year) if year.isdecimal() else None,
        "serial": int(decree.removesuffix("号")) if found else None,
    }


def genre_of(number: str) -> str | None:
    if not number:
        return None
    if "〔" not in number:
        return "令" if "令" in number else None
    return series_of(number)[1:]


def category_of_number(number: str, title: str) -> Category:
    """R4: the category follows the genre."""
    genre = genre_of(number) or ""
    if genre.endswith("任") or (not number and "大事记" in title):
        return Category.AFFAIRS
    if genre.startswith("政办"):
        return Category.GOVERNMENT_OFFICE
    if genre.startswith("政") or genre == "令":
        return Category.GOVERNMENT
    return Category.DEPARTMENTS if number else Category.OTHER


def read_marker(given: Given) -> Mapping[str, object]:
    """{text} or {file, line}: whether a jump is printed there."""
    line = given.take("line") or given.take("marker_line")
    file = find_file(given.text("file")) if "file" in given and "text" not in given else None
    given.take("file")
    text = file.lines[int(str(line)) - 1] if file and line else given.text("text")
    found = MARKER.search(text)
    kind, page = (found[1], int(found[2])) if found else (None, None)
    said = f"{kind}第{page}页" if found else None
    return {
        "marker": Meaning(said, lambda expected: _is_marker(expected, kind, page)),
        "direction": kind,
        "kind": kind,
        "page": page,
        "jump": found is not None,
    }


def follow_jump(given: Given) -> Mapping[str, object]:
    """{file, marker_line}: which document goes on there, and where."""
    file, line = find_file(given.text("file")), int(str(given.take("marker_line") or given.take("line")))
    given.take("marker")
    document = file.document_at(line)
    if document is None:
        raise ValueError(f"line {line} belongs to no document")
    pieces = document.pieces
    at = next(index for index, piece in enumerate(pieces) if line in piece.span)
    arrives = pieces[at].span.first == line and at > 0
    before, after = (pieces[at - 1], pieces[at]) if arrives else (pieces[at], _next(pieces, at))
    doubts = [doubt.key for doubt in file.read.doubts if line in doubt.span]
    return {
        "document": document.number or words(document.title),
        "matched": after is not None,
        "continues_at_line": after.span.first if after else None,
        "continues_from_line": before.span.last,
        "continuation": spans([piece.span for piece in pieces[1:]]),
        "pieces": spans([piece.span for piece in pieces]),
        "direction": _direction(before, after),
        "backward": after is not None and after.span.first < before.span.first,
        "joined_words": _joined(file, document, before, after) if after else None,
        "interleaved": "interleaved" in doubts or len(pieces) > 2,
        "state": "异常" if any(doubt.blocks for doubt in file.read.doubts) else "待校",
    }


def look_at_lines(given: Given) -> Mapping[str, object]:
    """{file, lines}: what is printed there, whom it is for, and what print has damaged."""
    file = find_file(given.text("file"))
    asked = given.take("lines") if "lines" in given else given.take("line")
    first, last = (asked[0], asked[-1]) if isinstance(asked, list) else (int(asked), int(asked))
    given.take("text")
    span = Span(first, last)
    document = file.document_at(first) or file.document_at(last)
    noises = {repair.noise.value for repair in file.read.repairs if _touches(repair.span, span)}
    flags = [doubt for doubt in file.read.doubts if _touches(doubt.span, span)]
    return {
        **(addressed(document) if document else {}),
        "document": (document.number or document.title) if document else None,
        "wenhao": document.number if document else None,
        "noise": among(noises),
        "flag": Meaning(
            [doubt.key for doubt in flags],
            lambda expected: bool(expected) == bool(flags) or expected in flags,
        ),
        "flagged": bool(flags),
        "discarded": any(_touches(one, span) for one in file.read.discarded),
        "text": holding("".join(file.lines[first - 1 : last])),
    }


def addressed(document: ReadDocument) -> dict[str, object]:
    """主送, and the notice's first paragraph with the words that had slipped between them."""
    notice = [clause for part in document.parts if part.kind is PartKind.NOTICE for clause in part.clauses]
    opening = (notice or [clause for part in document.parts for clause in part.clauses])[:1]
    text = "".join(clause.text for clause in opening)
    return {
        "addressees": several(document.addressees),
        "notice_ends_with": ending(text),
        "notice_text": holding(text),
    }


def describe_issue(given: Given) -> Mapping[str, object]:
    """{file}: the issue as it was read."""
    file = find_file(given.text("file"))
    front, read = file.read.front, file.read
    coverage = coverage_of(read, file.lines)
    omitted = [annex.title for document in read.documents for annex in document.annexes if annex.omitted]
    expected = total_of(front.year, front.number)
    return {
        "id": f"{front.year}-{front.number:02d}" if front.year and front.number else None,
        "year": front.year,
        "number": front.number,
        "total": front.total,
        "warning": front.total is not None and front.total != expected,
        "entries": len(front.contents),
        "items": len(read.documents),
        "documents": several([document.number for document in read.documents if document.number]),
        "front_matter": spans([front.span] if front.span else []),
        "uncovered": spans(coverage.uncovered),
        "doubly_covered": spans(coverage.doubled),
        "discarded": spans(read.discarded),
        "jumps": sum(len(document.pieces) > 1 for document in read.documents),
        "omitted_attachments": several(omitted),
        "lines": len(file.lines),
        **{name: front.colophon.get(name) for name in front.colophon},
    }


def count_issues(given: Given) -> Mapping[str, object]:
    """{year, month}: the total number that regularity gives the issue; {…, total}: whether another warns."""
    said = given.text("issue")
    year, month = (
        said.split("-") if said else (given.text("year"), given.text("month") or given.text("number"))
    )
    expected = total_of(int(year), int(month))
    printed = given.take("total")
    return {
        "total": expected,
        "accepted": True,
        "warning": printed is not None and int(str(printed)) != expected,
    }


def total_of(year: int | None, month: int | None) -> int | None:
    """R1: it rises by one each month from 193 in April 2019."""
    if year is None or month is None:
        return None
    return FIRST_TOTAL + (year - FIRST_ISSUE.year) * 12 + month - FIRST_ISSUE.month


def _number_in(rows: Sequence[Line]) -> str:
    text = "".join(row.text for row in rows)
    found = find_number(text)
    return read_number(squeezed(text)) or (found[0] if found else "")


def _is_marker(expected: object, kind: str | None, page: int | None) -> bool:
    if kind is None or not expected:
        return kind is None and expected in (None, False)
    if isinstance(expected, dict):
        return expected.get("page") in (None, page) and (expected.get("kind") or kind) == kind
    return expected is True or (kind in str(expected) and str(page) in str(expected))


def _next(pieces: Sequence[Piece], at: int) -> Piece | None:
    return pieces[at + 1] if at + 1 < len(pieces) else None


def _direction(before: Piece, after: Piece | None) -> str | None:
    if after is None:
        return None
    return "forward" if before.span.first < after.span.first else "backward"


def _joined(file: File, document: ReadDocument, before: Piece, after: Piece) -> Meaning:
    """Words that stand over the seam, in the file and in the text of a clause as well."""
    left = _written(file.read, range(before.span.last, before.span.first - 1, -1))
    right = _written(file.read, range(after.span.first, after.span.last + 1))
    left, right = left[-AROUND_A_SEAM:], right[:AROUND_A_SEAM]
    clauses = [_words_of(clause) for clause in document.walk()]

    def is_over_the_seam(expected: object) -> bool:
        said = squeezed(str(expected or ""))
        at = (left + right).find(said)
        crosses = at >= 0 and at < len(left) < at + len(said)
        return crosses and any(said in clause for clause in clauses)

    return Meaning(f"{left[-10:]}{right[:10]}", is_over_the_seam)


def _written(read: ReadIssue, numbers: range) -> str:
    """The first line of these in which anything but a marker is printed."""
    texts = (tidy(number, read.lines[number - 1])[0].text for number in numbers)
    return next((words for text in texts if (words := squeezed(without_markers(text)))), "")


def _words_of(clause: ReadClause) -> str:
    return squeezed(clause.heading + clause.text + clause.note)


def _touches(one: Span, other: Span) -> bool:
    return one.first <= other.last and other.first <= one.last
