"""The way in and the way out, through the pages."""

from http import HTTPStatus

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from guangyue.accounts.models import Kind, Session
from guangyue.accounts.tests.factories import PASSWORD, a_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_passwords")]

SIGN_IN = "/account/sign-in/"


def sign_in(client: Client, *, name: str = "wang", password: str = PASSWORD, **more: str) -> int:
    """The status of the answer; 302 is in."""
    return client.post(SIGN_IN, {"name": name, "password": password, **more}).status_code


def is_in(client: Client) -> bool:
    return SESSION_KEY in client.session


def test_the_right_password_opens_ones_own_side_of_the_city(client: Client) -> None:
    a_user("wang", password=PASSWORD)

    answer = client.post(SIGN_IN, {"name": "wang", "password": PASSWORD}, follow=True)

    assert is_in(client)
    assert answer.redirect_chain[-1][0] == reverse("desk:home")


def test_a_citizen_comes_to_the_portal(client: Client) -> None:
    a_user("wang", password=PASSWORD, kind=Kind.CITIZEN)

    answer = client.post(SIGN_IN, {"name": "wang", "password": PASSWORD}, follow=True)

    assert answer.redirect_chain[-1][0] == reverse("portal:home")


def test_a_wrong_password_is_said_on_the_form_and_nothing_is_kept_of_it(client: Client) -> None:
    a_user("wang", password=PASSWORD)

    answer = client.post(SIGN_IN, {"name": "wang", "password": "Wrong-2026"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "还可以再试 4 次" in answer.content.decode()
    assert "Wrong-2026" not in answer.content.decode()
    assert not is_in(client)


def test_a_locked_account_answers_too_many_requests(client: Client) -> None:
    a_user("wang", password=PASSWORD)

    for _ in range(4):
        sign_in(client, password="wrong")

    assert sign_in(client, password="wrong") == HTTPStatus.TOO_MANY_REQUESTS
    assert sign_in(client) == HTTPStatus.TOO_MANY_REQUESTS


def test_what_is_left_empty_is_named(client: Client) -> None:
    answer = client.post(SIGN_IN, {})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.content.decode().count("这个字段是必填项") == 2


def test_a_password_of_a_megabyte_is_refused_before_it_is_hashed(client: Client, hashes: list[str]) -> None:
    a_user("wang", password=PASSWORD)
    hashes.clear()

    assert sign_in(client, password="a" * 1_000_000) == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sign_in(client, name="a" * 1_000_000) == HTTPStatus.UNPROCESSABLE_ENTITY
    assert hashes == []


@pytest.mark.parametrize("name", ["\x00wang", "wang\x00", "'; drop table accounts_user; --", "wang%", "用户"])
def test_odd_names_are_only_wrong(client: Client, name: str) -> None:
    a_user("wang", password=PASSWORD)

    assert sign_in(client, name=name) == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_do_no_harm(client: Client, method: str) -> None:
    assert getattr(client, method)(SIGN_IN).status_code in (HTTPStatus.OK, HTTPStatus.METHOD_NOT_ALLOWED)


def test_the_page_one_was_on_the_way_to_comes_after_signing_in(client: Client) -> None:
    a_user("wang", password=PASSWORD)
    turned_away = client.get("/account/", HTTP_ACCEPT="text/html")

    assert turned_away["Location"] == f"{SIGN_IN}?next=%2Faccount%2F"
    answer = client.post(SIGN_IN, {"name": "wang", "password": PASSWORD, "next": "/account/"})
    assert answer["Location"] == "/account/"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "javascript:alert(1)",
        "http:evil.example",
        "evil",
        "/\t/evil.example/",
        " https://evil.example/",
    ],
)
def test_nobody_is_led_elsewhere_after_signing_in(client: Client, elsewhere: str) -> None:
    a_user("wang", password=PASSWORD)

    at_page = client.get(SIGN_IN, {"next": elsewhere})
    answer = client.post(SIGN_IN, {"name": "wang", "password": PASSWORD, "next": elsewhere})

    assert 'name="next"' not in at_page.content.decode()
    assert answer["Location"] == "/account/entrance/"


def test_a_session_that_was_planted_before_is_not_the_one_signed_in(client: Client) -> None:
    a_user("wang", password=PASSWORD)
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    planted = str(session.session_key)
    client.cookies["sessionid"] = planted

    sign_in(client)

    assert client.session.session_key != planted
    assert not Session.objects.filter(session_key=planted).exists()
    assert "planted" in client.session


def test_signing_in_as_another_takes_nothing_of_the_first_along(client: Client) -> None:
    client.force_login(a_user("li"))
    session = client.session
    session["secret"] = "of li"
    session.save()
    client.post("/account/sign-out/")
    a_user("wang", password=PASSWORD)

    sign_in(client)

    assert "secret" not in client.session


def test_signing_out_ends_the_session_for_good(client: Client) -> None:
    a_user("wang", password=PASSWORD)
    sign_in(client)
    kept = client.cookies["sessionid"].value

    client.post("/account/sign-out/")
    client.cookies["sessionid"] = kept

    assert not is_in(client)
    assert not Session.objects.filter(session_key=kept).exists()


def test_a_link_does_not_sign_anyone_out(client: Client) -> None:
    a_user("wang", password=PASSWORD)
    sign_in(client)

    assert client.get("/account/sign-out/").status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert is_in(client)


def test_a_form_of_another_site_signs_nobody_in_or_out() -> None:
    a_user("wang", password=PASSWORD)
    strict = Client(enforce_csrf_checks=True)

    assert sign_in(strict) == HTTPStatus.FORBIDDEN
    assert strict.post("/account/sign-out/").status_code == HTTPStatus.FORBIDDEN


def test_the_sign_in_page_is_not_kept_by_caches(client: Client) -> None:
    assert "no-store" in client.get(SIGN_IN)["Cache-Control"]


def test_whoever_is_in_already_is_led_on(client: Client) -> None:
    client.force_login(a_user())

    assert client.get(SIGN_IN)["Location"] == "/account/entrance/"
