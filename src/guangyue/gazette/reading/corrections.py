"""更正: what a librarian said about the reading of an issue, in a form that can be said again to the next."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Anchor:
    """The line a correction hangs on, with what it said then: when it says something else, the correction has
    lost its place and is listed, not applied."""

    line: int
    text: str


@dataclass(frozen=True)
class EditLine:
    """改字: an overlay on one line; the file's own text is kept."""

    at: Anchor
    after: str


@dataclass(frozen=True)
class AssignLines:
    """归属: these lines belong to the document whose head stands at `to`; None for front matter and noise."""

    first: Anchor
    last: Anchor
    to: Anchor | None


@dataclass(frozen=True)
class CorrectHead:
    """更正题录: what stands in the head was read wrongly. What is None stays as it was read."""

    at: Anchor  # the first line of the document
    number: str | None = None
    title: str | None = None
    issuers: tuple[str, ...] | None = None
    day: date | None = None


@dataclass(frozen=True)
class CorrectLevel:
    """更正层次: this line begins a clause of that level (`Level.name`); with "", it goes on."""

    at: Anchor
    level: str


@dataclass(frozen=True)
class Confirm:
    """确认无误: a doubt was looked at, and the reading is right."""

    at: Anchor
    doubt: str  # its key


Correction = EditLine | AssignLines | CorrectHead | CorrectLevel | Confirm
