"""One click into the demonstration, and every way in which it must not be there."""

from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from pytest_django import Settings

from guangyue.accounts.demo import load
from guangyue.accounts.holdings import holdings_of
from guangyue.accounts.models import User
from guangyue.accounts.roles import roles
from guangyue.accounts.stepping_in import SIGNS_OF_A_PROXY, demo_accounts
from guangyue.accounts.tests.factories import NOON, a_region, a_user, an_organisation

pytestmark = pytest.mark.django_db

STEP_IN = "/account/step-in/"
SIGN_IN = "/account/sign-in/"


@pytest.fixture
def demo(settings: Settings) -> None:
    """The demonstration, with the organisations its people work in."""
    settings.DEMO = True
    city = a_region("371500")
    for code in {grant.region for account in demo_accounts() for grant in account.grants if grant.region}:
        a_region(code, parent=city)
    held = {grant.organisation for account in demo_accounts() for grant in account.grants}
    for key in (held | {account.organisation for account in demo_accounts()}) - {""}:
        an_organisation(key, region=city)
    load(say=lambda line: None)


def step_in(client: Client, username: str = "demo-clerk", **surroundings: Any) -> int:
    return client.post(STEP_IN, {"as": username}, **surroundings).status_code


def is_in(client: Client) -> bool:
    return SESSION_KEY in client.session


@pytest.mark.usefixtures("demo")
def test_every_side_of_the_city_is_one_click_away(client: Client) -> None:
    page = client.get(SIGN_IN).content.decode()

    for account in demo_accounts():
        assert account.sees in page
        assert step_in(client, account.username) == HTTPStatus.FOUND
        assert client.session[SESSION_KEY] == str(User.objects.get(username=account.username).pk)


@pytest.mark.usefixtures("demo")
def test_the_people_of_the_demonstration_hold_the_roles_they_are_shown_for() -> None:
    for account in demo_accounts():
        held = holdings_of(User.objects.get(username=account.username), at=NOON.replace(year=2100)).held

        assert {role.key for role, _ in held} == {grant.role for grant in account.grants}
    shown = {grant.role for account in demo_accounts() for grant in account.grants}
    assert shown == set(roles())


@pytest.mark.usefixtures("demo")
def test_loading_the_demonstration_again_changes_nothing() -> None:
    before = User.objects.count()

    load(say=lambda line: None)

    assert User.objects.count() == before


@pytest.mark.usefixtures("demo")
def test_a_link_does_not_step_in(client: Client) -> None:
    assert client.get(STEP_IN, {"as": "demo-administrator"}).status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert not is_in(client)


@pytest.mark.usefixtures("demo")
def test_a_form_of_another_site_does_not_step_in() -> None:
    strict = Client(enforce_csrf_checks=True)

    assert step_in(strict) == HTTPStatus.FORBIDDEN
    assert not is_in(strict)


@pytest.mark.usefixtures("demo")
def test_outside_a_demonstration_there_is_no_stepping_in(client: Client, settings: Settings) -> None:
    settings.DEMO = False

    assert step_in(client) == HTTPStatus.NOT_FOUND
    assert STEP_IN not in client.get(SIGN_IN).content.decode()
    assert not is_in(client)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("address", ["192.168.1.7", "10.0.0.1", "172.17.0.1", "2001:db8::1", "", "unknown"])
def test_nobody_steps_in_from_another_machine(client: Client, address: str) -> None:
    assert step_in(client, REMOTE_ADDR=address) == HTTPStatus.NOT_FOUND
    if address not in ("", "unknown"):
        assert STEP_IN not in client.get(SIGN_IN, REMOTE_ADDR=address).content.decode()
    assert not is_in(client)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1"])
def test_this_machine_has_more_than_one_address(client: Client, address: str) -> None:
    assert step_in(client, REMOTE_ADDR=address) == HTTPStatus.FOUND


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("sign", SIGNS_OF_A_PROXY)
def test_nobody_steps_in_through_a_proxy(client: Client, sign: str) -> None:
    through_proxy: dict[str, Any] = {sign: "127.0.0.1"}

    assert step_in(client, **through_proxy) == HTTPStatus.NOT_FOUND
    assert STEP_IN not in client.get(SIGN_IN, **through_proxy).content.decode()


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("username", ["admin", "", "demo-nobody", "DEMO-CLERK", "demo-clerk ", "\x00"])
def test_nobody_steps_in_as_a_real_person(client: Client, username: str) -> None:
    a_user("admin")

    assert step_in(client, username) == HTTPStatus.NOT_FOUND


@pytest.mark.usefixtures("demo")
def test_a_disabled_demonstration_account_is_not_offered(client: Client) -> None:
    User.objects.filter(username="demo-clerk").update(is_active=False)

    assert step_in(client) == HTTPStatus.NOT_FOUND
    assert 'value="demo-clerk"' not in client.get(SIGN_IN).content.decode()


@pytest.mark.usefixtures("demo")
def test_stepping_in_takes_nothing_of_the_person_before_along(client: Client) -> None:
    step_in(client, "demo-administrator")
    first = client.session.session_key
    session = client.session
    session["secret"] = "of the administrator"
    session.save()

    step_in(client, "demo-citizen")

    assert client.session.session_key != first
    assert "secret" not in client.session


@pytest.mark.usefixtures("demo")
def test_a_demonstration_account_has_no_password_to_guess(client: Client) -> None:
    for password in ("", "demo", "demo-clerk", "!"):
        client.post(SIGN_IN, {"name": "demo-clerk", "password": password})

    assert not is_in(client)
