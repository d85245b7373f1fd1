"""错栏: a continuation between whose lines another document goes on, as the numbers of their items prove."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from guangyue.gazette.reading.labels import read_label
from guangyue.gazette.reading.shapes import Level, Line
from guangyue.gazette.reading.titles import is_date, is_organ

ANNEX = re.compile(r"附件[一二三四五六七八九十\d]*[：:]")
OMITTED = re.compile(r"[（(]略[）)]\s*$")
ENDED = re.compile(r"[。！？；：）”]\s*$")
Style = tuple[Level, float]


@dataclass
class Reader:
    """How far one of the two documents has come."""

    reached: dict[Style, int] = field(default_factory=dict)
    is_closed: bool = False  # its annexes are listed: only who signs, and when, may follow
    is_open: bool = False  # its last sentence was cut off

    def follow(self, text: str) -> None:
        label = read_label(text)
        if ANNEX.match(text):
            self.is_closed = True
        elif label and not self.is_closed:
            self.reached[label.style] = label.number
        self.is_open = not is_ended(text)

    def expects(self, style: Style, number: int) -> bool:
        return number == self.reached.get(style, -1) + 1

    def lists_annex(self, text: str) -> bool:
        return ANNEX.match(text) is not None or (self.is_closed and OMITTED.search(text) is not None)


def is_ended(text: str) -> bool:
    """Whether a text could end here: by its last sign."""
    return ENDED.search(text) is not None


def part(continuation: Sequence[Line], before: Iterable[Line], host: Iterable[Line]) -> list[bool]:
    """For each line of a continuation, whether it is the host's: of the document on whose pages it stands.

    `before` is what the continued document has said up to here, `host` what the other one has.
    """
    own, other = _reader(before), _reader(host)
    belongs: list[bool] = []
    of_host = False
    for line in continuation:
        here, there = (other, own) if of_host else (own, other)
        if _changes(line.text, here, there):
            of_host, here = not of_host, there
        here.follow(line.text)
        belongs.append(of_host)
    return belongs


def _reader(lines: Iterable[Line]) -> Reader:
    reader = Reader()
    for line in lines:
        reader.follow(line.text)
    return reader


def _changes(text: str, here: Reader, there: Reader) -> bool:
    if here.lists_annex(text) or is_date(text) or is_organ(text):
        return False
    label = read_label(text)
    if label is None:
        return here.is_closed and there.is_open
    is_next_here = label.number == 1 or here.expects(label.style, label.number)
    return not is_next_here and there.expects(label.style, label.number)
