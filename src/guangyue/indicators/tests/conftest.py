"""What the tests of indicators start from."""

import pytest

from guangyue.organisations.models import Organisation
from guangyue.registries.tests.factories import a_country


@pytest.fixture
def offices(db: None) -> list[Organisation]:
    return list(a_country().values())


@pytest.fixture
def office(offices: list[Organisation]) -> Organisation:
    return offices[0]
