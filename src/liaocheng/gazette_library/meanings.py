"""Ways of saying an answer that are as right as ours."""

import re
from collections.abc import Collection, Iterable, Sequence

from guangyue.gazette.document import BRACKETS
from guangyue.gazette.reading.noise import squeezed
from guangyue.gazette.reading.shapes import Span
from guangyue.systems.examples import Meaning

PAIR = re.compile(r"(\d+)\s*[-–—~至]\s*(\d+)")


def plain(text: object) -> str:
    """Without spaces, and with one kind of brackets."""
    return squeezed(str(text)).translate(BRACKETS)


def words(text: str) -> Meaning:
    """The same text, however it is spaced or bracketed."""
    return Meaning(text, lambda expected: expected is not None and plain(expected) == plain(text))


def ending(text: str) -> Meaning:
    return Meaning(text, lambda expected: bool(expected) and plain(text).endswith(plain(expected)))


def holding(text: str) -> Meaning:
    """A part of it, as long as anything is asked for at all."""
    return Meaning(text, lambda expected: bool(expected) and plain(expected) in plain(text))


def one_of(first: object, others: Iterable[object]) -> Meaning:
    ways = [first, *others]
    return Meaning(first, lambda expected: expected in ways)


def several(items: Sequence[str]) -> Meaning:
    """A list of texts in any order; one alone as a text; how many as a number; none as nothing."""
    known = sorted(map(plain, items))

    def is_same(expected: object) -> bool:
        if isinstance(expected, bool):
            return expected is bool(known)
        if isinstance(expected, int):
            return expected == len(known)
        if not expected:
            return not known
        return sorted(map(plain, expected if isinstance(expected, list) else [expected])) == known

    return Meaning(list(items), is_same)


def among(items: Collection[str]) -> Meaning:
    """One of these, or a list of some of them; nothing where there are none."""
    known = {plain(item) for item in items}

    def is_same(expected: object) -> bool:
        if not expected:
            return not known
        return {plain(one) for one in (expected if isinstance(expected, list) else [expected])} <= known

    return Meaning(sorted(items), is_same)


def spans(lines: Sequence[Span]) -> Meaning:
    """[[87, 90], [95, 95]], or 87–90 where there is one, or with `lines` before each."""
    ours = [[span.first, span.last] for span in lines]
    return Meaning(ours, lambda expected: _pairs(expected) == ours)


def _pairs(expected: object) -> list[list[int]]:
    if isinstance(expected, dict):
        return _pairs(expected.get("lines"))
    if isinstance(expected, int):
        return [[expected, expected]]
    if isinstance(expected, str):
        found = [[int(first), int(last)] for first, last in PAIR.findall(expected)]
        return found or [[int(one), int(one)] for one in re.findall(r"\d+", expected)]
    if isinstance(expected, list):
        if len(expected) == 2 and all(isinstance(one, int) for one in expected):
            return [expected]
        return [pair for one in expected for pair in _pairs(one)]
    return []
