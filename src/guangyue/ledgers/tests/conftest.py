"""What the tests of ledgers start from: a small city, its campaign, and people on both sides."""

from pathlib import Path

import pytest
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_region, a_user, an_organisation
from guangyue.ledgers.models import Problem
from guangyue.ledgers.tests.factories import DAY, a_campaign, a_problem


@pytest.fixture(autouse=True)
def small_city(settings: Settings, tmp_path: Path) -> None:
    settings.GUANGYUE_CITY = "guangyue.ledgers.tests.small_city.CITY"
    settings.GUANGYUE_DAY = DAY
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def lead(db: None) -> User:
    """Of the department that leads the campaign."""
    department = an_organisation("lead", region=a_region("990100"))
    a_campaign(department)
    return a_user(organisation=department, name="牵头")


@pytest.fixture
def county(db: None) -> User:
    """Of the government that answers for the problem."""
    return a_user(organisation=an_organisation("county", region=a_region("990101")), name="县里")


@pytest.fixture
def problem(lead: User, county: User) -> Problem:
    assert county.organisation is not None
    return a_problem(county.organisation.region, county.organisation, by=county)
