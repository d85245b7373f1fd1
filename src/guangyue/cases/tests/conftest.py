"""What the tests of cases start from."""

import pytest

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.cases.tests.factories import a_matter
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.registries.tests.factories import a_country


@pytest.fixture
def departments(db: None) -> dict[str, Organisation]:
    return a_country()


@pytest.fixture
def matter(departments: dict[str, Organisation]) -> Matter:
    return a_matter(next(iter(departments.values())))


@pytest.fixture
def clerk(departments: dict[str, Organisation]) -> User:
    return a_user()


@pytest.fixture
def reviewer(departments: dict[str, Organisation]) -> User:
    return a_user()


@pytest.fixture
def decider(departments: dict[str, Organisation]) -> User:
    return a_user()
