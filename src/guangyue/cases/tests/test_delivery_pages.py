"""The page of delivery: what the window writes down, who may, and the slip that is printed."""

import pytest
from django.test import Client
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.cases.models import Case, Delivered
from guangyue.cases.tests.browsing import a_case_now, a_decided_case_now, signed_in
from guangyue.kit.tests.reading import text_of
from guangyue.matters.models import Matter
from guangyue.registries.tests.factories import EAST, an_official

SIGNED = {"how": "pick_up", "to": "王小明", "proof": "own", "since": "delivery"}


@pytest.fixture
def decided(matter: Matter, clerk: User, reviewer: User, decider: User) -> Case:
    return a_decided_case_now(matter, clerk=clerk, reviewer=reviewer, decider=decider)


def page_of(case: Case) -> str:
    return reverse("cases:delivery", args=[case.number])


def test_the_case_leads_to_the_page_and_what_is_written_there_ends_it(decided: Case, window: Client) -> None:
    assert page_of(decided) in window.get(decided.get_absolute_url()).content.decode()
    assert "准予决定书" in text_of(window.get(page_of(decided)))

    answer = window.post(page_of(decided), SIGNED)

    assert answer.status_code == 303
    delivered = Delivered.objects.get(case=decided)
    assert (delivered.to, delivered.proof) == ("王小明", Delivered.Proof.OWN)
    assert "已经出件" in text_of(window.get(answer["Location"]))


def test_the_name_stays_masked_on_the_page(decided: Case, window: Client) -> None:
    page = text_of(window.get(page_of(decided)))

    assert decided.applicant_name not in page
    assert decided.masked_name in page


@pytest.mark.parametrize(
    ("written", "lacking"),
    [
        ({"how": "pick_up", "proof": "own"}, "请填写签收人"),
        ({"how": "pick_up", "to": "王小明"}, "请选择核对了哪一种证件"),
        ({"how": "post", "carrier": "邮政 EMS", "address": "东昌府区"}, "请填写邮件号"),
    ],
)
def test_what_is_lacking_is_said_at_its_field_and_nothing_is_handed_over(
    decided: Case, window: Client, written: dict[str, str], lacking: str
) -> None:
    answer = window.post(page_of(decided), written)

    assert answer.status_code == 422
    assert lacking in text_of(answer)
    assert not Delivered.objects.exists()


def test_only_a_window_of_the_region_hands_over_and_only_what_is_decided(
    decided: Case, matter: Matter, window: Client, review: Client
) -> None:
    elsewhere = signed_in(an_official("clerk", region=EAST[:6]))

    assert review.post(page_of(decided), SIGNED).status_code == 403
    assert elsewhere.post(page_of(decided), SIGNED).status_code == 404
    assert window.get(page_of(a_case_now(matter))).status_code == 409
    assert not Delivered.objects.exists()


def test_whoever_comes_second_is_told(decided: Case, window: Client) -> None:
    window.post(page_of(decided), SIGNED)

    assert window.post(page_of(decided), SIGNED).status_code == 409
    assert Delivered.objects.count() == 1


def test_the_slip_is_printed_before_and_after(decided: Case, matter: Matter, window: Client) -> None:
    def slip(case: Case) -> str:
        return str(window.get(reverse("cases:delivery_slip", args=[case.number])).headers["Content-Type"])

    before = slip(decided)
    window.post(page_of(decided), SIGNED)

    assert {before, slip(decided)} == {"application/pdf"}
    too_early = window.get(reverse("cases:delivery_slip", args=[a_case_now(matter).number]))
    assert too_early.status_code == 409
