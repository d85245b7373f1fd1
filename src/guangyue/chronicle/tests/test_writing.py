"""Writing a month: drafts, proposals, approval, print, corrections."""

from datetime import UTC, date, datetime
from time import perf_counter

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from hypothesis import given
from hypothesis import strategies as st

from guangyue.chronicle.models import Event, Month, Proposal, SeriesMeeting
from guangyue.chronicle.printing import as_text
from guangyue.chronicle.reading.days import YearMonth, days_of
from guangyue.chronicle.reading.events import read_events
from guangyue.chronicle.services.months import (
    approve_month,
    correct_event,
    open_month,
    print_month,
    send_back_month,
    submit_month,
)
from guangyue.chronicle.services.writing import (
    change_event,
    decline_proposal,
    drop_event,
    printed_days,
    propose_event,
    take_proposal,
    write_event,
)
from guangyue.chronicle.tests.chronicles import lines
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation, Region

NOON = datetime(2026, 5, 1, 4, tzinfo=UTC)
APRIL = date(2026, 4, 1)

pytestmark = pytest.mark.django_db


def somebody(name: str) -> AbstractBaseUser:
    """An account that need not be kept: what is signed is its name."""
    return get_user_model()(username=name, name=name)


@pytest.fixture
def editor() -> AbstractBaseUser:
    return somebody("编辑")


@pytest.fixture
def bureau() -> Organisation:
    region = Region.objects.create(code="990201", name="荷花区", kind=Region.Kind.DISTRICT, standard="测试")
    return Organisation.objects.create(
        key="bureau", name="市水利局", kind=Organisation.Kind.GOVERNMENT, region=region
    )


@pytest.fixture
def month(editor: AbstractBaseUser) -> Month:
    return open_month(first=APRIL, closes_on=None, by=editor, at=NOON)


def written(month: Month, days: str, text: str) -> Event:
    return write_event(month=month, days=days, text=text, by=None, at=NOON)


def printed(month: Month, editor: AbstractBaseUser) -> Month:
    submitted = submit_month(month=month, by=editor, at=NOON)
    approved = approve_month(month=submitted, by=somebody("审定"), at=NOON)
    return print_month(month=approved, year=2026, number=5, by=editor, at=NOON)


def test_events_stand_by_day_and_the_second_of_a_day_gets_its_mark(month: Month) -> None:
    for days, text in (("9日", "我市召开渔业会议"), ("3-4日", "市长李文博调研"), ("9日", "副市长孙立调研")):
        written(month, days, text)

    assert as_text(month, list(month.events.in_print_order())) == (
        "大事记\n\n（2026年4月）\n\n3—4日，市长李文博调研。\n\n9日，我市召开渔业会议。\n\n△副市长孙立调研。\n"
    )


def test_what_is_printed_reads_as_it_was_written(month: Month) -> None:
    for days, text in (("3-4日", "市长李文博调研"), ("9日", "我市召开渔业会议"), ("9日", "副市长孙立调研")):
        written(month, days, text)

    text = as_text(month, list(month.events.in_print_order())).partition("）")[2]
    read = read_events(lines(text), YearMonth(2026, 4))

    told = [(event.days.first, event.days.last, event.text) for event in read.events]
    assert told == list(month.events.in_print_order().values_list("start", "end", "text"))


@pytest.mark.parametrize("days", ["31日", "15-12日", "5月3日", "某日", ""])
def test_a_day_that_is_none_of_the_month_is_refused_at_its_field(month: Month, days: str) -> None:
    with pytest.raises(Refused) as refused:
        written(month, days, "我市召开会议")

    assert refused.value.field == "days"
    assert not Event.objects.exists()


def test_an_event_without_anybody_is_refused(month: Month) -> None:
    with pytest.raises(Refused, match="至少要写明"):
        written(month, "3日", "天气晴好")


def test_a_meeting_number_is_used_once_and_does_not_fall(month: Month) -> None:
    written(month, "8日", "市长李文博主持召开市政府第13次常务会议，研究渔业")

    with pytest.raises(Refused, match="第13次已于2026年4月8日召开"):
        written(month, "9日", "市长李文博主持召开市政府第13次常务会议，研究渔业")
    with pytest.raises(Refused, match="不能是第12次"):
        written(month, "9日", "市长李文博主持召开市政府第12次常务会议，研究渔业")


def test_changing_an_event_moves_its_meeting_and_dropping_it_frees_the_number(month: Month) -> None:
    event = written(month, "8日", "市长李文博主持召开市政府第13次常务会议，研究渔业")
    change_event(event=event, days="9日", text=event.text, by=None, at=NOON)
    assert SeriesMeeting.objects.get().on == date(2026, 4, 9)

    drop_event(event=event, by=None, at=NOON)

    assert not SeriesMeeting.objects.exists()


