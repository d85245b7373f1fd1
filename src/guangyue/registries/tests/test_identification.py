"""Binding an account to a person or a firm."""

import pytest

from guangyue.accounts.models import Kind
from guangyue.organisations.models import Organisation
from guangyue.registries.refusals import TooManyEnquiries
from guangyue.registries.services.identification import (
    ATTEMPTS_AN_HOUR,
    NotTheSame,
    WrongKindOfAccount,
    identify_firm,
    identify_person,
)
from guangyue.registries.tests.factories import NOON, a_firm, a_person, a_user

pytestmark = pytest.mark.django_db
Country = dict[str, Organisation]


def test_an_account_becomes_the_person_whose_name_and_number_agree(country: Country) -> None:
    person, user = a_person(), a_user(Kind.CITIZEN)

    identify_person(user=user, name=person.name, id_number=person.id_number, at=NOON)

    person.refresh_from_db()
    assert person.account == user


def test_a_wrong_name_and_a_person_already_bound_get_the_same_answer(country: Country) -> None:
    bound = a_person(account=a_user(Kind.CITIZEN))
    free = a_person()

    with pytest.raises(NotTheSame) as taken:
        identify_person(user=a_user(Kind.CITIZEN), name=bound.name, id_number=bound.id_number, at=NOON)
    with pytest.raises(NotTheSame) as wrong:
        identify_person(user=a_user(Kind.CITIZEN), name="别人", id_number=free.id_number, at=NOON)

    assert taken.value.sentence == wrong.value.sentence


def test_names_cannot_be_tried_one_after_another(country: Country) -> None:
    person, user = a_person(), a_user(Kind.CITIZEN)

    for attempt in range(ATTEMPTS_AN_HOUR):
        with pytest.raises(NotTheSame):
            identify_person(user=user, name=f"李{attempt}号", id_number=person.id_number, at=NOON)
    with pytest.raises(TooManyEnquiries):
        identify_person(user=user, name=person.name, id_number=person.id_number, at=NOON)


def test_a_firm_is_bound_by_the_number_of_who_leads_it(country: Country) -> None:
    leader, user = a_person(), a_user(Kind.ENTERPRISE)
    firm = a_firm(legal_representative=leader)

    with pytest.raises(NotTheSame):
        identify_firm(user=user, credit_code=firm.credit_code, id_number=a_person().id_number, at=NOON)
    identify_firm(user=user, credit_code=firm.credit_code, id_number=leader.id_number, at=NOON)

    firm.refresh_from_db()
    assert firm.account == user


def test_staff_stand_for_nobody(country: Country) -> None:
    person = a_person()

    with pytest.raises(WrongKindOfAccount):
        identify_person(user=a_user(), name=person.name, id_number=person.id_number, at=NOON)
