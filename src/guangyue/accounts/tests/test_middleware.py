"""Every view is held to its mark."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries, Settings

from guangyue.accounts.models import GrantEnd, Kind, User
from guangyue.accounts.tests.factories import a_grant, a_region, a_user

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("guangyue.accounts.tests.access_urls"),
    pytest.mark.usefixtures("demo"),
]


@pytest.fixture
def demo(settings: Settings) -> None:
    """Nobody is asked for a second factor here."""
    settings.DEMO = True


def client_of(user: User | None) -> Client:
    client = Client(HTTP_ACCEPT="text/html")
    if user:
        client.force_login(user)
    return client


def an_auditor(**grant: Any) -> User:
    user = a_user()
    a_grant(user, "auditor", **grant)
    return user


def test_what_is_open_is_open_to_all() -> None:
    for user in (None, a_user(), a_user(kind=Kind.CITIZEN)):
        assert client_of(user).get("/public/").content == b"public"


def test_a_view_that_says_nothing_is_refused_to_everyone() -> None:
    administrator = a_user()
    a_grant(administrator, "administrator")

    for user in (None, administrator):
        assert client_of(user).get("/unmarked/").status_code == HTTPStatus.FORBIDDEN


def test_whoever_is_not_signed_in_is_asked_to_and_comes_back() -> None:
    answer = client_of(None).get("/own/?page=2")

    assert answer["Location"] == "/account/sign-in/?next=%2Fown%2F%3Fpage%3D2"


def test_a_form_sent_after_the_session_ended_leads_to_the_sign_in_page_and_is_not_sent_again() -> None:
    assert client_of(None).post("/own/")["Location"] == "/account/sign-in/"


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in() -> None:
    answer = client_of(None).get("/own/", HTTP_HX_REQUEST="true")

    assert answer.status_code == HTTPStatus.UNAUTHORIZED
    assert answer["HX-Redirect"] == "/account/sign-in/"


def test_a_program_is_told_in_its_own_words() -> None:
    answer = Client().get("/own/", HTTP_ACCEPT="application/json")

    assert answer.status_code == HTTPStatus.UNAUTHORIZED
    assert answer.json()["detail"] == "请先登录。"


def test_pages_of_officials_are_closed_to_citizens_and_enterprises() -> None:
    assert client_of(a_user()).get("/staff/").status_code == HTTPStatus.OK
    for kind in (Kind.CITIZEN, Kind.ENTERPRISE):
        assert client_of(a_user(kind=kind)).get("/own/").status_code == HTTPStatus.OK
        assert client_of(a_user(kind=kind)).get("/staff/").status_code == HTTPStatus.FORBIDDEN


def test_a_grant_of_a_citizen_that_should_not_exist_opens_nothing() -> None:
    citizen = a_user(kind=Kind.CITIZEN)
    a_grant(citizen, "auditor")

    assert client_of(citizen).get("/permitted/").status_code == HTTPStatus.FORBIDDEN


def test_a_permission_that_is_not_held_is_named() -> None:
    answer = client_of(a_user()).get("/permitted/")

    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "查看账户和授权" in answer.content.decode()


def test_the_view_learns_the_rows_within_reach_and_what_else_is_allowed() -> None:
    everywhere, district = an_auditor(), an_auditor(region=a_region("3701"))

    assert client_of(everywhere).get("/permitted/").content == b"True False False"
    assert client_of(district).get("/permitted/").content == b"False False False"


def test_a_role_given_or_taken_while_signed_in_works_at_the_next_request() -> None:
    user = a_user()
    client = client_of(user)
    assert client.get("/permitted/").status_code == HTTPStatus.FORBIDDEN

    grant = a_grant(user, "auditor")
    assert client.get("/permitted/").status_code == HTTPStatus.OK

    GrantEnd.objects.create(grant=grant, at=timezone.now(), ground="轮岗")
    assert client.get("/permitted/").status_code == HTTPStatus.FORBIDDEN


def test_a_grant_that_ran_out_yesterday_no_longer_opens_the_page() -> None:
    today = localdate()
    until_today = an_auditor(since=today - timedelta(days=9), until=today)
    until_yesterday = an_auditor(since=today - timedelta(days=9), until=today - timedelta(days=1))

    assert client_of(until_today).get("/permitted/").status_code == HTTPStatus.OK
    assert client_of(until_yesterday).get("/permitted/").status_code == HTTPStatus.FORBIDDEN


def test_each_operation_of_an_api_has_its_own_mark() -> None:
    auditor = client_of(an_auditor())

    assert auditor.get("/api/things/").json() == ["thing"]
    assert auditor.post("/api/things/").status_code == HTTPStatus.FORBIDDEN
    assert auditor.delete("/api/things/").status_code == HTTPStatus.FORBIDDEN
    assert auditor.patch("/api/things/").status_code == HTTPStatus.METHOD_NOT_ALLOWED


def test_holding_a_permission_opens_the_operation() -> None:
    administrator = a_user()
    a_grant(administrator, "administrator")

    assert client_of(administrator).post("/api/things/").json() == ["made"]


def test_one_statement_reads_what_a_person_holds(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client = client_of(an_auditor(region=a_region("3701")))

    with django_assert_num_queries(3):  # the session, the account, the grants
        client.get("/permitted/")
