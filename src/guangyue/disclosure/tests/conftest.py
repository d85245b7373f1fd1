"""What the tests of notices start from: an office, whoever drafts for it, and whoever reviews."""

import pytest

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_region, a_user, an_organisation
from guangyue.organisations.models import Organisation


@pytest.fixture
def bureau(db: None) -> Organisation:
    return an_organisation("bureau", region=a_region("990201", parent=a_region("990200")))


@pytest.fixture
def drafter(bureau: Organisation) -> User:
    official = a_user(organisation=bureau)
    a_grant(official, "reviewer", organisation=bureau)
    return official


@pytest.fixture
def reviewer(bureau: Organisation) -> User:
    official = a_user()
    a_grant(official, "disclosure-reviewer")
    return official
