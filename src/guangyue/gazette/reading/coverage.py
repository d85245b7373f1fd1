"""Whether each line that is not blank belongs somewhere, and to one place only (R17)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guangyue.gazette.reading.shapes import ReadIssue, Span


@dataclass(frozen=True)
class Coverage:
    """覆盖: lines that belong nowhere, and lines that belong to two."""

    uncovered: tuple[Span, ...]
    doubled: tuple[Span, ...]

    @property
    def holds(self) -> bool:
        return not self.uncovered and not self.doubled


def coverage_of(read: ReadIssue, lines: Sequence[str]) -> Coverage:
    written = [number for number, line in enumerate(lines, start=1) if line.strip()]
    times = Counter(number for span in _spans(read) for number in range(span.first, span.last + 1))
    return Coverage(
        _as_spans([number for number in written if not times[number]]),
        _as_spans([number for number in written if times[number] > 1]),
    )


def _spans(read: ReadIssue) -> Iterator[Span]:
    if read.front.span:
        yield read.front.span
    yield from read.discarded
    for document in read.documents:
        for piece in document.pieces:
            yield piece.span


def _as_spans(numbers: Sequence[int]) -> tuple[Span, ...]:
    """Lines that follow one another as one span."""
    spans: list[Span] = []
    for number in numbers:
        if spans and spans[-1].last == number - 1:
            spans[-1] = Span(spans[-1].first, number)
        else:
            spans.append(Span(number, number))
    return tuple(spans)
