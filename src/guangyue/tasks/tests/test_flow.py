"""The road of an assignment: who may take which step, what the database refuses, who was second."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from guangyue.accounts.models import User
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.refusals import Refused
from guangyue.notifications.models import Notification
from guangyue.organisations.models import Organisation
from guangyue.tasks.models import (
    Assignment,
    AssignmentUnit,
    Check,
    DeadlineChange,
    OwedReport,
    Prod,
    TaskTally,
)
from guangyue.tasks.quarters import Quarter
from guangyue.tasks.refusals import (
    ApprovedByAnother,
    CheckedByAnother,
    HandedInAlready,
    MovedOnAlready,
    NoEvidence,
    NotDeclared,
    PartsStillOpen,
)
from guangyue.tasks.services.answering import (
    accept_assignment,
    accept_silent,
    dispute_assignment,
    replace_unit,
    settle_dispute,
)
from guangyue.tasks.services.asking import ask_for_reports, owing
from guangyue.tasks.services.changing import ask_change, decide_change
from guangyue.tasks.services.closing import ask_to_close
from guangyue.tasks.services.dividing import divide_assignment
from guangyue.tasks.services.issuing import GivenUnit
from guangyue.tasks.services.planning import Step, submit_plan
from guangyue.tasks.services.reporting import (
    accept_report,
    covered_by,
    hand_in_report,
    report_progress,
    send_back_report,
)
from guangyue.tasks.services.urging import chase_reports, urge_unit
from guangyue.tasks.states import Light, Role, State
from guangyue.tasks.tests.factories import (
    AT,
    DAY,
    DUE,
    a_document,
    ask,
    check,
    issued,
    lead,
    running,
    said,
    unit_of,
)

Q2 = Quarter(2020, 2)


def state(assignment: Assignment) -> State:
    return State[Assignment.objects.get(pk=assignment.pk).state]


def test_silence_is_acceptance_after_five_working_days(office: Organisation) -> None:
    (assignment,) = issued(lead(office))

    assert assignment.answer_by == date(2020, 4, 20)
    accept_silent.run(at=datetime(2020, 4, 20, 23, tzinfo=SHANGHAI))
    assert state(assignment) is State.ISSUED
    accept_silent.run(at=datetime(2020, 4, 21, 1, tzinfo=SHANGHAI))
    assert state(assignment) is State.ACCEPTED
    assert unit_of(assignment).answer == AssignmentUnit.Answer.SILENT


def test_all_that_answer_accept_and_one_that_disputes_stops_it(
    offices: list[Organisation], contact: User, supervisor: User
) -> None:
    first, second = (GivenUnit(one.name, Role.RESPONSIBLE, one) for one in offices[:2])
    (assignment,) = issued(first, second)
    accept_assignment(unit=unit_of(assignment, offices[0]), by=contact, at=AT)
    assert state(assignment) is State.ISSUED

    dispute_assignment(unit=unit_of(assignment, offices[1]), said="不归我管", by=contact, at=AT)
    with pytest.raises(MovedOnAlready):
        accept_assignment(unit=unit_of(assignment, offices[0]), by=contact, at=AT)
    other = AssignmentUnit(organisation=offices[2], name=offices[2].name)
    replace_unit(
        assignment=assignment, former=unit_of(assignment, offices[1]), unit=other, by=supervisor, at=AT
    )
    settle_dispute(assignment=assignment, stands=False, said="改由第三家", by=supervisor, at=AT)

    assert state(assignment) is State.ISSUED
    for unit in assignment.units.filter(answers=True):
        accept_assignment(unit=unit, by=contact, at=AT)
    assert state(assignment) is State.ACCEPTED


def test_it_closes_only_with_evidence_that_another_person_found_true(
    office: Organisation, contact: User, verifier: User
) -> None:
    assignment = running(office, contact)
    with pytest.raises(NoEvidence):
        ask_to_close(unit=unit_of(assignment), said=said(100), declared=True, by=contact, at=AT)
    report = ask(assignment, contact)
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.filter(pk=assignment.pk).update(state=State.CLOSED.name, over_on=DAY)
    with pytest.raises(MovedOnAlready):
        ask(assignment, contact)
    with pytest.raises(CheckedByAnother):
        check(report, contact)
    check(report, verifier, result=Check.Result.PARTLY)
    assert state(assignment) is State.RUNNING

    check(ask(assignment, contact), verifier)
    assert state(assignment) is State.CLOSED
    with pytest.raises(MovedOnAlready):
        check(report, verifier)
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.filter(pk=assignment.pk).update(state=State.RUNNING.name, over_on=None)
    tally = TaskTally.objects.get(document=assignment.document)
    assert (tally.total, tally.done, tally.overdue) == (1, 1, 0)


def test_parts_close_before_the_whole_and_are_due_no_later(office: Organisation, contact: User) -> None:
    assignment = running(office, contact)
    given: dict[str, Any] = {
        "unit": unit_of(assignment),
        "text": "一半",
        "organisation": office,
        "office": "一科",
    }
    with pytest.raises(Refused):
        divide_assignment(**given, due_on=DUE + timedelta(days=1), by=contact, at=AT)
    part = divide_assignment(**given, due_on=DUE, by=contact, at=AT)

    assert part.label == f"{assignment.label}-1"
    assert Assignment.objects.printed().within(EVERYWHERE).count() == 1
    with pytest.raises(PartsStillOpen):
        ask(assignment, contact)


def test_a_plan_ends_by_the_due_day(office: Organisation, contact: User) -> None:
    assignment = running(office, contact)
    late = [Step("收尾", DUE + timedelta(days=1))]
    with pytest.raises(Refused):
        submit_plan(unit=unit_of(assignment), goal="亮", steps=late, by=contact, at=AT)


def test_it_is_overdue_the_day_after_and_yellow_before(office: Organisation, contact: User) -> None:
    assignment = running(office, contact)
    seen = Assignment.objects.get(pk=assignment.pk)

    assert seen.light(DAY) is Light.GREEN
    assert seen.light(date(2020, 12, 1)) is Light.YELLOW
    assert not Assignment.objects.overdue(DUE).exists()
    assert Assignment.objects.overdue(DUE + timedelta(days=1)).get() == assignment
    assert Assignment.objects.falling_due(date(2020, 12, 1), days=30).get() == assignment
    report_progress(unit=unit_of(assignment), said=said(90), declared=True, by=contact, at=AT)
    assert Assignment.objects.get(pk=assignment.pk).yellow_on == date(2020, 12, 1)


def test_five_assignments_are_one_report_that_is_chased_on_the_next_working_day(
    offices: list[Organisation], contact: User, supervisor: User
) -> None:
    office, helper = offices[:2]
    document = a_document()
    units = (lead(office), GivenUnit(helper.name, Role.COOPERATE, helper))
    labels = tuple(f"48（{number}）" for number in range(1, 6))
    issued(*units, labels=labels, document=document)
    assert [(one.organisation, one.covers) for one in owing(Q2)] == [(office.pk, 5)]
    assert list(owing(Q2.before())) == []

    ask_for_reports(quarter=Q2, at=datetime(2020, 7, 1, 1, tzinfo=SHANGHAI))
    assert ask_for_reports(quarter=Q2, at=datetime(2020, 7, 1, 2, tzinfo=SHANGHAI)) == 0
    owed = OwedReport.objects.get()
    assert (owed.due_on, [one.label for one in covered_by(owed)]) == (date(2020, 7, 10), list(labels))

    chase_reports.run(at=datetime(2020, 7, 11, 1, tzinfo=SHANGHAI))  # a Saturday
    assert not Prod.objects.exists()
    chase_reports.run(at=datetime(2020, 7, 13, 1, tzinfo=SHANGHAI))
    chase_reports.run(at=datetime(2020, 7, 14, 1, tzinfo=SHANGHAI))
    assert Prod.objects.get().owed == owed

    told = {one: said(30 + one.order) for one in covered_by(owed)}
    with pytest.raises(NotDeclared):
        hand_in_report(owed=owed, said=told, declared=False, by=contact, at=AT)
    with pytest.raises(Refused, match="第 48（5） 项"):
        hand_in_report(owed=owed, said=dict(list(told.items())[:4]), declared=True, by=contact, at=AT)
    hand_in_report(owed=owed, said=told, declared=True, by=contact, at=AT)
    with pytest.raises(HandedInAlready):
        hand_in_report(owed=owed, said=told, declared=True, by=contact, at=AT)
    assert Assignment.objects.get(label="48（2）").percent == 32
    send_back_report(owed=owed, said="第 1 项不实", by=supervisor, at=AT)
    hand_in_report(owed=owed, said=told, declared=True, by=contact, at=AT)
    assert accept_report(owed=owed, by=supervisor, at=AT).lines.count() == 10


def test_what_several_answer_for_is_as_far_as_the_last_of_them(
    offices: list[Organisation], contact: User
) -> None:
    (assignment,) = issued(*(lead(one) for one in offices[:2]))
    for unit in assignment.units.all():
        accept_assignment(unit=unit, by=contact, at=AT)
    report_progress(unit=unit_of(assignment, offices[0]), said=said(80), declared=True, by=contact, at=AT)
    assert Assignment.objects.get().percent == 0
    report_progress(unit=unit_of(assignment, offices[1]), said=said(60), declared=True, by=contact, at=AT)
    assert Assignment.objects.get().percent == 60


def test_a_day_changes_only_on_a_ground_that_another_approves(
    office: Organisation, contact: User, supervisor: User
) -> None:
    assignment = running(office, contact)
    later = DUE + timedelta(days=60)
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.filter(pk=assignment.pk).update(due_on=later)
    change = ask_change(assignment=assignment, to=later, ground="汛期停工", by=contact, at=AT)
    with pytest.raises(Refused):
        ask_change(assignment=assignment, to=later, ground="再申请", by=contact, at=AT)
    with pytest.raises(ApprovedByAnother):
        decide_change(change=change, approved=True, said="", by=contact, at=AT)
    decide_change(change=change, approved=True, said="同意", by=supervisor, at=AT)

    assert Assignment.objects.get().due_on == later
    end = ask_change(assignment=assignment, to=None, ground="文件废止", by=contact, at=AT)
    decide_change(change=end, approved=True, said="", by=supervisor, at=AT)
    assert state(assignment) is State.CANCELLED
    assert DeadlineChange.objects.waiting().count() == 0


def test_an_order_names_its_clause(office: Organisation, contact: User, supervisor: User) -> None:
    assignment = running(office, contact)
    given: dict[str, Any] = {
        "unit": unit_of(assignment),
        "reason": "进展慢",
        "answer_by": DUE,
        "by": supervisor,
        "at": AT,
    }
    with pytest.raises(Refused):
        urge_unit(kind=Prod.Kind.ORDER, clause="", **given)
    prod = urge_unit(kind=Prod.Kind.ORDER, clause="灯政发〔2020〕1号 三", **given)
    assert Notification.objects.get(to=contact).link == prod.get_absolute_url()
