"""Who may give a role to whom, and what becomes of it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from guangyue.accounts.granting import (
    GrantedAlready,
    LastAdministrator,
    OneselfGranted,
    OnlyForStaff,
    OutOfReach,
    RolesKeptApart,
    end_grant,
    give_grant,
)
from guangyue.accounts.models import Grant, Kind, User
from guangyue.accounts.roles import roles
from guangyue.accounts.services import disable_account
from guangyue.accounts.tests.factories import NOON, a_grant, a_region, a_user, an_organisation
from guangyue.kit.access import EVERYWHERE, Reach, Scope
from guangyue.kit.refusals import Refused

pytestmark = pytest.mark.django_db

TODAY = localdate(NOON)


def given(user: User, role: str = "reviewer", **details: Any) -> Grant:
    usual = {
        "organisation": None,
        "region": None,
        "since": TODAY,
        "until": None,
        "by": None,
        "at": NOON,
        "ground": "岗位分工",
        "scope": EVERYWHERE,
    }
    return give_grant(user=user, role=roles()[role], **{**usual, **details})


def test_a_grant_says_who_gave_it_when_and_on_what_ground() -> None:
    manager, user = a_user(), a_user()

    grant = given(user, by=manager)

    assert (grant.by, grant.at, grant.ground) == (manager, NOON, "岗位分工")


def test_nobody_grants_himself() -> None:
    manager = a_user()

    with pytest.raises(OneselfGranted):
        given(manager, by=manager)


def test_the_database_too_refuses_a_grant_to_oneself() -> None:
    manager = a_user()

    with pytest.raises(IntegrityError, match="nobody_grants_himself"), transaction.atomic():
        Grant.objects.create(user=manager, role="reviewer", since=TODAY, by=manager, at=NOON, ground="自授")


def test_roles_are_for_officials_only() -> None:
    with pytest.raises(OnlyForStaff):
        given(a_user(kind=Kind.CITIZEN))


def test_a_manager_of_one_district_grants_only_within_it() -> None:
    city = a_region("3700")
    mine, other = a_region("3701", parent=city), a_region("3702", parent=city)
    bureau = an_organisation("bureau", region=mine)
    scope = Scope((Reach(regions=frozenset({"3701"})),))

    assert given(a_user(), region=mine, scope=scope)
    assert given(a_user(), organisation=bureau, scope=scope)
    with pytest.raises(OutOfReach):
        given(a_user(), region=other, scope=scope)
    with pytest.raises(OutOfReach):
        given(a_user(), region=city, scope=scope)
    with pytest.raises(OutOfReach):
        given(a_user(), scope=scope)


def test_a_manager_of_one_bureau_does_not_grant_for_all_bureaux_of_the_district() -> None:
    district = a_region("3701")
    bureau, other = an_organisation("bureau", region=district), an_organisation("other", region=district)
    scope = Scope((Reach(regions=frozenset({"3701"}), organisations=frozenset({bureau.pk})),))

    assert given(a_user(), organisation=bureau, scope=scope)
    with pytest.raises(OutOfReach):
        given(a_user(), organisation=other, scope=scope)
    with pytest.raises(OutOfReach):
        given(a_user(), region=district, scope=scope)


def test_the_same_grant_is_not_given_twice() -> None:
    user = a_user()
    given(user)

    with pytest.raises(GrantedAlready):
        given(user)


def test_whoever_keeps_the_accounts_does_not_audit_them() -> None:
    user = a_user()
    given(user, "administrator")

    with pytest.raises(RolesKeptApart, match="系统管理员"):
        given(user, "auditor")


@pytest.mark.parametrize(
    ("period", "field"),
    [
        ({"since": TODAY - timedelta(days=1)}, "since"),
        ({"since": TODAY, "until": TODAY - timedelta(days=1)}, "until"),
    ],
)
def test_a_period_begins_today_at_the_earliest_and_ends_after_it_begins(
    period: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        given(a_user(), **period)

    assert refused.value.field == field


def test_a_grant_for_one_day_is_a_grant() -> None:
    assert given(a_user(), since=TODAY, until=TODAY)


def test_a_grant_that_was_taken_back_can_be_given_again() -> None:
    manager, user = a_user(), a_user()
    first = given(user)

    end = end_grant(grant=first, by=manager, at=NOON, ground="轮岗", scope=EVERYWHERE)

    assert (end.by, end.ground) == (manager, "轮岗")
    assert given(user)


def test_a_grant_is_taken_back_once() -> None:
    manager = a_user()
    grant = given(a_user())
    end_grant(grant=grant, by=manager, at=NOON, ground="轮岗", scope=EVERYWHERE)

    with pytest.raises(Refused, match="已经到期或者已经收回"):
        end_grant(grant=grant, by=manager, at=NOON, ground="轮岗", scope=EVERYWHERE)


def test_a_grant_beyond_ones_own_scope_is_not_taken_back() -> None:
    grant = given(a_user())

    with pytest.raises(OutOfReach):
        end_grant(grant=grant, by=a_user(), at=NOON, ground="", scope=Scope((Reach(frozenset({"3701"})),)))


def test_the_last_administrator_stays() -> None:
    last, colleague = a_user(), a_user()
    grant = given(last, "administrator")
    given(colleague, "administrator", until=TODAY + timedelta(days=30))

    with pytest.raises(LastAdministrator):
        end_grant(grant=grant, by=colleague, at=NOON, ground="离职", scope=EVERYWHERE)
    with pytest.raises(LastAdministrator):
        disable_account(user=last, by=colleague, at=NOON, ground="离职", scope=EVERYWHERE)

    assert last.grants.in_force(at=NOON).exists()
    last.refresh_from_db()
    assert last.is_active


def test_one_of_two_administrators_can_go() -> None:
    leaving, staying = a_user(), a_user()
    grant = given(leaving, "administrator")
    given(staying, "administrator")

    end_grant(grant=grant, by=staying, at=NOON, ground="离职", scope=EVERYWHERE)

    assert not leaving.grants.in_force(at=NOON).exists()


def test_a_disabled_administrator_does_not_count_as_one() -> None:
    disabled, last = a_user(is_active=False), a_user()
    a_grant(disabled, "administrator")
    grant = given(last, "administrator")

    with pytest.raises(LastAdministrator):
        end_grant(grant=grant, by=a_user(), at=NOON, ground="离职", scope=EVERYWHERE)
