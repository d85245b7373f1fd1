"""正文: what stands below a document's head, from the addressees to the annexes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from guangyue.gazette.reading.addressees import read_addressees
from guangyue.gazette.reading.clauses import read_clauses
from guangyue.gazette.reading.layout import Section, lay_out
from guangyue.gazette.reading.paragraphs import Paragraph, is_ended, join_rows
from guangyue.gazette.reading.passages import Outline, Passage
from guangyue.gazette.reading.references import read_references
from guangyue.gazette.reading.rows import Row, even_rows, spans_of
from guangyue.gazette.reading.shapes import (
    Annex,
    Doubt,
    Line,
    Part,
    PartKind,
    Reference,
    Repair,
    Span,
    Window,
)
from guangyue.gazette.reading.windows import (
    NO_STACKING,
    PREVAILS,
    clause_saying,
    read_adoption,
    read_interpreters,
    read_windows,
)

NOTICE = "通知"


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
    passages: tuple[Passage, ...] = field(default=(), repr=False)  # its words in their order


def read_text(
    body: Sequence[Line],
    *,
    number: str,
    title: str,
    issuers: tuple[str, ...],
    levels: Mapping[int, str] | None = None,
) -> TextReading:
    """`levels` are corrections by hand: line → `Level.name` of the clause it begins; with "", it goes on."""
    rows = even_rows(body)
    heading = read_addressees(rows)
    layout = lay_out(rows[heading.rows :], title=title, issuers=issuers)
    outline = Outline()
    parts = tuple(
        _part(section, heading.tails if at == 0 else (), levels or {}, outline)
        for at, section in enumerate(layout.sections)
    )
    texts = [part.name for part in parts if part.kind is PartKind.ATTACHED and part.name]
    notice = NOTICE if any(part.name == NOTICE for part in parts) else ""
    signature = layout.signature
    day = signature.day if signature else None
    if number and day is None and rows:
        span = Span(rows[0].number, rows[-1].number)
        outline.doubt("no-date", span, "没有找到落款和成文日期，请核对是否缺页。")
    adopted, adopted_on = read_adoption(_first_words(outline))
    return TextReading(
        day=day,
        addressees=heading.addressees,
        author=layout.author,
        signatory=signature.signatory if signature else "",
        adopted=adopted,
        adopted_on=adopted_on,
        parts=parts,
        annexes=layout.annexes,
        references=read_references(outline.passages, notice=notice),
        windows=read_windows(outline.passages, day, notice=notice, texts=texts),
        no_stacking=clause_saying(outline.passages, NO_STACKING),
        prevails=clause_saying(outline.passages, PREVAILS),
        interpreters=read_interpreters(outline.passages),
        repairs=heading.repairs,
        doubts=(*layout.doubts, *outline.doubts),
        passages=tuple(outline.passages),
    )


def _part(section: Section, tails: Sequence[Row], levels: Mapping[int, str], outline: Outline) -> Part:
    paragraphs = join_rows(section.rows, levels)
    _add_tails(paragraphs, tails)
    if section.kind is PartKind.NOTICE and paragraphs and not is_ended(paragraphs[-1].text, after_list=True):
        span = Span(paragraphs[-1].lines[0], paragraphs[-1].lines[-1])
        outline.doubt("lost-words", span, "通知的末句不完整，可能排版时遗失，请核对原件。")
    clauses = read_clauses(paragraphs, section.name, outline)
    return Part(section.kind, section.name, section.title, spans_of(section.lines), clauses)


def _add_tails(paragraphs: Sequence[Paragraph], tails: Sequence[Row]) -> None:
    """What print dropped among the addressees ends the first paragraph that has no end."""
    cut = next((one for one in paragraphs if not is_ended(one.text)), paragraphs[0] if paragraphs else None)
    for tail in tails:
        if cut is not None:
            cut.add(tail)


def _first_words(outline: Outline) -> str:
    return outline.passages[0].text if outline.passages else ""