def test_a_meeting_without_its_number_stands_on_the_checklist(month: Month, editor: AbstractBaseUser) -> None:
    written(month, "8日", "市长李文博主持召开市政府常务会议，研究渔业")

    with pytest.raises(Refused, match="没有写明是第几次"):
        submit_month(month=month, by=editor, at=NOON)


def test_a_month_without_events_is_not_submitted(month: Month, editor: AbstractBaseUser) -> None:
    with pytest.raises(Refused, match="还没有事件"):
        submit_month(month=month, by=editor, at=NOON)


def test_who_submits_does_not_approve(month: Month, editor: AbstractBaseUser) -> None:
    written(month, "8日", "市长李文博调研")
    submitted = submit_month(month=month, by=editor, at=NOON)

    with pytest.raises(Refused, match="不能是同一个人"):
        approve_month(month=submitted, by=editor, at=NOON)


def test_what_is_submitted_is_not_changed_until_it_is_sent_back(
    month: Month, editor: AbstractBaseUser
) -> None:
    written(month, "8日", "市长李文博调研")
    submitted = submit_month(month=month, by=editor, at=NOON)
    with pytest.raises(Refused, match="不能再改"):
        written(submitted, "9日", "市长李文博调研")

    back = send_back_month(month=submitted, reason="漏了9日", by=somebody("审定"), at=NOON)

    assert written(back, "9日", "市长李文博调研")


def test_a_printed_month_is_closed_but_for_corrections_with_their_reason(
    month: Month, editor: AbstractBaseUser
) -> None:
    event = written(month, "8日", "市长李文博调研")
    printed(month, editor)
    event.refresh_from_db()
    with pytest.raises(Refused):
        change_event(event=event, days="9日", text="市长李文博调研", by=None, at=NOON)
    with pytest.raises(Refused, match="要写明理由"):
        correct_event(event=event, days="9日", text="市长李文博调研。", reason=" ", by=None, at=NOON)

    correct_event(event=event, days="9日", text="市长李文博督导。", reason="日期印错", by=None, at=NOON)

    assert [(one.number, one.start.day, one.text, one.reason) for one in event.versions.all()] == [
        (1, 8, "市长李文博调研。", ""),
        (2, 9, "市长李文博督导。", "日期印错"),
    ]
    event.refresh_from_db()
    assert event.start.day == 9


def test_a_proposal_becomes_an_event_or_is_answered_with_a_reason(month: Month, bureau: Organisation) -> None:

    def proposed() -> Proposal:
        return propose_event(
            organisation=bureau, start=APRIL, end=APRIL, text="市水利局举行开放日活动", by=None, at=NOON
        )

    taken, declined = proposed(), proposed()
    event = take_proposal(proposal=taken, by=None, at=NOON)
    answered = decline_proposal(proposal=declined, reason="重复", by=None, at=NOON)

    assert (event.month, event.text) == (month, "市水利局举行开放日活动。")
    assert (answered.state, answered.answer) == ("declined", "重复")


def test_nothing_is_proposed_for_a_printed_month(
    month: Month, editor: AbstractBaseUser, bureau: Organisation
) -> None:
    written(month, "8日", "市长李文博调研")
    printed(month, editor)

    with pytest.raises(Refused, match="不再接受报送"):
        propose_event(organisation=bureau, start=APRIL, end=APRIL, text="市水利局开放日", by=None, at=NOON)


@given(first=st.dates(date(2000, 1, 1), date(2099, 12, 1)), length=st.integers(0, 20))
def test_days_are_printed_so_that_they_are_read_again(first: date, length: int) -> None:
    last = date.fromordinal(first.toordinal() + length)
    days = days_of(printed_days(first, last), YearMonth(first.year, first.month))

    assert (days.first, days.last) == (first, last)


def test_fifty_years_of_months_are_searched_in_under_a_second() -> None:
    months = Month.objects.bulk_create(
        Month(first=date(1970 + at // 12, at % 12 + 1, 1), state=Month.State.PRINTED) for at in range(600)
    )
    Event.objects.bulk_create(
        Event(
            month=month,
            order=order,
            start=month.first.replace(day=order),
            end=month.first.replace(day=order),
            marker="DATED",
            kind="MEETING",
            text=f"市长李文博主持召开第{order}次调度会，研究{month.year_month}的工作。" * 3,
        )
        for month in months
        for order in range(1, 26)
    )

    begun = perf_counter()
    by_words = Event.objects.printed().filter(text__contains="1999年7月").count()
    by_name = Event.objects.printed().of_name("李文博").count()
    by_day = Event.objects.printed().on(date(2001, 5, 9)).count()
    first_page = list(Event.objects.printed().with_people()[:25])

    assert perf_counter() - begun < 1
    assert (by_words, by_name, by_day, len(first_page)) == (25, 0, 1, 25)
