"""现场检查 on a phone: what is filled in without a network is sent once when there is one."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import PHONE, City, Look

SAID = "货架整齐，票据齐全。"
KEPT = "caches.match(location.pathname).then(Boolean)"
STORED = """
new Promise((resolve) => {
  indexedDB.open("guangyue-visits", 1).onsuccess = ({ target: { result } }) => {
    const asked = result.transaction("visits").objectStore("visits").getAll();
    asked.onsuccess = () => resolve(asked.result);
  };
})
"""
SIGNED = f"{STORED}.then(([visit]) => Object.keys(visit?.signatures ?? {{}}).length === 1)"
LEFT = f"{STORED}.then((visits) => visits.length)"


def a_photo() -> bytes:
    made = BytesIO()
    Image.new("RGB", (320, 240), "teal").save(made, "JPEG")
    return made.getvalue()


def sign(page: Page, place: int) -> None:
    pad = page.locator("canvas.signature").nth(place)
    pad.hover(position={"x": 40, "y": 40})
    page.mouse.down()
    pad.hover(position={"x": 160, "y": 80})
    page.mouse.up()


def becomes_true(page: Page, asked: str) -> None:
    """Of what a promise says."""
    for _ in range(100):
        if page.evaluate(asked):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never true: {asked}")


def test_a_visit_filled_in_without_a_network_is_sent_once_when_there_is_one(city: City, look: Look) -> None:
    page = city.visit("inspector", PHONE)
    page.goto("/desk/inspections/my-visits/")
    page.locator("main h2 a").first.click()
    page.get_by_role("link", name="现场填写").click()
    becomes_true(page, KEPT)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    look.at(page, "visiting")

    page.context.set_offline(True)
    page.get_by_label("情况说明").first.fill(SAID)
    photo: FilePayload = {"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": a_photo()}
    page.locator("input[name=photos]").set_input_files(photo)
    sign(page, 0)
    becomes_true(page, SIGNED)
    expect(page.locator("#visiting-kept")).to_have_text("已经存下 1 张照片")
    page.reload()
    expect(page.get_by_label("情况说明").first).to_have_value(SAID)
    expect(page.locator("#visiting-kept")).to_have_text("已经存下 1 张照片")
    page.get_by_role("button", name="完成检查并送出").click()
    expect(page.locator("#visiting-said")).to_contain_text("没有网络")

    page.context.set_offline(False)
    expect(page).to_have_url(re.compile("/desk/inspections/visits/[^/]+/$"))
    expect(page.locator("main")).to_contain_text(SAID)
    expect(page.locator("a[href*='/evidence/']").filter(has_text=re.compile("照片|签字"))).to_have_count(2)
    assert page.evaluate(LEFT) == 0
    look.at(page, "visited")
