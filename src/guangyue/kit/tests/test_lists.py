"""A list page: what its address asks for, what it answers to nonsense, and what it gives out as a file."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from guangyue.kit.lists.show import COUNTED_TO
from guangyue.kit.tests.listing_urls import DAWN, Card

pytestmark = [
    pytest.mark.usefixtures("cards_table"),
    pytest.mark.django_db,
    pytest.mark.urls("guangyue.kit.tests.listing_urls"),
]


@pytest.fixture(autouse=True)
def rows(cards_table: None, db: None) -> None:
    Card.objects.bulk_create(
        Card(name=name, weight=weight, seen=DAWN + timedelta(days=number))
        for number, (name, weight) in enumerate([("ab", 1), ("ba", None), ("a", 3), ("c", 2), ("bb", 3)])
    )


def page(address: str, **headers: str) -> str:
    answer = Client().get(f"/cards/{address}", headers={"accept": "text/html", **headers})
    assert answer.status_code == 200
    return answer.content.decode()


def names(html: str) -> list[str]:
    return re.findall(r'<th scope="row"[^>]*><a href="/cards/\d+/">(\w+)</a>', html)


def address_of(words: str, html: str) -> str:
    """Where the link leads that says these words."""
    links = re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', html, re.DOTALL)
    return next(unescape(link) for link, shown in links if words in shown)


def test_a_list_opens_on_its_first_page_and_leads_on_to_the_last() -> None:
    first = page("")
    second = page(address_of("下一页", first))

    assert names(first) == ["a", "ab", "ba"]
    assert names(second) == ["bb", "c"]
    assert names(page(address_of("上一页", second))) == ["a", "ab", "ba"]
    assert names(page(address_of("末页", first))) == ["ba", "bb", "c"]
    assert "共 5 条" in re.sub(r"\s+", " ", first)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("?q=b", ["ab", "ba", "bb"]),
        ("?q=b a", ["ab", "ba"]),
        ("?letter=a", ["a", "ab"]),
        ("?weighed=no", ["ba"]),
        ("?ends=b", ["ab", "bb"]),
        ("?seen_from=2024-05-10&seen_to=2024-05-11", ["a", "ba"]),
        ("?grams_from=2&grams_to=3", ["a", "bb", "c"]),
        ("?order=light", ["ab", "c", "a"]),
        ("?order=heavy", ["bb", "a", "c"]),
        ("?letter=a&order=heavy&q=b", ["ab"]),
    ],
)
def test_the_address_says_what_is_searched_filtered_and_sorted(asked: str, found: list[str]) -> None:
    assert names(page(asked)) == found


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("?letter=z", "“字母”里没有这个选项"),
        ("?weighed=maybe", "“称过”只能选"),
        ("?seen_from=昨天", "日期写法不对"),
        ("?seen_from=0001-01-01", "日期应在 1900 年至 2199 年之间"),
        ("?seen_from=2024-05-11&seen_to=2024-05-10", "结束日期早于开始日期"),
        ("?grams_from=重", "应当是数字"),
        ("?grams_from=NaN", "数字太大"),
        ("?grams_to=1e400", "数字太大"),
        ("?grams_from=3&grams_to=2", "上限小于下限"),
        ("?order=by-mood", "没有这种排序"),
        ("?after=nonsense", "找不到原来翻到的位置"),
        ("?before=WzFd:abc", "找不到原来翻到的位置"),
    ],
)
def test_nonsense_in_the_address_is_left_out_and_said(asked: str, said: str) -> None:
    html = page(asked)

    assert said in html
    assert names(html)


@pytest.mark.parametrize(
    "asked", ["?q=%00", "?ends=%00a", "?letter=a%00", "?columns=none", "?view=x", "?export=pdf"]
)
def test_what_nobody_can_have_meant_does_no_harm(asked: str) -> None:
    assert names(page(asked))


def test_a_number_that_no_row_can_have_finds_nothing() -> None:
    assert "没有符合条件的记录" in page("?grams_from=999999999999")


def test_a_list_without_rows_says_how_the_first_comes_about() -> None:
    Card.objects.all().delete()

    html = page("")

    assert "还没有卡片" in html
    assert "登记以后出现在这里。" in html


def test_more_rows_than_anyone_counts_are_not_counted() -> None:
    Card.objects.bulk_create(Card(name="x") for _ in range(COUNTED_TO))

    assert f"超过 {COUNTED_TO:,} 条" in page("")


def test_each_condition_can_be_taken_off_by_a_link() -> None:
    html = page("?q=b&letter=a&order=light")

    without = re.search(r'href="([^"]*)"[^>]*aria-label="去掉条件：字母"', html)

    assert without
    assert unescape(without[1]) == "?q=b&order=light"


def test_a_heading_sorts_and_says_so() -> None:
    html = page("?order=heavy")

    assert '<th scope="col" aria-sort="descending" class="number">' in html
    assert names(page(address_of("重量", html))) == ["ab", "c", "a"]


def test_columns_are_chosen_in_the_address() -> None:
    html = page("?columns=name&columns=pk")

    assert 'data-title="编号"' in html
    assert 'data-title="重量"' not in html


def test_htmx_gets_the_list_alone() -> None:
    part = page("?letter=a", **{"hx-request": "true", "hx-target": "div#list-kit-cards"})

    assert part.lstrip().startswith("<div id=")
    assert names(part) == ["a", "ab"]


def test_what_is_on_show_is_handed_out_as_a_file_with_its_count_and_hash() -> None:
    answer = Client().get("/cards/?letter=a&order=heavy&export=csv")
    lines = answer.getvalue().decode("utf-8-sig").splitlines()

    assert answer["X-Row-Count"] == "2"
    assert len(answer["X-SHA256"]) == 64
    assert lines[:3] == ["名称,重量,看到的时间", "a,3,2024-05-11 08:00:00", "ab,1,2024-05-09 08:00:00"]
