"""A code beside the password: setting it up, signing in with it, losing it."""

import re
from datetime import timedelta
from http import HTTPStatus

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.utils import timezone

from guangyue.accounts.models import Lock, User
from guangyue.accounts.services import remove_second_factor
from guangyue.accounts.tests.factories import PASSWORD, a_grant, a_user
from guangyue.kit.access import EVERYWHERE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_passwords")]

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
CODE = "/account/code/"


def code(secret: str = SECRET, *, steps: int = 0) -> str:
    """What the app shows now, or so many times thirty seconds later."""
    present = list(yield_hotp_counters_from_time())[1]
    return str(format_hotp_value(hotp_value(secret, present + steps)))


def with_second_factor(user: User) -> User:
    TOTP.activate(user, SECRET)
    return user


def after_password(user: User) -> Client:
    client = Client(HTTP_ACCEPT="text/html")
    answer = client.post(
        "/account/sign-in/", {"name": user.username, "password": PASSWORD, "next": "/account/"}
    )
    assert answer["Location"] == CODE
    return client


def is_in(client: Client) -> bool:
    return SESSION_KEY in client.session


def test_the_password_alone_is_not_enough() -> None:
    client = after_password(with_second_factor(a_user(password=PASSWORD)))

    assert not is_in(client)
    assert client.get("/account/")["Location"].startswith("/account/sign-in/")


def test_the_code_completes_the_sign_in_and_leads_to_the_page_asked_for() -> None:
    client = after_password(with_second_factor(a_user(password=PASSWORD)))

    answer = client.post(CODE, {"code": code()})

    assert is_in(client)
    assert answer["Location"] == "/account/"


def test_a_clock_that_is_half_a_minute_off_is_forgiven_and_two_minutes_are_not() -> None:
    user = with_second_factor(a_user(password=PASSWORD))

    near, far = after_password(user), after_password(user)
    near.post(CODE, {"code": code(steps=1)})
    far.post(CODE, {"code": code(steps=4)})

    assert is_in(near)
    assert not is_in(far)


def test_a_code_that_was_seen_over_the_shoulder_does_not_work_again() -> None:
    user = with_second_factor(a_user(password=PASSWORD))
    seen = code()
    after_password(user).post(CODE, {"code": seen})

    again = after_password(user)
    answer = again.post(CODE, {"code": seen})

    assert not is_in(again)
    assert "已经用过" in answer.content.decode()


def test_guessing_codes_locks_the_account_like_guessing_passwords() -> None:
    client = after_password(with_second_factor(a_user("wang", password=PASSWORD)))

    pages = [client.post(CODE, {"code": "000000"}).content.decode() for _ in range(6)]

    assert "还可以再试 4 次" in pages[0]
    assert "已暂停登录" in pages[-1]
    assert Lock.objects.filter(account="wang").exists()
    client.post(CODE, {"code": code()})
    assert not is_in(client)


@pytest.mark.parametrize("odd", ["", " ", "abc", "１２３４５６", "0" * 10_000, "\x00"])
def test_odd_codes_are_only_wrong(odd: str) -> None:
    client = after_password(with_second_factor(a_user(password=PASSWORD)))

    assert client.post(CODE, {"code": odd}).status_code in (HTTPStatus.OK, HTTPStatus.UNPROCESSABLE_ENTITY)
    assert not is_in(client)


def test_the_code_page_without_a_password_before_it_leads_back() -> None:
    client = Client()

    assert client.get(CODE)["Location"] == "/account/sign-in/"
    assert client.post(CODE, {"code": code()})["Location"] == "/account/sign-in/"


def test_setting_it_up_gives_a_picture_to_scan_and_ten_codes_for_the_drawer() -> None:
    user = a_user(password=PASSWORD)
    client = Client(HTTP_ACCEPT="text/html")
    client.post("/account/sign-in/", {"name": user.username, "password": PASSWORD})

    page = client.get("/account/second-factor/activation/").content.decode()
    secret = re.search(r"<code[^>]*>([A-Z2-7]+)</code>", page)
    assert secret
    assert "data:image/svg+xml" in page
    wrong = client.post("/account/second-factor/activation/", {"code": "000000"})
    answer = client.post("/account/second-factor/activation/", {"code": code(secret[1])})

    assert "动态码不对" in wrong.content.decode()
    assert answer["Location"] == "/account/recovery-codes/"
    codes = re.findall(r"<li>(\d{8})</li>", client.get("/account/recovery-codes/").content.decode())
    assert len(set(codes)) == 10
    assert client.get("/account/recovery-codes/download/").content.decode().count("\n") >= 10


