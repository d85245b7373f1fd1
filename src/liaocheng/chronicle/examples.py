"""How S07 answers the catalogue's worked examples: by reading lines, and by asking the months there are."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

from guangyue.chronicle.reading.days import WrongDay, YearMonth, days_of
from guangyue.chronicle.reading.events import Marker, ReadEvent, ReadMonth, read_events
from guangyue.chronicle.reading.meetings import launched, why_refused
from guangyue.chronicle.reading.roles import Attended, Role
from guangyue.chronicle.reading.subjects import shared_words
from guangyue.chronicle.services.links import FOLLOWS_WITHIN, LAUNCHED_WITHIN
from guangyue.gazette.reading.shapes import Line
from guangyue.systems.examples import Given, Meaning
from liaocheng.chronicle.sources import documents, events, meeting_event, meetings_held, months

YEAR_MONTH = re.compile(r"(\d{4})\D(\d{1,2})")
MARKERS = {
    Marker.DATED: ("dated", "日期", "D日"),
    Marker.SAME_DAY: ("△", "same_day", "same day"),
    Marker.UNMARKED: ("unmarked", "无标记", "none", ""),
}
ROLE_KEYS = {
    Role.HOST: ("host", "hosts", "chair", "preside", "主持"),
    Role.SPEECH: ("speak", "speech", "speaks", "speaker", "speakers", "讲话"),
    Role.ADDRESS: ("address", "addresses", "致辞"),
    Role.PRESENT: ("attend", "attends", "present", "participate", "出席"),
    Role.OBSERVER: ("observe", "observer", "observers", "列席"),
    Role.ACCOMPANIES: ("accompany", "accompanies", "陪同"),
    Role.VISITOR: ("visitor", "visitors", "来聊", "来访"),
    Role.LECTURER: ("lecturer", "lecture", "主讲"),
}


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    """The form of an example shows in what it gives."""
    if any(key in given for key in ("line", "lines", "pieces", "paragraphs", "text")):
        return read_lines(given)
    if "series" in given:
        return ask_series(given)
    if "person" in given:
        return ask_person(given)
    if "day" in given:
        return ask_day(given)
    if "count" in given or "month" in given:
        return ask_month(given)
    if "event" in given or "launch" in given:
        return ask_launch(given)
    raise ValueError("no form of example that S07 knows")


def read_lines(given: Given) -> Mapping[str, object]:
    """{line | pieces | lines, month, after}: the event that they are, or why they are none."""
    month = _month(given)
    printed = next(
        given.take(key) for key in ("line", "lines", "pieces", "paragraphs", "text") if key in given
    )
    lines = [str(line) for line in printed] if isinstance(printed, list) else str(printed).splitlines()
    try:
        after = days_of(str(given.take("after")), month) if given.text("after") else None
    except WrongDay as problem:
        return _refused(str(problem), lines)
    read = read_events([Line(number, line) for number, line in enumerate(lines, start=1)], month, after=after)
    if read.problems:
        return _refused(read.problems[0].sentence, lines)
    return {**_said(read.events[0]), **_all(read)}


def _refused(why: str, lines: Sequence[str]) -> Mapping[str, object]:
    return {
        "valid": False,
        "accepted": False,
        "refused": True,
        "reason": Meaning(why, bool),
        "line": Meaning(lines[0], lambda expected: str(expected) in (*lines, "1")),
        "start": None,
        "events": 0,
        "count": 0,
    }


def _all(read: ReadMonth) -> Mapping[str, object]:
    return {
        "events": len(read.events),
        "count": len(read.events),
        "starts": [event.days.first for event in read.events],
        "ends": [event.days.last for event in read.events],
        "texts": _texts(read.events),
        "markers": [_marker(event) for event in read.events],
        "kinds": [event.kind.value for event in read.events],
    }


def _said(event: ReadEvent) -> dict[str, object]:
    said: dict[str, object] = {
        "valid": True,
        "accepted": True,
        "refused": False,
        "start": event.days.first,
        "end": event.days.last,
        "date": event.days.first,
        "dates": [event.days.first, event.days.last],
        "range": event.days.first != event.days.last,
        "printed_date": event.days.printed,
        "marker": _marker(event),
        "flagged": event.marker is Marker.UNMARKED,
        "kind": event.kind.value,
        "text": event.text,
        "text_starts": Meaning(event.text, lambda expected: event.text.startswith(str(expected))),
        "text_contains": Meaning(event.text, lambda expected: str(expected) in event.text),
        "text_ends": Meaning(event.text, lambda expected: event.text.endswith(str(expected))),
        "people": _people(event.people),
        "names": _people(event.people),
        "titles": {person.name: person.title for person in event.people},
        "roles": {person.name: _roles(person) for person in event.people},
        "number": event.meeting.number if event.meeting else None,
        "series": event.meeting.series if event.meeting else None,
        "topics": list(event.meeting.topics) if event.meeting else [],
        "meeting": str(event.meeting) if event.meeting else None,
    }
    for role, keys in ROLE_KEYS.items():
        taken = _people([person for person in event.people if role in person.roles])
        said |= dict.fromkeys(keys, taken)
    return said


def ask_day(given: Given) -> Mapping[str, object]:
    """{day}: what happened that day, ranges among it."""
    day = given.day("day")
    found = sorted(
        (event for event in events() if day and day in event.days),
        key=lambda event: (event.days.first, event.order),
    )
    return _found(found)


def ask_person(given: Given) -> Mapping[str, object]:
    """{person, month, from, to}: events that print the name; who of the name it was is not said."""
    name, since, until = given.text("person"), given.day("from"), given.day("to")
    month = _month(given) if "month" in given else None
    found = [
        event
        for event in events()
        if any(person.name == name for person in event.people)
        and (month is None or month.first <= event.days.first <= month.last)
        and (since is None or event.days.last >= since)
        and (until is None or event.days.first <= until)
    ]
    return {**_found(found), "merged": False}


def ask_month(given: Given) -> Mapping[str, object]:
    """{count: events, month}: how many events, or numbered meetings, a month has."""
    what = given.text("count") or "events"
    read = months().get(_month(given))
    of_month = read.events if read else ()
    meetings = [event.meeting for event in of_month if event.meeting]
    counted = {
        "events": len(of_month),
        "meetings": len(meetings),
        "unmarked": sum(event.marker is Marker.UNMARKED for event in of_month),
        "same_day": sum(event.marker is Marker.SAME_DAY for event in of_month),
        "ranges": sum(event.days.first != event.days.last for event in of_month),
    }
    if what not in counted:
        raise ValueError(f"count: one of {', '.join(counted)}")
    return {**_found(of_month), "count": counted[what], "numbers": [meeting.number for meeting in meetings]}


def ask_series(given: Given) -> Mapping[str, object]:
    """{series, number, date}: whether the number fits, and which document is proposed to have followed;
    {series}: all its numbers."""
    series = given.text("series")
    held = meetings_held(series)
    answers: dict[str, object] = {
        "numbers": [one.number for one in held],
        "dates": [one.on for one in held],
        "count": len(held),
    }
    if "number" not in given:
        return answers
    number = int(given.take("number"))
    known = next((one.on for one in held if one.number == number), None)
    on = given.day("date") or known
    if on is None:
        return {**answers, "accepted": False, "date": None, "reason": "unknown"}
    why = why_refused(number, on, held)
    event = meeting_event(series, number)
    topics = given.take("topics") or (event.meeting.topics if event and event.meeting else ())
    proposed = [] if why else followed(topics, on, since=timedelta(0))
    return {
        **answers,
        "accepted": not why,
        "refused": bool(why),
        "reason": Meaning(why or None, lambda expected: bool(expected) == bool(why)),
        "date": on,
        "topics": list(topics),
        **_proposed(proposed),
    }


def ask_launch(given: Given) -> Mapping[str, object]:
    """{event | launch: text, date}: the document that was launched there."""
    text, on = given.text("launch") or given.text("event"), given.day("date")
    if on is None:
        raise ValueError("date: a day is needed")
    return _proposed(followed(launched(text), on, since=-LAUNCHED_WITHIN))


def followed(topics: Iterable[str], on: date, *, since: timedelta) -> list[str]:
    """Documents on one of the topics, from so long after the day to ninety days after it; the next first."""
    near = [one for one in documents() if one.day and since <= one.day - on <= FOLLOWS_WITHIN]
    taken_up = [one for one in near if shared_words(list(topics), one.title)]
    return [one.number for one in sorted(taken_up, key=lambda one: one.day or on)]


def _proposed(numbers: list[str]) -> dict[str, object]:
    def accepts(expected: object) -> bool:
        if isinstance(expected, list):
            return sorted(map(str, expected)) == sorted(numbers)
        return expected in numbers if expected else not numbers

    return {
        "proposed_link": Meaning(numbers[0] if len(numbers) == 1 else numbers or None, accepts),
        "kind": "推断" if numbers else None,
        "confirmed": False,
    }


def _found(found: Sequence[ReadEvent]) -> dict[str, object]:
    return {
        "events": Meaning(len(found), lambda expected: expected in (len(found), str(len(found)))),
        "count": len(found),
        "texts": _texts(found),
        "starts": [event.days.first for event in found],
        "dates": [event.days.first for event in found],
        "kinds": [event.kind.value for event in found],
    }


def _texts(found: Sequence[ReadEvent]) -> Meaning:
    """Each as it begins, or a word of it."""

    def accepts(expected: object) -> bool:
        if not isinstance(expected, list) or len(expected) != len(found):
            return False
        return all(str(one) in event.text for one, event in zip(expected, found, strict=True))

    return Meaning([event.text[:30] for event in found], accepts)


def _marker(event: ReadEvent) -> Meaning:
    return Meaning(event.marker.value, lambda expected: expected in MARKERS[event.marker])


def _roles(person: Attended) -> Meaning:
    said = [role.value for role in person.roles]

    def accepts(expected: object) -> bool:
        asked = expected if isinstance(expected, list) else [expected]
        return sorted("来访" if one == "来聊" else str(one) for one in asked) == sorted(said)

    return Meaning(said, accepts)


def _people(people: Iterable[Attended]) -> Meaning:
    """One by name, several in any order, nobody as nothing."""
    names = [person.name for person in people]

    def accepts(expected: object) -> bool:
        if not expected:
            return not names
        return sorted(expected if isinstance(expected, list) else [str(expected)]) == sorted(names)

    return Meaning(names[0] if len(names) == 1 else names, accepts)


def _month(given: Given) -> YearMonth:
    found = YEAR_MONTH.match(given.text("month"))
    if not found:
        raise ValueError("month: YYYY-MM is needed")
    return YearMonth(int(found[1]), int(found[2]))
