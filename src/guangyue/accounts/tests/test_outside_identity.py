"""Signing in by an outside OpenID provider, over real HTTP."""

import urllib.request
from collections.abc import Iterator
from http import HTTPStatus
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import SESSION_KEY
from django.test import Client
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.accounts.tests.provider import CLIENT, SECRET, Provider, running_provider

pytestmark = pytest.mark.django_db

OUTSIDE = "/account/outside/outside/"


class StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments: object, **keywords: object) -> None:
        """Where the provider sends the browser is followed by the browser of the test."""


@pytest.fixture
def provider(settings: Settings) -> Iterator[Provider]:
    with running_provider() as provider:
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {
                "APPS": [
                    {
                        "provider_id": "outside",
                        "name": "统一身份认证",
                        "client_id": CLIENT,
                        "secret": SECRET,
                        "settings": {"server_url": provider.url, "oauth_pkce_enabled": True},
                    }
                ]
            }
        }
        yield provider


def visit(address: str) -> str:
    """Where the provider sends the browser."""
    try:
        urllib.request.build_opener(StayHere).open(address)
    except HTTPError as answer:
        return str(answer.headers["Location"])
    raise AssertionError(f"{address} sends nobody anywhere")


def go_through(client: Client, *, asked_for: str = "") -> str:
    """From the button on the sign-in page to where it ends."""
    started = client.post(OUTSIDE, {"next": asked_for} if asked_for else {})
    back = urlsplit(visit(started["Location"]))
    return str(client.get(f"{back.path}?{back.query}").headers.get("Location", ""))


def whose(client: Client) -> User | None:
    key = client.session.get(SESSION_KEY)
    return User.objects.get(pk=key) if key else None


@pytest.mark.usefixtures("provider")
def test_the_button_stands_on_the_sign_in_page_when_a_provider_is_configured(client: Client) -> None:
    page = client.get("/account/sign-in/").content.decode()

    assert "用统一身份认证登录" in page
    assert f'action="{OUTSIDE}"' in page


def test_without_a_provider_there_is_no_button(client: Client) -> None:
    assert "outside" not in client.get("/account/sign-in/").content.decode()
    assert client.post(OUTSIDE).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.usefixtures("provider")
def test_the_account_of_the_same_user_name_is_signed_in_and_linked(client: Client) -> None:
    user = a_user("wang")

    ends_at = go_through(client)

    assert whose(client) == user
    assert ends_at == "/account/entrance/"
    assert SocialAccount.objects.get().user == user
    assert user.sessions.get().address == "127.0.0.1"


def test_the_link_stays_when_the_name_changes_outside(client: Client, provider: Provider) -> None:
    user, other = a_user("wang"), a_user("li")
    go_through(Client())
    provider.person["preferred_username"] = "li"

    go_through(client)

    assert whose(client) == user
    assert not SocialAccount.objects.filter(user=other).exists()


def test_a_name_that_only_looks_the_same_is_nobodys(client: Client, provider: Provider) -> None:
    a_user("wang")
    provider.person["preferred_username"] = "w\u0430ng"  # the second letter is Cyrillic

    go_through(client)

    assert whose(client) is None


def test_whoever_has_no_account_here_gets_none(client: Client, provider: Provider) -> None:
    provider.person["preferred_username"] = "stranger"

    go_through(client)

    assert whose(client) is None
    assert not User.objects.exists()
    assert not SocialAccount.objects.exists()


@pytest.mark.usefixtures("provider")
def test_a_disabled_account_stays_out(client: Client) -> None:
    a_user("wang", is_active=False)

    go_through(client)

    assert whose(client) is None


@pytest.mark.usefixtures("provider")
def test_an_account_disabled_after_it_was_linked_stays_out(client: Client) -> None:
    user = a_user("wang")
    go_through(Client())
    User.objects.filter(pk=user.pk).update(is_active=False)

    go_through(client)

    assert whose(client) is None


@pytest.mark.usefixtures("provider")
def test_the_second_factor_is_asked_for_all_the_same(client: Client) -> None:
    TOTP.activate(a_user("wang"), "JBSWY3DPEHPK3PXP")

    assert go_through(client) == "/account/code/"
    assert whose(client) is None


@pytest.mark.usefixtures("provider")
def test_the_page_asked_for_comes_after_it_and_no_other_site() -> None:
    a_user("wang")

    assert go_through(Client(), asked_for="/account/") == "/account/"
    assert go_through(Client(), asked_for="https://evil.example/") == "/account/entrance/"


@pytest.mark.usefixtures("provider")
def test_an_answer_that_nobody_asked_for_is_refused(client: Client) -> None:
    a_user("wang")

    for query in ("", "?code=stolen", "?code=stolen&state=made-up", "?state=made-up", "?error=server_error"):
        answer = client.get(f"{OUTSIDE}callback/{query}")
        assert answer.status_code == HTTPStatus.UNAUTHORIZED
    assert whose(client) is None


@pytest.mark.usefixtures("provider")
def test_the_answer_of_one_browser_does_not_sign_another_in(client: Client) -> None:
    a_user("wang")
    back = urlsplit(visit(client.post(OUTSIDE)["Location"]))

    other = Client()
    other.get(f"{back.path}?{back.query}")

    assert whose(other) is None


def test_whoever_turns_back_at_the_provider_is_told_so(client: Client, provider: Provider) -> None:
    provider.cancels = True

    assert go_through(client) == "/account/outside/cancelled/"
    assert "取消了登录" in client.get("/account/outside/cancelled/").content.decode()


def test_a_provider_that_does_not_answer_is_no_error_of_ours(client: Client, settings: Settings) -> None:
    with running_provider() as gone:
        address = gone.url
    app = {"provider_id": "outside", "name": "统一身份认证", "client_id": CLIENT, "secret": SECRET}
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"APPS": [{**app, "settings": {"server_url": address}}]}
    }

    answer = client.post(OUTSIDE)

    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert "没有答复" in answer.content.decode()


@pytest.mark.usefixtures("provider")
def test_a_link_asks_before_it_leads_away(client: Client) -> None:
    answer = client.get(OUTSIDE)

    assert answer.status_code == HTTPStatus.OK
    assert "将前往统一身份认证" in answer.content.decode()
