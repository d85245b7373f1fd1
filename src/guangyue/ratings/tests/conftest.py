"""What the tests of ratings start from."""

import pytest

from guangyue.accounts.models import Kind, User
from guangyue.accounts.tests.factories import a_user
from guangyue.cases.models import Case
from guangyue.cases.tests.factories import a_matter
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.ratings.models import Hall
from guangyue.ratings.tests.factories import a_finished_case, a_hall
from guangyue.registries.tests.factories import a_country, a_person


@pytest.fixture
def unit(db: None) -> Organisation:
    return next(iter(a_country().values()))


@pytest.fixture
def hall(unit: Organisation) -> Hall:
    return a_hall(unit)


@pytest.fixture
def matter(unit: Organisation) -> Matter:
    return a_matter(unit)


@pytest.fixture
def clerk(unit: Organisation) -> User:
    return a_user(organisation=unit)


@pytest.fixture
def citizen(unit: Organisation) -> User:
    return a_user(kind=Kind.CITIZEN)


@pytest.fixture
def case(matter: Matter, hall: Hall, clerk: User, citizen: User) -> Case:
    """Of somebody who has an account."""
    person = a_person("990101")
    done = a_finished_case(matter, by=clerk, applicant=person)
    person.account = citizen
    person.save()
    return done
