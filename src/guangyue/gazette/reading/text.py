"""正文: what stands below a document's head, from the addressees to the annexes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guangyue.gazette.reading.shapes import Annex, Doubt, Line, Part, PartKind, Reference, Repair, Span, Window


@dataclass(frozen=True)
class TextReading:
    """What `ReadDocument` takes over from the text."""

    day: date | None = None
    addressees: tuple[str, ...] = ()
    author: str = ""  # of a forwarded text
    signatory: str = ""
    adopted: str = ""  # the meeting that adopted it, as printed
    adopted_on: date | None = None
    parts: tuple[Part, ...] = ()
    annexes: tuple[Annex, ...] = ()
    references: tuple[Reference, ...] = ()
    windows: tuple[Window, ...] = ()
    no_stacking: str = ""  # path of a clause that forbids 重复享受
    prevails: str = ""  # path of a clause that goes before earlier policies
    interpreters: tuple[str, ...] = ()  # 负责解释
    repairs: tuple[Repair, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def read_text(
    body: Sequence[Line],
    *,
    number: str,
    title: str,
    issuers: tuple[str, ...],
    levels: Mapping[int, str] | None = None,
) -> TextReading:
    """`levels` are corrections by hand: line → `Level.name` of the clause it begins; with "", it goes on."""
    spans = tuple(Span(line.number, line.number) for line in body[:1])
    return TextReading(parts=(Part(PartKind.MAIN, "", "", spans, ()),) if body else ())
