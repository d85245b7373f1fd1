"""卷首: cover, colophon and contents, in either order; a document by itself has none of them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from guangyue.gazette.reading.contents import IMPRINT, find_contents
from guangyue.gazette.reading.noise import folded, squeezed
from guangyue.gazette.reading.shapes import Front, Line, Span
from guangyue.gazette.reading.titles import is_date

GAZETTE = re.compile(r"[一-鿿]{2,30}公报")
LATIN = re.compile(r"[A-Za-z\s]{4,80}")
YEAR = re.compile(r"((?:19|20)\d{2})年?")
ISSUE = re.compile(r"第(\d{1,3})期")
TOTAL = re.compile(r"总第?(\d{1,4})期")
YEAR_OF_ISSUE = re.compile(r"((?:19|20)\d{2})年?第\d{1,3}期")
PERIOD = re.compile(r"(?:月刊|半月刊|双月刊|季刊|旬刊|内部资料.*|免费(?:赠阅|交流)|.*出版|创刊.*)")
LONGEST_NAME = 40
MOST_UNKNOWN = 3  # rows of a cover in a row of which nothing is understood
BRACKETS = str.maketrans("【】", "〔〕")


@dataclass(frozen=True)
class Opening:
    """The front, and the row with which the documents begin."""

    front: Front
    end: int


def read_front(rows: Sequence[Line], first_head: Callable[[int], int]) -> Opening:
    """`first_head` says which row, from one on, is the first that looks like a document's head."""
    contents = find_contents(rows, first_head(0))
    start = contents.end if contents else 0
    end = _end_of_front(rows, start, first_head(start))
    front = rows[:end]
    imprint = [*rows[: contents.start], *rows[contents.end : end]] if contents else front
    names = [squeezed(row.text) for row in front]
    if contents is None and not any(ISSUE.search(name) or GAZETTE.fullmatch(name) for name in names):
        return Opening(Front(None, None, None, "", {}, (), None), 0)
    return Opening(
        Front(
            year=_figure(YEAR_OF_ISSUE, names) or _figure(YEAR, names, whole=True),
            number=_figure(ISSUE, [TOTAL.sub("", name) for name in names]),
            total=_figure(TOTAL, names),
            title=next((name for name in names if GAZETTE.fullmatch(name)), ""),
            colophon=_colophon(imprint),
            contents=tuple(contents.entries) if contents else (),
            span=None,
        ),
        end,
    )


def running_head(front: Front) -> re.Pattern[str] | None:
    """What stands above each page, folded: name, year, issue and page, or some of them."""
    if not front.title or front.number is None:
        return None
    name, page = re.escape(folded(front.title)), r"(?:\d{1,3})?"
    issue = rf"第{front.number}期(?:总第?{front.total or 0}期)?"
    return re.compile(rf"{page}(?:{name}(?:{front.year}年?)?(?:{issue})?|(?:{front.year}年?)?{issue}){page}")


def span_of_front(rows: Sequence[Line], end: int, lines: int) -> Span | None:
    """Up to the line before the first document."""
    if end == 0:
        return None
    return Span(1, rows[end].number - 1 if end < len(rows) else lines)


def _end_of_front(rows: Sequence[Line], start: int, limit: int) -> int:
    """Past every row of cover and colophon; a row or two between them may say anything short."""
    end, unknown = start, 0
    for at in range(start, min(limit, len(rows))):
        if _is_of_front(rows[at].text) or _continues(rows, at, end):
            end, unknown = at + 1, 0
        elif (unknown := unknown + 1) > MOST_UNKNOWN or not _is_short(rows[at].text):
            break
    return end


def _is_of_front(text: str) -> bool:
    name = squeezed(text)
    return len(name) <= 120 and bool(
        GAZETTE.fullmatch(name)
        or LATIN.fullmatch(text.strip())
        or YEAR.fullmatch(name)
        or ISSUE.search(name[:LONGEST_NAME])
        or TOTAL.search(name[:LONGEST_NAME])
        or PERIOD.fullmatch(name[:LONGEST_NAME])
        or IMPRINT.fullmatch(text)
    )


def _continues(rows: Sequence[Line], at: int, end: int) -> bool:
    """The value of a colophon that went over to a line of its own, without a blank line between."""
    return 0 < at == end and rows[at].number == rows[at - 1].number + 1 and _is_short(rows[at].text)


def _is_short(text: str) -> bool:
    return len(text) <= LONGEST_NAME and not re.search(r"[。，；]", text) and not is_date(text)


def _colophon(rows: Sequence[Line]) -> dict[str, str]:
    colophon: dict[str, str] = {}
    name = ""
    for row in rows:
        if found := IMPRINT.fullmatch(row.text):
            name = squeezed(found[1])
            colophon.setdefault(name, found[2].strip().translate(BRACKETS))
            continue
        if name and not _is_of_front(row.text) and _is_short(row.text):
            colophon[name] += squeezed(row.text)
        name = ""
    return colophon


def _figure(pattern: re.Pattern[str], names: Sequence[str], *, whole: bool = False) -> int | None:
    for name in names:
        if found := (pattern.fullmatch(name) if whole else pattern.search(name)):
            return int(found[1])
    return None
