"""The frames in a real browser: by keyboard, by thumb, without scripts, without a network, in large type."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PHONE, City, Look

FIRMS = "/desk/firms/"
KEPT = """
caches.keys()
  .then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
  .then((requests) => requests.flat().map((request) => new URL(request.url).pathname))
"""


def marked(page: Page) -> None:
    """Leaves a mark that is gone when the page is loaded anew."""
    page.evaluate("window.stillHere = true")


def filters(page: Page) -> Locator:
    return page.locator(".list-filters")


def test_a_list_is_searched_paged_and_opened_without_touching_the_mouse(city: City) -> None:
    page = city.visit("inspector")
    page.goto(FIRMS)
    marked(page)

    page.keyboard.press("/")
    page.keyboard.type("公司")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q="))
    expect(page.locator(".chip")).to_contain_text("公司")
    page.locator(".list-search input").blur()
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile("after="))
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("before="))
    assert page.evaluate("window.stillHere"), "the page was loaded anew"
    page.keyboard.press("j")
    page.keyboard.press("j")
    name = page.locator(":focus").inner_text()
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text(name)


def test_keys_lead_to_the_pages_of_the_menu_and_can_be_switched_off(city: City) -> None:
    page = city.visit("chief")
    page.goto("/desk/")

    page.keyboard.press("g")
    page.keyboard.press("c")
    expect(page).to_have_url(re.compile("/desk/city/$"))
    page.wait_for_load_state("networkidle")
    page.keyboard.press("?")
    page.get_by_role("button", name="停用快捷键").click()
    page.keyboard.press("g")
    page.keyboard.press("h")

    expect(page).to_have_url(re.compile("/desk/city/$"))


def test_filters_stay_open_while_one_after_the_other_is_set_and_back_undoes_them(city: City) -> None:
    page = city.visit("inspector")
    page.goto(FIRMS)
    marked(page)

    page.locator(".list-filters-toggle > summary").click()
    filters(page).get_by_label("登记状态").select_option("注销")
    expect(page.locator(".chip")).to_have_count(1)
    filters(page).get_by_label("类型").select_option("企业")
    expect(page.locator(".chip")).to_have_count(2)
    assert page.evaluate("window.stillHere")
    page.get_by_label("去掉条件：类型").click()
    expect(page.locator(".chip")).to_have_count(1)
    expect(filters(page).get_by_label("类型")).to_have_value("")
    page.go_back()

    expect(page.locator(".chip")).to_have_count(2)


def test_a_list_works_without_scripts(city: City) -> None:
    page = city.visit("inspector", scripts=False)
    page.goto(FIRMS)

    page.locator(".list-filters-toggle > summary").click()
    filters(page).get_by_label("登记状态").select_option("注销")
    page.get_by_role("button", name="查找").click()
    expect(page.locator(".chip")).to_contain_text("注销")
    first = page.locator("tbody th").first.inner_text()
    page.get_by_role("link", name="下一页").click()

    assert page.locator("tbody th").first.inner_text() != first


def test_a_view_is_saved_and_taken_away(city: City) -> None:
    page = city.visit("inspector")
    page.goto(f"{FIRMS}?status=注销")

    page.locator(".list-views summary").click()
    page.get_by_label("把现在的条件存为视图").fill("已注销的")
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".list-views [aria-current]")).to_have_text("已注销的")
    page.locator(".list-views summary").click()
    page.get_by_role("button", name="删除“已注销的”").click()

    expect(page.locator(".list-views")).not_to_contain_text("已注销的")


def test_the_menu_opens_under_a_thumb_without_a_script(city: City) -> None:
    page = city.visit("clerk", PHONE, scripts=False)
    page.goto("/desk/")

    expect(page.locator("#menu")).to_be_hidden()
    page.get_by_label("打开菜单").click()
    expect(page.locator("#menu")).to_be_visible()
    page.get_by_role("link", name="经营主体").first.click()

    expect(page.locator("h1")).to_have_text("经营主体")


@pytest.mark.parametrize("role", ["citizen", "chief"])
def test_large_type_fits_too(city: City, look: Look, role: str) -> None:
    page = city.visit(role, PHONE)
    page.goto("/")
    page.locator("button[value=large]").click()

    for number, address in enumerate(
        ("/", "/me/") if role == "citizen" else ("/desk/", "/desk/city/", FIRMS)
    ):
        page.goto(address)
        look.at(page, f"large-type-{role}-{number}")


def test_without_a_network_the_portal_says_so_and_keeps_nothing_about_anyone(city: City) -> None:
    page = city.visit("citizen", PHONE)
    page.goto("/me/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.goto("/me/")
    kept = page.evaluate(KEPT)

    page.context.set_offline(True)
    page.goto("/me/")

    expect(page.locator("h1")).to_have_text("没有网络")
    assert {path for path in kept if not path.startswith("/static/")} == {"/offline/"}


def test_the_city_is_drawn_and_told_as_tables(city: City) -> None:
    page = city.visit("chief")
    page.goto("/desk/city/")

    drawings = page.locator("[data-chart]")
    expect(page.locator("[data-chart] svg")).to_have_count(drawings.count())
    drawn = page.locator("figure.picture", has=page.locator("[data-chart], [data-map]"))
    for picture in drawn.all():
        picture.locator("summary").click()
        expect(picture.locator("tbody tr").first).to_be_visible()
