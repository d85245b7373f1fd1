"""What is done to an account, by whom it may be done, and what is written down of it."""

from collections.abc import Callable
from typing import Any

import pytest

from guangyue.accounts.granting import OutOfReach
from guangyue.accounts.history import history_of
from guangyue.accounts.models import AccountChange, Kind, User
from guangyue.accounts.services import (
    NoSecondFactor,
    OneselfManaged,
    disable_account,
    enable_account,
    end_sessions,
    open_account,
    remove_second_factor,
    reset_password,
)
from guangyue.accounts.tests.factories import NOON, a_grant, a_region, a_user, an_organisation
from guangyue.kit.access import EVERYWHERE, Reach, Scope

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_passwords")]

What = AccountChange.What
DISTRICT = Scope((Reach(regions=frozenset({"3701"})),))


def test_an_account_opens_with_a_password_that_works_once() -> None:
    manager = a_user()
    user = User(username="wang", name="王某", kind=Kind.STAFF)

    password = open_account(user=user, by=manager, at=NOON, ground="报到单", scope=EVERYWHERE)

    user.refresh_from_db()
    assert user.check_password(password)
    assert user.must_change_password
    assert user.opened_at == NOON
    change = user.changes.get()
    assert (change.what, change.by, change.ground) == (What.OPENED, manager, "报到单")


def test_no_two_first_passwords_are_the_same() -> None:
    opened = [User(username=f"wang{number}", name="王某", kind=Kind.STAFF) for number in range(20)]

    passwords = {open_account(user=user, by=None, at=NOON, ground="", scope=EVERYWHERE) for user in opened}

    assert len(passwords) == 20
    assert all(len(password) == 19 for password in passwords)


def test_disabling_and_enabling_leave_a_row_each() -> None:
    manager, user = a_user(), a_user()

    disable_account(user=user, by=manager, at=NOON, ground="停职", scope=EVERYWHERE)
    assert not user.is_active
    enable_account(user=user, by=manager, at=NOON, ground="复职", scope=EVERYWHERE)
    assert user.is_active

    assert [(change.what, change.ground) for change in user.changes.order_by("pk")] == [
        (What.DISABLED, "停职"),
        (What.ENABLED, "复职"),
    ]


CHANGES: list[Callable[..., Any]] = [
    disable_account,
    enable_account,
    reset_password,
    remove_second_factor,
    end_sessions,
]


@pytest.mark.parametrize("change", CHANGES)
def test_nobody_manages_an_account_outside_his_scope(change: Callable[..., Any]) -> None:
    elsewhere = an_organisation("elsewhere", region=a_region("3702"))
    user = a_user(organisation=elsewhere)

    with pytest.raises(OutOfReach):
        change(user=user, by=a_user(), at=NOON, ground="", scope=DISTRICT)

    assert not user.changes.exists()


@pytest.mark.parametrize("change", CHANGES)
def test_a_manager_of_a_district_does_not_get_hold_of_a_wider_grant(change: Callable[..., Any]) -> None:
    """Whoever resets the password of an official with a city-wide role could act for the whole city."""
    bureau = an_organisation("bureau", region=a_region("3701"))
    user = a_user(organisation=bureau)
    a_grant(user, "administrator")

    with pytest.raises(OutOfReach):
        change(user=user, by=a_user(), at=NOON, ground="", scope=DISTRICT)


def test_an_account_of_the_public_needs_the_whole_city() -> None:
    citizen = a_user(kind=Kind.CITIZEN)

    with pytest.raises(OutOfReach):
        reset_password(user=citizen, by=a_user(), at=NOON, ground="", scope=DISTRICT)
    with pytest.raises(OutOfReach):
        open_account(
            user=User(username="wang", name="王某", kind=Kind.CITIZEN),
            by=a_user(),
            at=NOON,
            ground="",
            scope=DISTRICT,
        )


@pytest.mark.parametrize("change", [disable_account, enable_account, reset_password, remove_second_factor])
def test_nobody_manages_his_own_account(change: Callable[..., Any]) -> None:
    manager = a_user()

    with pytest.raises(OneselfManaged):
        change(user=manager, by=manager, at=NOON, ground="", scope=EVERYWHERE)


def test_a_second_factor_that_is_not_there_is_not_removed() -> None:
    with pytest.raises(NoSecondFactor):
        remove_second_factor(user=a_user(), by=a_user(), at=NOON, ground="", scope=EVERYWHERE)


def test_the_history_of_an_account_is_told_the_latest_first() -> None:
    manager, user = a_user(), a_user()
    a_grant(user, "reviewer")
    disable_account(user=user, by=manager, at=NOON, ground="停职", scope=EVERYWHERE)

    told = [(event.what, event.who, event.detail) for event in history_of(user)]

    assert told == [("停用账户", manager.name, "停职"), ("授予审核人员（全市）", "服务器命令行", "测试")]
