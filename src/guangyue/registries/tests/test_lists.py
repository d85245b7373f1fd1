"""Lists of many: a page is read from an index, wherever in the register its rows lie."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet

from guangyue.kit.access import Reach, Scope
from guangyue.organisations.models import Organisation
from guangyue.registries.lists import HOUSEHOLDS, PERSONS
from guangyue.registries.models import Household, Person
from guangyue.registries.tests.factories import DAY, EAST, WEST

pytestmark = pytest.mark.django_db
Country = dict[str, Organisation]

IN_ONE_TOWNSHIP = Scope((Reach(regions=frozenset({EAST})),))


@pytest.fixture
def register(country: Country) -> None:
    """One township was entered after the other."""
    townships = [*[WEST] * 3000, *[EAST] * 30]
    Household.objects.bulk_create(
        Household(number=f"H{nth:06}", region_id=township) for nth, township in enumerate(townships)
    )
    Person.objects.bulk_create(
        Person(id_number=f"{nth:018}", name="李", sex="女", birth_date=DAY, region_id=township)
        for nth, township in enumerate(townships)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE registries_person, registries_household")


def rows_read_in_vain(rows: QuerySet[Any]) -> int:
    (plan,) = json.loads(rows.explain(analyze=True, format="json"))
    return sum(node.get("Rows Removed by Filter", 0) for node in nodes(plan["Plan"]))


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from nodes(part)


@pytest.mark.usefixtures("register")
def test_the_people_of_one_township_are_listed_without_reading_those_before_them() -> None:
    people = Person.objects.within(IN_ONE_TOWNSHIP).order_by(*PERSONS.orders[0].fields, "id")

    assert rows_read_in_vain(people[:25]) == 0


@pytest.mark.usefixtures("register")
def test_and_so_are_its_households() -> None:
    households = Household.objects.within(IN_ONE_TOWNSHIP).order_by(*HOUSEHOLDS.orders[0].fields, "id")

    assert rows_read_in_vain(households[:25]) == 0
