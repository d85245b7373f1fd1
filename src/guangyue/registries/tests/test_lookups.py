"""Looking at persons: within reach, for a purpose, written down first; and seen by the person."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from guangyue.accounts.models import Kind
from guangyue.kit.identities import make_id_number
from guangyue.kit.refusals import Refused
from guangyue.notifications.models import Notification
from guangyue.organisations.models import Organisation
from guangyue.registries.facts import FactKind
from guangyue.registries.models import Enquiry, Lookup, Person
from guangyue.registries.refusals import AnsweredAlready, NoSuchPerson, RaisedAlready, TooManyEnquiries
from guangyue.registries.services.lookups import (
    ENQUIRIES_AN_HOUR,
    answer_objection,
    find_person,
    kinds_offered,
    look_up,
    object_to_lookup,
)
from guangyue.registries.tests.factories import (
    DAY,
    DISABILITY,
    IN_THE_EAST,
    NOON,
    WAGE,
    WEST,
    a_person,
    a_user,
    scope_of,
)

pytestmark = pytest.mark.django_db
Country = dict[str, Organisation]


def look(
    person: Person,
    *kinds: FactKind,
    case_number: str = "2026-1",
    explanation: str = "",
    owner: str = WAGE.owner,
) -> Lookup:
    return look_up(
        person=person,
        kinds=kinds or (WAGE,),
        purpose=Lookup.Purpose.CASE,
        case_number=case_number,
        explanation=explanation,
        by=a_user(),
        scope=scope_of(owner),
        at=NOON,
    )


def test_a_look_says_who_when_what_for_and_which_facts(country: Country) -> None:
    person = a_person()

    lookup = look(person)

    assert person.lookups.get() == lookup
    assert (lookup.at, lookup.purpose, lookup.case_number) == (NOON, "case", "2026-1")
    assert lookup.kinds == ["person.wage"]


@pytest.mark.parametrize("explanation", ["", "核对一下"])
def test_without_a_case_or_an_explanation_nothing_is_shown(country: Country, explanation: str) -> None:
    with pytest.raises(Refused, match="办件编号"):
        look(a_person(), case_number="", explanation=explanation)

    assert not Lookup.objects.exists()


def test_an_explanation_will_do_where_there_is_no_case(country: Country) -> None:
    assert look(a_person(), case_number="", explanation="核对本人申报的工资").pk


def test_a_person_of_another_district_cannot_be_looked_at(country: Country) -> None:
    with pytest.raises(NoSuchPerson):
        look_up(
            person=a_person(WEST),
            kinds=[WAGE],
            purpose=Lookup.Purpose.CASE,
            case_number="1",
            explanation="",
            by=a_user(),
            scope=IN_THE_EAST,
            at=NOON,
        )


def test_a_sensitive_fact_is_shown_to_its_owner_and_to_no_other_department(country: Country) -> None:
    person = a_person()

    assert look(person, DISABILITY, owner=DISABILITY.owner).pk
    with pytest.raises(Refused, match="“残疾等级”只有主管部门可以查看"):
        look(person, DISABILITY)
    assert DISABILITY not in kinds_offered(person=person, scope=scope_of(WAGE.owner))


def test_a_look_lasts_a_quarter_of_an_hour(country: Country) -> None:
    lookup = look(a_person())

    assert lookup.stands(at=NOON + timedelta(minutes=14, seconds=59))
    assert not lookup.stands(at=NOON + timedelta(minutes=15))


@pytest.mark.parametrize("table", ["registries_lookup", "registries_enquiry"])
def test_the_record_of_a_look_cannot_be_removed(country: Country, table: str) -> None:
    look(a_person())
    Enquiry.objects.create(by=a_user(), at=NOON, found=True)

    with (
        pytest.raises(IntegrityError, match="only ever added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"DELETE FROM {table}")  # noqa: S608


def test_one_out_of_reach_and_one_that_does_not_exist_get_the_same_answer(country: Country) -> None:
    out_of_reach = a_person(WEST).id_number
    nobody = make_id_number(region="390101", born=DAY, sequence=1).text
    answers = []

    for number in (out_of_reach, nobody):
        with pytest.raises(NoSuchPerson) as refused:
            find_person(id_number=number, by=a_user(), scope=IN_THE_EAST, at=NOON)
        answers.append((refused.value.sentence, refused.value.advice, refused.value.status))

    assert answers[0] == answers[1]


def test_numbers_cannot_be_tried_one_after_another(country: Country) -> None:
    official = a_user()
    numbers = [
        make_id_number(region="390101", born=DAY, sequence=number).text
        for number in range(1, ENQUIRIES_AN_HOUR + 2)
    ]

    for number in numbers[:-1]:
        with pytest.raises(NoSuchPerson):
            find_person(id_number=number, by=official, scope=IN_THE_EAST, at=NOON)
    with pytest.raises(TooManyEnquiries):
        find_person(id_number=numbers[-1], by=official, scope=IN_THE_EAST, at=NOON)

    assert Enquiry.objects.filter(by=official, found=False).count() == ENQUIRIES_AN_HOUR


def test_an_hour_later_one_may_ask_again(country: Country) -> None:
    official, person = a_user(), a_person()
    Enquiry.objects.bulk_create(Enquiry(by=official, at=NOON, found=True) for _ in range(ENQUIRIES_AN_HOUR))

    found = find_person(
        id_number=person.id_number, by=official, scope=IN_THE_EAST, at=NOON + timedelta(minutes=61)
    )

    assert found == person


def test_a_number_with_a_wrong_check_digit_is_told_so_and_not_counted(country: Country) -> None:
    with pytest.raises(Refused, match="校验码") as refused:
        find_person(id_number="390101198001010010", by=a_user(), scope=IN_THE_EAST, at=NOON)

    assert refused.value.field == "id_number"
    assert not Enquiry.objects.exists()


def test_an_objection_is_raised_once_and_answered_once_and_not_by_who_looked(country: Country) -> None:
    citizen = a_user(Kind.CITIZEN)
    lookup = look(a_person(account=citizen))
    objection = object_to_lookup(lookup=lookup, reason="没有办过这件事", at=NOON)

    with pytest.raises(RaisedAlready):
        object_to_lookup(lookup=lookup, reason="再说一次", at=NOON)
    with pytest.raises(Refused, match="您本人做的"):
        answer_objection(objection=objection, improper=False, said="正当", by=lookup.by, at=NOON)
    answered = answer_objection(objection=objection, improper=True, said="查询不当", by=a_user(), at=NOON)
    with pytest.raises(AnsweredAlready):
        answer_objection(objection=objection, improper=False, said="正当", by=a_user(), at=NOON)

    assert answered.improper is True
    assert Notification.objects.get(to=citizen).body == "这次查询不当。查询不当"
