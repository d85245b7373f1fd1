import pytest

from guangyue.registries.loading import load_block
from guangyue.registries.models import Fact, Firm, Household, Person, Place
from guangyue.registries.tests.conftest import CITY

pytestmark = pytest.mark.django_db


def test_the_people_of_the_database_are_those_of_the_generator(country):
    block = CITY.block(0)

    load_block(block, on=CITY.on)

    assert Person.objects.count() == 600
    print(Fact.objects.count(), Firm.objects.count(), Household.objects.count(), Place.objects.count())
