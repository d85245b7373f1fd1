"""What a document demands of the catalogue, enacted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from guangyue.gazette.document import Clause
from guangyue.matters.declaration import Declaration, Level
from guangyue.matters.demands import Earlier, OfferMatter
from guangyue.matters.models import Exercise, Matter
from guangyue.matters.tests.factories import AT, SHOP
from guangyue.organisations.facts import OrganisationFact
from guangyue.organisations.models import Organisation

SINCE, TODAY = date(2019, 11, 30), AT.date()
ONE_DAY = timedelta(days=1)


@pytest.fixture
def office(bureau: Organisation) -> OrganisationFact:
    return OrganisationFact(bureau.key, bureau.name, bureau.kind, "", bureau.region_id, "2019-04")


def offered(office: OrganisationFact, since: date = SINCE, declaration: Declaration = SHOP) -> OfferMatter:
    clause = Clause("东政办〔2019〕9号", "三（一）")
    return OfferMatter(declaration, owner=office, cites=clause, since=since)


def days_of(matter: Matter) -> list[tuple[int, date | None, date | None]]:
    return list(matter.versions.order_by("number").values_list("number", "since", "until"))


def test_a_matter_is_in_force_from_its_day_and_enacting_it_again_changes_nothing(
    office: OrganisationFact,
) -> None:
    offered(office).enact(AT)
    offered(office).enact(AT)

    matter = Matter.objects.open().get()
    assert days_of(matter) == [(1, SINCE, None)]
    assert [one.unit.key for one in matter.exercises.all()] == [office.key]


def test_a_matter_of_the_counties_is_exercised_by_each(
    office: OrganisationFact, bureau: Organisation
) -> None:
    county = Organisation.objects.create(
        key="county", name="东湖区人民政府", kind=Organisation.Kind.COUNTY, region=bureau.region
    )

    offered(office, declaration=replace(SHOP, levels=(Level.COUNTY,))).enact(AT)

    assert [one.unit for one in Exercise.objects.all()] == [county]


def test_a_matter_has_the_version_that_was_before_from_its_own_day(office: OrganisationFact) -> None:
    before = Earlier(replace(SHOP, promised_days=9), since=date(2019, 1, 1))
    for _ in range(2):
        replace(offered(office), before=before).enact(AT)

    matter = Matter.objects.get()
    assert days_of(matter) == [(1, date(2019, 1, 1), SINCE - ONE_DAY), (2, SINCE, None)]
    assert matter.promised_days == SHOP.promised_days


def test_what_is_put_back_to_what_it_said_before_is_released_again(office: OrganisationFact) -> None:
    otherwise = replace(SHOP, promised_days=3)
    for declaration in (SHOP, otherwise, SHOP, SHOP):
        offered(office, declaration=declaration).enact(AT)

    matter = Matter.objects.get()
    assert [version.declared.promised_days for version in matter.versions.order_by("number")] == [5, 3, 5]


def test_what_was_before_is_released_only_with_the_matters_first_version(office: OrganisationFact) -> None:
    offered(office).enact(AT)

    before = Earlier(replace(SHOP, promised_days=9), since=date(2019, 1, 1))
    replace(offered(office), before=before).enact(AT)

    assert days_of(Matter.objects.get()) == [(1, SINCE, None)]


def test_what_the_city_says_otherwise_today_is_in_force_from_today_and_what_follows_from_tomorrow(
    office: OrganisationFact,
) -> None:
    offered(office).enact(AT)
    offered(office, declaration=replace(SHOP, promised_days=3)).enact(AT)
    offered(office, declaration=replace(SHOP, promised_days=2)).enact(AT)

    matter = Matter.objects.get()
    assert [since for _, since, _ in days_of(matter)] == [SINCE, TODAY, TODAY + ONE_DAY]
    assert matter.promised_days == 3
