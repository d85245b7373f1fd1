"""行文: the lines of a document as its words in order, each stretch with the clause it is of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guangyue.gazette.reading.jumps import without_markers
from guangyue.gazette.reading.labels import read_label
from guangyue.gazette.reading.noise import is_stray, tidy
from guangyue.gazette.reading.paragraphs import is_ended
from guangyue.gazette.reading.passages import Passage
from guangyue.gazette.reading.seams import without_doubled
from guangyue.gazette.reading.shapes import Level, Line, ReadClause
from guangyue.gazette.reading.text import read_text

ITEMS = (Level.SECTION, Level.SUBSECTION, Level.NUMBER, Level.ARTICLE, Level.DECIMAL)


@dataclass(frozen=True)
class Place:
    """A clause among those around it."""

    clause: ReadClause
    within: "Place | None"
    part: str

    @property
    def item(self) -> "Place":
        """The innermost clause around it that can be a task: points and paragraphs are parts of one."""
        place: Place | None = self
        while place and not place.is_item:
            place = place.within
        return place or self

    @property
    def is_item(self) -> bool:
        if self.clause.level is Level.BRACKETED:
            return self.within is None or self.within.clause.level in (Level.SECTION, Level.CHAPTER)
        return self.clause.level in ITEMS

    def is_within(self, outer: "Place") -> bool:
        place: Place | None = self
        while place and place is not outer:
            place = place.within
        return place is not None

    @property
    def section(self) -> str:
        """The heading of the outermost clause it stands in."""
        outermost = self
        while outermost.within is not None and outermost.within.clause.level is not Level.CHAPTER:
            outermost = outermost.within
        return outermost.clause.heading if outermost is not self else ""


@dataclass(frozen=True)
class Words:
    """A document, ready to be read for tasks."""

    passages: tuple[Passage, ...]
    places: Mapping[str, Place]


def read_words(lines: Sequence[Line], *, number: str, title: str, issuers: tuple[str, ...]) -> Words:
    body, _ = without_doubled(list(tidied(lines)))
    told = read_text(body, number=number, title=title, issuers=issuers)
    places: dict[str, Place] = {}
    for part in told.parts:
        for clause in part.clauses:
            places.update(_places(clause, None, part.name))
    return Words(told.passages, places)


def tidied(lines: Iterable[Line]) -> Iterator[Line]:
    """Without what print, scan and markup leave, and without jumps: a sentence that goes on over one says
    so."""
    before = ""
    for line in lines:
        row, _ = tidy(line.number, line.text)
        text = without_markers(row.text)
        if not text.strip() or is_stray(text):
            continue
        arrives = text != row.text and row.text.rstrip().endswith(text)
        goes_on = arrives and bool(before) and not is_ended(before) and read_label(text) is None
        yield Line(line.number, text, line.goes_on or goes_on)
        before = text


def _places(clause: ReadClause, within: Place | None, part: str) -> Iterator[tuple[str, Place]]:
    place = Place(clause, within, part)
    yield clause.path, place
    for inner in clause.clauses:
        yield from _places(inner, place, part)
