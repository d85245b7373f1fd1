"""The five chronicles: how many events, on which days, who, and which meetings."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from guangyue.chronicle.reading.days import YearMonth
from guangyue.chronicle.reading.events import Marker, ReadEvent
from guangyue.chronicle.reading.meetings import why_refused
from guangyue.chronicle.reading.roles import Role
from liaocheng.chronicle.sources import meeting_event, meetings_held, months

CATALOGUE = Path(settings.ROOT).parent / "shared" / "catalogue" / "S07-chronicle.md"
SERIES = "市政府常务会议"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not list(settings.GAZETTES.glob("*.txt")), reason="the gazettes are not beside the repository"
    ),
]


def on(day: date) -> list[ReadEvent]:
    return [event for month in months().values() for event in month.events if day in event.days]


def test_the_five_months_have_124_events() -> None:
    counted = {str(month): len(read.events) for month, read in months().items()}

    assert counted == {"2019年3月": 17, "2019年9月": 26, "2020年2月": 28, "2020年9月": 24, "2021年4月": 29}
    assert not [read.problems for read in months().values() if read.problems]


@pytest.mark.parametrize(
    ("day", "starts"),
    [
        (date(2020, 2, 22), "市委副书记、代市长李长萍督导调研"),
        (date(2020, 9, 25), "全市推动开发区改革创新领导小组第三次会议"),
    ],
)
def test_an_event_that_two_pages_share_reads_as_one(day: date, starts: str) -> None:
    (event,) = on(day)

    assert event.text.startswith(starts)
    assert "下转" not in event.text
    assert "上接" not in event.text
    assert len(event.spans) == 2


def test_a_range_is_found_on_each_of_its_days() -> None:
    assert [event.days.first.day for event in on(date(2019, 3, 20))] == [17, 20]
    assert [event.days.first.day for event in on(date(2020, 9, 14))] == [14, 14]


def test_one_paragraph_has_no_mark_and_is_flagged() -> None:
    unmarked = [
        event for read in months().values() for event in read.events if event.marker is Marker.UNMARKED
    ]

    assert [(event.days.first, event.meeting) for event in unmarked] == [(date(2019, 3, 16), None)]


def test_nine_meetings_have_their_numbers_and_a_number_used_is_refused() -> None:
    held = meetings_held(SERIES)

    assert [one.number for one in held] == [47, 56, 57, 77, 78, 79, 92, 93, 94]
    assert held[0].on == date(2019, 6, 14)
    assert why_refused(78, date(2020, 10, 1), held)
    assert not why_refused(80, date(2020, 10, 12), held)
    event = meeting_event(SERIES, 93)
    assert event
    assert event.days.first == date(2021, 4, 20)


def test_acting_mayor_and_mayor_are_kept_as_they_are_printed() -> None:
    titles = {
        str(month): {
            person.title for event in read.events for person in event.people if person.name == "李长萍"
        }
        for month, read in months().items()
    }

    assert any("代市长" in title for title in titles["2020年2月"])
    assert not any("代市长" in title for title in titles["2020年9月"])


def test_the_parts_people_took_follow_from_the_verbs() -> None:
    parts = Counter(
        role
        for read in months().values()
        for event in read.events
        for one in event.people
        for role in one.roles
    )

    assert set(parts) == set(Role)
    visitors = [
        one.name
        for event in months()[YearMonth(2019, 3)].events
        for one in event.people
        if Role.VISITOR in one.roles
    ]
    assert len(visitors) == 14


def test_the_worked_examples_pass() -> None:
    """Those of the catalogue where it lies beside the repository, and our own at the edges of the rules."""
    ours = Path(__file__).with_name("S07-further-examples.yaml")

    call_command("examples", *(file for file in (ours, CATALOGUE) if file.exists()))
