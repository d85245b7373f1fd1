"""大事记 of a month: from its lines to its events, and what in them cannot be read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from guangyue.chronicle.reading.days import START, Days, WrongDay, YearMonth, plain, read_heading, read_start
from guangyue.chronicle.reading.kinds import Kind, kind_of
from guangyue.chronicle.reading.meetings import NumberedMeeting, read_meeting
from guangyue.chronicle.reading.paragraphs import SAME_DAY, paragraphs_of
from guangyue.chronicle.reading.roles import Attended, attended
from guangyue.gazette.reading.shapes import Line, Span

STARTS = re.compile(rf"{SAME_DAY}|{START.pattern}")
CITY = re.compile(
    r"([\u4e00-\u9fff]{2,8}?)(?:特别行政区|自治[州县]|地区|[省市县区州盟旗])(?:人民政府)?(?:[\u4e00-\u9fff]{0,6})大事记"
)


class Marker(Enum):
    """起首: what an event starts with."""

    DATED = "日期"
    SAME_DAY = "△"
    UNMARKED = "无标记"


@dataclass(frozen=True)
class ReadEvent:
    """事件, as it was read; without a mark of its own, somebody must look whether it is one."""

    order: int
    days: Days
    marker: Marker
    text: str
    kind: Kind
    people: tuple[Attended, ...] = ()
    meeting: NumberedMeeting | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Problem:
    """疑问: a paragraph that is no event as it stands, kept as text, with the reason and its lines."""

    text: str
    sentence: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class ReadMonth:
    """一个月的大事记."""

    month: YearMonth
    events: tuple[ReadEvent, ...]
    problems: tuple[Problem, ...] = ()
    city: str = ""


class NoMonth(ValueError):
    """没有月份: the heading does not say of which month this is the chronicle."""


def read_chronicle(lines: Sequence[Line], *, title: str = "") -> ReadMonth:
    """The month comes from the heading, or from the title in the contents, never from the issue (R1)."""
    head, body = _parted(lines)
    heading = "".join(line.text for line in head)
    month = read_heading(heading) or read_heading(title)
    if month is None:
        raise NoMonth("标题下面没有写明是哪年哪月的大事记。")
    return read_events(body, month, city=city_of(heading) or city_of(title))


def read_events(
    lines: Iterable[Line], month: YearMonth, *, after: Days | None = None, city: str = ""
) -> ReadMonth:
    """The events of a month whose lines these are; `after` are the days of the event before them."""
    events: list[ReadEvent] = []
    problems: list[Problem] = []
    for paragraph in paragraphs_of(lines, STARTS):
        try:
            days, marker, text = _start(paragraph.text, month, after)
        except WrongDay as problem:
            problems.append(Problem(paragraph.text, f"第{paragraph.spans[0]}行：{problem}", paragraph.spans))
            continue
        after = days
        events.append(
            ReadEvent(
                order=len(events) + 1,
                days=days,
                marker=marker,
                text=text,
                kind=kind_of(text),
                people=attended(text, city),
                meeting=read_meeting(text),
                spans=paragraph.spans,
            )
        )
    return ReadMonth(month, tuple(events), tuple(problems), city)


def read_line(text: str, month: YearMonth, *, after: Days | None = None, city: str = "") -> ReadEvent:
    """One paragraph by itself; `after` are the days of the event before it. Raises WrongDay."""
    days, marker, rest = _start(text, month, after)
    return ReadEvent(1, days, marker, rest, kind_of(rest), attended(rest, city), read_meeting(rest))


def city_of(heading: str) -> str:
    """The name in 某某市人民政府大事记, for the verbs of those who came to it."""
    found = CITY.search(re.sub(r"[\s#*]", "", heading))
    return found[1] if found else ""


def _parted(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """What stands before the first event, and the rest."""
    for index, line in enumerate(lines):
        if STARTS.match(plain(line.text.strip())):
            return lines[:index], lines[index:]
    return lines, ()


def _start(text: str, month: YearMonth, after: Days | None) -> tuple[Days, Marker, str]:
    """With a day of its own, or with that of the event before (R3, R4)."""
    if found := read_start(text, month):
        return found[0], Marker.DATED, found[1]
    marker = Marker.SAME_DAY if text.startswith(SAME_DAY) else Marker.UNMARKED
    if after is None:
        raise WrongDay("前面没有写明日期的事件，不知道是哪一天。")
    return after, marker, text.removeprefix(SAME_DAY).strip()
