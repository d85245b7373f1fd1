"""The page on which people bring a table in."""

from collections.abc import Callable, Iterable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse, HttpResponseBase
from django.test import RequestFactory

from guangyue.kit.sheets import Column, Problem, Reading, Row, Sheet, bring_in, whole_number
from guangyue.kit.sheets.intake import nothing_more

SEATS = Sheet(
    title="编制表",
    columns=(
        Column("unit", "单位", example="市财政局"),
        Column("seats", "编制数", parse=whole_number, example="3"),
    ),
    unique=(("unit",),),
)
GOOD = "单位,编制数\n市财政局,12\n市民政局,8\n".encode()
BAD = "单位,编制数\n市财政局,十二\n市民政局,8\n".encode()

Ask = Callable[..., HttpResponseBase]

pytestmark = pytest.mark.django_db  # an answer that is closed looks after the connections to the database


@pytest.fixture
def taken() -> list[tuple[str, int]]:
    return []


@pytest.fixture
def ask(rf: RequestFactory, taken: list[tuple[str, int]]) -> Ask:
    """A request to the page: `get` without a step, else a step with the contents of a file."""

    def take(rows: Iterable[Row]) -> HttpResponse:
        taken.extend((row["unit"], row["seats"]) for row in rows)
        return HttpResponse(status=302)

    def send(
        step: str = "",
        content: bytes = b"",
        *,
        checked: str = "",
        query: str = "",
        check: object = nothing_more,
        **headers: str,
    ) -> HttpResponseBase:
        file = SimpleUploadedFile("编制.csv", content) if content else None
        sent = {"step": step, "checked": checked, **({"file": file} if file else {})}
        request = rf.post("/seats/", sent, headers=headers) if step else rf.get(f"/seats/{query}")
        request.user = AnonymousUser()
        request.may = lambda permission: False  # type: ignore[attr-defined]
        return bring_in(request, SEATS, take=take, check=check)  # type: ignore[arg-type]

    return send


def page_of(response: HttpResponseBase) -> str:
    assert isinstance(response, HttpResponse)
    return response.content.decode()


def checked_in(page: str) -> str:
    return page.partition('name="checked" value="')[2].partition('"')[0]


def test_the_page_says_which_columns_are_to_be_filled(ask: Ask) -> None:
    page = page_of(ask())

    assert "导入编制表" in page
    assert "如 市财政局" in page


def test_the_template_is_downloaded_from_the_page(ask: Ask) -> None:
    response = ask(query="?template=1")

    assert response["Content-Disposition"].startswith("attachment")
    response.close()


def test_a_good_file_is_counted_and_nothing_is_written(ask: Ask, taken: list[object]) -> None:
    page = page_of(ask("check", GOOD))

    assert "共 2 行，全部合格，还没有写入。" in page
    assert taken == []


def test_the_file_that_was_checked_is_brought_in_whole(ask: Ask, taken: list[object]) -> None:
    checked = checked_in(page_of(ask("check", GOOD)))

    response = ask("take", GOOD, checked=checked)

    assert response.status_code == 302
    assert taken == [("市财政局", 12), ("市民政局", 8)]


def test_every_bad_row_is_named_with_its_reason(ask: Ask) -> None:
    page = page_of(ask("check", BAD))

    assert "共 2 行，其中 1 行不能导入" in page
    assert all(words in page for words in (">第 2 行</th>", ">编制数</td>", ">十二</td>", ">应当是数字</td>"))


def test_what_only_the_caller_knows_counts_too(ask: Ask) -> None:
    def check(reading: Reading) -> Iterable[Problem]:
        return [reading.problem(row, "没有这个单位", key="unit") for row in reading.rows[:1]]

    assert "没有这个单位" in page_of(ask("check", GOOD, check=check))


def test_a_bad_file_is_not_brought_in_even_when_asked(ask: Ask, taken: list[object]) -> None:
    response = ask("take", BAD, checked=checked_in(page_of(ask("check", GOOD))))

    assert response.status_code == 422
    assert taken == []


def test_a_file_changed_after_the_check_is_not_brought_in(ask: Ask, taken: list[object]) -> None:
    checked = checked_in(page_of(ask("check", GOOD)))

    response = ask("take", GOOD + "市教育体育局,9\n".encode(), checked=checked)

    assert response.status_code == 422
    assert "文件在检查以后有改动" in page_of(response)
    assert taken == []


def test_the_bad_rows_are_downloaded_with_their_reasons(ask: Ask) -> None:
    response = ask("bad-rows", BAD)

    assert response["X-Row-Count"] == "1"
    response.close()


@pytest.mark.parametrize(
    ("content", "sentence"), [(b"", "请选择要导入的文件。"), (b"\x89PNG\0", "读不懂这个文件")]
)
def test_no_file_and_a_file_of_another_kind_are_refused_at_the_field(
    ask: Ask, content: bytes, sentence: str
) -> None:
    response = ask("check", content)

    assert response.status_code == 422
    assert sentence in page_of(response)


def test_htmx_gets_only_what_was_found(ask: Ask) -> None:
    page = page_of(ask("check", GOOD, **{"HX-Request": "true"}))

    assert "全部合格" in page
    assert "<html" not in page
