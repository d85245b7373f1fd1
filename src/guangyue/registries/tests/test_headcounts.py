"""The counts that the city at a glance reads are those of the persons themselves."""

from collections import Counter
from datetime import date

import pytest

from guangyue.organisations.models import Organisation
from guangyue.registries.loading import load_block
from guangyue.registries.models import Headcount, Person
from guangyue.registries.tests.factories import CITY, EAST, IN_THE_EAST, WEST, a_person

pytestmark = pytest.mark.django_db
Country = dict[str, Organisation]


def counted() -> dict[tuple[str, str, int], int]:
    rows = Headcount.objects.exclude(persons=0).values_list("region_id", "sex", "born", "persons")
    return {(region, sex, born): persons for region, sex, born, persons in rows}


def test_everyone_who_is_loaded_is_counted_once(country: Country) -> None:
    load_block(CITY.block(0), on=CITY.on)

    assert Headcount.objects.total() == CITY.persons
    assert counted() == Counter((one.region_id, one.sex, one.birth_date.year) for one in Person.objects.all())


def test_who_moves_is_counted_where_they_live_now(country: Country) -> None:
    person = a_person(EAST, sex="女", birth_date=date(1980, 1, 1))
    a_person(EAST, sex="女", birth_date=date(1980, 12, 31))

    person.region_id = WEST
    person.save()

    assert counted() == {(EAST, "女", 1980): 1, (WEST, "女", 1980): 1}
    assert Headcount.objects.within(IN_THE_EAST).total() == 1


def test_who_is_gone_is_counted_no_more(country: Country) -> None:
    person = a_person()

    person.delete()

    assert counted() == {}


def test_another_name_changes_no_count(country: Country) -> None:
    person = a_person()
    before = counted()

    person.name = "李鸣"
    person.save()

    assert counted() == before


def test_nobody_at_all_is_none(country: Country) -> None:
    assert Headcount.objects.total() == 0