def test_what_is_kept_in_the_database_is_not_the_secret() -> None:
    user = a_user(password=PASSWORD)
    client = Client(HTTP_ACCEPT="text/html")
    client.post("/account/sign-in/", {"name": user.username, "password": PASSWORD})
    page = client.get("/account/second-factor/activation/").content.decode()
    secret = re.search(r"<code[^>]*>([A-Z2-7]+)</code>", page)
    assert secret

    client.post("/account/second-factor/activation/", {"code": code(secret[1])})

    assert Authenticator.objects.count() == 2
    assert not any(secret[1] in str(kept.data) for kept in Authenticator.objects.all())


def test_a_recovery_code_works_once() -> None:
    user = a_user(password=PASSWORD)
    client = Client(HTTP_ACCEPT="text/html")
    client.post("/account/sign-in/", {"name": user.username, "password": PASSWORD})
    page = client.get("/account/second-factor/activation/").content.decode()
    secret = re.search(r"<code[^>]*>([A-Z2-7]+)</code>", page)
    assert secret
    client.post("/account/second-factor/activation/", {"code": code(secret[1])})
    spare = re.findall(r"<li>(\d{8})</li>", client.get("/account/recovery-codes/").content.decode())[3]

    first, second = after_password(user), after_password(user)
    first.post(CODE, {"code": spare})
    second.post(CODE, {"code": spare})

    assert is_in(first)
    assert not is_in(second)


def test_turning_it_off_asks_for_the_password_again_when_the_sign_in_was_long_ago() -> None:
    client = after_password(with_second_factor(a_user(password=PASSWORD)))
    client.post(CODE, {"code": code()})
    session = client.session
    session["account_authentication_methods"] = [
        {**record, "at": record["at"] - 3600} for record in session["account_authentication_methods"]
    ]
    session.save()

    answer = client.get("/account/second-factor/deactivation/")
    assert answer["Location"].startswith("/account/password-again/")
    wrong = client.post(answer["Location"], {"password": "wrong"})
    right = client.post(answer["Location"], {"password": PASSWORD})

    assert "用户名或者密码不对" in wrong.content.decode()
    assert right["Location"] == "/account/second-factor/deactivation/"
    client.post("/account/second-factor/deactivation/")
    assert not Authenticator.objects.exists()


def test_an_administrator_sets_it_up_before_anything_else() -> None:
    administrator = a_user()
    a_grant(administrator, "administrator")
    client = Client(HTTP_ACCEPT="text/html")
    client.force_login(administrator)

    assert client.get("/desk/")["Location"] == "/account/second-factor/activation/"
    assert client.get("/desk/accounts/")["Location"] == "/account/second-factor/activation/"
    assert "请先设置两步验证" in client.get("/account/second-factor/activation/").content.decode()
    with_second_factor(administrator)
    assert client.get("/desk/accounts/").status_code == HTTPStatus.OK


def test_an_administrator_does_not_turn_it_off() -> None:
    administrator = with_second_factor(a_user(password=PASSWORD))
    a_grant(administrator, "administrator")
    client = after_password(administrator)
    client.post(CODE, {"code": code()})

    answer = client.post("/account/second-factor/deactivation/")

    assert "不能关闭两步验证" in answer.content.decode()
    assert Authenticator.objects.filter(user=administrator).exists()


def test_whoever_lost_the_telephone_is_helped_by_an_administrator() -> None:
    user = with_second_factor(a_user(password=PASSWORD))

    remove_second_factor(user=user, by=a_user(), at=timezone.now(), ground="手机丢失", scope=EVERYWHERE)

    client = Client()
    client.post("/account/sign-in/", {"name": user.username, "password": PASSWORD})
    assert is_in(client)


def test_a_sign_in_that_stops_half_way_is_forgotten_after_a_while() -> None:
    client = after_password(with_second_factor(a_user(password=PASSWORD)))
    session = client.session
    session["account_login"]["initiated_at"] -= timedelta(hours=1).total_seconds()
    session.save()

    assert client.post(CODE, {"code": code()})["Location"] == "/account/sign-in/"
