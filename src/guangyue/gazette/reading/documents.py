"""公文: a draft read to the end: who issued it, what it is called, and what its text says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guangyue.gazette.reading.correcting import Said
from guangyue.gazette.reading.heads import Head, signers
from guangyue.gazette.reading.jumps import UNKNOWN, Pages
from guangyue.gazette.reading.lines import Rows
from guangyue.gazette.reading.noise import squeezed
from guangyue.gazette.reading.pairing import category_of, own_title
from guangyue.gazette.reading.seams import tables_as_text, uneven_headings, without_doubled
from guangyue.gazette.reading.shapes import (
    Category,
    Doubt,
    Line,
    Noise,
    Piece,
    ReadDocument,
    Repair,
    Span,
)
from guangyue.gazette.reading.stitching import Draft, body_of, pieces_of
from guangyue.gazette.reading.text import read_text


@dataclass(frozen=True)
class Result:
    document: ReadDocument
    repairs: tuple[Repair, ...]
    doubts: tuple[Doubt, ...]


def read_document(
    draft: Draft, *, order: int, text: Rows, lines: Sequence[str], said: Said, pages: dict[int, Pages]
) -> Result:
    pieces = pieces_of(text.rows, draft.runs, text.breaks)
    head = _entitled(draft, pieces)
    body, doubled = without_doubled(body_of(text.rows, draft))
    if not head.issuers and (head.number or head.is_bare):
        head = replace(head, issuers=signers(body))
    told = read_text(
        body, number=head.number, title=head.said_title, issuers=head.issuers, levels=said.levels
    )
    corrected = said.heads.get(text.rows[head.first].number)
    page_from, page_to = pages[head.entry.order] if head.entry else UNKNOWN
    document = ReadDocument(
        order=order,
        number=head.number,
        title=head.said_title,
        printed_title=head.title or head.said_title,
        issuers=head.issuers,
        author=told.author,
        category=_category(draft, head),
        page_from=page_from,
        page_to=page_to,
        pieces=pieces,
        day=corrected.day if corrected and corrected.day else told.day,
        addressees=told.addressees,
        signatory=told.signatory,
        adopted=told.adopted,
        adopted_on=told.adopted_on,
        parts=told.parts,
        annexes=told.annexes,
        references=told.references,
        windows=told.windows,
        no_stacking=told.no_stacking,
        prevails=told.prevails,
        interpreters=told.interpreters,
    )
    repairs = (
        *_spread_title(text.rows, head),
        *doubled,
        *tables_as_text(body),
        *uneven_headings(lines, body),
        *told.repairs,
    )
    return Result(document, repairs, told.doubts)


def doubts_of_drafts(rows: Sequence[Line], drafts: Sequence[Draft], told: Sequence[Doubt]) -> Iterator[Doubt]:
    """Text without a head, unless a jump has told of it already."""
    known = {doubt.span.first for doubt in told if doubt.key == "unmatched-jump"}
    if not drafts:
        yield Doubt("nothing-read", Span(1, 1), "没有读到任何公文。请检查文件。", blocks=True)
    for draft in drafts:
        span = Span(rows[draft.runs[0].first].number, rows[draft.runs[0].after - 1].number)
        head = draft.head
        if draft.is_understood:
            if not head.number and not head.entry and "大事记" not in head.title:
                yield Doubt("no-number", span, "没有读出文号。请补正题录。", blocks=True)
        elif span.first not in known:
            sentence = "这段文字没有题头，归属不明。请指明它归哪件公文。"
            yield Doubt("not-understood", span, sentence, blocks=True)


def _entitled(draft: Draft, pieces: Sequence[Piece]) -> Head:
    """The head with what the contents add to it. What was said by hand goes before, then the contents."""
    head = draft.head
    if not draft.is_understood:
        place = pieces[0].marker or f"第{pieces[0].span.first}行起"
        return replace(head, said_title=f"归属待定的文字（{place}）")
    if head.entry is None:
        return replace(head, said_title=head.said_title or head.title)
    return replace(
        head, number=head.number or head.entry.number, said_title=head.said_title or own_title(head.entry)
    )


def _category(draft: Draft, head: Head) -> Category:
    if not draft.is_understood:
        return Category.OTHER
    if head.entry and head.entry.category is not Category.OTHER:
        return head.entry.category
    return category_of(head)


def _spread_title(rows: Sequence[Line], head: Head) -> Iterator[Repair]:
    """N6: a title that lines and letter-spacing have pulled apart."""
    first, after = head.titled
    printed = " ".join(row.text for row in rows[first:after])
    if head.title and squeezed(printed) != printed:
        span = Span(rows[first].number, rows[after - 1].number)
        yield Repair(Noise.SPACED_TITLE, span, printed, head.title)
