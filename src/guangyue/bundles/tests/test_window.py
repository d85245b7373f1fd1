"""综合窗口: a whole 一件事 is taken in at once, by keyboard, with one form and one set of materials."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.bundles.models import BundleCase, Theme
from guangyue.bundles.standing import Standing
from guangyue.bundles.tests.factories import case_of, grant
from guangyue.cases.flow import Phase
from guangyue.cases.models import Case
from guangyue.kit.identities import make_credit_code
from guangyue.kit.tests.reading import text_of
from guangyue.registries.models import Lookup
from guangyue.registries.tests.factories import a_firm, a_person, an_official

STRANGER = {"number": make_credit_code(region="371500", serial=7).text, "name": "东湖小吃店"}
ANSWERED = {"answer-name": "湖畔小馆", "answer-seats": "20", "phone": "13800001234", "delivery": "pick_up"}


@pytest.fixture(autouse=True)
def no_second_factor(settings: Settings) -> None:
    settings.DEMO = True


@pytest.fixture
def seated(theme: Theme) -> User:
    return an_official("clerk")


@pytest.fixture
def window(seated: User) -> Client:
    return browser_of(seated)


def browser_of(user: User) -> Client:
    client = Client(headers={"accept": "text/html"})
    client.force_login(user)
    return client


def begin(window: Client, theme: Theme, **said: str) -> BundleCase:
    address = reverse("bundles:take_in", args=[theme.key])
    answer = window.post(address, {"q-cooks": "供应", "region": "990100", **said})
    assert answer.status_code == 302, text_of(answer)
    return BundleCase.objects.latest("pk")


def send(window: Client, bundle: BundleCase, does: str = "take_in", **said: str) -> Any:
    """The counter's form: every paper an original unless it is said otherwise, by its code."""
    marks = {f"paper-{one.pk}": said.pop(one.code, "original") for one in bundle.papers.all()}
    address = reverse("bundles:counter", args=[bundle.key])
    return window.post(address, {"do": does, **ANSWERED, **marks, **said}, follow=True)


def take_in(window: Client, bundle: BundleCase, **said: str) -> Any:
    return send(window, bundle, **{"consent": "on", **said})


def test_one_form_and_one_set_of_papers_open_and_accept_every_matter_that_can_begin(
    window: Client, theme: Theme, seated: User
) -> None:
    firm = a_firm()
    bundle = begin(window, theme, number=firm.credit_code)

    page = text_of(take_in(window, bundle, plan="copy"))

    bundle.refresh_from_db()
    assert bundle.number in page
    assert (bundle.firm, bundle.channel, bundle.accepted_by) == (firm, Case.Channel.WINDOW, seated)
    assert bundle.state == BundleCase.State.UNDER_WAY
    registration, sign = case_of(bundle, "A1"), case_of(bundle, "C1")
    assert {registration.stands_in, sign.stands_in} == {Phase.UNDER_WAY}
    assert registration.answers == {"name": "湖畔小馆"}
    assert (registration.delivery, registration.received_by) == (Case.Delivery.PICK_UP, seated)
    assert registration.papers.get(code="articles").from_whom == "原件"
    assert sign.papers.get(code="plan").from_whom == "复印件"


def test_what_is_taken_in_for_another_place_is_handed_in_and_accepted_all_the_same(
    window: Client, theme: Theme
) -> None:
    bundle = begin(window, theme, region="990101", **STRANGER)

    take_in(window, bundle)

    case = case_of(bundle, "A1")
    assert {bundle.channel, case.channel} == {Case.Channel.TAKEN_IN}
    assert case.stands_in is Phase.UNDER_WAY


def test_what_begins_later_was_received_by_the_same_clerk(window: Client, theme: Theme, seated: User) -> None:
    bundle = begin(window, theme, **STRANGER)
    take_in(window, bundle)
    bundle.refresh_from_db()

    grant(case_of(bundle, "A1"))

    food = case_of(bundle, "B1")
    assert (food.received_by, food.moves.get(arrow="take_in").by) == (seated, seated)
    assert food.applicant_number == STRANGER["number"]


def test_a_person_is_looked_up_and_can_see_what_for(window: Client, theme: Theme) -> None:
    person = a_person()

    bundle = begin(window, theme, number=person.id_number)

    assert bundle.person == person
    assert "开餐馆" in Lookup.objects.get(person=person).explanation


