"""读一期公报: front, documents and their pieces, with every line in one place and every doubt said."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from guangyue.gazette.reading.assigning import assign_by_hand, rows_by_hand
from guangyue.gazette.reading.correcting import Said, sort_corrections
from guangyue.gazette.reading.corrections import Correction
from guangyue.gazette.reading.documents import doubts_of_drafts, read_document
from guangyue.gazette.reading.entitled import untitled_head
from guangyue.gazette.reading.front import Opening, read_front, running_head, span_of_front
from guangyue.gazette.reading.heads import Head, first_head
from guangyue.gazette.reading.jumps import cut_into_stretches
from guangyue.gazette.reading.lines import Rows, read_rows
from guangyue.gazette.reading.pairing import doubts_of_heads, find_heads, pages_of
from guangyue.gazette.reading.shapes import Doubt, ReadIssue, Span
from guangyue.gazette.reading.stitching import stitch


def read_issue(lines: Sequence[str], corrections: Sequence[Correction] = ()) -> ReadIssue:
    """Reads any text: what is no issue is one document, and what is not understood is kept, and said."""
    said = sort_corrections(lines, corrections)
    text = read_rows(lines, said.edits)
    opening = _open(text, said)
    entries = opening.front.contents
    if repeated := running_head(opening.front):
        text.discard(opening.end, repeated)
    pages = pages_of(entries)
    heads = _heads(text, said, opening)
    stitched = stitch(text.rows, cut_into_stretches(text.rows, heads, opening.end, pages))
    drafts, lost = assign_by_hand(text, stitched.drafts, said.assigned, opening.end)
    results = [
        read_document(draft, order=order, text=text, lines=lines, said=said, pages=pages)
        for order, draft in enumerate(drafts, start=1)
    ]
    doubts = [
        *said.lost,
        *lost,
        *_doubts_of_opening(opening),
        *doubts_of_heads(text.rows, [draft.head for draft in drafts if draft.is_understood], entries),
        *stitched.doubts,
        *doubts_of_drafts(text.rows, drafts, stitched.doubts),
        *(doubt for result in results for doubt in result.doubts),
    ]
    repairs = [*text.repairs, *stitched.repairs, *(repair for result in results for repair in result.repairs)]
    front = span_of_front(text.rows, opening.end, len(lines))
    discarded = sorted(line for line in text.discarded if front is None or line not in front)
    return ReadIssue(
        front=replace(opening.front, span=front),
        documents=tuple(result.document for result in results),
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


def _heads(text: Rows, said: Said, opening: Opening) -> list[Head]:
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


def _doubts_of_opening(opening: Opening) -> Iterator[Doubt]:
    front = opening.front
    if opening.end == 0:
        return
    first = Span(1, 1)
    if front.year is None or front.number is None:
        yield Doubt("no-issue-number", first, "没有读出年份和期号。请补正后再发布。", blocks=True)
    if not front.contents:
        yield Doubt("no-contents", first, "没有读出目录，公文的件数和页码无从核对。")
