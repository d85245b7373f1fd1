"""The pages of letters: seen and corrected by officials, opened by the applicant, checked by anybody."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guangyue.accounts.models import Kind, User
from guangyue.accounts.tests.factories import a_user
from guangyue.cases.models import Case, IssuedLetter
from guangyue.cases.tests.browsing import a_decided_case_now, signed_in
from guangyue.kit.tests.reading import text_of
from guangyue.matters.models import Matter
from guangyue.registries.models import Person
from guangyue.registries.tests.factories import EAST, a_person, an_official

CORRECTED = {"why": "申请人名称有误", "said": ""}


@pytest.fixture
def person(matter: Matter) -> Person:
    return a_person(account=a_user(kind=Kind.CITIZEN), name="王小明")


@pytest.fixture
def case(matter: Matter, clerk: User, reviewer: User, decider: User) -> Case:
    return a_decided_case_now(matter, clerk=clerk, reviewer=reviewer, decider=decider)


@pytest.fixture
def letter(case: Case) -> IssuedLetter:
    return case.letters.get(kind="GRANTED")


def checked(client: Client, **said: str | int) -> Any:
    return client.get(reverse("cases:check_letter"), said)


def test_whoever_sees_the_case_reads_the_letter_and_opens_it(letter: IssuedLetter, window: Client) -> None:
    page = text_of(window.get(letter.get_absolute_url()))
    paper = window.get(reverse("cases:letter_paper", args=[letter.number]))

    assert all(told in page for told in (letter.number, letter.check_code, letter.hash))
    assert paper["Content-Type"] == "application/pdf"
    assert paper["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in paper["Cache-Control"]
    elsewhere = signed_in(an_official("clerk", region=EAST[:6]))
    assert elsewhere.get(letter.get_absolute_url()).status_code == 404


def test_the_decider_corrects_it_and_both_letters_say_so(letter: IssuedLetter, decision: Client) -> None:
    address = reverse("cases:correction", args=[letter.number])
    assert address in decision.get(letter.get_absolute_url()).content.decode()

    answer = decision.post(address, CORRECTED)

    letter.refresh_from_db()
    assert letter.replaced_by
    assert answer["Location"] == letter.replaced_by.get_absolute_url()
    assert letter.replaced_by.number in text_of(decision.get(letter.get_absolute_url()))
    assert "申请人名称有误" in text_of(decision.get(answer["Location"]))
    assert decision.post(address, CORRECTED).status_code == 403


def test_a_correction_without_its_reason_corrects_nothing(letter: IssuedLetter, decision: Client) -> None:
    answer = decision.post(reverse("cases:correction", args=[letter.number]), {"why": " "})

    letter.refresh_from_db()
    assert answer.status_code == 422
    assert letter.replaced_by is None


def test_a_window_reads_a_letter_and_does_not_correct_it(letter: IssuedLetter, window: Client) -> None:
    address = reverse("cases:correction", args=[letter.number])

    assert address not in window.get(letter.get_absolute_url()).content.decode()
    assert window.get(address).status_code == 403


def test_an_applicant_opens_his_own_letter_and_nobody_elses(
    matter: Matter, person: Person, clerk: User, reviewer: User, decider: User, letter: IssuedLetter
) -> None:
    case = a_decided_case_now(matter, clerk=clerk, reviewer=reviewer, decider=decider, applicant=person)
    own = case.letters.get(kind="GRANTED")
    assert person.account
    applicant = signed_in(person.account)

    assert applicant.get(reverse("cases:own_letter", args=[case.key, own.number])).status_code == 200
    for key, number in ((letter.case.key, letter.number), (case.key, letter.number)):
        assert applicant.get(reverse("cases:own_letter", args=[key, number])).status_code == 404


def test_anybody_checks_a_letter_by_what_is_printed_on_it_or_by_its_picture(
    letter: IssuedLetter, client: Client
) -> None:
    typed = text_of(checked(client, number=letter.number.replace("〔", "["), code=letter.check_code.lower()))
    scanned = text_of(checked(client, letter=letter.pk, code=letter.check_code))

    for page in (typed, scanned):
        assert "查验通过" in page
        assert letter.case.applicant_name not in page


def test_a_letter_that_was_corrected_is_genuine_and_no_longer_holds(
    letter: IssuedLetter, decision: Client, client: Client
) -> None:
    decision.post(reverse("cases:correction", args=[letter.number]), CORRECTED)

    page = text_of(checked(client, number=letter.number, code=letter.check_code))

    letter.refresh_from_db()
    assert letter.replaced_by
    assert "已经更正" in page
    assert letter.replaced_by.number in page


def test_a_wrong_code_finds_nothing_and_nothing_asked_is_no_error(
    letter: IssuedLetter, client: Client
) -> None:
    assert "没有查到" in text_of(checked(client, number=letter.number, code="AAAAAAAA"))
    assert checked(client, number="", code=letter.check_code).status_code == 422
    assert checked(client).status_code == 200
