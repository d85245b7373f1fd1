"""What a grant covers, and when."""

from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import localdate

from guangyue.accounts.holdings import Holdings, holdings_of, reach_of
from guangyue.accounts.models import GrantEnd
from guangyue.accounts.permissions import MANAGE_ACCOUNTS, VIEW_ACCOUNTS
from guangyue.accounts.tests.factories import NOON, SHANGHAI, a_grant, a_region, a_user, an_organisation
from guangyue.jobs.permissions import SEE_QUEUE
from guangyue.kit.access import EVERYWHERE, NOWHERE

pytestmark = pytest.mark.django_db


def test_a_grant_without_limits_reaches_the_whole_city() -> None:
    user = a_user()
    a_grant(user, "auditor")

    held = holdings_of(user, at=NOON)

    assert held.may(VIEW_ACCOUNTS)
    assert held.scope(VIEW_ACCOUNTS) == EVERYWHERE


def test_a_role_allows_no_more_than_it_says() -> None:
    user = a_user()
    a_grant(user, "auditor")

    held = holdings_of(user, at=NOON)

    assert not held.may(MANAGE_ACCOUNTS)
    assert held.scope(MANAGE_ACCOUNTS) == NOWHERE


def test_a_region_covers_all_below_it_and_what_a_zone_runs_for_it() -> None:
    city = a_region("3700")
    district, zone = a_region("3701", parent=city), a_region("3702", parent=city)
    street = a_region("370101", parent=district)
    run_by_zone = a_region("370102", parent=district, managed_by=zone)
    user = a_user()
    a_grant(user, "auditor", region=district)

    scope = holdings_of(user, at=NOON).scope(VIEW_ACCOUNTS)

    assert {
        each for each in (city, district, zone, street, run_by_zone) if scope.covers(region=each.code)
    } == {
        district,
        street,
        run_by_zone,
    }
    assert reach_of(organisation=None, region=zone).regions == frozenset({"3702", "370102"})


def test_an_organisation_covers_its_subordinates_in_the_region_it_lies_in() -> None:
    city = a_region("3700")
    district = a_region("3701", parent=city)
    bureau = an_organisation("bureau", region=district)
    station = an_organisation("station", region=district, parent=bureau)
    other = an_organisation("other", region=district)
    user = a_user()
    a_grant(user, "auditor", organisation=bureau)

    scope = holdings_of(user, at=NOON).scope(VIEW_ACCOUNTS)

    assert scope.covers(region=district.code, organisation=station.pk)
    assert not scope.covers(region=district.code, organisation=other.pk)
    assert not scope.covers(region=city.code, organisation=bureau.pk)


def test_two_grants_do_not_lend_each_other_their_limits() -> None:
    first, second = a_region("3701"), a_region("3702")
    ours, theirs = an_organisation("ours", region=first), an_organisation("theirs", region=second)
    user = a_user()
    a_grant(user, "auditor", organisation=ours)
    a_grant(user, "auditor", organisation=theirs)

    scope = holdings_of(user, at=NOON).scope(VIEW_ACCOUNTS)

    assert scope.covers(region="3701", organisation=ours.pk)
    assert not scope.covers(region="3702", organisation=ours.pk)


@pytest.mark.parametrize(
    ("moment", "holds"),
    [
        (datetime(2026, 2, 28, 23, 59, 59, tzinfo=SHANGHAI), False),
        (datetime(2026, 3, 1, 0, 0, tzinfo=SHANGHAI), True),
        (datetime(2026, 3, 31, 23, 59, 59, tzinfo=SHANGHAI), True),
        (datetime(2026, 4, 1, 0, 0, tzinfo=SHANGHAI), False),
    ],
)
def test_a_grant_holds_from_its_first_midnight_to_its_last_by_the_clock_of_the_city(
    moment: datetime, holds: bool
) -> None:
    user = a_user()
    a_grant(user, "auditor", since=date(2026, 3, 1), until=date(2026, 3, 31))

    assert holdings_of(user, at=moment).may(VIEW_ACCOUNTS) is holds
    assert user.grants.in_force(at=moment).exists() is holds


def test_a_grant_that_was_taken_back_no_longer_holds() -> None:
    user = a_user()
    grant = a_grant(user, "auditor")
    GrantEnd.objects.create(grant=grant, at=NOON, ground="离岗")

    assert holdings_of(user, at=NOON - timedelta(seconds=1)).may(VIEW_ACCOUNTS)
    assert not holdings_of(user, at=NOON).may(VIEW_ACCOUNTS)
    assert not user.grants.in_force(at=NOON).exists()


def test_a_disabled_account_holds_nothing() -> None:
    user = a_user(is_active=False)
    a_grant(user, "auditor")

    assert holdings_of(user, at=NOON) == Holdings()


def test_a_role_that_the_city_has_given_up_allows_nothing() -> None:
    user = a_user()
    grant = a_grant(user, "lamplighter", since=localdate(NOON))

    assert holdings_of(user, at=NOON) == Holdings()
    assert grant.title == "lamplighter"


def test_what_belongs_to_no_place_needs_a_grant_for_the_whole_city() -> None:
    for_a_district, for_the_city = a_user(), a_user()
    a_grant(for_a_district, "administrator", region=a_region("3701"))
    a_grant(for_the_city, "administrator")

    assert not holdings_of(for_a_district, at=NOON).may(SEE_QUEUE)
    assert holdings_of(for_a_district, at=NOON).may(MANAGE_ACCOUNTS)
    assert holdings_of(for_the_city, at=NOON).scope(SEE_QUEUE) == EVERYWHERE
