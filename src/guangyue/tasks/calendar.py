"""日历 in the form of RFC 5545: what falls due on which day. Knows no database."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MOST_OCTETS = 75  # of a line, without its end
END = "\r\n"
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


@dataclass(frozen=True)
class Entry:
    """日程: one whole day."""

    key: str
    on: date
    title: str
    said: str = ""
    link: str = ""


def as_calendar(entries: Iterable[Entry], *, name: str, host: str, at: datetime) -> str:
    """`host` makes the identifiers ours, `at` is when it was written."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Guangyue//Tasks//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for entry in entries:
        lines += event(entry, host=host, at=at)
    lines.append("END:VCALENDAR")
    return "".join(f"{line}{END}" for whole in lines for line in folded(whole))


def event(entry: Entry, *, host: str, at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.key}@{host}"
    yield f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{entry.on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(entry.title)}"
    if entry.said:
        yield f"DESCRIPTION:{escaped(entry.said)}"
    if entry.link:
        yield f"URL:{entry.link}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(words: str) -> str:
    return words.translate(ESCAPED)


def folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets; what goes on begins with a space, and no character is cut."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > MOST_OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + octets
    yield part
