"""Cases for programs: progress by number and code, and nothing to those who have neither."""

import pytest
from django.test import Client

from guangyue.accounts.models import User
from guangyue.cases.flow import Letter
from guangyue.cases.services.letters import issue_letter
from guangyue.cases.tests.factories import AT, a_case
from guangyue.matters.models import Matter


def test_progress_is_told_by_number_and_code_and_names_nobody(
    client: Client, matter: Matter, clerk: User
) -> None:
    case = a_case(matter, by=clerk)

    told = client.get("/api/v1/cases/progress", {"number": case.number, "code": case.check_code})

    assert told.json()["step"] == "收件"
    assert case.applicant_name not in told.content.decode()


@pytest.mark.parametrize("wrong", ["23456789", "", "\0"])
def test_a_wrong_code_and_no_such_case_get_the_same_answer(
    client: Client, matter: Matter, clerk: User, wrong: str
) -> None:
    case = a_case(matter, by=clerk)

    known = client.get("/api/v1/cases/progress", {"number": case.number, "code": wrong})
    unknown = client.get("/api/v1/cases/progress", {"number": "BJ20200601999999", "code": wrong})

    assert known.status_code == unknown.status_code
    assert known.status_code < 500
    assert known.json().get("detail") == unknown.json().get("detail")


def test_a_letter_is_checked_by_its_number_and_code_without_a_full_name(
    client: Client, matter: Matter, clerk: User
) -> None:
    case = a_case(matter, by=clerk, name="王小明")
    letter = issue_letter(case=case, kind=Letter.ACCEPTANCE, by=clerk, at=AT)

    page = client.get("/letters/check/", {"number": letter.number, "code": letter.check_code.lower()})
    by_code = client.get("/letters/check/", {"letter": str(letter.pk), "code": letter.check_code})
    wrong = client.get("/letters/check/", {"number": letter.number, "code": "22222222"})

    assert "查验通过" in page.content.decode()
    assert "查验通过" in by_code.content.decode()
    assert "王小明" not in page.content.decode()
    assert "没有查到" in wrong.content.decode()
    assert case.title not in wrong.content.decode()
