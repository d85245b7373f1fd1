"""Rules and figures on the desk: a rule beside its clause, a verdict that changes with its facts."""

import pytest

from tests.browser.conftest import DESKTOP, PHONE, City, Look

PAGES = {
    "rule": "/desk/rules/S20.si_flex_hard/",
    "explorer": "/desk/rules/S20.startup_jobs/explorer/",
    "explorer-refused": "/desk/rules/S23.tekun_minor/explorer/?0-birth=1850-01-01",
    "figure": "/desk/figures/min_wage/",
    "figure-proposing": "/desk/figures/min_wage/proposing/",
    "figure-import": "/desk/figures/import/",
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_pages_of_the_rules_fit(city: City, look: Look, name: str, size: tuple[int, int]) -> None:
    page = city.visit("reviewer", size)
    page.goto(PAGES[name])

    look.at(page, f"policies-{name}")


def test_a_fact_that_changes_changes_the_verdict_at_once_and_says_so(city: City) -> None:
    page = city.visit("reviewer")
    page.goto("/desk/rules/S23.tekun_minor/explorer/?on=2021-04-30&0-birth=2010-01-01")

    birth = page.locator("input[name='0-birth']")
    birth.fill("2000-01-01")
    birth.blur()

    page.locator(".verdict-conditions > .changed", has_text="原为“满足”").wait_for()


def test_without_scripts_a_case_is_judged_by_its_button(city: City) -> None:
    page = city.visit("reviewer", PHONE, scripts=False)
    page.goto("/desk/rules/S23.tekun_minor/explorer/")

    page.locator("input[name='0-birth']").fill("2010-01-01")
    page.get_by_role("button", name="判定").click()

    assert "符合" in page.locator(".verdict-status").inner_text()