def test_somebody_whom_no_register_knows_says_how_he_is_called(window: Client, theme: Theme) -> None:
    address = reverse("bundles:take_in", args=[theme.key])
    said = {"q-cooks": "供应", "region": "990100", "number": STRANGER["number"]}

    nameless = window.post(address, said)

    assert nameless.status_code == 422
    assert "请填写姓名或者名称" in text_of(nameless)
    assert begin(window, theme, **STRANGER).applicant_name == STRANGER["name"]


def test_the_answers_choose_the_matters(window: Client, theme: Theme) -> None:
    bundle = begin(window, theme, **STRANGER, **{"q-cooks": "不供应"})

    assert {part.matter for part in bundle.parts.all()} == {"A1", "C1"}


def test_what_may_be_owed_is_owed_on_one_signed_promise(window: Client, theme: Theme) -> None:
    bundle = begin(window, theme, **STRANGER)

    unsigned = take_in(window, bundle, lease="owed")
    assert unsigned.status_code == 422
    assert "承诺书" in text_of(unsigned)
    take_in(window, bundle, lease="owed", promised="on")

    bundle.refresh_from_db()
    assert bundle.number
    assert case_of(bundle, "A1").papers.get(code="lease").state == "owed"


def test_what_lacks_a_paper_waits_and_the_rest_begins_when_the_applicant_says_so(
    window: Client, theme: Theme
) -> None:
    bundle = begin(window, theme, **STRANGER, **{"q-cooks": "不供应"})

    asked = take_in(window, bundle, plan="missing")
    assert asked.status_code == 422
    assert "平面图" in text_of(asked)
    take_in(window, bundle, plan="missing", partly="on")

    assert bundle.parts.get(matter="C1").stands is Standing.HELD
    assert case_of(bundle, "A1").stands_in is Phase.UNDER_WAY


def test_all_that_is_missing_is_told_at_once_on_paper_and_nothing_has_to_be_filled_in_again(
    window: Client, theme: Theme
) -> None:
    bundle = begin(window, theme, **STRANGER)
    assert take_in(window, bundle, articles="missing", plan="missing").status_code == 422

    notice = send(window, bundle, "notice", articles="missing", plan="missing")

    assert notice["Content-Type"] == "application/pdf"
    assert set(bundle.papers.lacking().values_list("code", flat=True)) == {"articles", "plan"}
    bundle.refresh_from_db()
    assert bundle.answers["name"] == "湖畔小馆"


def test_without_a_yes_nothing_is_taken_in(window: Client, theme: Theme) -> None:
    bundle = begin(window, theme, **STRANGER)

    assert take_in(window, bundle, consent="").status_code == 422

    assert not Case.objects.exists()


def test_it_is_found_at_the_counter_by_its_name_and_the_letters_of_its_pinyin(
    window: Client, theme: Theme
) -> None:
    for words in ("餐馆", "kcg"):
        page = window.get(reverse("cases:window"), {"q": words}).content.decode()
        assert reverse("bundles:take_in", args=[theme.key]) in page

    bundle = begin(window, theme, **STRANGER)

    half_taken = window.get(reverse("cases:window")).content.decode()
    assert reverse("bundles:counter", args=[bundle.key]) in half_taken


def test_what_was_begun_is_kept_with_its_marks_for_whoever_began_it(window: Client, theme: Theme) -> None:
    bundle = begin(window, theme, **STRANGER)
    address = reverse("bundles:counter", args=[bundle.key])

    send(window, bundle, "keep", plan="copy", phone="")

    bundle.refresh_from_db()
    assert bundle.papers.get(code="plan").mark == "copy"
    assert bundle.number == ""
    assert browser_of(an_official("clerk")).get(address).status_code == 404
    assert window.get(address).status_code == 200


def test_what_was_begun_can_be_given_up_after_a_question(window: Client, theme: Theme) -> None:
    bundle = begin(window, theme, **STRANGER)
    address = reverse("bundles:counter_discard", args=[bundle.key])

    assert window.post(address).status_code == 200
    window.post(address, {"confirmed": "yes"})

    assert not BundleCase.objects.exists()


def test_the_receipt_is_printed_at_the_window(window: Client, theme: Theme) -> None:
    bundle = begin(window, theme, **STRANGER)
    take_in(window, bundle)
    bundle.refresh_from_db()

    receipt = window.get(reverse("bundles:receipt", args=[bundle.number]))

    assert receipt["Content-Type"] == "application/pdf"
