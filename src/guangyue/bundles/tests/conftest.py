"""What the tests of bundles start from."""

import pytest

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.bundles.models import Theme
from guangyue.bundles.tests.factories import a_theme
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.tests.factories import a_country


@pytest.fixture
def city(db: None) -> Region:
    departments: dict[str, Organisation] = a_country()
    return next(iter(departments.values())).region


@pytest.fixture
def theme(city: Region) -> Theme:
    return a_theme(city)


@pytest.fixture
def clerk(city: Region) -> User:
    return a_user()
