"""原文: the printed lines of a proposal, with its note marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from guangyue.gazette.reading.noise import unmarked
from guangyue.gazette.reading.paragraphs import is_ended
from guangyue.tasks.models import TaskProposal

MARKS = str.maketrans("():;,", "（）：；，")


@dataclass(frozen=True)
class Piece:
    """A run of printed words, of the note or of what it governs."""

    words: str
    is_note: bool = False


def printed_words(proposal: TaskProposal, lines: Iterable[tuple[int, str]]) -> list[Piece]:
    """The lines from its first to its last; where the note begins and ends is found by its words."""
    first, last = proposal.first_line, proposal.last_line
    text = _joined(words for number, words in lines if first <= number <= last)
    start, end = _place(text, proposal.note)
    pieces = [Piece(text[:start]), Piece(text[start:end], is_note=True), Piece(text[end:])]
    return [piece for piece in pieces if piece.words]


def _joined(lines: Iterable[str]) -> str:
    """Lines that print has cut run on; others stay lines."""
    text = ""
    for line in lines:
        words = unmarked(line)
        text += words if not text or not is_ended(text) else f"\n{words}"
    return text


def _place(text: str, note: str) -> tuple[int, int]:
    """From the first to the last character of the note, however wide its marks and spaces were printed."""
    even = [(at, sign) for at, sign in enumerate(text.translate(MARKS)) if not sign.isspace()]
    wanted = "".join(note.split())
    found = "".join(sign for _, sign in even).find(wanted)
    if found < 0 or not wanted:
        return len(text), len(text)
    return even[found][0], even[found + len(wanted) - 1][0] + 1
