"""One's own account."""

from http import HTTPStatus

import pytest
from django.test import Client

from guangyue.accounts.models import AccountChange, Kind, User
from guangyue.accounts.tests.factories import PASSWORD, a_grant, a_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_passwords")]

NEW = "Dong-chang-7"
OWN = "/account/password/"


def signed_in(user: User) -> Client:
    client = Client(HTTP_ACCEPT="text/html")
    client.post("/account/sign-in/", {"name": user.username, "password": PASSWORD})
    return client


def change(client: Client, *, current: str = PASSWORD, new: str = NEW, again: str | None = None) -> str:
    answer = client.post(OWN, {"current": current, "new": new, "again": new if again is None else again})
    return "" if answer.status_code == HTTPStatus.FOUND else answer.content.decode()


def test_a_new_password_is_the_one_that_counts() -> None:
    user = a_user(password=PASSWORD)

    assert change(signed_in(user)) == ""

    user.refresh_from_db()
    assert user.check_password(NEW)
    assert user.changes.get().what == AccountChange.What.PASSWORD_CHANGED


def test_whoever_holds_a_first_password_changes_it_before_anything_else() -> None:
    user = a_user(password=PASSWORD, must_change_password=True)
    client = signed_in(user)

    assert client.get("/desk/")["Location"] == OWN
    assert "请先修改密码" in client.get(OWN).content.decode()
    assert change(client) == ""
    assert client.get("/desk/").status_code == HTTPStatus.OK


def test_the_way_out_stays_open_meanwhile() -> None:
    client = signed_in(a_user(password=PASSWORD, must_change_password=True))

    assert client.post("/account/sign-out/")["Location"] == "/account/sign-in/"


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        ("Short-1aa", "至少要有 10 个字符"),
        ("1234567890", "至少三种"),
        ("lower-case-only", "至少三种"),
        ("Wangxiaoming-1", "密码里不能有用户名"),
        ("WANGXIAOMING-1a", "密码里不能有用户名"),
        ("Ab-13800138000", "密码里不能有用户名"),
        ("ｗａｎｇxiaoming-A1", "密码里不能有用户名"),
        (PASSWORD, "新密码不能和现在的密码一样"),
        ("Aa1-" * 50, "128"),
    ],
)
def test_a_password_that_is_easily_guessed_is_refused_with_the_reason(new: str, sentence: str) -> None:
    user = a_user("wangxiaoming", password=PASSWORD, phone="13800138000")

    page = change(signed_in(user), new=new)

    assert sentence in page
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_a_slip_of_the_finger_is_noticed() -> None:
    assert "两次输入的新密码不一样" in change(signed_in(a_user(password=PASSWORD)), again="Dong-chang-8")


def test_guessing_the_present_password_at_an_unattended_screen_is_counted() -> None:
    client = signed_in(a_user(password=PASSWORD))

    pages = [change(client, current="wrong") for _ in range(5)]

    assert "还可以再试 4 次" in pages[0]
    assert "已暂停登录" in pages[-1]
    assert "已暂停登录" in change(client)


def test_forged_fields_change_nothing_else() -> None:
    user = a_user(password=PASSWORD, kind=Kind.CITIZEN)
    client = signed_in(user)
    forged = {
        "kind": "staff",
        "username": "admin",
        "is_active": "1",
        "organisation": "1",
        "role": "administrator",
    }

    client.post(OWN, {"current": PASSWORD, "new": NEW, "again": NEW, **forged})

    changed = User.objects.get(pk=user.pk)
    assert (changed.kind, changed.username, changed.organisation) == (Kind.CITIZEN, user.username, None)
    assert not changed.grants.exists()


def test_the_page_shows_ones_roles_and_devices() -> None:
    user = a_user(password=PASSWORD)
    a_grant(user, "reviewer")

    page = signed_in(user).get("/account/").content.decode()

    assert "审核人员" in page
    assert "就是这一台" in page
