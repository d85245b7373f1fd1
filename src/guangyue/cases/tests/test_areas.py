"""用地: the plots that a form asks for, on the page of their case and on the map of all."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guangyue.cases.models import Case
from guangyue.cases.tests.factories import a_case, a_matter
from guangyue.kit.tests.reading import text_of
from guangyue.matters.declaration import Entry, FormField, Material, Variant
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.registries.tests.factories import EAST, an_official

pytestmark = pytest.mark.django_db
CORNERS = [[115.98, 36.45], [115.99, 36.45], [115.99, 36.46], [115.98, 36.46], [115.98, 36.45]]
AREA = {"type": "MultiPolygon", "coordinates": [[CORNERS]]}


@pytest.fixture(autouse=True)
def no_second_factor(settings: Any) -> None:
    settings.DEMO = True


@pytest.fixture
def site(departments: dict[str, Organisation]) -> Matter:
    """A matter whose form asks where."""
    return a_matter(
        next(iter(departments.values())),
        materials=(Material("form", "申请表"),),
        fields=(FormField("where", "位置", Entry.AREA, required=False),),
        variants=(Variant("new", "新办", materials=("form",), fields=("where",)),),
        questions=(),
    )


@pytest.fixture
def review(site: Matter) -> Client:
    client = Client(headers={"accept": "text/html"})
    client.force_login(an_official("reviewer", organisation=site.owner))
    return client


def drawn(page: str, name: str) -> Any:
    found = re.search(rf'data-{name}="([^"]*)"', page)
    assert found
    return json.loads(found[1].replace("&#34;", '"'))


def test_the_plots_of_a_case_are_drawn_and_measured_on_its_page(review: Client, site: Matter) -> None:
    case = a_case(site, answers={"where": AREA})

    page = review.get(case.get_absolute_url())

    assert drawn(page.content.decode(), "areas") == AREA
    assert re.search(r"第 1 块 9\d\.\d\d 4", text_of(page))


def test_a_case_without_plots_has_no_map(review: Client, site: Matter) -> None:
    case = a_case(site)

    assert "data-areas" not in review.get(case.get_absolute_url()).content.decode()


def test_the_sites_within_reach_stand_on_one_map(review: Client, site: Matter) -> None:
    case = a_case(site, answers={"where": AREA})
    without = a_case(site)

    page = review.get(reverse("cases:areas")).content.decode()

    (one,) = drawn(page, "sites")
    assert (one["link"], one["polygons"]) == (case.get_absolute_url(), AREA["coordinates"])
    assert without.number not in page


def test_nobody_sees_the_sites_of_another_department(site: Matter) -> None:
    case = a_case(site, answers={"where": AREA})
    stranger = Client(headers={"accept": "text/html"})
    stranger.force_login(an_official("reviewer", region=EAST))

    page = stranger.get(reverse("cases:areas")).content.decode()

    assert Case.objects.get().number == case.number not in page
