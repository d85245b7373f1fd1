"""The first administrator."""

import re
from io import StringIO

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from guangyue.accounts.duties import has_second_factor
from guangyue.accounts.holdings import holdings_of
from guangyue.accounts.models import User
from guangyue.accounts.permissions import MANAGE_ACCOUNTS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_passwords")]


def make_administrator(*arguments: str) -> str:
    """The password that was shown, if any."""
    said = StringIO()
    call_command("make_administrator", *arguments, stdout=said)
    shown = re.search(r"密码 ([a-z0-9-]+)（", said.getvalue())
    return shown[1] if shown else ""


def test_the_first_start_makes_an_administrator_for_the_whole_city_and_shows_the_password_once() -> None:
    password = make_administrator()

    user = User.objects.get(username="admin")
    assert user.check_password(password)
    assert holdings_of(user, at=timezone.now()).scope(MANAGE_ACCOUNTS).everywhere
    assert make_administrator() == ""


def test_no_password_is_the_password_of_another_city() -> None:
    first = make_administrator()
    User.objects.get().changes.all().delete()
    User.objects.get().grants.all().delete()
    User.objects.get().delete()

    assert first != make_administrator()


def test_the_first_sign_in_asks_for_a_password_of_ones_own_and_then_for_a_second_factor() -> None:
    client = Client(HTTP_ACCEPT="text/html")
    client.post("/account/sign-in/", {"name": "admin", "password": (password := make_administrator())})

    assert client.get("/desk/")["Location"] == "/account/password/"
    client.post("/account/password/", {"current": password, "new": "Guang-yue-1", "again": "Guang-yue-1"})
    assert client.get("/desk/")["Location"] == "/account/second-factor/activation/"


def test_an_administrator_who_lost_everything_is_helped_at_the_server() -> None:
    first = make_administrator()
    user = User.objects.get(username="admin")
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    User.objects.update(is_active=False)

    second = make_administrator("--reset")

    user = User.objects.get(username="admin")
    assert user.is_active
    assert user.check_password(second)
    assert second != first
    assert not has_second_factor(user)
    assert user.changes.order_by("-pk")[0].by is None
