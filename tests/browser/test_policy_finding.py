"""政策找人 at the desk, and what whoever is told can answer: on a telephone and on a desktop."""

import pytest

from tests.browser.conftest import DESKTOP, PHONE, City, Look

SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])


@SIZES
def test_the_figures_lead_to_the_lists_and_the_runs(city: City, look: Look, size: tuple[int, int]) -> None:
    page = city.visit("reviewer", size)

    page.goto("/desk/policy-finding/")
    look.at(page, "policy-finding")
    for address, name in (
        ("matches/?state=entitled", "policy-finding-matches"),
        ("gaps/", "policy-finding-gaps"),
        ("runs/", "policy-finding-runs"),
        ("runs/new/", "policy-finding-running"),
    ):
        page.goto(f"/desk/policy-finding/{address}")
        look.at(page, name)
    page.goto("/desk/policy-finding/runs/")
    page.locator("table tbody a").first.click()
    look.at(page, "policy-finding-run")


@SIZES
def test_a_worker_calls_and_visits(city: City, look: Look, size: tuple[int, int]) -> None:
    page = city.visit("community", size)

    for name in ("calls", "needs"):
        page.goto(f"/desk/{name}/")
        look.at(page, f"policy-finding-{name}")
        page.locator("table tbody a").first.click()
        look.at(page, f"policy-finding-{name}-one")


@SIZES
def test_somebody_answers_or_wants_quiet(city: City, look: Look, size: tuple[int, int]) -> None:
    page = city.visit("citizen", size)

    page.goto("/me/policy-notices/")
    look.at(page, "policy-finding-silence")
