"""What the tests of applications and decisions start from."""

from datetime import date

import pytest
from django.db import transaction
from pytest_django import Settings

from guangyue.accounts.models import Kind, User
from guangyue.accounts.tests.factories import a_user as an_account
from guangyue.grants.tests.factories import BIRTH, EMPLOYMENT, LONG_AGO, SETTLED_AT, SMALL_CITY
from guangyue.grants.tests.small_city import enact_offers
from guangyue.kit.money import Money
from guangyue.organisations.models import Organisation
from guangyue.policies.demo import enter_figures
from guangyue.registries.models import Person
from guangyue.registries.tests.factories import a_country, a_fact, a_person, a_user, an_official
from guangyue.rules.parameters import Entry


@pytest.fixture
def country(db: None, settings: Settings) -> dict[str, Organisation]:
    """A city with one system, in whose notices one figure stands."""
    settings.GUANGYUE_CITY = SMALL_CITY
    settings.GUANGYUE_DAY = date(2021, 4, 30)
    departments = a_country()
    enact_offers()
    with transaction.atomic():
        enter_figures(
            [Entry("ceiling", date(2019, 1, 1), Money.yuan(800), "东人社〔2019〕2号")],
            proposer=an_account(),
            approver=an_account(),
            at=SETTLED_AT,
        )
    return departments


@pytest.fixture
def trainee(country: dict[str, Organisation]) -> Person:
    """Somebody of the east, registered as unemployed."""
    person = a_person(account=a_user(Kind.CITIZEN), name="王小明", birth_date=date(1990, 1, 1))
    with transaction.atomic():
        a_fact(person, EMPLOYMENT, "登记失业", since=LONG_AGO)
        a_fact(person, BIRTH, "1990-01-01", since=LONG_AGO)
    return person


@pytest.fixture
def reviewer(country: dict[str, Organisation]) -> User:
    """Of the bureau that leads the system, for the whole city."""
    return an_official("reviewer", organisation=country["human-resources"])
