"""What the tests of supervision start from."""

import pytest

from guangyue.cases.tests.factories import a_matter
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.registries.tests.factories import a_country
from guangyue.supervision.models import SupervisionItem
from guangyue.supervision.tests.factories import an_item


@pytest.fixture
def offices(db: None) -> list[Organisation]:
    return list(a_country().values())


@pytest.fixture
def office(offices: list[Organisation]) -> Organisation:
    return offices[0]


@pytest.fixture
def item(office: Organisation) -> SupervisionItem:
    return an_item(office)


@pytest.fixture
def permit(office: Organisation) -> Matter:
    return a_matter(office)
