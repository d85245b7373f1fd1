"""Sentences and parts of sentences within a text, each with where it begins; brackets hold together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SENTENCE = re.compile(r"[^。；;！？\n]+")
OPENING, CLOSING = "（(〔《〈“[", "）)〕》〉”]"
NEAR = 160  # characters
SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Passage:
    """A run of words, and its offset in the text it was taken from."""

    words: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.words)

    def part(self, first: int, last: int) -> "Passage":
        """The words between two places of it, without the white space around them."""
        words = self.words[first:last]
        return Passage(words.strip(), self.start + first + len(words) - len(words.lstrip()))


def sentences(text: str) -> Iterator[Passage]:
    for found in SENTENCE.finditer(text):
        yield Passage(found.group(), found.start())


def around(sentence: str, found: re.Match[str]) -> tuple[str, str]:
    """The words before and after what was found, as far as they can have to do with it."""
    return sentence[max(0, found.start() - NEAR) : found.start()], sentence[found.end() : found.end() + NEAR]


def split_outside_brackets(passage: Passage, marks: str) -> Iterator[Passage]:
    """各县（市、区）政府 is one, not three."""
    depth = first = 0
    for place, sign in enumerate(passage.words):
        if sign in OPENING:
            depth += 1
        elif sign in CLOSING:
            depth = max(0, depth - 1)
        elif sign in marks and not depth:
            yield passage.part(first, place)
            first = place + 1
    yield passage.part(first, len(passage.words))


def closed(words: str) -> str:
    """Printed words in one piece: line breaks and spaces of the typesetting do not belong to them."""
    return SPACES.sub("", words)
