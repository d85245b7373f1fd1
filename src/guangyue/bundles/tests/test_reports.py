"""一件事时效: what a month says of whole chains, and what leads from it to the bundles themselves."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.bundles.models import BundleCase, Theme
from guangyue.bundles.reports import chains, running, together
from guangyue.bundles.services.handling import accept_bundle
from guangyue.bundles.services.timing import granted_days
from guangyue.bundles.tests.factories import a_bundle, a_theme, case_of, grant
from guangyue.cases.tests.factories import AT
from guangyue.kit.tests.reading import text_of
from guangyue.organisations.models import Region
from guangyue.registries.tests.factories import an_official

START, END = AT.replace(day=1, hour=0), AT.replace(month=7, day=1, hour=0)
SET_UP = "company-set-up"  # which a document grants one working day


@pytest.fixture
def set_up(city: Region) -> Theme:
    return a_theme(city, key=SET_UP, title="企业开办")


@pytest.fixture
def chief(city: Region, settings: Settings) -> Client:
    settings.DEMO = True
    client = Client(headers={"accept": "text/html"})
    client.force_login(an_official("chief"))
    return client


def a_decided_bundle(theme: Theme, by: User, *, days: int) -> BundleCase:
    bundle = accept_bundle(bundle=a_bundle(theme, cooks="不供应"), by=by, at=AT)
    for matter in ("A1", "C1"):
        grant(case_of(bundle, matter), at=AT + timedelta(days=days))
    bundle.refresh_from_db()
    return bundle


def month(**asked: Any) -> dict[str, Any]:
    found = chains(BundleCase.objects.all(), **{"start": START, "end": END, "at": AT, **asked})
    return {one.title: one for one in found}


def test_a_theme_has_the_median_and_the_ninetieth_of_its_whole_chains(theme: Theme, clerk: User) -> None:
    for days in (1, 2, 3, 9):  # a Monday: 1, 2, 3 and 7 working days; four were promised
        a_decided_bundle(theme, clerk, days=days)

    found = month()["开餐馆"]

    assert (found.decided, found.late, found.in_time) == (4, 1, 75.0)
    assert (found.median, found.ninetieth, found.mean_promised) == (2.5, 5.8, 4.0)
    assert (found.granted, found.beyond) == (None, None)


def test_what_a_document_grants_is_held_against_what_was_used(set_up: Theme, clerk: User) -> None:
    a_decided_bundle(set_up, clerk, days=1)
    a_decided_bundle(set_up, clerk, days=2)

    found = month()["企业开办"]

    assert granted_days()[SET_UP] == 1
    assert (found.granted, found.beyond) == (1, 1)


def test_a_month_counts_what_was_decided_in_it_and_what_is_open_now(theme: Theme, clerk: User) -> None:
    a_decided_bundle(theme, clerk, days=1)
    accept_bundle(bundle=a_bundle(theme), by=clerk, at=AT)

    later = month(start=END, end=END + timedelta(days=31), at=AT + timedelta(days=30))["开餐馆"]

    assert (later.decided, later.open, later.overdue) == (0, 1, 1)
    assert together([later, later]).open == 2


def test_what_runs_against_a_granted_time_is_listed_with_what_it_waits_for(
    set_up: Theme, theme: Theme, clerk: User
) -> None:
    accept_bundle(bundle=a_bundle(theme), by=clerk, at=AT)
    bundle = accept_bundle(bundle=a_bundle(set_up, cooks="不供应"), by=clerk, at=AT)

    (one,) = running(BundleCase.objects.all(), at=AT + timedelta(days=2))

    assert one.bundle == bundle
    assert (one.time.days, one.time.limit, one.time.within) == (2, 1, False)
    assert one.time.waits_for == ("设立登记", "招牌设置")


def test_the_page_leads_to_the_bundles_and_is_handed_out_as_a_table(
    set_up: Theme, clerk: User, chief: Client
) -> None:
    a_decided_bundle(set_up, clerk, days=2)

    page = chief.get(reverse("bundles:reports"), {"month": "2020-06"})
    sheet = chief.get(reverse("bundles:reports"), {"month": "2020-06", "export": "csv"})

    assert "企业开办" in text_of(page)
    drill = f"theme={set_up.pk}&amp;decided_at_from=2020-06-01&amp;decided_at_to=2020-06-30"
    assert drill in page.content.decode()
    asked = {"theme": str(set_up.pk), "used_days_from": "2", "late": "no"}
    listed = chief.get(reverse("bundles:desk_bundles"), asked)
    assert BundleCase.objects.get().number in text_of(listed)
    rows = b"".join(sheet.streaming_content).decode("utf-8-sig").splitlines()  # type: ignore[attr-defined]
    assert rows[1].startswith("企业开办,1,")


def test_the_pages_of_a_bundle_tell_the_time_of_its_chain(set_up: Theme, clerk: User, chief: Client) -> None:
    bundle = a_decided_bundle(set_up, clerk, days=2)

    page = text_of(chief.get(bundle.get_absolute_url()))

    assert "2 个工作日（承诺 4 个，文件规定不超过 1 个）" in page
    assert "超过规定的 1 个" in page
