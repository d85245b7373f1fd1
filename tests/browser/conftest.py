"""A running city of its own, and a Chromium that walks through it."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright
from psycopg import sql

from guangyue.gazette.tests.sample_issues import OTHER_CITY, SAMPLE_ISSUE
from guangyue.operations.tests.conftest import at_database

SCREENSHOTS = Path(settings.ROOT) / "var" / "screenshots"
AXE = Path(settings.ROOT) / "web" / "node_modules" / "axe-core" / "axe.min.js"
PHONE, DESKTOP = (390, 844), (1440, 900)
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FETCHING = "[data-points], [data-sites], [data-areas], [data-map], [data-dots], [hx-get]"
GRAVE = ("serious", "critical")
MENU = ".desk-menu"
AXE_RUN = "except => axe.run({exclude: except}, {resultTypes: ['violations']})"


@dataclass(frozen=True)
class City:
    """A city that answers at an address, and whose visitors step in as they like."""

    address: str
    browser: Browser

    def visit(self, role: str = "", size: tuple[int, int] = DESKTOP, *, scripts: bool = True) -> Page:
        """A new window; `role` is whom to step in as. What goes wrong in a page's scripts fails the test."""
        context = self.browser.new_context(
            base_url=self.address,
            viewport={"width": size[0], "height": size[1]},
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            reduced_motion="reduce",
            java_script_enabled=scripts,
        )
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"{page.url}: {error}"))
        if role:
            page.goto("/account/sign-in/")
            page.locator(f"button[value='demo-{role}']").click()
            page.wait_for_url(lambda address: "/account/sign-in/" not in address)
        return page


@dataclass
class Look:
    """Holds pages to what every page must be, and keeps a picture of each where there is a folder for them;
    knows which it has seen, and in which windows the menu, which is the same beside every page. axe goes
    through each page once, on a phone, and once in each window through all that stands beside it."""

    axe: str = field(default_factory=lambda: AXE.read_text(encoding="utf-8"))
    seen: set[str] = field(default_factory=set)
    menus: set[tuple[Page, int]] = field(default_factory=set)

    def at(self, page: Page, name: str) -> None:
        _wait_until_drawn(page)
        width = page.evaluate("innerWidth")
        if SCREENSHOTS.is_dir():
            page.screenshot(path=SCREENSHOTS / f"{name}-{width}.jpg", type="jpeg", quality=80, full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{page.url} is {wide} px wide in a window of {width}"
        if width > PHONE[0] and (page, width) in self.menus:
            return  # the same page is looked through on a phone
        page.evaluate(self.axe)
        result = page.evaluate(AXE_RUN, [[MENU]] if (page, width) in self.menus else [])
        self.menus.add((page, width))
        grave = [
            f"{violation['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
            for violation in result["violations"]
            if violation["impact"] in GRAVE
            for node in violation["nodes"]
        ]
        assert not grave, f"{page.url} at {width} px\n" + "\n".join(grave)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("没有 Chromium，浏览器测试跳过（Debian：apt install chromium fonts-noto-cjk）")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def city(browser: Browser) -> Iterator[City]:
    """The city as a newcomer starts it, on a database beside that of the other tests."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    home = settings.HOME / f"city-{os.getpid()}"
    gazettes = home / "gazettes"
    gazettes.mkdir(parents=True)
    (gazettes / "2025-11.txt").write_text(OTHER_CITY, encoding="utf-8")
    (gazettes / "2026-03.txt").write_text(SAMPLE_ISSUE, encoding="utf-8")  # waits for a librarian
    environment = {
        **os.environ,
        "GY_HOME": str(home),
        "GY_GAZETTES": str(gazettes),
        "DATABASE_URL": _new_database(f"browser_{os.getpid()}"),
    }
    command = [sys.executable, "-m", "guangyue.operations.command", "run", "--demo", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            if "已就绪" in line:
                break
        else:
            pytest.fail("the city did not start")
        yield City(f"http://127.0.0.1:{port}", browser)
        process.terminate()


@pytest.fixture(autouse=True)
def closed_windows(browser: Browser) -> Iterator[None]:
    """What a test leaves open goes on drawing while the next one works."""
    yield
    for context in browser.contexts:
        context.close()


@pytest.fixture(scope="session")
def look() -> Look:
    return Look()


def _wait_until_drawn(page: Page) -> None:
    """Maps fetch what they show, and the network must rest; for other pages that would be half a second
    for nothing."""
    page.wait_for_load_state("networkidle" if page.locator(FETCHING).count() else "load")
    page.evaluate("document.fonts.ready")


def _new_database(name: str) -> str:
    """Beside the database of the tests, on the same server, and migrated like it."""
    template = os.environ.get("GY_TEST_TEMPLATE", "template1")
    with psycopg.connect(at_database("postgres"), autocommit=True) as connection:
        made = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        connection.execute(made.format(sql.Identifier(name), sql.Identifier(template)))
    return at_database(name)
