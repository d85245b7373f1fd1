"""限批: declared and lifted by whoever leads, and what windows and applicants meet meanwhile."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guangyue.accounts.models import Kind, User
from guangyue.accounts.tests.factories import a_user
from guangyue.cases.models import Case, Restriction
from guangyue.cases.services.restricting import Restricted, lift_restriction, restrict
from guangyue.cases.tests.browsing import a_case_now, signed_in
from guangyue.cases.tests.factories import a_draft
from guangyue.kit.clocks import local_day
from guangyue.kit.identities import make_credit_code
from guangyue.kit.refusals import Refused
from guangyue.kit.tests.reading import text_of
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.tests.factories import EAST, WEST, a_person, an_official

GROUND, DOCUMENT = "补办手续逾期", "东政办字〔2020〕9号"
STRANGER = {"number": make_credit_code(region="371500", serial=7).text, "name": "东湖小吃店"}


def today() -> date:
    return local_day(timezone.now())


@pytest.fixture
def west(matter: Matter) -> Region:
    return Region.objects.get(code=WEST[:6])


@pytest.fixture
def east(matter: Matter) -> Region:
    return Region.objects.get(code=EAST[:6])


def stopped(matter: Matter, region: Region, by: User, **changes: Any) -> Restriction:
    declared = {"since": today(), "ground": GROUND, "document": DOCUMENT, **changes}
    return restrict(matter=matter, region=region, by=by, at=timezone.now(), **declared)


def test_from_its_day_to_its_end_new_cases_are_stopped_there_and_nowhere_else(
    matter: Matter, west: Region, east: Region, clerk: User
) -> None:
    begun = a_case_now(matter, region=west)
    stopped(matter, west, clerk, since=today() - timedelta(days=1), until=today() + timedelta(days=1))

    with pytest.raises(Restricted, match="暂不受理新的食品经营许可"):
        a_draft(matter, region=west, at=timezone.now())
    a_draft(matter, region=west, at=timezone.now() + timedelta(days=1))
    a_draft(matter, region=east, at=timezone.now())
    begun.refresh_from_db()
    assert not begun.is_closed


def test_a_lifted_one_stops_nothing_from_that_day_on(matter: Matter, west: Region, clerk: User) -> None:
    restriction = stopped(matter, west, clerk, since=today() - timedelta(days=3))

    lifted = lift_restriction(restriction=restriction, on=today(), by=clerk)

    assert a_draft(matter, region=west, at=timezone.now())
    assert lifted.standing(today()) == "已解除"
    assert lifted.standing(today() - timedelta(days=1)) == "限批中"
    with pytest.raises(Refused):
        lift_restriction(restriction=restriction, on=today(), by=clerk)


# Days from today on which a second one begins and ends, beside one of the days 10 to 20; whether it may.
PERIODS = (
    (0, 10, True),
    (20, None, True),
    (0, 11, False),
    (19, None, False),
    (12, 13, False),
    (0, None, False),
)


@pytest.mark.parametrize(("since", "until", "fits"), PERIODS)
def test_the_same_days_are_not_stopped_twice(
    matter: Matter, west: Region, clerk: User, since: int, until: int | None, fits: bool
) -> None:
    def day(ahead: int) -> date:
        return today() + timedelta(days=ahead)

    stopped(matter, west, clerk, since=day(10), until=day(20))
    second = {"since": day(since), "until": None if until is None else day(until)}

    if fits:
        assert stopped(matter, west, clerk, **second)
    else:
        with pytest.raises(Refused, match="已经限批"):
            stopped(matter, west, clerk, **second)


def test_a_chief_finds_the_matter_declares_and_lifts_on_pages(
    matter: Matter, west: Region, chief: Client, window: Client
) -> None:
    found = chief.get(reverse("cases:new_restriction"), {"q": "spjyxk"})
    said = {"region": west.pk, "since": today().isoformat(), "ground": GROUND, "document": DOCUMENT}
    declared = chief.post(found["Location"], said)

    restriction = Restriction.objects.get()
    page = restriction.get_absolute_url()
    assert declared["Location"] == reverse("cases:restrictions")
    assert "限批中" in text_of(window.get(reverse("cases:restrictions")))
    assert GROUND in text_of(window.get(page))
    lifting = reverse("cases:lifting", args=[restriction.pk])
    assert lifting not in window.get(page).content.decode()
    assert window.post(lifting, {"confirmed": "yes"}).status_code == 403

    assert "恢复受理新的食品经营许可" in text_of(chief.post(lifting))
    chief.post(lifting, {"confirmed": "yes"})
    assert "已解除" in text_of(chief.get(page))


def test_an_end_before_the_beginning_is_refused_at_its_field(
    matter: Matter, west: Region, chief: Client
) -> None:
    said = {"region": west.pk, "since": "2020-06-02", "until": "2020-06-01"}

    answer = chief.post(
        reverse("cases:restricting", args=[matter.code]), {**said, "ground": GROUND, "document": DOCUMENT}
    )

    assert answer.status_code == 422
    assert "止期应当在起期以后" in text_of(answer)
    assert not Restriction.objects.exists()


def test_a_chief_of_another_organisation_neither_declares_nor_lifts(
    matter: Matter, west: Region, clerk: User, departments: dict[str, Organisation], no_second_factor: None
) -> None:
    stranger = next(one for one in departments.values() if one != matter.owner)
    other = signed_in(an_official("chief", organisation=stranger))
    restriction = stopped(matter, west, clerk)

    assert other.get(reverse("cases:restricting", args=[matter.code])).status_code == 404
    lifting = reverse("cases:lifting", args=[restriction.pk])
    assert other.post(lifting, {"confirmed": "yes"}).status_code == 404
    assert Restriction.objects.on(today()).exists()


def test_a_window_reads_of_it_before_it_types_and_takes_nothing_in(
    matter: Matter, west: Region, clerk: User, window: Client
) -> None:
    stopped(matter, west, clerk)
    page = reverse("cases:take_in", args=[matter.code])

    before = text_of(window.get(page))
    refused = window.post(page, {"variant": "new", "region": west.pk, **STRANGER})

    assert all(told in before for told in (f"{west}限批", GROUND, DOCUMENT))
    assert refused.status_code == 422
    assert "暂不受理新的食品经营许可" in text_of(refused)
    assert not Case.objects.exists()


def test_an_applicant_is_told_before_he_fills_anything_in_and_not_on_what_ground(
    matter: Matter, west: Region, clerk: User, client: Client
) -> None:
    stopped(matter, west, clerk)
    person = a_person(account=a_user(kind=Kind.CITIZEN))
    assert person.account
    client.force_login(person.account)

    page = text_of(
        client.get(reverse("cases:begin", args=[matter.code]), {"region": west.pk, "q-have_one": "没有"})
    )

    assert "暂不受理新的食品经营许可" in page
    assert "开始填写" not in page
    assert GROUND not in page
