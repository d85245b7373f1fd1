"""检索词: what a matter is found by, and how a query is cut the same way. Knows no database.

Chinese is cut into pairs of neighbouring characters and into single ones: no dictionary has to know a
name, and any two characters of it find it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from guangyue.matters.declaration import Declaration

RUN = re.compile(r"[\u3400-\u9fff]+|[0-9a-z]+")
LEAST_SHARE = 3  # at least a third of what was asked for must be there
LONGEST_WORD = 60


def words_of(declaration: Declaration) -> list[str]:
    """Its name, the names people give it, its code and its situations."""
    situations = (one.title for one in declaration.variants)
    return sorted(cut((declaration.name, *declaration.aliases, declaration.code, *situations)))


def cut(texts: Iterable[str]) -> set[str]:
    """All words of the texts."""
    return {word for run in _runs(texts) for size in (1, 2) for word in _pieces(run, size)}


def asked_words(text: str) -> list[str]:
    """What is looked for: pairs, and a single character only where it stands alone."""
    return sorted({word for run in _runs((text,)) for word in _pieces(run, min(2, len(run)))})


def least_shared(words: list[str]) -> int:
    """How many of the words a matter must have to be shown."""
    return max(1, -(-len(words) // LEAST_SHARE))


def _runs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from RUN.findall(unicodedata.normalize("NFKC", text).lower())


def _pieces(run: str, size: int) -> Iterator[str]:
    if run[0].isascii():
        yield run[:LONGEST_WORD]
        return
    yield from (run[at : at + size] for at in range(len(run) - size + 1))
