"""申请: filled by the registers, asked once, open once, handed in with consent, taken back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError

from guangyue.accounts.models import Kind, User
from guangyue.grants.cases import APPLICANT, REGISTER, registered_case
from guangyue.grants.models import Application, Move
from guangyue.grants.refusals import (
    AppliedAlready,
    ConsentMissing,
    HadAlready,
    MovedOn,
    NotForThem,
    NotInForce,
    OwnCase,
    SupplementedOnce,
)
from guangyue.grants.services.applications import (
    accept_application,
    ask_for_supplement,
    move_application,
    save_application,
    submit_application,
    withdraw_application,
)
from guangyue.grants.standing import standing_of
from guangyue.grants.tests.factories import (
    AT,
    EMPLOYMENT,
    LONG_AGO,
    ON,
    TOLD,
    a_decision,
    a_draft,
    an_application,
    offer,
)
from guangyue.grants.tests.small_city import training
from guangyue.kit.money import Money
from guangyue.notifications.models import Notification
from guangyue.registries.models import Person
from guangyue.registries.tests.factories import a_fact, a_firm, a_user
from guangyue.rules.facts import Partly

pytestmark = pytest.mark.django_db
State = Application.State


def test_an_application_is_filled_with_what_the_registers_say_and_where_from(trainee: Person) -> None:
    case = registered_case(
        offered=offer("training"), rule=training, payee=trainee, item="", on=ON, known_at=AT
    )

    (subject,), (sources,) = case.subjects, case.sources
    assert subject.values["employment"] == "登记失业"
    assert subject.values["grants"] == ()
    assert subject.values["groups"] == Partly(
        frozenset({"登记失业人员"}), frozenset({"登记失业人员", "就业困难人员", "退役军人"})
    )
    assert sources["employment"]["who"] == REGISTER
    assert sources["employment"]["kinds"] == ["person.employment"]
    assert "就业失业登记系统" in sources["employment"]["said"]
    assert sources["birth"]["kinds"] == ["person.birth_date"]
    assert "passed" not in sources


def test_what_a_register_knows_cannot_be_said_otherwise(trainee: Person) -> None:
    application = a_draft(trainee, said={**TOLD, "employment": "单位就业", "groups": frozenset({"退役军人"})})

    (facts,), (sources,) = application.facts, application.sources
    assert facts["employment"] == "登记失业"
    assert facts["groups"] == ["登记失业人员", "退役军人"]  # what was certain stays; what may be was said
    assert sources["passed"]["who"] == APPLICANT


def test_a_draft_is_kept_and_written_over(trainee: Person) -> None:
    first = a_draft(trainee)
    second = a_draft(trainee, said={"passed": False})

    assert first.pk == second.pk
    assert second.facts[0]["passed"] is False
    assert "paid" not in second.facts[0]
    assert second.number == ""


def test_without_consent_nothing_is_handed_in(trainee: Person) -> None:
    draft = a_draft(trainee)

    with pytest.raises(ConsentMissing):
        submit_application(application=draft, consent=False, by=a_user(), at=AT)

    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_the_database_keeps_no_application_without_consent(trainee: Person) -> None:
    draft = a_draft(trainee)

    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=draft.pk).update(state=State.SUBMITTED)


def test_a_second_open_application_for_the_same_is_refused(trainee: Person) -> None:
    an_application(trainee)

    with pytest.raises(AppliedAlready):
        a_draft(trainee)


def test_what_was_granted_is_not_applied_for_again(trainee: Person, reviewer: User) -> None:
    a_decision(trainee, by=reviewer)

    with pytest.raises(HadAlready):
        a_draft(trainee)


def test_what_was_refused_or_withdrawn_can_be_applied_for_again(trainee: Person, reviewer: User) -> None:
    a_decision(trainee, by=reviewer, said={"passed": False, "paid": Money.yuan(1)})
    withdraw_application(application=an_application(trainee), by=a_user(), at=AT)

    assert an_application(trainee).state == State.SUBMITTED


@pytest.mark.django_db(transaction=True)
def test_of_two_applications_begun_at_once_only_one_comes_to_be(trainee: Person) -> None:
    def begin(_: int) -> str:
        try:
            a_draft(trainee)
            withdrawn = Application.objects.get(person=trainee)
            submit_application(application=withdrawn, consent=True, by=trainee.account, at=AT)  # type: ignore[arg-type]
        except (AppliedAlready, MovedOn, IntegrityError) as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "submitted"

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(begin, range(2)))

    assert outcomes.count("submitted") == 1
    assert "IntegrityError" not in outcomes
    assert Application.objects.count() == 1


def test_a_firm_does_not_apply_for_what_is_for_persons(trainee: Person) -> None:
    with pytest.raises(NotForThem):
        a_draft(a_firm(account=a_user(Kind.ENTERPRISE)))


def test_nobody_applies_on_a_day_on_which_the_text_is_not_in_force(trainee: Person) -> None:
    with pytest.raises(NotInForce, match="不在施行期内"):
        save_application(
            offered=offer("training"),
            payee=trainee,
            item="",
            on=LONG_AGO - timedelta(days=1),
            said=[TOLD],
            at=AT,
        )


def test_the_road_is_kept_as_rows_and_told_without_saying_what_it_is_about(
    trainee: Person, reviewer: User
) -> None:
    application = an_application(trainee)
    accept_application(application=application, by=reviewer, at=AT)

    assert list(application.moves.values_list("to", flat=True)) == ["submitted", "accepted"]
    titles = list(Notification.objects.filter(to=trainee.account).values_list("title", flat=True))
    assert len(titles) == 2
    assert all("培训" not in title and "失业" not in title for title in titles)


def test_a_supplement_is_asked_for_once_and_the_answer_goes_back(trainee: Person, reviewer: User) -> None:
    application = an_application(trainee, said={"passed": True})
    ask_for_supplement(application=application, said="请补充培训费金额。", by=reviewer, at=AT)

    a_draft(trainee)
    application = submit_application(
        application=Application.objects.get(pk=application.pk), consent=True, by=a_user(), at=AT
    )

    assert application.state == State.ACCEPTED
    assert application.facts[0]["paid"] == "500.00"
    with pytest.raises(SupplementedOnce):
        ask_for_supplement(application=application, said="请再补充合同。", by=reviewer, at=AT)


def test_what_is_decided_cannot_be_withdrawn(trainee: Person, reviewer: User) -> None:
    decision = a_decision(trainee, by=reviewer)
    assert decision.application

    with pytest.raises(MovedOn):
        withdraw_application(application=decision.application, by=a_user(), at=AT)


def test_an_official_does_not_take_up_an_application_of_the_own(trainee: Person, reviewer: User) -> None:
    Person.objects.filter(pk=trainee.pk).update(account=reviewer)
    trainee.refresh_from_db()

    with pytest.raises(OwnCase):
        accept_application(application=an_application(trainee), by=reviewer, at=AT)


def test_moves_are_only_added(trainee: Person) -> None:
    an_application(trainee)

    for statement in ("update grants_move set said = 'x'", "delete from grants_move"):
        with pytest.raises(IntegrityError, match="only ever added"), transaction.atomic():
            connection.cursor().execute(statement)
    assert Move.objects.get().said == ""


def test_it_is_said_who_has_applied_and_who_was_paid(trainee: Person) -> None:
    application = an_application(trainee)
    whose = ("person", trainee.pk, "S20.training", "")

    assert standing_of(persons=[trainee.pk]) == {whose: "applied"}
    move_application(application=application, to=State.PAID, by=None, at=AT)
    assert standing_of(persons=[trainee.pk], on=ON) == {whose: "paid"}
    assert standing_of(firms=[trainee.pk]) == {}


def test_a_register_that_says_more_by_now_is_believed(trainee: Person) -> None:
    a_draft(trainee)
    a_fact(trainee, EMPLOYMENT, "单位就业", since=LONG_AGO + timedelta(days=1))

    application = a_draft(trainee)

    assert application.facts[0]["employment"] == "单位就业"
