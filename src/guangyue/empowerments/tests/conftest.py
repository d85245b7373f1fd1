"""What the tests of powers start from: a city with a department, a zone and a matter."""

from pathlib import Path

import pytest
from pytest_django import Settings

from guangyue.empowerments.models import GrantingDocument
from guangyue.empowerments.tests.factories import a_document, a_zone
from guangyue.matters.declaration import Level
from guangyue.matters.models import Exercise, Matter
from guangyue.organisations.models import Name, Organisation, Region


@pytest.fixture(autouse=True)
def kept_in_a_place_of_its_own(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def city(db: None) -> Region:
    return Region.objects.create(code="990100", name="东湖市", kind=Region.Kind.CITY, standard="测试")


@pytest.fixture
def department(city: Region) -> Organisation:
    kind = Organisation.Kind.GOVERNMENT
    made = Organisation.objects.create(key="market", name="东湖市市场监督管理局", kind=kind, region=city)
    Name.objects.create(organisation=made, text=made.name, kind=Name.Kind.FULL)
    return made


@pytest.fixture
def zone(city: Region) -> Organisation:
    made = a_zone(under=city)
    Name.objects.create(organisation=made, text=made.name, kind=Name.Kind.FULL)
    return made


@pytest.fixture
def document(zone: Organisation) -> GrantingDocument:
    return a_document(zone)


@pytest.fixture
def matter(department: Organisation) -> Matter:
    """Of the catalogue, exercised by the department for the city."""
    matter = Matter.objects.create(
        code="000101",
        owner=department,
        name="食品经营许可",
        kind="PERMIT",
        state=Matter.State.RELEASED,
    )
    Exercise.objects.create(matter=matter, unit=department, region=department.region, level=Level.CITY.name)
    return matter
