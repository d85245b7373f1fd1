"""Complaints: numbered, assigned, answered, heard once more, and never shown to whom they are about."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.cases.models import Case
from guangyue.cases.models.refusing import Veto
from guangyue.cases.tests.factories import AT
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.ratings.handling import Found, Grievance, Source
from guangyue.ratings.models import Complaint, Hall, Violation
from guangyue.ratings.refusals import (
    AboutYourself,
    ExtendedAlready,
    NotTheSameCause,
    NotYours,
    NotYourself,
)
from guangyue.ratings.services.answering import (
    answer_complaint,
    ask_extension,
    decide_extension,
    keep_complaints_going,
    say_satisfied,
)
from guangyue.ratings.services.complaining import assign_complaint, merge_complaint, pass_on
from guangyue.ratings.services.places import seat_person
from guangyue.ratings.tests.factories import a_complaint

State = Complaint.State


@pytest.fixture
def officer(unit: Organisation) -> User:
    return a_user(organisation=unit)


def answered(complaint: Complaint, by: User, *, found: Found = Found.TRUE) -> Complaint:
    return answer_complaint(
        complaint=complaint, found=found, correction="已经整改", reply="谢谢您反映", by=by, at=AT
    )


def test_a_complaint_has_five_working_days_and_a_number(unit: Organisation) -> None:
    complaint = a_complaint(unit)

    assert complaint.number.startswith("TC20200601")
    assert localdate(complaint.due).isoformat() == "2020-06-08"


def test_one_extension_doubles_the_time_and_is_granted_by_another(unit: Organisation, officer: User) -> None:
    complaint = a_complaint(unit)
    extension = ask_extension(complaint=complaint, reason="要查录像", by=officer, at=AT)

    with pytest.raises(NotYourself):
        decide_extension(extension=extension, granted=True, by=officer, at=AT)
    decide_extension(extension=extension, granted=True, by=a_user(), at=AT)

    complaint.refresh_from_db()
    assert localdate(complaint.due).isoformat() == "2020-06-15"
    with pytest.raises(ExtendedAlready):
        ask_extension(complaint=complaint, reason="还要查", by=officer, at=AT)


def test_it_cannot_end_without_a_reply(unit: Organisation) -> None:
    complaint = a_complaint(unit)

    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.filter(pk=complaint.pk).update(state=State.CLOSED)


def test_what_is_true_must_be_put_right(unit: Organisation, officer: User) -> None:
    with pytest.raises(Refused) as refused:
        answer_complaint(
            complaint=a_complaint(unit), found=Found.PARTLY, correction="", reply="谢谢", by=officer, at=AT
        )

    assert refused.value.field == "correction"


def test_what_the_media_found_must_be_put_right_whatever_is_found(unit: Organisation, officer: User) -> None:
    clue = a_complaint(unit, source=Source.MEDIA, publication="市电视台")

    with pytest.raises(Refused):
        answer_complaint(complaint=clue, found=Found.UNTRUE, correction="", reply="谢谢", by=officer, at=AT)


def test_whoever_is_not_satisfied_is_heard_once_more_by_another(unit: Organisation, officer: User) -> None:
    complaint = answered(a_complaint(unit), officer)

    again = say_satisfied(complaint=complaint, satisfied=False, said="没有解决", at=AT)

    assert (again.state, again.officer) == (State.AGAIN, None)
    with pytest.raises(NotYours):
        assign_complaint(complaint=again, officer=officer, by=a_user(), at=AT)
    with pytest.raises(NotYours):
        answered(again, officer)
    second = answered(again, a_user(organisation=unit))
    assert say_satisfied(complaint=second, satisfied=False, said="", at=AT).state == State.CLOSED


def test_it_is_not_given_to_whom_it_is_about(hall: Hall, unit: Organisation, officer: User) -> None:
    seat_person(hall=hall, number="3", person=officer)
    complaint = a_complaint(unit, hall=hall, window="3")

    with pytest.raises(Refused):
        assign_complaint(complaint=complaint, officer=officer, by=a_user(), at=AT)
    with pytest.raises(AboutYourself):
        answered(complaint, officer)
    assert complaint not in Complaint.objects.apart_from(officer)


def test_the_same_cause_within_thirty_days_becomes_one_with_all_who_reported(
    unit: Organisation, officer: User
) -> None:
    reporters = [a_user(), a_user()]
    first = a_complaint(unit, by=reporters[0])
    again = a_complaint(unit, by=reporters[1], at=AT + timedelta(days=30))

    merge_complaint(complaint=again, into=first, by=officer, at=AT)
    answered(first, officer)

    assert [one.notifications.count() for one in reporters] == [1, 1]
    assert "谢谢您反映" in reporters[1].notifications.get().body


@pytest.mark.parametrize("other", [{"at": AT + timedelta(days=31)}, {"kind": Grievance.FEES}])
def test_what_is_not_the_same_is_not_merged(
    unit: Organisation, officer: User, other: dict[str, object]
) -> None:
    with pytest.raises(NotTheSameCause):
        merge_complaint(
            complaint=a_complaint(unit, **other),  # type: ignore[arg-type]
            into=a_complaint(unit),
            by=officer,
            at=AT,
        )


def test_what_is_no_matter_of_ours_goes_to_12345_with_a_receipt(unit: Organisation, officer: User) -> None:
    reporter = a_user()

    passed = pass_on(
        complaint=a_complaint(unit, by=reporter), receipt="R123", reply="已转热线", by=officer, at=AT
    )

    assert (passed.state, passed.hotline_receipt) == (State.PASSED_ON, "R123")
    assert reporter.notifications.count() == 1


def test_a_refusal_without_a_veto_is_a_violation_of_person_and_unit(
    case: Case, unit: Organisation, clerk: User
) -> None:
    complaint = answered(a_complaint(unit, kind=Grievance.REFUSED, case=case), a_user())

    violation = Violation.objects.get(complaint=complaint)
    assert (violation.person, violation.unit) == (clerk, unit)


def test_a_refusal_that_was_decided_is_none(case: Case, unit: Organisation, clerk: User) -> None:
    Veto.objects.create(
        case=case,
        reason="不属本机关",
        asked_by=clerk,
        asked_at=AT,
        due=AT,
        ruling=Veto.Ruling.REFUSE,
        decided_by=a_user(),
        decided_at=AT,
    )

    answered(a_complaint(unit, kind=Grievance.REFUSED, case=case), a_user())

    assert not Violation.objects.exists()


def test_what_is_late_is_chased_once_and_silence_archives(unit: Organisation, officer: User) -> None:
    late = assign_complaint(complaint=a_complaint(unit), officer=officer, by=a_user(), at=AT)
    silent = answered(a_complaint(unit), officer)

    for days in (11, 12):
        keep_complaints_going.run(at=AT + timedelta(days=days))

    silent.refresh_from_db()
    assert late.steps.filter(what="催办").count() == 1
    assert silent.state == State.CLOSED


def test_what_is_handled_again_and_late_again_is_chased_again(unit: Organisation, officer: User) -> None:
    complaint = a_complaint(unit)
    keep_complaints_going.run(at=AT + timedelta(days=11))
    answered(complaint, officer)
    say_satisfied(complaint=complaint, satisfied=False, said="没有解决", at=AT + timedelta(days=12))

    keep_complaints_going.run(at=AT + timedelta(days=30))

    assert complaint.steps.filter(what="催办").count() == 2
