"""What the tests of inspections start from."""

import pytest

from guangyue.inspections.kinds import ItemKind
from guangyue.inspections.models import Inspector, Item, PlanLine, Subject
from guangyue.inspections.tests.factories import a_planned_line, an_inspector, an_item, some_subjects
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.tests.factories import EAST, a_country


@pytest.fixture
def country(db: None) -> list[Organisation]:
    return list(a_country().values())


@pytest.fixture
def market(country: list[Organisation]) -> Organisation:
    return country[0]


@pytest.fixture
def health(country: list[Organisation]) -> Organisation:
    return country[1]


@pytest.fixture
def town(market: Organisation) -> Region:
    return Region.objects.get(code=EAST)


@pytest.fixture
def item(market: Organisation) -> Item:
    return an_item(market)


@pytest.fixture
def general_item(market: Organisation) -> Item:
    return an_item(market, kind=ItemKind.GENERAL)


@pytest.fixture
def subjects(town: Region, item: Item) -> list[Subject]:
    return some_subjects(town, [item], ("A", "B", "C", "D", "A", ""))


@pytest.fixture
def inspectors(market: Organisation, town: Region) -> list[Inspector]:
    return [an_inspector(market, town) for _ in range(4)]


@pytest.fixture
def line(item: Item, subjects: list[Subject], inspectors: list[Inspector]) -> PlanLine:
    """Half of six key units, four officials who can go."""
    return a_planned_line([item])
