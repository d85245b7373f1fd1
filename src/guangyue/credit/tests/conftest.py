"""What the tests of credit start from."""

import pytest

from guangyue.accounts.models import Kind, User
from guangyue.accounts.tests.factories import a_user
from guangyue.credit.tests.factories import CODE, lay_ground
from guangyue.organisations.models import Organisation
from guangyue.registries.models import Firm
from guangyue.registries.tests.factories import a_country, a_firm


@pytest.fixture
def unit(db: None) -> Organisation:
    unit = next(iter(a_country().values()))
    lay_ground(unit)
    return unit


@pytest.fixture
def firm(unit: Organisation) -> Firm:
    """Known to the register, with an account."""
    return a_firm(credit_code=CODE, name="东湖商贸有限公司", account=a_user(kind=Kind.ENTERPRISE))


@pytest.fixture
def keeper(unit: Organisation) -> User:
    return a_user(organisation=unit)
