"""接续: the runs of lines that make up each document, joined over the pages that lie between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from guangyue.gazette.reading.heads import Head
from guangyue.gazette.reading.interleaving import is_ended, part
from guangyue.gazette.reading.jump_doubts import doubt_of_interleaving, doubts_of_jumps, repairs_of_jumps
from guangyue.gazette.reading.jumps import Jump, Matches, Stretch, match_jumps, without_markers
from guangyue.gazette.reading.labels import read_label
from guangyue.gazette.reading.shapes import Doubt, Line, Noise, Piece, Repair, Span

LONGEST_NAME = 40


@dataclass(frozen=True)
class Run:
    """Rows that follow each other in the file, and in the document."""

    first: int
    after: int
    arrives: Jump | None = None
    by_hand: bool = False


@dataclass
class Draft:
    """A document on its way: its head, and its rows in the document's order."""

    head: Head
    runs: list[Run]
    is_understood: bool = True  # text that neither a head nor a jump claims is kept, and is not


@dataclass
class Stitched:
    drafts: list[Draft]
    doubts: list[Doubt] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)


def stitch(rows: Sequence[Line], stretches: Sequence[Stretch]) -> Stitched:
    matches = match_jumps(stretches)
    drafts = {at: _draft(one) for at, one in enumerate(stretches) if _begins(at, one, matches)}
    stitched = Stitched(
        list(drafts.values()),
        list(doubts_of_jumps(rows, stretches, matches)),
        list(repairs_of_jumps(rows, stretches)),
    )
    goes_on_at = {leaves: arrives for arrives, leaves in matches.of.items()}
    for start, draft in drafts.items():
        at = goes_on_at.get(start)
        while at is not None and at not in drafts:
            draft.runs.extend(_continue(rows, stretches, at, draft, drafts, stitched))
            at = goes_on_at.get(at)
    return stitched


def pieces_of(rows: Sequence[Line], runs: Sequence[Run], breaks: Sequence[int]) -> tuple[Piece, ...]:
    """`breaks` are the rows before which a line was discarded: a piece does not reach over it."""
    pieces: list[Piece] = []
    for run in runs:
        cuts = [run.first, *(at for at in breaks if run.first < at < run.after), run.after]
        for first, after in pairwise(cuts):
            marker = run.arrives.printed if run.arrives and first == run.first else ""
            pieces.append(Piece(Span(rows[first].number, rows[after - 1].number), marker, run.by_hand))
    return tuple(pieces)


def body_of(rows: Sequence[Line], draft: Draft) -> list[Line]:
    """What stands after the head, without markers; a sentence that goes on over a seam says so."""
    body: list[Line] = []
    is_cut = False  # the run before ended in the middle of a line's text
    for run in draft.runs:
        for at in range(run.first, run.after):
            text = without_markers(rows[at].text)
            if draft.head.first <= at <= draft.head.last or not text.strip():
                continue
            goes_on = is_cut and at == run.first and not _begins_anew(text)
            body.append(Line(rows[at].number, text, goes_on))
        last = without_markers(rows[run.after - 1].text)
        is_cut = bool(body) and last.strip() != "" and not is_ended(last)
    return body


def _begins(at: int, stretch: Stretch, matches: Matches) -> bool:
    """What goes on from nothing begins a draft, and so does one of several that go on from each other."""
    return stretch.head is not None or at not in matches.of or at == min(_circle(at, matches), default=None)


def _circle(at: int, matches: Matches) -> list[int]:
    seen = [at]
    while (before := matches.of.get(seen[-1])) is not None:
        if before in seen:
            return seen[seen.index(before) :]
        seen.append(before)
    return []


def _draft(stretch: Stretch) -> Draft:
    run = Run(stretch.first, stretch.after, stretch.arrives)
    head = stretch.head or Head(stretch.first, stretch.first - 1)
    return Draft(head, [run], is_understood=stretch.head is not None)


def _continue(
    rows: Sequence[Line],
    stretches: Sequence[Stretch],
    at: int,
    draft: Draft,
    drafts: Mapping[int, Draft],
    stitched: Stitched,
) -> list[Run]:
    """A continuation in one run or, where its host's items stand among its own, in several."""
    stretch, host = stretches[at], next((one for one in range(at, -1, -1) if stretches[one].head), None)
    whole = [Run(stretch.first, stretch.after, stretch.arrives)]
    if host is None or drafts[host] is draft or stretches[host].leaves:
        return whole
    lines = [_unmarked(row) for row in rows[stretch.first : stretch.after]]
    of_host = part(lines, _told(rows, draft), _told(rows, drafts[host]))
    if not any(of_host):
        return whole
    runs = _runs_of(stretch, of_host)
    spans = [Span(rows[run.first].number, rows[run.after - 1].number) for run, is_host in runs if is_host]
    stitched.doubts.append(
        doubt_of_interleaving(rows, spans, stretch, host=_name(drafts[host].head), own=_name(draft.head))
    )
    stitched.repairs.append(Repair(Noise.INTERLEAVED, Span(lines[0].number, lines[-1].number)))
    drafts[host].runs.extend(run for run, is_host in runs if is_host)
    return [run for run, is_host in runs if not is_host]


def _runs_of(stretch: Stretch, of_host: Sequence[bool]) -> list[tuple[Run, bool]]:
    changes = [at for at in range(1, len(of_host)) if of_host[at] != of_host[at - 1]]
    cuts = [0, *changes, len(of_host)]
    return [
        (
            Run(stretch.first + first, stretch.first + after, None if first else stretch.arrives),
            of_host[first],
        )
        for first, after in pairwise(cuts)
    ]


def _told(rows: Sequence[Line], draft: Draft) -> list[Line]:
    return [_unmarked(rows[at]) for run in draft.runs for at in range(run.first, run.after)]


def _unmarked(row: Line) -> Line:
    return replace(row, text=without_markers(row.text))


def _begins_anew(text: str) -> bool:
    return read_label(text) is not None or text.startswith("附件")


def _name(head: Head) -> str:
    return head.number or head.title[:LONGEST_NAME]
