"""Where corrections hang in another file of the issue: on the same line, or where its words stand now."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from guangyue.gazette.reading.corrections import Anchor, AssignLines, Correction


def follow(corrections: Iterable[Correction], lines: Sequence[str]) -> Iterator[Correction]:
    """A line that has moved is followed when its words stand in one place only. What cannot be found keeps
    its old place: `read_issue` says that it has lost it."""
    numbers: dict[str, list[int]] = {}
    for number, line in enumerate(lines, start=1):
        numbers.setdefault(line.strip(), []).append(number)

    def moved(anchor: Anchor) -> Anchor:
        places = numbers.get(anchor.text.strip(), [])
        is_there = anchor.line in places
        return anchor if is_there or len(places) != 1 else Anchor(places[0], anchor.text)

    for correction in corrections:
        if isinstance(correction, AssignLines):
            to = moved(correction.to) if correction.to else None
            yield AssignLines(moved(correction.first), moved(correction.last), to)
        else:
            yield replace(correction, at=moved(correction.at))
