"""The pages and the commands of 条款覆盖."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guangyue.accounts.tests.factories import a_region
from guangyue.systems.tests.small_city import PLAN, RULES

pytestmark = pytest.mark.django_db
COVERAGE = "/coverage/"


@pytest.fixture(autouse=True)
def small_city(settings: Settings) -> None:
    settings.GUANGYUE_CITY = "guangyue.systems.tests.small_city.CITY"
    a_region("990100")


@pytest.fixture
def visitor() -> Client:
    return Client(headers={"Accept": "text/html"})


def page(visitor: Client, address: str, **asked: str) -> str:
    answer = visitor.get(address, asked)
    assert answer.status_code == 200
    return str(answer.content.decode())


def document_page(number: str) -> str:
    return reverse("systems:document", args=[number])


def test_every_document_has_its_bar(visitor: Client) -> None:
    shown = page(visitor, COVERAGE)

    assert RULES.number in shown
    assert PLAN.number in shown
    assert 'aria-label="运行1条，不需系统2条，尚未研究2条"' in shown
    assert 'aria-label="运行1条，不需系统3条，尚未研究4条"' in shown


def test_documents_are_narrowed_and_ordered(visitor: Client) -> None:
    running = page(visitor, COVERAGE, show="running")
    by_share = page(visitor, COVERAGE, order="share")

    assert PLAN.number not in running
    assert by_share.index(PLAN.number) < by_share.index(RULES.number)


@pytest.mark.parametrize("words", ["东政办字[2021]2号", "节水", "办公室 2021"])
def test_a_document_is_found_by_number_title_or_issuer(visitor: Client, words: str) -> None:
    shown = page(visitor, COVERAGE, q=words)

    assert PLAN.number in shown
    assert RULES.title not in shown


def test_what_is_not_found_can_be_cleared(visitor: Client) -> None:
    assert "没有符合条件的公文" in page(visitor, COVERAGE, q="没有这样的字")


@pytest.mark.parametrize("asked", [{"order": "x"}, {"show": "'"}, {"page": "-1"}, {"page": "x"}, {"q": "\0"}])
def test_an_address_that_asks_for_nonsense_shows_all(visitor: Client, asked: dict[str, str]) -> None:
    assert RULES.number in page(visitor, COVERAGE, **asked)


def test_a_document_is_shown_clause_by_clause(visitor: Client) -> None:
    shown = page(visitor, document_page(RULES.number))

    assert "东湖市审计局撤销" in shown
    assert "立法目的" in shown
    assert "随“第三条”运行" in shown
    assert shown.index("第一条") < shown.index("第二条") < shown.index("第四条")


def test_only_clauses_of_one_state_are_shown(visitor: Client) -> None:
    shown = page(visitor, document_page(RULES.number), state="left_out")

    assert 'id="第一条"' in shown
    assert 'id="第二条"' not in shown


@pytest.mark.parametrize("number", ["东政发〔2099〕1号", "a b", "%00"])
def test_a_document_that_nobody_knows_is_not_there(visitor: Client, number: str) -> None:
    assert visitor.get(document_page(number)).status_code == 404


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_is_on_show_is_exported(visitor: Client, form: str) -> None:
    for address in (COVERAGE, document_page(RULES.number)):
        answer = visitor.get(address, {"export": form})

        assert answer.status_code == 200
        assert "attachment" in answer["Content-Disposition"]
        assert len(answer.getvalue()) > 100


def test_the_export_has_a_row_for_each_document(visitor: Client) -> None:
    answer = visitor.get(COVERAGE, {"export": "csv", "show": "running"})

    written = answer.getvalue().decode("utf-8-sig")

    assert RULES.number in written
    assert PLAN.number not in written


def told(*arguments: str) -> str:
    out = StringIO()
    call_command("coverage", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_says_the_same_as_the_page() -> None:
    assert json.loads(told("--json"))["total"] == {
        "clauses": 8,
        "running": 1,
        "inherited": 1,
        "left_out": 3,
        "open": 4,
    }
    assert RULES.number in told()


def test_the_command_lists_the_clauses_of_a_document() -> None:
    lines = told("东政发[2021]1号").splitlines()

    assert "－   第一条  立法目的（S05）" in lines
    assert "○   第二条" in lines
    clauses = {one["path"]: one for one in json.loads(told(RULES.number, "--json"))["clauses"]}
    assert clauses["第三条"]["runs"][0]["title"] == "东湖市审计局撤销"
    assert clauses["第三条第一款"]["inherited"]


@pytest.mark.parametrize("number", ["东政发〔2099〕1号", "东 政"])
def test_the_command_says_when_it_does_not_know_a_document(number: str) -> None:
    with pytest.raises(CommandError):
        told(number)
