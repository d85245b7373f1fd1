"""附件: what a document lists at its end, what of it is omitted（略）, and where the rest is printed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from guangyue.gazette.reading.rows import Row, spans_of, squeeze
from guangyue.gazette.reading.shapes import Annex, Span

LIST = re.compile(r"附件?\s*(\d{0,2})\s*：\s*(.+)")
ENTRY = re.compile(r"(\d{1,2})\s*[.．、]\s*(.*)")
ENTRIES = re.compile(r"(?<=[）；。])\s*(?=\d{1,2}\s*[.．、])")
OMITTED = re.compile(r"[（(]\s*(?:略|此略|从略|另发|不公开|不发)[^）)]{0,6}[）)]\s*[。；]?$")
START = re.compile(r"附件\s*(\d{0,2}|[一二三四五六七八九十]{0,3})\s*：?")
TITLE_ROWS = 4


@dataclass
class Entry:
    number: str
    text: str
    lines: list[int]

    @property
    def omitted(self) -> bool:
        return OMITTED.search(self.text) is not None

    @property
    def title(self) -> str:
        return OMITTED.sub("", self.text).strip().rstrip("。；")

    def annex(self, spans: tuple[Span, ...] | None = None) -> Annex:
        return Annex(self.number, self.title, self.omitted, spans or spans_of(self.lines))


@dataclass(frozen=True)
class Printed:
    """An annex that is printed: its rows from the word 附件 on, and how many of them are its title."""

    number: str
    title: str
    first: int
    last: int
    body: int  # the first row below the title


def read_lists(rows: Sequence[Row]) -> tuple[list[Entry], set[int]]:
    """The entries of 附件：1.… 2.…, and the rows they take."""
    entries: list[Entry] = []
    taken: set[int] = set()
    at = 0
    while at < len(rows):
        found = LIST.fullmatch(rows[at].text)
        if found is None or any(squeeze(found[2]) == squeeze(entry.title) for entry in entries):
            at += 1
            continue
        group = _entries(found[2], found[1], rows[at].number)
        taken.add(at)
        at += 1
        while at < len(rows) and (goes := _continues(group[-1], rows[at])) is not None:
            group.extend(_entries(goes, "", rows[at].number)) if goes else _extend(group[-1], rows[at])
            taken.add(at)
            at += 1
        entries.extend(group)
    return entries, taken


def find_printed(rows: Sequence[Row], entries: Sequence[Entry], after: int) -> list[Printed]:
    """Where the word 附件 stands alone, or before the title of an entry that is not omitted."""
    titles = {squeeze(entry.title): entry for entry in entries if not entry.omitted}
    starts = [at for at in range(after, len(rows)) if _starts(rows[at].text, titles)]
    printed = []
    for start, end in pairwise([*starts, len(rows)]):
        number, rest = _split(rows[start].text)
        title, body = _title(rows, start, end, rest, titles)
        known = titles.get(squeeze(title))
        printed.append(Printed(known.number if known else number, title, start, end - 1, body))
    return printed


def _entries(text: str, number: str, line: int) -> list[Entry]:
    entries = []
    for piece in ENTRIES.split(text):
        found = ENTRY.fullmatch(piece)
        entries.append(Entry(found[1], found[2], [line]) if found else Entry(number, piece, [line]))
    return entries


def _continues(last: Entry, row: Row) -> str | None:
    """The next entry; "" for the rest of this one; None when the list is over."""
    found = ENTRY.fullmatch(row.text) or LIST.fullmatch(row.text)
    if found and last.number and found[1] == str(int(last.number) + 1):
        return row.text if ENTRY.fullmatch(row.text) else f"{found[1]}.{found[2]}"
    whole = last.omitted or row.after_gap or found is not None or row.text.startswith("附件")
    return None if whole else ""


def _extend(entry: Entry, row: Row) -> None:
    entry.text += row.text
    entry.lines.append(row.number)


def _starts(text: str, titles: dict[str, Entry]) -> bool:
    return START.fullmatch(text) is not None or (
        text.startswith("附件") and not OMITTED.search(text) and squeeze(_split(text)[1]) in titles
    )


def _split(text: str) -> tuple[str, str]:
    found = START.match(text)
    return (found[1], text[found.end() :].strip()) if found else ("", text)


def _title(rows: Sequence[Row], start: int, end: int, rest: str, titles: dict[str, Entry]) -> tuple[str, int]:
    if rest:
        return rest, start + 1
    for stop in range(start + 2, min(start + 2 + TITLE_ROWS, end + 1)):
        title = squeeze("".join(row.text for row in rows[start + 1 : stop]))
        if title in titles:
            return titles[title].title, stop
    if start + 1 < end and not rows[start + 1].cells and not re.search(r"[。；：]", rows[start + 1].text):
        return rows[start + 1].text, start + 2
    return "", start + 1
