"""题头 that have lost their form: found by a title that the contents have, or where a librarian says so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from guangyue.gazette.reading.heads import ROWS_OF_TITLE, Head, scan_heads, text_of, with_banner
from guangyue.gazette.reading.noise import folded
from guangyue.gazette.reading.shapes import ContentsEntry, Line
from guangyue.gazette.reading.titles import split_issuers, title_from


def entitled_heads(
    rows: Sequence[Line], taken: Sequence[Head], start: int, entries: Sequence[ContentsEntry]
) -> Iterator[Head]:
    """Heads of entries whose number the body has lost, or that never had one: by their title alone."""
    wanted: dict[str, list[ContentsEntry]] = {}
    for entry in entries:
        wanted.setdefault(folded(split_issuers(entry.title)[1]), []).append(entry)
    wanted.pop("", None)
    occupied = {at for head in taken for at in range(head.first, head.last + 1)}
    longest = max(map(len, wanted), default=0)
    for first in range(start, len(rows)):
        if first in occupied or not wanted:
            continue
        for last in range(first, min(first + ROWS_OF_TITLE, len(rows))):
            if last in occupied:
                break
            text = " ".join(row.text for row in rows[first : last + 1])
            if len(text) > 2 * longest + 60:
                break
            issuers, title = split_issuers(text)
            if key := next((key for key in (folded(title), folded(text)) if key in wanted), ""):
                entry = wanted[key].pop(0)
                if not wanted[key]:
                    del wanted[key]
                yield with_banner(
                    rows, Head(first, last, "", title, issuers, (first, last + 1), entry), start
                )
                break


def head_by_hand(rows: Sequence[Line], at: int) -> Head:
    """Where a librarian says that a document begins: by its form if it has one, else by a title."""
    found = next(scan_heads(rows[: at + 8], at), None)
    if found and found.first <= at + 1:
        return replace(found, first=at, by_hand=True)
    return untitled_head(rows, at, by_hand=True)


def untitled_head(rows: Sequence[Line], at: int, *, by_hand: bool = False) -> Head:
    """Text that begins without a head: its first rows may still be a title."""
    after = title_from(rows, at)
    if after is None:
        return Head(at, at - 1, by_hand=by_hand)
    issuers, title = split_issuers(text_of(rows, at, after))
    return Head(
        at, after - 1, title=title, issuers=issuers, titled=(at, after), is_bare=True, by_hand=by_hand
    )
