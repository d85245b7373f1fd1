"""What the tests of matters start from: an office, its proposer, and the two who check."""

import pytest

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_region, a_user, an_organisation
from guangyue.matters.models import Matter
from guangyue.matters.tests.factories import a_matter
from guangyue.organisations.models import Organisation


@pytest.fixture
def bureau(db: None) -> Organisation:
    return an_organisation("bureau", region=a_region("990201", parent=a_region("990200")))


@pytest.fixture
def matter(bureau: Organisation) -> Matter:
    return a_matter(bureau)


@pytest.fixture
def keeper(bureau: Organisation) -> User:
    official = a_user(organisation=bureau)
    a_grant(official, "matter-keeper", organisation=bureau)
    return official


@pytest.fixture
def checker(db: None) -> User:
    official = a_user()
    a_grant(official, "legislator")
    return official


@pytest.fixture
def releaser(db: None) -> User:
    official = a_user()
    a_grant(official, "matter-releaser")
    return official
