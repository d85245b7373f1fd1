"""What the OpenAPI document promises to programs, held against thousands of made-up requests."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance

from config.wsgi import application
from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user

pytestmark = pytest.mark.django_db

schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
MADE_UP = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
KEPT = [not_a_server_error, response_schema_conformance]


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """The requests of a test share its transaction, as they do in Django's own client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def clerk() -> User:
    clerk = a_user("clerk")
    a_grant(clerk, "clerk")
    return clerk


def cookies_of(user: User) -> dict[str, str]:
    browser = Client()
    browser.force_login(user)
    return {name: morsel.value for name, morsel in browser.cookies.items()}


@schema.parametrize()
@MADE_UP
def test_nothing_a_stranger_sends_breaks_the_interface(case: Any) -> None:
    case.call_and_validate(checks=KEPT)


@schema.parametrize()
@MADE_UP
def test_nothing_an_official_sends_breaks_the_interface(case: Any, clerk: User) -> None:
    case.call_and_validate(checks=KEPT, cookies=cookies_of(clerk))


def test_a_program_is_refused_in_its_own_form_with_a_reference_number(client: Client) -> None:
    answer = client.get("/api/v1/firms/NOSUCHFIRM00000000")

    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["reference"] == answer["X-Request-Id"]


@pytest.mark.parametrize(
    ("asked", "field", "said"),
    [
        ("start=2026-11-31&amount=5", "start", "应当是日期"),
        ("start=2026-11-30", "amount", "没有填写"),
        ("start=2026-11-30&amount=five", "amount", "应当是整数"),
        ("start=2026-11-30&amount=-1", "amount", "不能小于 0"),
        ("start=2026-11-30&amount=5&unit=week", "unit", "只能是"),
    ],
)
def test_what_is_wrongly_filled_is_named(client: Client, asked: str, field: str, said: str) -> None:
    answer = client.get(f"/api/v1/deadline?{asked}")

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.json()["field"] == field
    assert said in answer.json()["detail"]


def test_an_other_site_cannot_write_with_an_officials_session(clerk: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(clerk)

    answer = browser.post("/api/v1/lookups", {"id_number": "1"}, content_type="application/json")

    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_the_operations_are_described_as_openapi_3_1(client: Client) -> None:
    described = client.get("/api/v1/openapi.json").json()

    assert described["openapi"].startswith("3.1")
    assert "/api/v1/deadline" in described["paths"]
