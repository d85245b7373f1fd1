"""管辖: which words each note governs. Text without a note of its own belongs to the next note below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guangyue.gazette.reading.passages import Passage
from guangyue.tasks.reading.notes import OPENING, FoundNote, find_notes
from guangyue.tasks.reading.noting import Noted, read_note
from guangyue.tasks.reading.words import Place, Words


@dataclass
class Waiting:
    """Words that no note has governed yet, with the item they stand in."""

    item: Place
    heading: str
    text: str
    first: int

    @property
    def said(self) -> str:
        return f"{self.heading}。{self.text}" if self.heading else self.text


@dataclass(frozen=True)
class Governed:
    """A note with the words it governs. In `said` the headings stand too: a day may be in one."""

    place: Place
    passage: Passage
    note: FoundNote
    noted: Noted
    text: str
    said: str
    first: int
    last: int

    @property
    def item(self) -> Place:
        return self.place.item


def govern(words: Words) -> Iterator[Governed]:
    """Every note, in the order of the text, with the words since the note before it in its item or around
    it."""
    last: Governed | None = None
    waiting: list[Waiting] = []
    for passage in words.passages:
        place = words.places.get(passage.path)
        if place is None:
            continue
        at, heading = _begin(passage, place)
        for note in find_notes(passage.text):
            before = passage.text[min(at, note.start) : note.start].strip(" \n")
            if before or heading:
                waiting.append(Waiting(place.item, heading, before, passage.span(0, 1).first))
            at, heading = note.end, ""
            own = [one for one in waiting if one.item.is_within(place.item)]
            if last and not own and last.item is place.item and _adds(last, note):
                last = _added(last, passage, note)
                continue
            if last:
                yield last
            waiting = [one for one in waiting if one not in own]
            last = _governed(place, passage, note, own)
        rest = passage.text[at:].strip(" \n")
        if heading or rest.strip("。；"):
            waiting.append(Waiting(place.item, heading, rest, passage.span(at, at + 1).first))
    if last:
        yield last


def _governed(place: Place, passage: Passage, note: FoundNote, own: Sequence[Waiting]) -> Governed:
    span = passage.span(note.start, note.end)
    text = "\n".join(words for one in own if (words := one.text if one.item is place.item else one.said))
    said = "\n".join(one.said for one in own)
    first = min((one.first for one in own), default=span.first)
    return Governed(place, passage, note, read_note(note), text, said, min(first, span.first), span.last)


def _begin(passage: Passage, place: Place) -> tuple[int, str]:
    """Where the clause's own words begin, behind its label and heading, and the heading."""
    clause = place.clause
    if not clause.label or not passage.text.startswith(clause.label):
        return 0, ""
    rest = passage.text[len(clause.label) :].lstrip(" 、.")
    words = rest.removeprefix(clause.heading).lstrip("。：: ")
    return len(passage.text) - len(words), clause.heading


def _adds(last: Governed, note: FoundNote) -> bool:
    """A day or a rule in a second bracket behind the first, or one more line of labels."""
    return note.rests or last.passage.text[last.note.start] not in OPENING


def _added(last: Governed, passage: Passage, note: FoundNote) -> Governed:
    whole = replace(last.note, words=f"{last.note.words}\n{note.words}")
    noted = last.noted.with_more(read_note(note))
    return replace(last, note=whole, noted=noted, last=passage.span(note.start, note.end).last)
