"""Before what cannot be undone a question is asked, with scripts or without."""

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.urls("guangyue.kit.tests.asking_urls")]


def test_the_question_is_a_page_that_carries_what_was_posted() -> None:
    answer = Client().post("/removal/", {"reason": "重复<登记>"}, headers={"accept": "text/html"})

    html = answer.content.decode()
    assert "确认撤销？" in html
    assert "撤销以后不能恢复。" in html
    assert '<input type="hidden" name="reason" value="重复&lt;登记&gt;">' in html


def test_htmx_gets_the_question_as_a_dialogue() -> None:
    answer = Client().post("/removal/", {"reason": "重复"}, headers={"hx-request": "true"})

    assert answer.content.decode().startswith("<dialog")
    assert (answer["HX-Retarget"], answer["HX-Reswap"]) == ("body", "beforeend")


def test_after_a_yes_it_is_done() -> None:
    answer = Client().post("/removal/", {"reason": "重复", "confirmed": "yes"})

    assert answer.content.decode() == "已撤销：重复"


@pytest.mark.parametrize(
    ("before", "back"),
    [("http://testserver/cards/", "http://testserver/cards/"), ("http://elsewhere.example/", "/")],
)
def test_whoever_says_no_goes_back_where_they_were_on_our_pages(before: str, back: str) -> None:
    answer = Client().post(
        "/removal/", {"reason": "重复"}, headers={"accept": "text/html", "referer": before}
    )

    assert f'<a class="btn" href="{back}"' in answer.content.decode()
