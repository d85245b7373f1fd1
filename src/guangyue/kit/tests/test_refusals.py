"""What a person sees when a request comes to nothing."""

import json
import logging

import pytest
from django.test import Client
from pytest_django import Settings

from guangyue.kit.refusals import ReferenceFilter

pytestmark = pytest.mark.urls("guangyue.kit.tests.refusing_urls")

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
HTMX = {"HX-Request": "true", "Accept": "text/html, */*"}


@pytest.fixture(autouse=True)
def only_the_kit(settings: Settings) -> None:
    settings.MIDDLEWARE = [
        "guangyue.kit.refusals.ReferenceMiddleware",
        "guangyue.kit.refusals.RefusalMiddleware",
    ]
    settings.CSRF_FAILURE_VIEW = "guangyue.kit.refusals.form_expired"


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        ("/refused/", 409, "这件事由其他窗口办理。"),
        ("/refused-at-field/", 422, "身份证号码应为 18 位。"),
        ("/broken/", 500, "系统出了差错"),
        ("/forbidden/", 403, "您没有打开这个页面的权限。"),
        ("/missing/", 404, "没有找到"),
        ("/no-such-page/", 404, "没有找到"),
        ("/suspicious/", 400, "请求无法处理"),
        ("/post-only/", 405, "不能这样打开"),
    ],
)
def test_every_failure_is_a_chinese_page_with_its_reference_number(
    visitor: Client, path: str, status: int, sentence: str
) -> None:
    response = visitor.get(path, headers=BROWSER)

    page = response.content.decode()
    assert response.status_code == status
    assert sentence in page
    assert response["X-Request-Id"] in page


def test_a_page_never_shows_what_went_wrong_inside(visitor: Client) -> None:
    response = visitor.get("/broken/", headers=BROWSER)

    assert "secret" not in response.content.decode()


def test_even_when_no_page_can_be_shown_there_is_a_sentence(visitor: Client, settings: Settings) -> None:
    settings.TEMPLATES = []

    response = visitor.get("/broken/", headers=BROWSER)

    assert response.status_code == 500
    assert "系统出了差错" in response.content.decode()
    assert response["X-Request-Id"] in response.content.decode()


def test_a_program_gets_a_problem_document(visitor: Client) -> None:
    response = visitor.get("/refused-at-field/", headers={"Accept": "application/json"})

    assert response["Content-Type"] == "application/problem+json"
    assert json.loads(response.content) == {
        "title": "填写的内容有误",
        "status": 422,
        "detail": "身份证号码应为 18 位。",
        "field": "id_number",
        "reference": response["X-Request-Id"],
    }


def test_part_of_a_page_gets_the_refusal_where_the_frame_keeps_room_for_it(visitor: Client) -> None:
    response = visitor.get("/refused/", headers=HTMX)

    assert response.status_code == 409
    assert response["HX-Retarget"] == "#refusal"
    assert "<html" not in response.content.decode()
    assert "请转到受理窗口。" in response.content.decode()


def test_an_old_form_asks_to_be_sent_again() -> None:
    response = Client(enforce_csrf_checks=True).post("/form/", headers=BROWSER)

    assert response.status_code == 403
    assert "页面停留太久" in response.content.decode()


def test_the_way_back_stays_on_this_site(visitor: Client) -> None:
    before = "https://elsewhere.example//evil.example/cases/?page=2"

    response = visitor.get("/refused/", headers={**BROWSER, "Referer": before})

    assert 'href="/evil.example/cases/?page=2"' in response.content.decode()


def test_each_request_has_a_reference_of_its_own(visitor: Client) -> None:
    first, second = visitor.get("/fine/"), visitor.get("/fine/")

    assert first["X-Request-Id"] == first.content.decode()
    assert first["X-Request-Id"] != second["X-Request-Id"]


def test_the_log_line_of_a_failure_has_the_reference_that_the_person_was_shown(
    visitor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.handler.addFilter(ReferenceFilter())

    response = visitor.get("/missing/", headers=BROWSER)

    (record,) = caplog.records
    assert record.__dict__["reference"] == response["X-Request-Id"]


def test_a_log_line_outside_a_request_has_no_reference() -> None:
    record = logging.makeLogRecord({"msg": "started"})

    assert ReferenceFilter().filter(record)
    assert record.__dict__["reference"] == "-"
