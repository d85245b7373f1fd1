"""会议: from the agenda to the last decision. Only the convenor approves, and only what is done is closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from guangyue.kit.refusals import Refused
from guangyue.kit.wording import day
from guangyue.organisations.models import (
    COMMITTED_ROLES,
    LEADING_ROLES,
    AgendaItem,
    Attendance,
    Body,
    Decision,
    DutyReport,
    Meeting,
    MeetingMove,
    Organisation,
    Person,
    Seat,
)
from guangyue.organisations.refusals import NotTheConvenor, WrongState
from guangyue.organisations.services import By, signed
from guangyue.organisations.services.delegations import may_act_for

STATE = Meeting.State
ARROWS = {
    STATE.PROPOSED: {STATE.PROPOSED, STATE.APPROVED},
    STATE.APPROVED: {STATE.HELD},
    STATE.HELD: {STATE.MINUTED},
    STATE.MINUTED: {STATE.FOLLOWED, STATE.CLOSED},
    STATE.FOLLOWED: {STATE.CLOSED},
    STATE.CLOSED: set[Meeting.State](),
}


@dataclass(frozen=True)
class DecisionFact:
    """议定事项: nothing is decided without somebody to do it and a day."""

    text: str
    owner: Organisation
    due: date
    needs_government: bool = False


@transaction.atomic
def propose_meeting(
    *,
    body: Body,
    kind: str,
    planned_on: date,
    place: str,
    agenda: Sequence[str],
    by: By,
    at: datetime,
) -> Meeting:
    """议题由办公室与相关成员单位协商后提出."""
    if not agenda:
        raise Refused("至少要有一个议题。", field="agenda")
    if not body.organisation.exists(planned_on):
        raise Refused(f"{body}在{day(planned_on)}不存在。", field="planned_on")
    meeting = Meeting.objects.create(body=body, kind=kind, planned_on=planned_on, place=place)
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, order=order, title=title) for order, title in enumerate(agenda, start=1)
    )
    return _move(meeting, to=STATE.PROPOSED, by=by, at=at)


@transaction.atomic
def approve_agenda(*, meeting: Meeting, approver: Person, on: date, by: By, at: datetime) -> Meeting:
    """议题报召集人审定: whoever holds the convenor's post that day, or may act for it."""
    for seat in (
        meeting.body.seats.on(on).filter(role__in=LEADING_ROLES, post__isnull=False).select_related("post")
    ):
        if seat.post and may_act_for(person=approver, post=seat.post, on=on):
            meeting.approved_by_post, meeting.approved_by_person = seat.post, approver
            meeting.save(update_fields=["approved_by_post", "approved_by_person"])
            return _move(
                meeting, to=STATE.APPROVED, by=by, at=at, remark=f"{approver}（{seat.post.label}）审定"
            )
    raise NotTheConvenor(f"{day(on)}，{approver}不是召集人，也没有受委托。", field="approver")


@transaction.atomic
def hold_meeting(*, meeting: Meeting, on: date, present: Mapping[Seat, str], by: By, at: datetime) -> Meeting:
    """召开: who was there, seat by seat; a seat not named was empty."""
    meeting.held_on = on
    meeting.save(update_fields=["held_on"])
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, seat=seat, present=seat in present, attended_by=present.get(seat, ""))
        for seat in meeting.body.seats.on(on).filter(role__in=COMMITTED_ROLES)
    )
    return _move(meeting, to=STATE.HELD, by=by, at=at)


@transaction.atomic
def issue_minutes(
    *,
    meeting: Meeting,
    number: str,
    text: str,
    on: date,
    decisions: Sequence[DecisionFact],
    by: By,
    at: datetime,
) -> Meeting:
    """会议纪要印发; what was decided is followed from then on."""
    if meeting.held_on and on < meeting.held_on:
        raise Refused("纪要不能早于会议。", field="on")
    meeting.minutes_number, meeting.minutes, meeting.minutes_on = number, text, on
    meeting.save(update_fields=["minutes_number", "minutes", "minutes_on"])
    Decision.objects.bulk_create(
        Decision(
            meeting=meeting,
            order=order,
            text=decision.text,
            owner=decision.owner,
            due=decision.due,
            needs_government=decision.needs_government,
        )
        for order, decision in enumerate(decisions, start=1)
    )
    meeting = _move(meeting, to=STATE.MINUTED, by=by, at=at)
    return _move(meeting, to=STATE.FOLLOWED, by=by, at=at) if decisions else meeting


@transaction.atomic
def record_government_approval(*, decision: Decision, on: date) -> Decision:
    """重大事项报市政府审定后实施."""
    if not decision.needs_government:
        raise Refused("这一事项不需要报市政府审定。")
    decision.government_approved_on = on
    decision.save(update_fields=["government_approved_on"])
    return decision


@transaction.atomic
def finish_decision(*, decision: Decision, on: date, evidence: str) -> Decision:
    """完成, with what shows it."""
    if decision.done_on:
        raise Refused(f"已经于{day(decision.done_on)}完成。")
    if decision.needs_government and decision.government_approved_on is None:
        raise Refused("重大事项要报市政府审定后实施，还没有审定。")
    if not evidence.strip():
        raise Refused("要写明完成情况。", field="evidence")
    decision.done_on, decision.evidence = on, evidence
    decision.save(update_fields=["done_on", "evidence"])
    return decision


@transaction.atomic
def close_meeting(*, meeting: Meeting, by: By, at: datetime) -> Meeting:
    """办结: every decision is done."""
    remaining = meeting.decisions.open().count()
    if remaining:
        raise Refused(f"还有{remaining}项议定事项没有完成。")
    return _move(meeting, to=STATE.CLOSED, by=by, at=at)


@transaction.atomic
def send_report(*, body: Body, year: int, title: str, on: date, by: By, at: datetime) -> DutyReport:
    """年度报告报送."""
    due = body.report_due(year)
    if due is None:
        raise Refused(f"没有条款要求{body}每年报告。")
    if body.reports.filter(year=year).exists():
        raise Refused(f"{year}年度的报告已经报送。", field="year")
    return DutyReport.objects.create(
        body=body, year=year, due=due, sent_on=on, title=title, by=signed(by), at=at
    )


def poorly_attended(meeting: Meeting) -> bool:
    """到会不足半数."""
    seats = list(meeting.attendances.all())
    return bool(seats) and 2 * sum(seat.present for seat in seats) < len(seats)


def _move(meeting: Meeting, *, to: Meeting.State, by: By, at: datetime, remark: str = "") -> Meeting:
    if to not in ARROWS[Meeting.State(meeting.state)]:
        raise WrongState(f"会议现在是“{meeting.get_state_display()}”，不能转为“{to.label}”。")
    meeting.state = to
    meeting.save(update_fields=["state"])
    MeetingMove.objects.create(meeting=meeting, state=to, by=signed(by), at=at, remark=remark)
    return meeting
