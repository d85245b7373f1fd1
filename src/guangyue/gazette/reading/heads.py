"""题头: where the documents of an issue begin, by banner, title and number in whatever order they stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guangyue.gazette.reading.noise import folded, squeezed
from guangyue.gazette.reading.numbers import PROCLAIMER, proclaimed_number, read_number
from guangyue.gazette.reading.shapes import ContentsEntry, Line
from guangyue.gazette.reading.titles import (
    begins_title,
    could_be_title,
    is_date,
    is_organ,
    is_whole,
    organs_of,
    split_issuers,
    title_from,
    title_until,
)

MONTH = r"\d{4}年\d{1,2}月份?"
CHRONICLE = re.compile(
    rf"([^，。；：]{{0,20}}大事记)(?:[（(]?({MONTH})[）)]?)?|({MONTH}[^，。；：]{{0,20}}大事记)"
)
MONTH_ALONE = re.compile(rf"[（(]?({MONTH})[）)]?")
NAMED = re.compile(r"《([^《》]{2,100})》")
MOST_BANNERS = 4
ROWS_OF_PROCLAMATION = 6
ROWS_OF_TITLE = 4


@dataclass(frozen=True)
class Head:
    """Rows `first` to `last` name the document; what it says begins after them."""

    first: int
    last: int
    number: str = ""
    title: str = ""  # as the body prints it, without who issues it
    issuers: tuple[str, ...] = ()
    titled: tuple[int, int] = (0, 0)  # the rows of the title: from, and up to
    entry: ContentsEntry | None = None
    is_bare: bool = False  # without banner or issuer: a department's, or a text within another
    by_hand: bool = False
    said_title: str = ""  # as a librarian gave it


def first_head(rows: Sequence[Line], start: int) -> int:
    """The first row that looks like one; past the end when none does."""
    head = next(scan_heads(rows, start), None)
    return head.first if head else len(rows)


def scan_heads(rows: Sequence[Line], start: int, entries: Sequence[ContentsEntry] = ()) -> Iterator[Head]:
    """Heads by their form: a number between banner and title, a decree, a chronicle."""
    titles = {entry.number: split_issuers(entry.title)[1] for entry in entries if entry.number}
    unnumbered = {folded(entry.title) for entry in entries if not entry.number}
    floor = at = start
    while at < len(rows):
        head = (
            _proclamation(rows, at, titles)
            or _numbered(rows, at, floor, titles)
            or _chronicle(rows, at, unnumbered)
        )
        if head:
            yield head
            floor = at = head.last + 1
        else:
            at += 1


def signers(body: Sequence[Line]) -> tuple[str, ...]:
    """Who signs, above the first date that stands alone: the issuers where there is no banner."""
    signed = next((at for at, line in enumerate(body) if is_date(line.text)), 0)
    first = signed
    while first > 0 and is_organ(body[first - 1].text):
        first -= 1
    return tuple(organ for line in body[first:signed] for organ in organs_of(line.text))


def _numbered(rows: Sequence[Line], at: int, floor: int, titles: Mapping[str, str]) -> Head | None:
    number = read_number(rows[at].text)
    if number is None:
        return _on_one_line(rows, at, floor, titles)
    banner = _banner(rows, at, floor)
    if banner < at:
        after = _expected_title(rows, at + 1, titles.get(number)) or title_from(rows, at + 1)
        return _named(rows, banner, at, (at + 1, after or at + 1), number, banner)
    begins = title_until(rows, at, floor)
    if begins is not None:
        banner = _banner(rows, begins, floor)
        return _named(rows, banner, at, (begins, at), number, begins)
    after = _expected_title(rows, at + 1, titles.get(number))
    if after is None and at + 1 < len(rows) and split_issuers(rows[at + 1].text)[0]:
        after = title_from(rows, at + 1)
    return _named(rows, at, at, (at + 1, after), number, at) if after else None


def _on_one_line(rows: Sequence[Line], at: int, floor: int, titles: Mapping[str, str]) -> Head | None:
    """Banner and number, or title and number, that were set apart and came onto one line."""
    before, _, behind = rows[at].text.rpartition(" ")
    number = read_number(behind)
    if number is None:
        return None
    if is_organ(before):
        after = _expected_title(rows, at + 1, titles.get(number)) or title_from(rows, at + 1)
        issuers, title = split_issuers(text_of(rows, at + 1, after or at + 1))
        last = (after or at + 1) - 1
        return Head(at, last, number, title, issuers or organs_of(before), (at + 1, last + 1))
    if could_be_title(before) and begins_title(before) and is_whole(before):
        issuers, title = split_issuers(before)
        return with_banner(rows, Head(at, at, number, title, issuers, (at, at)), floor)
    return None


def _named(
    rows: Sequence[Line], first: int, numbered: int, titled: tuple[int, int], number: str, under: int
) -> Head:
    """`under` is the row below the banner, or the first row where there is none."""
    issuers, title = split_issuers(text_of(rows, *titled))
    banners = rows[first:under] if under > first else rows[first:numbered] if titled[0] > numbered else ()
    issuers = issuers or tuple(organ for row in banners for organ in organs_of(row.text))
    last = max(numbered, titled[1] - 1)
    return Head(first, last, number, title, issuers, titled, is_bare=not issuers)


def _proclamation(rows: Sequence[Line], at: int, titles: Mapping[str, str]) -> Head | None:
    """政府令: 示例市人民政府令, and 第12号 behind or below it; what it proclaims is named next."""
    text = squeezed(rows[at].text)
    number, last = read_number(text), at
    if at + 1 < len(rows) and PROCLAIMER.fullmatch(text):
        number, last = proclaimed_number(text, squeezed(rows[at + 1].text)), at + 1
    if number is None or "〔" in number:
        return None
    following = " ".join(row.text for row in rows[last + 1 : last + 1 + ROWS_OF_PROCLAMATION])
    found = NAMED.search(following)
    if found is None and number not in titles:
        return None
    issuer = re.sub(r"(?:令|公告|通告)第\d+号$", "", number)
    return Head(at, last, number, squeezed(found[1]) if found else "", (issuer,))


def _chronicle(rows: Sequence[Line], at: int, unnumbered: set[str]) -> Head | None:
    """大事记, with its month behind or below."""
    if "大事记" not in rows[at].text:
        return None
    found = CHRONICLE.fullmatch(squeezed(rows[at].text))
    if found is None:
        return None
    if found[2] or found[3]:
        title = f"{found[1]}（{found[2]}）" if found[2] else found[3]
        return Head(at, at, title=title, titled=(at, at + 1))
    below = MONTH_ALONE.fullmatch(squeezed(rows[at + 1].text)) if at + 1 < len(rows) else None
    if below:
        return Head(at, at + 1, title=f"{found[1]}（{below[1]}）", titled=(at, at + 2))
    return Head(at, at, title=found[1], titled=(at, at + 1)) if folded(found[1]) in unnumbered else None


def _banner(rows: Sequence[Line], at: int, floor: int) -> int:
    """The first of the rows above `at` that say nothing but who issues; `at` itself where there are none."""
    first = at
    while first > max(floor, at - MOST_BANNERS) and is_organ(rows[first - 1].text):
        first -= 1
    return first


def with_banner(rows: Sequence[Line], head: Head, floor: int) -> Head:
    first = _banner(rows, head.first, floor)
    organs = tuple(organ for row in rows[first : head.first] for organ in organs_of(row.text))
    return replace(head, first=first, issuers=head.issuers or organs)


def _expected_title(rows: Sequence[Line], start: int, title: str | None) -> int | None:
    """The row after those that print the title which the contents have."""
    if not title:
        return None
    wanted = folded(title)
    for after in range(start + 1, min(start + ROWS_OF_TITLE, len(rows)) + 1):
        if not could_be_title(rows[after - 1].text):
            return None
        if folded(split_issuers(text_of(rows, start, after))[1]) == wanted:
            return after
    return None


def text_of(rows: Sequence[Line], first: int, after: int) -> str:
    return " ".join(row.text for row in rows[first:after])
