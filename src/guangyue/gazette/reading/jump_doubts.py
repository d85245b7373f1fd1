"""转接存疑: what a librarian is told of jumps that do not fit together."""

from collections.abc import Iterator, Sequence

from guangyue.gazette.reading.jumps import Matches, Stretch, fits_exactly, stray_markers
from guangyue.gazette.reading.shapes import Doubt, Line, Noise, Repair, Span


def doubts_of_jumps(rows: Sequence[Line], stretches: Sequence[Stretch], matches: Matches) -> Iterator[Doubt]:
    for at, stretch in enumerate(stretches):
        yield from _doubts_of_matching(rows, at, stretches, matches)
        yield from _doubts_within(rows, stretch)


def repairs_of_jumps(rows: Sequence[Line], stretches: Sequence[Stretch]) -> Iterator[Repair]:
    for stretch in stretches:
        for jump in (stretch.arrives, stretch.leaves):
            if jump:
                yield Repair(Noise.JUMP_MARKER, _span(rows, jump.row), jump.printed)


def doubt_of_interleaving(
    rows: Sequence[Line], spans_of_host: Sequence[Span], stretch: Stretch, *, host: str, own: str
) -> Doubt:
    """R16: what item numbers prove is proposed, and a person decides."""
    lines = "、".join(str(span) for span in spans_of_host)
    return Doubt(
        "interleaved",
        Span(rows[stretch.first].number, rows[stretch.after - 1].number),
        f"两件公文在此交错排印。按条目编号，第{lines}行归{host}，其余归{own}。请核对后确认，或改正归属。",
        blocks=True,
    )


def _doubts_of_matching(
    rows: Sequence[Line], at: int, stretches: Sequence[Stretch], matches: Matches
) -> Iterator[Doubt]:
    stretch = stretches[at]
    if stretch.arrives and at in matches.arriving:
        yield Doubt(
            "unmatched-jump",
            _span(rows, stretch.arrives.row),
            f"“{stretch.arrives.printed}”找不到与之相接的“下转”，或不止一处可接。请指明这段文字归哪件公文。",
            blocks=True,
        )
    if stretch.leaves and at in matches.leaving:
        yield Doubt(
            "unmatched-jump",
            _span(rows, stretch.leaves.row),
            f"“{stretch.leaves.printed}”找不到续文，或不止一处可接。请检查是否缺页，或指明续文。",
            blocks=True,
        )
    if stretch.arrives and at in matches.of:
        before = stretches[matches.of[at]]
        is_known = before.starts is not None and before.ends is None
        if not fits_exactly(before, stretch) and not is_known:
            yield Doubt(
                "unsure-jump",
                _span(rows, stretch.arrives.row),
                f"“{stretch.arrives.printed}”已接到唯一可接之处，但页码不能由目录印证，请核对。",
            )


def _doubts_within(rows: Sequence[Line], stretch: Stretch) -> Iterator[Doubt]:
    for at in range(stretch.first, stretch.after):
        if stray_markers(rows[at]):
            yield Doubt(
                "stray-jump",
                _span(rows, at),
                "转接标记不在行首或行末，未据此接续。请核对这一行。",
                blocks=True,
            )
    if stretch.leaves and stretch.leaves.row + 1 < stretch.after:
        yield Doubt(
            "text-after-jump",
            Span(rows[stretch.leaves.row + 1].number, rows[stretch.after - 1].number),
            f"“{stretch.leaves.printed}”之后还有文字，暂归同一件公文。请核对归属。",
            blocks=True,
        )


def _span(rows: Sequence[Line], row: int) -> Span:
    return Span(rows[row].number, rows[row].number)
