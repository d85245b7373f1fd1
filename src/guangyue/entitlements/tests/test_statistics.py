"""统计: counted from the matches, within reach, with the days it took people to ask."""

from datetime import date, timedelta

import pytest

from guangyue.accounts.models import User
from guangyue.entitlements.models import Match
from guangyue.entitlements.services.gaps import report_gaps
from guangyue.entitlements.states import State
from guangyue.entitlements.statistics import searched_policies, tallies, total
from guangyue.entitlements.tests.test_pushing import CODE, ON, a_match
from guangyue.grants.models import Application
from guangyue.kit.access import EVERYWHERE
from guangyue.notifications.models import Notification
from guangyue.organisations.models import Organisation
from guangyue.registries.models import Person
from guangyue.registries.tests.factories import (
    EAST,
    IN_THE_EAST,
    NOON,
    WEST,
    a_country,
    a_person,
    an_official,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def country(db: None) -> None:
    a_country()


def applied(person: Person, on: date) -> None:
    Application.objects.create(
        number=f"SQ{person.pk}",
        code=CODE,
        person=person,
        region_id=EAST,
        on=on,
        judged_on=on,
        state=Application.State.SUBMITTED,
        consent_at=NOON,
        submitted_at=NOON,
        saved_at=NOON,
    )


def test_the_median_is_of_the_days_from_the_match_to_the_application() -> None:
    for days in (2, 5, 40):
        person = a_person()
        a_match(person, state=State.APPLIED)
        applied(person, ON + timedelta(days=days))

    (tally,) = tallies(scope=EVERYWHERE)[CODE].values()

    assert (tally.applied, tally.median_days) == (3, 5)


def test_money_is_of_those_who_have_not_asked() -> None:
    a_match(a_person(), amount=150_000)
    a_match(a_person(), amount=50_000)
    a_match(a_person(), amount=70_000, state=State.APPLIED, entitled=False)

    tally = total(tallies(scope=EVERYWHERE)[CODE])

    assert (tally.unclaimed, tally.unclaimed_money) == (2, 200_000)
    assert (tally.entitled, tally.applied_not_entitled) == (3, 1)


def test_another_district_is_not_counted_for_whoever_does_not_reach_it() -> None:
    a_match(a_person())
    a_match(a_person(WEST), district_id="990102", township_id=WEST)

    assert total(tallies(scope=EVERYWHERE)[CODE]).unclaimed == 2
    assert total(tallies(scope=IN_THE_EAST)[CODE]).unclaimed == 1
    assert Match.objects.within(IN_THE_EAST).count() == 1


def test_whoever_answers_for_a_policy_is_told_of_its_gap_once_a_month() -> None:
    (owner, *_) = searched_policies()[CODE].system.led_by
    organisation = Organisation.objects.create(
        key="owner", name=owner.name, kind=Organisation.Kind.GOVERNMENT, region_id="990100"
    )
    theirs, other = an_official("policy-finder"), an_official("policy-finder")
    User.objects.filter(pk=theirs.pk).update(organisation=organisation)
    a_match(a_person())

    for _ in range(2):
        report_gaps(month=ON.replace(day=1), at=NOON)

    assert [told.to for told in Notification.objects.all()] == [theirs]
    assert not Notification.objects.of(other).exists()
