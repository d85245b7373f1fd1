"""RFC 3797: drawing lots by MD5 over public numbers, known and reviewed since 2004. Every weight is one."""

import re
from collections.abc import Iterable, Sequence
from hashlib import md5

from guangyue.inspections.drawing.gydraw import Drawn
from guangyue.inspections.drawing.terms import Terms
from guangyue.inspections.drawing.urn import Urn

KEY = re.compile(r"(?:(?:[0-9]+\.)+/)+")


def key_string(sources: Iterable[Sequence[int]]) -> str:
    """公开值 as section 4 writes it: a source's numbers sorted, each with a stop, then a stroke."""
    return "".join("".join(f"{number}." for number in sorted(source)) + "/" for source in sources)


def is_key(text: str) -> bool:
    """Whether a public value stands as `key_string` writes it: the same numbers give nobody two draws."""
    if not KEY.fullmatch(text):
        return False
    sources = (source.removesuffix(".").split(".") for source in text.removesuffix("/").split("/"))
    return key_string(list(map(int, source)) for source in sources) == text


def draw(terms: Terms, key: str) -> tuple[Drawn, ...]:
    """抽取: the remainder of each hash says which of those that are left, in the order of the list."""
    urn = Urn([1] * len(terms.targets))
    drawn = []
    for k in range(terms.n):
        left = urn.total
        r = int.from_bytes(_hash(key, k), "big") % left
        drawn.append(Drawn(terms.targets[urn.take(r)].id, r, left))
    return tuple(drawn)


def _hash(key: str, k: int) -> bytes:
    counter = k.to_bytes(2, "big")
    return md5(counter + key.encode() + counter, usedforsecurity=False).digest()
