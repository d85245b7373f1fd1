"""Where a long title breaks: between words, into lines of much the same length."""

import re
from itertools import combinations
from math import ceil

import rjieba

FULL_LINE = 20  # characters of 2号 in the width of the text
NEVER_FIRST = "的、，）》”与和及等"
NEVER_LAST = "（《“、"
OPENING = "关于"  # what stands before it, the issuer, makes a good line of its own
WORTH_OF_OPENING = 60


def title_lines(title: str) -> list[str]:
    """The lines its author has made, or else those that keep words whole."""
    return [line for written in title.split("\n") for line in _broken(written.strip()) if line]


def width_of(text: str) -> float:
    return sum(0.5 if character < "\u2e80" and character not in "“”" else 1 for character in text)


def _broken(title: str) -> list[str]:
    fewest = max(1, ceil(width_of(title) / FULL_LINE))
    if fewest == 1:
        return [title]
    words = _words(title)
    for count in range(fewest, len(words) + 1):
        breaks = combinations(range(1, len(words)), count - 1)
        candidates = [lines for places in breaks if _is_sound(lines := _joined(words, places))]
        if candidates:
            return min(candidates, key=_unevenness)
    return [title]


def _words(title: str) -> list[str]:
    """Words of the language, those that cannot begin a line joined to the one before."""
    words: list[str] = []
    for word in rjieba.cut(title):
        if words and (word[0] in NEVER_FIRST or words[-1][-1] in NEVER_LAST):
            words[-1] += word
        else:
            words.append(word)
    return words


def _joined(words: list[str], places: tuple[int, ...]) -> list[str]:
    ends = (0, *places, len(words))
    return ["".join(words[start:end]) for start, end in zip(ends, ends[1:], strict=False)]


def _is_sound(lines: list[str]) -> bool:
    return all(width_of(line) <= FULL_LINE for line in lines)


def _unevenness(lines: list[str]) -> float:
    widths = [width_of(line) for line in lines]
    mean = sum(widths) / len(widths)
    spread = sum((width - mean) ** 2 for width in widths)
    opens_a_line = any(line.startswith(OPENING) for line in lines[1:])
    return spread - (WORTH_OF_OPENING if opens_a_line else 0)
