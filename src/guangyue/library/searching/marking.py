"""Quotations: the words as they are printed, with what was asked for marked in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guangyue.library.searching.folding import Folded, trace

LENGTH = 110  # characters of a quotation
BEFORE = 24  # of them, at most, before the first that is marked
ELLIPSIS = "……"

Stretch = tuple[int, int]


@dataclass(frozen=True)
class Marked:
    """A stretch of text, and whether it is what was asked for."""

    text: str
    marked: bool = False


def mark(text: str, words: Sequence[str]) -> list[Marked]:
    """The whole text, with the words marked."""
    return list(_cut(text, 0, len(text), _found(trace(text), words)))


def quote(text: str, words: Sequence[str]) -> list[Marked]:
    """So much of the text as shows most of the words; it is printed text throughout."""
    found = _found(trace(text), words)
    start = _densest(found)
    end = min(len(text), start + LENGTH)
    quoted = list(_cut(text, start, end, found))
    before = [Marked(ELLIPSIS)] if start else []
    after = [Marked(ELLIPSIS)] if end < len(text) else []
    return [*before, *quoted, *after]


def _found(folded: Folded, words: Sequence[str]) -> list[Stretch]:
    """Where the words stand in the original, those that touch or overlap as one."""
    stretches: list[Stretch] = []
    for word in words:
        place = folded.text.find(word)
        while place >= 0:
            stretches.append(folded.origin(place, place + len(word)))
            place = folded.text.find(word, place + len(word))
    merged: list[Stretch] = []
    for first, end in sorted(stretches):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((first, end))
    return merged


def _densest(found: Sequence[Stretch]) -> int:
    """Where to begin so that the most of what was found is shown."""
    if not found or found[-1][1] <= LENGTH:
        return 0

    def shown_from(start: int) -> int:
        return sum(end - first for first, end in found if start <= first and end <= start + LENGTH - BEFORE)

    best = max((first for first, _ in found), key=shown_from)
    return max(0, best - BEFORE)


def _cut(text: str, start: int, end: int, found: Sequence[Stretch]) -> Iterator[Marked]:
    place = start
    for first, last in ((max(first, start), min(last, end)) for first, last in found):
        if first >= last:
            continue
        if place < first:
            yield Marked(text[place:first])
        yield Marked(text[first:last], marked=True)
        place = last
    if place < end:
        yield Marked(text[place:end])
