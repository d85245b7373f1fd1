"""Every page of a menu, for everyone whose menu has it: it opens, it fits, and axe finds nothing grave."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, City

PUBLIC = ("", "citizen", "enterprise")
STAFF = ("clerk", "reviewer", "chief", "inspector", "personnel", "administrator", "auditor")

Look = Callable[[Page, str], None]


@pytest.mark.parametrize("role", PUBLIC)
def test_pages_of_the_portal(city: City, look: Look, role: str) -> None:
    page = city.visit(role)
    _walk(page, look, role or "visitor", start="/", menu=".portal-bar nav a")


@pytest.mark.parametrize("role", STAFF)
def test_pages_of_the_desk(city: City, look: Look, role: str) -> None:
    page = city.visit(role)
    _walk(page, look, role, start="/desk/", menu=".desk-menu a[title]:not(.to-portal)")


@pytest.mark.parametrize(
    "address", ["/account/sign-in/", "/search/", "/search/?q=没有这样的词", "/offline/", "/nowhere/"]
)
def test_pages_beside_the_menus(city: City, look: Look, address: str) -> None:
    page = city.visit()
    page.goto(address)

    _see(page, look, f"visitor{address.replace('/', '-').partition('?')[0].rstrip('-')}{len(address)}")


def _walk(page: Page, look: Look, role: str, *, start: str, menu: str) -> None:
    page.goto(start)
    addresses = page.locator(menu).evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert addresses
    for address in addresses:
        answer = page.goto(address)
        assert answer, address
        assert answer.status < 400, f"{role} at {address}: {answer.status}"
        _see(page, look, f"{role}{address.replace('/', '-').rstrip('-') or '-home'}")
        if details := page.locator(".list-rows tbody th a").evaluate_all(
            "links => links.map(link => link.href)"
        ):
            page.goto(details[0])
            _see(page, look, f"{role}{address.replace('/', '-').rstrip('-')}-one")


def _see(page: Page, look: Look, name: str) -> None:
    for width, height in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        look(page, name)
