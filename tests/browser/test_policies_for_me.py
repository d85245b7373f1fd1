"""政策找我 in a real browser: from the first choice to the results without a script, by thumb, on paper."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, City, Look

HOME = "/policies-for-me/"
MOST = 60  # questions; fewer are asked


def title(page: Page) -> str:
    return page.locator("h1").inner_text().removesuffix("？")


def press(page: Page, name: str) -> None:
    """A button that sends a form, until the next page is there."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def answer(page: Page, *, choose: str = "", fill: str = "") -> None:
    """One question, as far as it can be answered so; otherwise it is skipped."""
    if choose and page.get_by_label(choose, exact=True).count():
        page.get_by_label(choose, exact=True).check()
        press(page, "下一题")
    elif fill and page.locator("#answer[type=date]").count():
        page.locator("#answer").fill(fill)
        press(page, "下一题")
    else:
        press(page, "不知道，跳过")


def test_the_questionnaire_leads_to_results_without_scripts(city: City) -> None:
    page = city.visit(size=PHONE, scripts=False)
    page.goto(HOME)

    page.get_by_role("link", name="我的企业").click()
    page.get_by_label("就业补助资金").check()
    press(page, "开始")
    asked: list[str] = []
    while page.get_by_role("button", name="下一题").count():
        assert len(asked) < MOST
        asked.append(title(page))
        choices = {"规模": "微型", "此前领取的补贴": "没有", "招用的职工": "没有"}
        answer(page, choose=choices.get(title(page), "是"), fill="2018-03-01")

    assert len(asked) == len(set(asked)), "a question came twice"
    expect(page.locator("h1")).to_have_text("问卷结果")
    fits = page.locator("#entitled")
    expect(fits).to_contain_text("一次性创业补贴（小微企业）")
    expect(fits).to_contain_text("¥15,000.00")
    expect(page.locator("main")).to_contain_text("不是审批决定")


def test_an_answer_is_changed_and_the_way_back_is_open(city: City) -> None:
    page = city.visit(size=PHONE, scripts=False)
    page.goto(f"{HOME}S20.startup_firm/")

    with page.expect_navigation():
        page.get_by_role("link", name="答几道题").click()
    first = title(page)
    answer(page, choose="以上都不是")
    second = title(page)
    page.get_by_role("link", name="上一题").click()
    expect(page.locator("h1")).to_contain_text(first)
    expect(page.get_by_label("以上都不是")).to_be_checked()
    press(page, "下一题")
    assert title(page) == second
    page.go_back()
    page.go_back()

    expect(page.locator("h1")).to_contain_text(second)


def test_the_pages_of_the_questionnaire_fit_and_are_accessible(city: City, look: Look) -> None:
    page = city.visit()
    page.goto(f"{HOME}questions/?who=person")
    for width, height in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        look.at(page, "questions-topics")
    page.goto(f"{HOME}questions/?who=person&topic=S20")
    answer(page, choose="登记失业人员")
    for width, height in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        look.at(page, "questions-one")
    page.get_by_role("link", name="先看现在的结果").click()
    expect(page.locator("h1")).to_have_text("问卷结果")
    page.locator("summary", has_text="我的回答").click()
    for width, height in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        look.at(page, "questions-results")
    page.goto(f"{HOME}S20.startup_firm/")
    look.at(page, "questions-policy")


def test_one_s_own_results_fit_lead_on_and_are_printed(city: City, look: Look) -> None:
    for role in ("citizen", "enterprise"):
        page = city.visit(role)
        page.goto(f"{HOME}mine/")
        for width, height in (DESKTOP, PHONE):
            page.set_viewport_size({"width": width, "height": height})
            look.at(page, f"{role}-policies-mine")
        page.locator(".match h3 a").first.click()
        expect(page.get_by_role("heading", name="逐条看条件")).to_be_visible()
        for width, height in (DESKTOP, PHONE):
            page.set_viewport_size({"width": width, "height": height})
            look.at(page, f"{role}-policies-mine-one")
        page.emulate_media(media="print")
        expect(page.locator("[aria-labelledby=conditions] li").first).to_be_visible()
        expect(page.get_by_role("link", name=re.compile("^办理"))).to_have_count(0)
