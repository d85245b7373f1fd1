"""Corrections: anybody concerned may ask, only the owner answers, and only once."""

from datetime import date, timedelta

import pytest

from guangyue.accounts.models import Kind
from guangyue.kit.access import Scope
from guangyue.kit.identities import make_id_number
from guangyue.kit.refusals import Refused
from guangyue.notifications.models import Notification
from guangyue.notifications.services import ExposesSomebody
from guangyue.organisations.models import Organisation
from guangyue.registries.dossier import lines_of
from guangyue.registries.facts import About, kind_of
from guangyue.registries.models import Correction
from guangyue.registries.refusals import AnsweredAlready, NotOpenToChange, NotTheOwner, RaisedAlready
from guangyue.registries.services.corrections import (
    accept_correction,
    accept_withdrawal,
    raise_correction,
    refuse_correction,
)
from guangyue.registries.tests.factories import (
    DAY,
    EDUCATION,
    NOON,
    WAGE,
    a_fact,
    a_person,
    a_user,
    scope_of,
)

pytestmark = pytest.mark.django_db
Country = dict[str, Organisation]


@pytest.fixture
def correction(country: Country) -> Correction:
    """Somebody says that the registered schooling, 初中, is wrong."""
    citizen = a_user(Kind.CITIZEN)
    person = a_person(account=citizen)
    a_fact(person, EDUCATION, "初中")
    return raise_correction(
        subject=person,
        kind=EDUCATION,
        proposed="大学专科",
        reason="有毕业证书",
        by=citizen,
        at=NOON,
    )


def accept(correction: Correction, *, value: str = "大学专科", scope: Scope | None = None) -> Correction:
    return accept_correction(
        correction=correction,
        value=value,
        said="已核对毕业证书",
        by=a_user(),
        scope=scope or scope_of(EDUCATION.owner),
        at=NOON + timedelta(hours=1),
    )


def test_a_correction_waits_for_the_owner_of_the_fact(correction: Correction) -> None:
    owners = Correction.objects.within(scope_of(EDUCATION.owner))
    others = Correction.objects.within(scope_of("civil-affairs"))

    assert (owners.open().count(), others.open().count()) == (1, 0)


def test_what_is_accepted_is_stated_for_the_day_the_wrong_statement_spoke_of(correction: Correction) -> None:
    accepted = accept(correction)

    [line] = lines_of(correction.subject, among=[EDUCATION], on=DAY, known_at=NOON + timedelta(hours=1))
    assert line.value == "大学专科"
    assert [fact.value for fact in line.stated] == ["初中", "大学专科"]
    assert accepted.answer == Correction.Answer.CORRECTED
    assert accepted.fact == line.present


def test_whoever_raised_a_correction_is_told_of_the_answer(correction: Correction) -> None:
    accept(correction)

    told = Notification.objects.get(to=correction.raised_by)
    assert told.body == "已更正。已核对毕业证书"
    assert told.link == "/me/"


def test_an_answer_that_tells_an_id_number_is_not_given(correction: Correction) -> None:
    number = make_id_number(region="391502", born=date(1990, 1, 1), sequence=11)

    with pytest.raises(ExposesSomebody):
        refuse_correction(
            correction=correction,
            said=f"证书上是{number.text}",
            by=a_user(),
            scope=scope_of(EDUCATION.owner),
            at=NOON,
        )

    assert Correction.objects.open().filter(pk=correction.pk).exists()


def test_a_fact_that_never_was_is_withdrawn(country: Country) -> None:
    person = a_person()
    kind = kind_of(About.PERSON, "benefit")
    fact = a_fact(person, WAGE, 350_000)
    correction = raise_correction(subject=person, kind=WAGE, reason="没有在那里上过班", by=a_user(), at=NOON)

    accept_withdrawal(correction=correction, said="查实", by=a_user(), scope=scope_of(WAGE.owner), at=NOON)

    [line] = lines_of(person, among=[WAGE, kind], on=NOON.date(), known_at=NOON)
    assert line.present is None
    assert line.stated[0] == fact


def test_nobody_but_the_owner_answers(correction: Correction) -> None:
    others = scope_of("civil-affairs")

    with pytest.raises(NotTheOwner):
        accept(correction, scope=others)
    with pytest.raises(NotTheOwner):
        refuse_correction(correction=correction, said="不", by=a_user(), scope=others, at=NOON)

    correction.refresh_from_db()
    assert correction.answered_at is None


def test_a_correction_is_answered_once(correction: Correction) -> None:
    refuse_correction(
        correction=correction, said="证书不实", by=a_user(), scope=scope_of(EDUCATION.owner), at=NOON
    )

    with pytest.raises(AnsweredAlready):
        accept(correction)


def test_the_same_is_not_asked_twice_while_it_waits(correction: Correction) -> None:
    with pytest.raises(RaisedAlready):
        raise_correction(
            subject=correction.subject, kind=EDUCATION, reason="再说一次", by=correction.raised_by, at=NOON
        )


def test_what_is_not_stated_cannot_be_withdrawn(country: Country) -> None:
    correction = raise_correction(subject=a_person(), kind=WAGE, reason="不对", by=a_user(), at=NOON)

    with pytest.raises(NotOpenToChange):
        accept_withdrawal(
            correction=correction, said="撤回", by=a_user(), scope=scope_of(WAGE.owner), at=NOON
        )


def test_a_record_is_not_rewritten_by_hand(country: Country) -> None:
    kind = kind_of(About.PERSON, "certificate")
    correction = raise_correction(
        subject=a_person(), kind=kind, item="Z1", reason="级别不对", by=a_user(), at=NOON
    )

    with pytest.raises(Refused, match="不能逐条改写"):
        accept_correction(
            correction=correction, value="三级", said="改", by=a_user(), scope=scope_of(kind.owner), at=NOON
        )
