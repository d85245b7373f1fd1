"""读一期公报: front, documents and their pieces, with every line in one place and every doubt said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guangyue.gazette.reading.assigning import assign_by_hand, rows_by_hand
from guangyue.gazette.reading.correcting import Said, sort_corrections
from guangyue.gazette.reading.corrections import Correction
from guangyue.gazette.reading.front import Opening, read_front, span_of_front
from guangyue.gazette.reading.heads import Head, first_head, signers, untitled_head
from guangyue.gazette.reading.jumps import Pages, cut_into_stretches
from guangyue.gazette.reading.lines import Rows, read_rows
from guangyue.gazette.reading.noise import squeezed
from guangyue.gazette.reading.pairing import category_of, doubts_of_heads, find_heads, own_title, pages_of
from guangyue.gazette.reading.shapes import (
    Category,
    Doubt,
    Line,
    Noise,
    ReadDocument,
    ReadIssue,
    Repair,
    Span,
)
from guangyue.gazette.reading.stitching import Draft, body_of, pieces_of, stitch
from guangyue.gazette.reading.text import TextReading, read_text

UNKNOWN: Pages = (None, None)


@dataclass(frozen=True)
class Book:
    """What is settled before the documents are read one by one."""

    text: Rows
    said: Said
    pages: dict[int, Pages]


def read_issue(lines: Sequence[str], corrections: Sequence[Correction] = ()) -> ReadIssue:
    """Reads any text: what is no issue is one document, and what is not understood is kept, and said."""
    said = sort_corrections(lines, corrections)
    text = read_rows(lines, said.edits)
    opening = _open(text, said)
    entries = opening.front.contents
    book = Book(text, said, pages_of(entries))
    heads = _heads(book, opening)
    stitched = stitch(
        text.rows, cut_into_stretches(text.rows, heads, opening.end, lambda head: _pages(book, head))
    )
    drafts, lost = assign_by_hand(text, stitched.drafts, said.assigned, opening.end)
    readings = [_read(book, order, draft) for order, draft in enumerate(drafts, start=1)]
    doubts = [
        *said.lost,
        *lost,
        *_doubts_of_opening(opening),
        *doubts_of_heads(text.rows, [draft.head for draft in drafts if draft.is_understood], entries),
        *stitched.doubts,
        *_doubts_of_drafts(text.rows, drafts, stitched.doubts),
        *(doubt for _, told in readings for doubt in told.doubts),
    ]
    repairs = [*text.repairs, *stitched.repairs, *_spread_titles(text.rows, heads)]
    repairs += [repair for _, told in readings for repair in told.repairs]
    front = span_of_front(text.rows, opening.end, len(lines))
    discarded = sorted(line for line in text.discarded if front is None or line not in front)
    return ReadIssue(
        front=replace(opening.front, span=front),
        documents=tuple(document for document, _ in readings),
        discarded=tuple(Span(line, line) for line in discarded),
        repairs=tuple(sorted(repairs, key=lambda repair: (repair.span, repair.noise.value))),
        doubts=tuple(sorted(filter(said.leaves, doubts), key=lambda doubt: (doubt.span, doubt.key))),
        lines=tuple(lines),
    )


def _open(text: Rows, said: Said) -> Opening:
    """The front ends where a librarian says that a document begins."""
    opening = read_front(text.printed, lambda start: first_head(text.rows, start))
    begins = min((text.before(line) for line in said.beginnings), default=opening.end)
    return replace(opening, end=min(opening.end, begins))


def _heads(book: Book, opening: Opening) -> list[Head]:
    text, said = book.text, book.said
    corrected = {row: one for line, one in said.heads.items() if (row := text.at(line)) is not None}
    begins = {row for line in said.beginnings if (row := text.at(line)) is not None}
    heads = find_heads(
        text.rows,
        opening.end,
        opening.front.contents,
        begins=begins,
        assigned=rows_by_hand(text, said.assigned),
        corrected=corrected,
    )
    if not heads and opening.end == 0 and text.rows:
        return [untitled_head(text.rows, 0)]
    return heads


def _pages(book: Book, head: Head) -> Pages:
    return book.pages[head.entry.order] if head.entry else UNKNOWN


def _read(book: Book, order: int, draft: Draft) -> tuple[ReadDocument, TextReading]:
    rows, head = book.text.rows, draft.head
    pieces = pieces_of(rows, draft.runs, book.text.breaks)
    body = body_of(rows, draft)
    number = head.number or (head.entry.number if head.entry else "")
    title = head.said_title or (own_title(head.entry) if head.entry else "") or head.title
    issuers = head.issuers or (signers(body) if number or head.is_bare else ())
    if not draft.is_understood:
        title = f"归属待定的文字（{pieces[0].marker or f'第{pieces[0].span.first}行起'}）"
    told = read_text(body, number=number, title=title, issuers=issuers, levels=book.said.levels)
    said = book.said.heads.get(rows[head.first].number)
    page_from, page_to = _pages(book, head)
    read = (
        category_of(replace(head, number=number, issuers=issuers)) if draft.is_understood else Category.OTHER
    )
    printed = head.entry.category if head.entry else Category.OTHER
    return ReadDocument(
        order=order,
        number=number,
        title=title,
        printed_title=head.title or title,
        issuers=issuers,
        author=told.author,
        category=read if printed is Category.OTHER else printed,
        page_from=page_from,
        page_to=page_to,
        pieces=pieces,
        day=said.day if said and said.day else told.day,
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
    ), told


def _doubts_of_opening(opening: Opening) -> Iterator[Doubt]:
    front = opening.front
    if opening.end == 0:
        return
    first = Span(1, 1)
    if front.year is None or front.number is None:
        yield Doubt("no-issue-number", first, "没有读出年份和期号。请补正后再发布。", blocks=True)
    if not front.contents:
        yield Doubt("no-contents", first, "没有读出目录，公文的件数和页码无从核对。")


def _doubts_of_drafts(
    rows: Sequence[Line], drafts: Sequence[Draft], told: Sequence[Doubt]
) -> Iterator[Doubt]:
    """Text without a head, unless a jump has told of it already."""
    known = {doubt.span.first for doubt in told if doubt.key == "unmatched-jump"}
    if not drafts:
        yield Doubt("nothing-read", Span(1, 1), "没有读到任何公文。请检查文件。", blocks=True)
    for draft in drafts:
        span = Span(rows[draft.runs[0].first].number, rows[draft.runs[0].after - 1].number)
        if draft.is_understood:
            if not draft.head.number and not draft.head.entry and "大事记" not in draft.head.title:
                yield Doubt("no-number", span, "没有读出文号。请补正题录。", blocks=True)
        elif span.first not in known:
            yield Doubt(
                "not-understood", span, "这段文字没有题头，归属不明。请指明它归哪件公文。", blocks=True
            )


def _spread_titles(rows: Sequence[Line], heads: Sequence[Head]) -> Iterator[Repair]:
    """N6: titles that lines and letter-spacing have pulled apart."""
    for head in heads:
        first, after = head.titled
        printed = " ".join(row.text for row in rows[first:after])
        if head.title and squeezed(printed) != printed:
            span = Span(rows[first].number, rows[after - 1].number)
            yield Repair(Noise.SPACED_TITLE, span, printed, head.title)
