"""归属: lines that a librarian gives to a document, or takes from every one."""

from collections.abc import Iterator, Sequence

from guangyue.gazette.reading.correcting import lost_lines
from guangyue.gazette.reading.corrections import AssignLines
from guangyue.gazette.reading.lines import Rows
from guangyue.gazette.reading.shapes import Doubt
from guangyue.gazette.reading.stitching import Draft, Run


def rows_by_hand(text: Rows, assigned: Sequence[AssignLines]) -> set[int]:
    """Rows of which a librarian has said whose they are: no head is sought in them."""
    return {row for one in assigned for row in _rows_of(text, one)}


def assign_by_hand(
    text: Rows, drafts: Sequence[Draft], assigned: Sequence[AssignLines], start: int
) -> tuple[list[Draft], list[Doubt]]:
    """The drafts that are left with lines, in the order of the file, and what could not be assigned.

    `start` is the first row after the front, from which nothing is taken.
    """
    lost: list[Doubt] = []
    for one in assigned:
        rows = _rows_of(text, one)
        to = _draft_at(text, drafts, one)
        if not rows or rows.start < start or (one.to and to is None):
            lost.append(lost_lines(one))
            continue
        for draft in drafts:
            draft.runs = list(_without(draft.runs, rows))
        if to is None:
            text.discarded.extend(text.rows[row].number for row in rows)
        elif to.head.first in rows:
            to.runs.insert(0, Run(rows.start, rows.stop, by_hand=True))
        else:
            to.runs.append(Run(rows.start, rows.stop, by_hand=True))
    left = [draft for draft in drafts if draft.runs]
    return sorted(left, key=lambda draft: draft.runs[0].first), lost


def _rows_of(text: Rows, one: AssignLines) -> range:
    return range(text.before(one.first.line), text.before(one.last.line + 1))


def _draft_at(text: Rows, drafts: Sequence[Draft], one: AssignLines) -> Draft | None:
    row = text.at(one.to.line) if one.to else None
    return next((draft for draft in drafts if draft.head.first == row), None)


def _without(runs: Sequence[Run], rows: range) -> Iterator[Run]:
    for run in runs:
        if run.first < rows.start:
            yield Run(run.first, min(run.after, rows.start), run.arrives, run.by_hand)
        if rows.stop < run.after:
            begins = max(run.first, rows.stop)
            yield Run(begins, run.after, run.arrives if begins == run.first else None, run.by_hand)
