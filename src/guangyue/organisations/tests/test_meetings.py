"""会议: proposed, approved by the convenor, held, minuted, followed, closed."""

from datetime import date

import pytest

from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Body, Decision, Meeting, Organisation, Person, Seat
from guangyue.organisations.refusals import NotTheConvenor, WrongState
from guangyue.organisations.services.delegations import delegate_post
from guangyue.organisations.services.meetings import (
    DecisionFact,
    approve_agenda,
    close_meeting,
    finish_decision,
    hold_meeting,
    issue_minutes,
    poorly_attended,
    propose_meeting,
    record_government_approval,
    send_report,
)
from guangyue.organisations.services.tenures import report_holder
from guangyue.organisations.tests.conftest import NOON, MakeBody

DAY = date(2021, 12, 20)


@pytest.fixture
def conference(body: MakeBody) -> Body:
    return body(substitutes_by_itself=True, report_month=12, report_day=25, report_to="联席会议")


@pytest.fixture
def convenor(conference: Body) -> Person:
    person, post = Person.objects.create(name="马一"), conference.seats.get(role=Seat.Role.CONVENOR).post
    assert post
    report_holder(post=post, person=person, on=date(2021, 5, 1))
    return person


def propose(body: Body) -> Meeting:
    return propose_meeting(
        body=body, kind=Meeting.Kind.REGULAR, planned_on=DAY, place="", agenda=["全年工作"], by=None, at=NOON
    )


@pytest.fixture
def held(conference: Body, convenor: Person) -> Meeting:
    meeting = propose(conference)
    approve_agenda(meeting=meeting, approver=convenor, on=date(2021, 12, 10), by=None, at=NOON)
    present = dict.fromkeys(conference.seats.all(), "")
    return hold_meeting(meeting=meeting, on=DAY, present=present, by=None, at=NOON)


def minute(meeting: Meeting, *decisions: DecisionFact) -> Meeting:
    return issue_minutes(
        meeting=meeting,
        number="2021年第1期",
        text="会议议定。",
        on=DAY,
        decisions=decisions,
        by=None,
        at=NOON,
    )


def test_a_meeting_needs_something_to_meet_about(conference: Body) -> None:
    with pytest.raises(Refused, match="议题"):
        propose_meeting(
            body=conference, kind=Meeting.Kind.EXTRA, planned_on=DAY, place="", agenda=[], by=None, at=NOON
        )


def test_only_the_convenor_approves_the_agenda(conference: Body, convenor: Person) -> None:
    meeting, other = propose(conference), Person.objects.create(name="赵四")

    with pytest.raises(NotTheConvenor):
        approve_agenda(meeting=meeting, approver=other, on=DAY, by=None, at=NOON)
    approve_agenda(meeting=meeting, approver=convenor, on=DAY, by=None, at=NOON)

    assert meeting.state == Meeting.State.APPROVED
    assert meeting.approved_by_post
    assert meeting.approved_by_post.title == "副市长"


def test_whoever_was_convenor_before_approves_no_longer(conference: Body, convenor: Person) -> None:
    post = conference.seats.get(role=Seat.Role.CONVENOR).post
    assert post
    report_holder(post=post, person=Person.objects.create(name="钱五"), on=date(2021, 12, 1))

    with pytest.raises(NotTheConvenor):
        approve_agenda(meeting=propose(conference), approver=convenor, on=DAY, by=None, at=NOON)


def test_a_delegate_approves_in_the_convenors_place(conference: Body, convenor: Person) -> None:
    delegate, post = Person.objects.create(name="赵四"), conference.seats.get(role=Seat.Role.CONVENOR).post
    assert post
    delegate_post(
        post=post,
        delegate=delegate,
        matters="审定议题",
        since=DAY,
        until=DAY,
        ground="外出",
        by=None,
        at=NOON,
    )

    meeting = approve_agenda(meeting=propose(conference), approver=delegate, on=DAY, by=None, at=NOON)

    assert meeting.state == Meeting.State.APPROVED


def test_no_step_is_left_out(conference: Body) -> None:
    meeting = propose(conference)

    with pytest.raises(WrongState):
        hold_meeting(meeting=meeting, on=DAY, present={}, by=None, at=NOON)
    with pytest.raises(WrongState):
        minute(meeting)


def test_half_the_seats_is_enough_and_less_is_flagged(conference: Body, convenor: Person) -> None:
    seats = list(conference.seats.all())
    flags = []
    for present in (seats[:1], []):
        meeting = propose(conference)
        approve_agenda(meeting=meeting, approver=convenor, on=DAY, by=None, at=NOON)
        hold_meeting(meeting=meeting, on=DAY, present=dict.fromkeys(present, ""), by=None, at=NOON)
        flags.append(poorly_attended(meeting))

    assert flags == [False, True]


def test_a_decision_is_overdue_the_day_after_it_was_due(held: Meeting, bureau: Organisation) -> None:
    minute(held, DecisionFact("开放场馆", bureau, date(2022, 1, 31)))

    assert not Decision.objects.overdue(date(2022, 1, 31)).exists()
    assert Decision.objects.overdue(date(2022, 2, 1)).exists()


def test_a_meeting_closes_when_every_decision_is_done(held: Meeting, bureau: Organisation) -> None:
    minute(held, DecisionFact("开放场馆", bureau, date(2022, 1, 31)))
    assert held.state == Meeting.State.FOLLOWED
    with pytest.raises(Refused, match="还有1项"):
        close_meeting(meeting=held, by=None, at=NOON)

    finish_decision(decision=held.decisions.get(), on=date(2022, 1, 20), evidence="12处场馆已开放")
    close_meeting(meeting=held, by=None, at=NOON)

    assert held.state == Meeting.State.CLOSED
    assert [move.state for move in held.moves.all()] == [
        "proposed",
        "approved",
        "held",
        "minuted",
        "followed",
        "closed",
    ]


def test_a_major_matter_waits_for_the_government(held: Meeting, bureau: Organisation) -> None:
    minute(held, DecisionFact("新建体育馆", bureau, date(2022, 1, 31), needs_government=True))
    decision = held.decisions.get()
    with pytest.raises(Refused, match="市政府审定"):
        finish_decision(decision=decision, on=DAY, evidence="已开工")

    record_government_approval(decision=decision, on=DAY)
    finish_decision(decision=decision, on=DAY, evidence="已开工")

    assert decision.done_on == DAY


def test_a_meeting_without_decisions_closes_after_its_minutes(held: Meeting) -> None:
    minute(held)

    close_meeting(meeting=held, by=None, at=NOON)

    assert held.state == Meeting.State.CLOSED


@pytest.mark.parametrize(("sent", "late"), [(date(2021, 12, 25), False), (date(2021, 12, 26), True)])
def test_the_yearly_report_is_late_after_its_day(conference: Body, sent: date, late: bool) -> None:
    report = send_report(body=conference, year=2021, title="健身报告", on=sent, by=None, at=NOON)

    assert report.late is late
    with pytest.raises(Refused, match="已经报送"):
        send_report(body=conference, year=2021, title="健身报告", on=sent, by=None, at=NOON)
