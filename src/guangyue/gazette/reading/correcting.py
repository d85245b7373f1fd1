"""更正: what a librarian said, sorted, and checked against what the lines say now."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from guangyue.gazette.reading.corrections import (
    Anchor,
    AssignLines,
    Confirm,
    CorrectHead,
    Correction,
    CorrectLevel,
    EditLine,
)
from guangyue.gazette.reading.shapes import Doubt, Span


@dataclass
class Said:
    """By line. Where two corrections speak of one, the later holds."""

    edits: dict[int, str] = field(default_factory=dict)
    levels: dict[int, str] = field(default_factory=dict)
    heads: dict[int, CorrectHead] = field(default_factory=dict)
    assigned: list[AssignLines] = field(default_factory=list)
    confirmed: set[tuple[int, str]] = field(default_factory=set)
    lost: list[Doubt] = field(default_factory=list)

    @property
    def beginnings(self) -> set[int]:
        """Lines with which a document begins, whether it looks so or not."""
        return {*self.heads, *(one.to.line for one in self.assigned if one.to)}

    def leaves(self, doubt: Doubt) -> bool:
        return (doubt.span.first, doubt.key) not in self.confirmed


def sort_corrections(lines: Sequence[str], corrections: Sequence[Correction]) -> Said:
    said = Said()
    for correction in corrections:
        lost = next((anchor for anchor in _anchors(correction) if not _holds(anchor, lines)), None)
        if lost:
            said.lost.append(_lost(lost))
            continue
        match correction:
            case EditLine(at, after):
                said.edits[at.line] = after
            case CorrectLevel(at, level):
                said.levels[at.line] = level
            case CorrectHead(at):
                said.heads[at.line] = correction
            case AssignLines():
                said.assigned.append(correction)
            case Confirm(at, doubt):
                said.confirmed.add((at.line, doubt))
    return said


def lost_lines(correction: AssignLines) -> Doubt:
    """Lines that are blank, discarded, or of the front cannot go to a document."""
    return _lost(correction.first)


def _anchors(correction: Correction) -> tuple[Anchor, ...]:
    if isinstance(correction, AssignLines):
        to = (correction.to,) if correction.to else ()
        return (correction.first, correction.last, *to)
    return (correction.at,)


def _holds(anchor: Anchor, lines: Sequence[str]) -> bool:
    return 1 <= anchor.line <= len(lines) and lines[anchor.line - 1].strip() == anchor.text.strip()


def _lost(anchor: Anchor) -> Doubt:
    return Doubt(
        "correction-lost",
        Span(anchor.line, anchor.line),
        f"有一条更正所依的第{anchor.line}行已不是当时的文字，未予采用。请重新更正，或撤回该条。",
        blocks=True,
    )
