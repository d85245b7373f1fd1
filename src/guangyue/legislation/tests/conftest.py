"""What the tests of law-making start from."""

import pytest

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_region, a_user, an_organisation
from guangyue.organisations.models import Organisation


@pytest.fixture
def unit(db: None) -> Organisation:
    return an_organisation("urban", region=a_region("990100"))


@pytest.fixture
def drafter(unit: Organisation) -> User:
    return a_user(organisation=unit)


@pytest.fixture
def overseer(unit: Organisation) -> User:
    return a_user(organisation=an_organisation("justice", region=unit.region))
