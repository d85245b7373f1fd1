"""Every page of a menu, for everyone whose menu has it: it opens, it fits, and axe finds nothing grave."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, City, Look

PUBLIC = ("", "citizen", "enterprise")
STAFF = (
    "clerk",
    "reviewer",
    "decider",
    "chief",
    "inspector",
    "health",
    "draws",
    "credit",
    "supervision",
    "alerts",
    "air",
    "commander",
    "contact",
    "planners",
    "personnel",
    "librarian",
    "legislator",
    "administrator",
    "auditor",
)
BESIDE = {
    "sign-in": "/account/sign-in/",
    "search-empty": "/search/",
    "search-in-vain": "/search/?q=没有这样的词",
    "offline": "/offline/",
    "not-found": "/nowhere/",
    "library-found": "/library/search/?q=食堂",
    "library-documents": "/library/documents/",
    "library-in-force": "/library/in-force/?on=2025-12-01",
    "library-document": "/library/样政办发〔2025〕16号/",
    "library-outside": "/library/样园发〔2025〕6号/",
    "coverage": "/coverage/",
}


@pytest.mark.parametrize("role", PUBLIC)
def test_pages_of_the_portal(city: City, look: Look, role: str) -> None:
    page = city.visit(role)

    _walk(page, look, role or "visitor", start="/", menu=".portal-bar nav a")


@pytest.mark.parametrize("role", STAFF)
def test_pages_of_the_desk(city: City, look: Look, role: str) -> None:
    page = city.visit(role)

    _walk(page, look, role, start="/desk/", menu=".desk-menu a[title]:not(.to-portal)")


@pytest.mark.parametrize("name", BESIDE)
def test_pages_beside_the_menus(city: City, look: Look, name: str) -> None:
    page = city.visit()
    page.goto(BESIDE[name])

    _see(page, look, name)


def _walk(page: Page, look: Look, role: str, *, start: str, menu: str) -> None:
    """Every page of the menu, and of a list the first row; what an earlier role has seen is only opened."""
    page.goto(start)
    addresses = page.locator(menu).evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert addresses
    for address in addresses:
        answer = page.goto(address)
        assert answer, address
        assert answer.status < 400, f"{role} at {address}: {answer.status}"
        name = f"{role}{address.replace('/', '-').rstrip('-') or '-home'}"
        rows = page.locator(".list-rows tbody th a").evaluate_all("links => links.map(link => link.href)")
        if _see(page, look, name) and rows:
            page.goto(rows[0])
            _see(page, look, f"{name}-one")


def _see(page: Page, look: Look, name: str) -> bool:
    if page.url in look.seen:
        return False
    look.seen.add(page.url)
    for width, height in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        look.at(page, name)
    return True
