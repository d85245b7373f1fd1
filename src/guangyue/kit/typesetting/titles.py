"""Where a long title breaks: between words, into lines of much the same length."""

from functools import cache
from math import ceil, inf

import rjieba

FULL_LINE = 20  # characters of 2号 in the width of the text
NEVER_FIRST = "的、，）》”与和及等"
NEVER_LAST = "（《“"
OPENING = "关于"  # what stands before it, the issuer, makes a good line of its own
WORTH_OF_OPENING = 60


def title_lines(title: str) -> list[str]:
    """The lines its author has made, or else those that keep words whole."""
    return [line for written in title.split("\n") for line in _broken(written.strip()) if line]


def width_of(text: str) -> float:
    """How many full-width characters the text takes."""
    return sum(0.5 if character < "\u2e80" and character not in "“”" else 1 for character in text)


def _broken(title: str) -> list[str]:
    words = _words(title)
    for count in range(max(1, ceil(width_of(title) / FULL_LINE)), len(words) + 1):
        if lines := _evenest(words, count):
            return list(lines)
    return [title]


def _words(title: str) -> list[str]:
    """Words of the language, those that cannot begin a line joined to the one before."""
    words: list[str] = []
    for word in rjieba.cut(title):
        belongs_together = words and (word[0] in NEVER_FIRST or words[-1][-1] in NEVER_LAST)
        if belongs_together and width_of(words[-1] + word) <= FULL_LINE:
            words[-1] += word
        else:
            words.append(word)
    return words


def _evenest(words: list[str], count: int) -> tuple[str, ...]:
    """The words in so many lines that are least uneven, or none where a line would be too long."""
    mean = width_of("".join(words)) / count

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[str, ...]]:
        if left == 0:
            return (0, ()) if start == len(words) else (inf, ())
        found: tuple[float, tuple[str, ...]] = (inf, ())
        for end in range(start + 1, len(words) - left + 2):
            line = "".join(words[start:end])
            if width_of(line) > FULL_LINE:
                break
            cost, lines = best(end, left - 1)
            cost += (width_of(line) - mean) ** 2 - (
                WORTH_OF_OPENING if start and line.startswith(OPENING) else 0
            )
            found = min(found, (cost, (line, *lines)))
        return found

    return best(0, count)[1]
