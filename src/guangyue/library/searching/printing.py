"""原文写法: the words of a clause as the file prints them, where the reading has repaired them. S01 R30."""

from collections.abc import Sequence

from guangyue.gazette.models import PrintedClause
from guangyue.gazette.reading.noise import unmarked
from guangyue.library.clause_words import words_of
from guangyue.library.searching.folding import fold, trace


def printed_words(clause: PrintedClause, lines: Sequence[str]) -> str:
    """The stretch of the lines that says what the clause says; nothing where it is printed as it reads, or
    where a page broken in its midst leaves no such stretch."""
    words = words_of(clause)
    printed = "\n".join(
        unmarked(line) for first, last in clause.spans for line in lines[first - 1 : last] if line.strip()
    )
    if not printed or words.replace("\n", "") in printed.replace("\n", ""):
        return ""
    folded, asked = trace(printed), fold(words)
    place = folded.text.find(asked)
    if place < 0 or not asked:
        return ""
    first, end = folded.origin(place, place + len(asked))
    return printed[first:end]
