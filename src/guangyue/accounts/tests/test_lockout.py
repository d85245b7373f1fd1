"""Guessing passwords."""

from datetime import datetime, timedelta

import pytest

from guangyue.accounts.lockout import Locked, lift_lock, locks_within
from guangyue.accounts.models import FailedSignIn, Lock
from guangyue.accounts.signing_in import AccountDisabled, WrongPassword, verify_password
from guangyue.accounts.tests.factories import NOON, PASSWORD, a_region, a_user, an_organisation
from guangyue.kit.access import EVERYWHERE, Reach, Scope
from guangyue.kit.refusals import Refused

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("quick_passwords"),
]

HERE, THERE = "10.0.0.1", "10.0.0.2"


def said(*, name: str, password: str = "wrong", address: str = HERE, at: datetime = NOON) -> str:
    try:
        return str(verify_password(name=name, password=password, address=address, at=at).username)
    except Refused as refusal:
        return refusal.sentence


def fail(times: int, *, name: str = "wang", address: str = HERE, at: datetime = NOON) -> list[str]:
    return [said(name=name, address=address, at=at) for _ in range(times)]


def test_user_name_phone_and_mail_all_lead_to_the_account() -> None:
    a_user("wang", password=PASSWORD, phone="13800138000", email="wang@example.cn")

    for name in ("wang", "13800138000", "wang@example.cn", "WANG", "ｗａｎｇ", "Wang@Example.cn", " wang "):
        assert said(name=name, password=PASSWORD) == "wang"


def test_an_unknown_name_and_a_wrong_password_read_the_same() -> None:
    a_user("wang", password=PASSWORD)

    assert fail(6, name="wang") == fail(6, name="nobody")


def test_letters_of_another_script_that_look_the_same_are_another_name() -> None:
    a_user("wang", password=PASSWORD)

    assert said(name="wаng", password=PASSWORD) == "用户名或者密码不对，还可以再试 4 次。"


def test_the_fifth_failure_locks_and_the_right_password_waits_too() -> None:
    a_user("wang", password=PASSWORD)

    assert fail(4)[-1] == "用户名或者密码不对，还可以再试 1 次。"
    assert fail(1) == ["失败次数过多，已暂停登录。请 15 分钟后再试，急用的请找管理员解除。"]
    assert "15 分钟" in said(name="wang", password=PASSWORD)


def test_the_remaining_minutes_are_said_and_then_the_lock_is_over() -> None:
    a_user("wang", password=PASSWORD)
    fail(5)

    assert "请 6 分钟后再试" in said(
        name="wang", password=PASSWORD, at=NOON + timedelta(minutes=9, seconds=1)
    )
    assert "请 1 分钟后再试" in said(
        name="wang", password=PASSWORD, at=NOON + timedelta(minutes=14, seconds=59)
    )
    assert said(name="wang", password=PASSWORD, at=NOON + timedelta(minutes=15)) == "wang"


def test_trying_while_locked_does_not_make_the_lock_longer() -> None:
    a_user("wang", password=PASSWORD)
    fail(5)
    fail(10, at=NOON + timedelta(minutes=14))

    assert said(name="wang", password=PASSWORD, at=NOON + timedelta(minutes=15)) == "wang"


def test_a_lock_at_one_desk_leaves_the_owner_free_at_another() -> None:
    a_user("wang", password=PASSWORD)
    fail(5, address=THERE)

    assert said(name="wang", password=PASSWORD, address=HERE) == "wang"


def test_guessing_from_many_addresses_locks_the_account_everywhere() -> None:
    a_user("wang", password=PASSWORD)
    for number in range(5):
        fail(4, address=f"10.1.0.{number}")

    assert "已暂停登录" in said(name="wang", password=PASSWORD, address=HERE)


def test_trying_one_password_on_many_names_locks_the_address() -> None:
    for number in range(100):
        said(name=f"name{number}")
    a_user("wang", password=PASSWORD)

    assert "已暂停登录" in said(name="wang", password=PASSWORD)
    assert said(name="wang", password=PASSWORD, address=THERE) == "wang"


def test_the_names_of_one_account_are_counted_together() -> None:
    a_user("wang", password=PASSWORD, phone="13800138000", email="wang@example.cn")
    fail(2, name="wang")
    fail(2, name="13800138000")

    assert "已暂停登录" in said(name="wang@example.cn")


def test_signing_in_forgets_the_failures_before_it() -> None:
    a_user("wang", password=PASSWORD)
    fail(4)
    said(name="wang", password=PASSWORD)

    assert fail(1) == ["用户名或者密码不对，还可以再试 4 次。"]


def test_many_attempts_at_once_are_counted_before_their_passwords_are_looked_at() -> None:
    a_user("wang", password=PASSWORD)
    FailedSignIn.objects.bulk_create(FailedSignIn(account="wang", address=HERE, at=NOON) for _ in range(5))

    with pytest.raises(Locked):
        verify_password(name="wang", password=PASSWORD, address=HERE, at=NOON)


def test_a_disabled_account_says_so_only_to_whoever_knows_the_password() -> None:
    a_user("wang", password=PASSWORD, is_active=False)

    with pytest.raises(AccountDisabled):
        verify_password(name="wang", password=PASSWORD, address=HERE, at=NOON)
    with pytest.raises(WrongPassword):
        verify_password(name="wang", password="wrong", address=HERE, at=NOON)


def test_an_account_without_a_password_cannot_be_signed_in_to() -> None:
    a_user("demo-clerk")

    assert "用户名或者密码不对" in said(name="demo-clerk", password="")
    assert "用户名或者密码不对" in said(name="demo-clerk", password="!")


def test_a_lock_that_is_lifted_lets_the_person_in() -> None:
    manager = a_user()
    a_user("wang", password=PASSWORD)
    fail(5)

    lift_lock(lock=Lock.objects.get(), by=manager, at=NOON)

    assert Lock.objects.get().lifted_by == manager
    assert said(name="wang", password=PASSWORD) == "wang"


def test_a_manager_sees_the_locks_of_the_accounts_within_reach() -> None:
    bureau = an_organisation("bureau", region=a_region("3701"))
    a_user("wang", password=PASSWORD, organisation=bureau)
    fail(5, name="wang")
    fail(5, name="nobody")
    scope = Scope((Reach(regions=frozenset({"3701"})),))

    assert [lock.account for lock in locks_within(scope, at=NOON)] == ["wang"]
    assert {lock.account for lock in locks_within(EVERYWHERE, at=NOON)} == {"wang", "nobody"}


def test_an_unknown_name_costs_as_many_hashes_as_a_known_one(hashes: list[str]) -> None:
    a_user("wang", password=PASSWORD)
    hashes.clear()

    said(name="wang")
    for_known = len(hashes)
    said(name="nobody")

    assert for_known == len(hashes) - for_known == 1
