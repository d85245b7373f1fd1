"""目录核对: heads found in the text beside the entries of the contents."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from types import MappingProxyType

from guangyue.gazette.reading.contents import category_of_section
from guangyue.gazette.reading.corrections import CorrectHead
from guangyue.gazette.reading.entitled import entitled_heads, head_by_hand
from guangyue.gazette.reading.heads import Head, scan_heads
from guangyue.gazette.reading.jumps import Pages
from guangyue.gazette.reading.noise import folded
from guangyue.gazette.reading.numbers import series_of
from guangyue.gazette.reading.shapes import Category, ContentsEntry, Doubt, Line, Span
from guangyue.gazette.reading.titles import split_issuers

LONGEST_QUOTED = 60
FORWARDS = ("转发", "批转")


def find_heads(
    rows: Sequence[Line],
    start: int,
    entries: Sequence[ContentsEntry],
    *,
    begins: Collection[int] = (),
    assigned: Collection[int] = (),
    corrected: Mapping[int, CorrectHead] = MappingProxyType({}),
) -> list[Head]:
    """By form, by the contents' titles, and by hand: a librarian says with which rows documents begin, and
    of which rows it is known whose they are, so that no head is sought in them."""
    found = [head for head in scan_heads(rows, start, entries) if head.first not in assigned]
    found = [head for head in found if not any(head.first <= at <= head.last for at in begins)]
    found += [head_by_hand(rows, at) for at in sorted(begins)]
    found = [
        _corrected(head, corrected.get(head.first)) for head in sorted(found, key=lambda head: head.first)
    ]
    found = list(_without_forwarded(_paired(found, entries), entries))
    missing = [entry for entry in entries if all(head.entry is not entry for head in found)]
    found += [head for head in entitled_heads(rows, found, start, missing) if head.first not in assigned]
    return sorted(found, key=lambda head: head.first)


def pages_of(entries: Sequence[ContentsEntry]) -> dict[int, Pages]:
    """R5: from an entry's page to the one before the next entry's; where the last ends is not known."""
    pages: dict[int, Pages] = {}
    for entry, following in zip_longest(entries, entries[1:]):
        after = following.page if following else None
        end = max(entry.page, after - 1) if entry.page is not None and after is not None else None
        pages[entry.order] = (entry.page, end)
    return pages


def own_title(entry: ContentsEntry) -> str:
    """Without who issues it, where these contents say so."""
    return split_issuers(entry.title)[1]


def category_of(head: Head) -> Category:
    """R4: by whose it is, and by what its number is called."""
    series = series_of(head.number)
    if series.endswith("任") or (not head.number and "大事记" in head.title):
        return Category.AFFAIRS
    if not head.issuers:
        return Category.DEPARTMENTS if head.number else Category.OTHER
    if head.issuers[0].endswith(("政府办公室", "政府办公厅")):
        return Category.GOVERNMENT_OFFICE
    return Category.GOVERNMENT if head.issuers[0].endswith("政府") else Category.DEPARTMENTS


def doubts_of_heads(
    rows: Sequence[Line], heads: Sequence[Head], entries: Sequence[ContentsEntry]
) -> Iterator[Doubt]:
    for entry in entries:
        if all(head.entry is not entry for head in heads):
            yield Doubt(
                "missing-page",
                entry.span,
                f"目录列有{_named(entry.number, entry.title)}，正文中找不到。"
                "请检查是否缺页，或指明它从哪一行起。",
                blocks=True,
            )
    numbers = Counter(head.number for head in heads if head.number)
    for head in heads:
        span = _span(rows, head)
        if numbers[head.number] > 1:
            yield Doubt(
                "same-number",
                span,
                f"本期不止一件公文的文号是{head.number}。请核对文号。",
                blocks=True,
            )
        yield from _doubts_beside_entry(span, head, has_contents=bool(entries))


def _doubts_beside_entry(span: Span, head: Head, *, has_contents: bool) -> Iterator[Doubt]:
    if head.number and not head.title and not head.said_title:
        yield Doubt(
            "title-lost", span, f"{head.number}的标题没有读出。请补正题录。", blocks=head.entry is None
        )
    if head.entry is None:
        if has_contents:
            yield Doubt(
                "not-in-contents",
                span,
                f"目录没有列出{_named(head.number, head.title)}。请核对它是不是一件单独的公文。",
                blocks=True,
            )
        return
    entry = head.entry
    if entry.number and head.number != entry.number:
        yield Doubt(
            "number-differs",
            span,
            f"目录印作{entry.number}，正文印作{head.number or '无文号'}。请核对文号。",
            blocks=bool(head.number),
        )
    if head.title and not head.said_title and folded(head.title) != folded(own_title(entry)):
        yield Doubt("title-differs", span, "标题与目录所印不一致，采用目录的标题。请核对。")
    read, printed = category_of(head), category_of_section(entry.section)
    if Category.OTHER not in (read, printed) and read != printed:
        yield Doubt(
            "category-differs", span, f"目录列在“{entry.section}”，按文号和发文机关应属{read.value}。请核对。"
        )


def _corrected(head: Head, said: CorrectHead | None) -> Head:
    if said is None:
        return head
    return replace(
        head,
        number=head.number if said.number is None else said.number,
        said_title=said.title or "",
        issuers=head.issuers if said.issuers is None else said.issuers,
    )


def _paired(heads: Sequence[Head], entries: Sequence[ContentsEntry]) -> list[Head]:
    """First by number, then by title."""
    open_entries = list(entries)
    paired: dict[int, Head] = {}
    for same in (_same_number, _same_title):
        for at, head in enumerate(heads):
            entry = None if at in paired else next((one for one in open_entries if same(head, one)), None)
            if entry:
                open_entries.remove(entry)
                paired[at] = replace(head, entry=entry)
    return [paired.get(at, head) for at, head in enumerate(heads)]


def _same_number(head: Head, entry: ContentsEntry) -> bool:
    return bool(head.number) and head.number == entry.number


def _same_title(head: Head, entry: ContentsEntry) -> bool:
    return bool(head.title) and folded(head.title) == folded(own_title(entry))


def _without_forwarded(heads: Sequence[Head], entries: Sequence[ContentsEntry]) -> Iterator[Head]:
    """A text that another document hands on keeps its number and title, and is no document of the issue."""
    carrier: Head | None = None
    for head in heads:
        is_listed = head.entry is not None or not entries or head.by_hand
        if is_listed:
            carrier = head
        hands_on = carrier is not None and carrier.title.startswith(FORWARDS)
        if is_listed or not (hands_on or head.is_bare):
            yield head


def _named(number: str, title: str) -> str:
    quoted = title if len(title) <= LONGEST_QUOTED else f"{title[:LONGEST_QUOTED]}…"
    return f"{number}《{quoted}》" if quoted else number or "一件没有标题的公文"


def _span(rows: Sequence[Line], head: Head) -> Span:
    return Span(rows[head.first].number, rows[max(head.first, head.last)].number)
