"""What the tests of tasks start from."""

import pytest

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.organisations.models import Organisation
from guangyue.registries.tests.factories import a_country
from guangyue.tasks.tests.factories import contact_of


@pytest.fixture
def offices(db: None) -> list[Organisation]:
    return list(a_country().values())


@pytest.fixture
def office(offices: list[Organisation]) -> Organisation:
    return offices[0]


@pytest.fixture
def contact(office: Organisation) -> User:
    return contact_of(office)


@pytest.fixture
def supervisor(offices: list[Organisation]) -> User:
    user = a_user(organisation=offices[-1])
    a_grant(user, "supervisor")
    return user


@pytest.fixture
def verifier(offices: list[Organisation]) -> User:
    user = a_user(organisation=offices[-1])
    a_grant(user, "verifier")
    return user
