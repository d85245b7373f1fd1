"""What the tests of cases start from."""

import pytest
from django.test import Client
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.cases.tests.browsing import signed_in
from guangyue.cases.tests.factories import a_matter
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.registries.tests.factories import a_country, an_official


@pytest.fixture
def departments(db: None) -> dict[str, Organisation]:
    return a_country()


@pytest.fixture
def owner(departments: dict[str, Organisation]) -> Organisation:
    return next(iter(departments.values()))


@pytest.fixture
def matter(owner: Organisation) -> Matter:
    return a_matter(owner)


@pytest.fixture
def clerk(departments: dict[str, Organisation]) -> User:
    return a_user()


@pytest.fixture
def reviewer(departments: dict[str, Organisation]) -> User:
    return a_user()


@pytest.fixture
def decider(departments: dict[str, Organisation]) -> User:
    return a_user()


@pytest.fixture
def no_second_factor(settings: Settings) -> None:
    settings.DEMO = True


@pytest.fixture
def window(matter: Matter, no_second_factor: None) -> Client:
    return signed_in(an_official("clerk"))


@pytest.fixture
def review(owner: Organisation, no_second_factor: None) -> Client:
    return signed_in(an_official("reviewer", organisation=owner))


@pytest.fixture
def decision(owner: Organisation, no_second_factor: None) -> Client:
    return signed_in(an_official("decider", organisation=owner))


@pytest.fixture
def chief(matter: Matter, no_second_factor: None) -> Client:
    return signed_in(an_official("chief"))
