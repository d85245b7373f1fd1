"""自动解读: from the words of clauses to whom they are for, what they pay, by when, who does it and what they
repeal. A proposal in every case: an official confirms it. Knows no database and no document."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from guangyue.gazette.reading.digest.amounts import find_amounts
from guangyue.gazette.reading.digest.beneficiaries import find_beneficiaries
from guangyue.gazette.reading.digest.bodies import find_bodies
from guangyue.gazette.reading.digest.deadlines import find_deadlines
from guangyue.gazette.reading.digest.passages import Passage
from guangyue.gazette.reading.digest.points import LONGEST, Field, Meaning, Place, Point
from guangyue.gazette.reading.digest.repeals import find_repeals


class ReadableClause(Protocol):
    """What a clause must have to be read: those just parsed have it, and those kept as rows."""

    @property
    def path(self) -> str: ...
    @property
    def heading(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def note(self) -> str: ...


def digest(clauses: Iterable[ReadableClause], *, of: date | None) -> Iterator[Point]:
    """What the clauses of a document of that day say, in their order; what nobody can cite is left out."""
    for clause in clauses:
        if not clause.path:
            continue
        for field in Field:
            text = getattr(clause, field.value)
            for passage, meaning in _read(text, field, of):
                place = Place(clause.path, field, passage.start, passage.end)
                if passage.words and len(passage.words) <= LONGEST:
                    yield Point(place, passage.words, meaning)


def _read(text: str, field: Field, of: date | None) -> Iterator[tuple[Passage, Meaning]]:
    """A heading gives nothing away but whom it is for; a note names bodies."""
    if not text:
        return
    if field is Field.NOTE:
        yield from find_bodies(text, is_note=True)
        yield from find_deadlines(text, of=of)
        return
    yield from find_beneficiaries(text)
    yield from find_amounts(text)
    yield from find_deadlines(text, of=of)
    yield from find_bodies(text)
    yield from find_repeals(text)
