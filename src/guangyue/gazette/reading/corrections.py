"""更正: what a librarian said about the reading of an issue, in a form that can be said again to the next."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


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

KINDS: Mapping[str, type[Correction]] = {
    kind.__name__: kind for kind in (EditLine, AssignLines, CorrectHead, CorrectLevel, Confirm)
}


def as_json(correction: Correction) -> dict[str, Any]:
    content = asdict(correction)
    if isinstance(correction, CorrectHead) and correction.day:
        content["day"] = correction.day.isoformat()
    return content


def from_json(kind: str, content: Mapping[str, Any]) -> Correction:
    """What `as_json` wrote of a correction of that kind."""
    values = dict(content)
    for name in ("at", "first", "last", "to"):
        if values.get(name):
            values[name] = Anchor(**values[name])
    if values.get("day"):
        values["day"] = date.fromisoformat(values["day"])
    if values.get("issuers") is not None:
        values["issuers"] = tuple(values["issuers"])
    return KINDS[kind](**values)
