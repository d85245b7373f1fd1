"""段落: lines joined into paragraphs, each with its label; a sentence that print has cut is one again."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from guangyue.gazette.reading.labels import Label, label_of_level, numbers_by_decimals, read_label
from guangyue.gazette.reading.rows import Row, without_gap
from guangyue.gazette.reading.shapes import Level

FULL_STOPS = "。！？"
OPENING = "（《〔“"
CLOSING = "）》〕”"
LONGEST_BRACKET = 600  # a bracket open for longer was lost by the scan
LONGEST_PARAGRAPH = 8000
LONGEST_ENTRY = 60  # of a list without labels, whose entries end with ；
NOTE_WORDS = re.compile(r"负责|牵头|责任|落实|参与|单位|部门|（略）$")
NOTES = re.compile(
    r"(?:(?:牵头|责任)领导|(?:牵头|责任|负责|配合|参与|主办|协办|实施)单位|(?:牵头|责任|配合)部门|完成时[限间])："
)


@dataclass(eq=False)
class Paragraph:
    text: str
    starts: list[int] = field(default_factory=list)  # where in `text` each line begins
    lines: list[int] = field(default_factory=list)
    label: Label | None = None
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def line_at(self, offset: int) -> int:
        return self.lines[max(bisect_right(self.starts, offset) - 1, 0)]

    def add(self, row: Row) -> None:
        text = without_gap(row.text)
        if _needs_space(self.text, text):
            self.text += " "
        self.starts.append(len(self.text))
        self.lines.append(row.number)
        self.text += text

    @property
    def words(self) -> str:
        """Without its label."""
        return self.text[self.label.end if self.label else 0 :]


def join_rows(rows: Sequence[Row], levels: Mapping[int, str]) -> list[Paragraph]:
    decimals = numbers_by_decimals([row.text for row in rows])
    labels = [None if row.cells or row.goes_on else read_label(row.text, decimals=decimals) for row in rows]
    sets_gaps = sum(row.after_gap for row in rows) * 2 > len(rows)
    running = _running_styles(rows, labels, 0 if sets_gaps else _width(rows))
    paragraphs: list[Paragraph] = []
    seen: dict[tuple[Level, float], int] = {}
    for at, row in enumerate(rows):
        before = paragraphs[-1] if paragraphs else None
        label = labels[at]
        said = levels.get(row.number)
        if said is None and row.cells:
            if before is None or not before.rows:
                paragraphs.append(Paragraph("", [0], [row.number]))
            else:
                before.lines.append(row.number)
            paragraphs[-1].rows.append(row.cells)
            continue
        goes_on = said == "" or (
            said is None
            and before is not None
            and not before.rows
            and _goes_on(before, row, label, seen, at in running, sets_gaps)
        )
        if goes_on and before is not None:
            before.add(row)
            continue
        if said:
            label = label_of_level(row.text, Level[said])
        if label:
            seen[label.style] = label.number
        text = row.text if label else without_gap(row.text)
        paragraphs.append(Paragraph(text, [0], [row.number], label))
    return paragraphs


def is_ended(text: str, *, after_list: bool = False) -> bool:
    """Whether a sentence ends here: by its last sign, and with no bracket left open."""
    if has_open_bracket(text):
        return False
    last = text[-1:]
    if last in FULL_STOPS or last in "：":
        return True
    if last == "；":
        return after_list
    if last == "”":
        return text[-2:-1] in FULL_STOPS
    if last == "）":
        opened = opening_of(text)
        return text[opened - 1 : opened] in FULL_STOPS or bool(NOTE_WORDS.search(text[opened:]))
    return False


def has_open_bracket(text: str) -> bool:
    depth = 0
    for sign in text[-LONGEST_BRACKET:]:
        if sign in "（《〔":
            depth += 1
        elif sign in "）》〕":
            depth = max(depth - 1, 0)
    return depth > 0


def opening_of(text: str) -> int:
    """Where the bracket opens that the last sign closes; brackets within it are counted."""
    depth = 0
    for at in range(len(text) - 1, max(len(text) - LONGEST_BRACKET, 0) - 1, -1):
        depth += (text[at] == "）") - (text[at] == "（")
        if depth == 0:
            return at
    return max(text.rfind("（"), 0)


def _goes_on(
    before: Paragraph,
    row: Row,
    label: Label | None,
    seen: Mapping[tuple[Level, float], int],
    runs: bool,
    sets_gaps: bool,
) -> bool:
    if len(before.text) > LONGEST_PARAGRAPH:
        return False
    in_list = before.label is None and len(before.text) <= LONGEST_ENTRY
    ended = is_ended(before.text, after_list=in_list)
    if row.goes_on:
        return not _is_heading(before) or runs
    if label is not None:
        return not ended and not _is_heading(before) and not _is_next(label, seen)
    if row.text[0] in CLOSING + "，。；、" or has_open_bracket(before.text):
        return True
    if ended or NOTES.match(row.text):
        return False
    if _is_heading(before):
        return runs or (sets_gaps and not row.after_gap)
    return True


def _is_heading(paragraph: Paragraph) -> bool:
    """A label and a few words without a stop."""
    return paragraph.label is not None and not re.search(r"[。；：]", paragraph.text)


def _is_next(label: Label, seen: Mapping[tuple[Level, float], int]) -> bool:
    return label.number in (0, 1, seen.get(label.style, 0) + 1)


def _width(rows: Sequence[Row]) -> int:
    """How long a line of the column is, but for a few."""
    lengths = sorted(len(row.text) for row in rows)
    return lengths[len(lengths) * 9 // 10] * 3 // 4 if lengths else 0


def _running_styles(rows: Sequence[Row], labels: Sequence[Label | None], width: int) -> set[int]:
    """Rows that follow a labelled row without a stop, in a list whose other entries run on after their
    headings: there the sentence was cut by the column, and is no heading of its own. Where paragraphs have no
    blank line between them, a line short of the column's width was not cut."""
    groups: dict[tuple[Level, float], tuple[list[int], bool]] = {}
    running: set[int] = set()

    def close(style: tuple[Level, float]) -> None:
        members, runs = groups.pop(style)
        if runs:
            running.update(member + 1 for member in members)

    for at, label in enumerate(labels):
        if label is None:
            continue
        for style in [style for style in groups if style[1] > label.rank]:
            close(style)
        members, runs = groups.get(label.style, ([], False))
        has_stop = bool(re.search(r"[。；]", rows[at].text))
        if not has_stop and len(rows[at].text) >= width:
            members.append(at)
        groups[label.style] = (members, runs or has_stop)
    for style in list(groups):
        close(style)
    return running


def _needs_space(before: str, after: str) -> bool:
    return before[-1:].isascii() and before[-1:].isalnum() and after[:1].isascii() and after[:1].isalpha()
