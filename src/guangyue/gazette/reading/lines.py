"""行: the lines of a file that say something, by their row; the others are blank or discarded."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from guangyue.gazette.reading.noise import folded, is_stray, tidy, unmarked
from guangyue.gazette.reading.shapes import Line, Noise, Repair, Span

LONGEST_HEAD = 80


@dataclass
class Rows:
    """`lines` are counted from 1 and may be blank, rows are counted from 0 and are not."""

    rows: list[Line] = field(default_factory=list)
    printed: list[Line] = field(default_factory=list)  # the same rows, as print has them
    discarded: list[int] = field(default_factory=list)  # lines
    repairs: list[Repair] = field(default_factory=list)

    def before(self, line: int) -> int:
        """How many rows stand above a line; the line's own row, when it has one."""
        return bisect_left(self.rows, line, key=lambda row: row.number)

    def at(self, line: int) -> int | None:
        row = self.before(line)
        return row if row < len(self.rows) and self.rows[row].number == line else None

    def discard(self, start: int, says_nothing: re.Pattern[str]) -> None:
        """Rows from `start` on that are, folded, nothing but what stands above or below every page."""
        for at in range(len(self.rows) - 1, start - 1, -1):
            if len(self.rows[at].text) < LONGEST_HEAD and says_nothing.fullmatch(folded(self.rows[at].text)):
                number = self.rows.pop(at).number
                printed = self.printed.pop(at).text
                self.discarded.append(number)
                self.repairs.append(Repair(Noise.STRAY_RULE, Span(number, number), printed))

    @property
    def breaks(self) -> list[int]:
        """The rows before which a line was discarded."""
        return sorted({self.before(line) for line in self.discarded})


def read_rows(lines: Sequence[str], edits: Mapping[int, str]) -> Rows:
    rows = Rows()
    for number, printed in enumerate(lines, start=1):
        if not printed.strip():
            continue
        text = edits.get(number, printed)
        row, repairs = tidy(number, text)
        if is_stray(row.text):
            rows.discarded.append(number)
            rows.repairs.append(Repair(Noise.STRAY_RULE, Span(number, number), printed.strip()))
        else:
            rows.rows.append(row)
            rows.printed.append(Line(number, unmarked(text)))
            rows.repairs.extend(repairs)
    return rows
