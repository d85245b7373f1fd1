"""进度查询: whoever has number and code sees how far it is, and nothing of whom or why."""

from typing import Any

from django.test import Client
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case
from guangyue.cases.services.looking import MOST_IN_VAIN
from guangyue.cases.tests.factories import ORDINARY, a_case, go
from guangyue.matters.models import Matter
from guangyue.registries.tests.factories import a_person


def look(client: Client, case: Case, **changes: str) -> Any:
    return client.get(reverse("cases:progress"), {"number": case.number, "code": case.check_code, **changes})


def test_progress_is_told_without_the_name_and_without_reasons(
    client: Client, matter: Matter, clerk: User
) -> None:
    case = a_case(matter, by=clerk, applicant=a_person(name="王小明"))
    go(case, "tell_missing", actor=Actor.CLERK, by=clerk, said="身份证过期")

    page = look(client, case).content.decode()

    assert "一次性告知" in page
    assert "王小明" not in page
    assert "身份证过期" not in page
    assert clerk.name not in page


def test_a_small_letter_or_a_space_is_no_matter(client: Client, matter: Matter) -> None:
    case = a_case(matter)

    assert look(client, case, code=f" {case.check_code.lower()} ").status_code == 200


def test_a_wrong_code_and_a_wrong_number_get_the_same_answer(client: Client, matter: Matter) -> None:
    case = a_case(matter)

    wrong = look(client, case, code="AAAAAAAA")
    none = look(client, case, number="BJ20200601999999")

    assert wrong.status_code == none.status_code == 422
    assert "没有这个编号的办件，或者查询码不对" in wrong.content.decode()
    assert "没有这个编号的办件，或者查询码不对" in none.content.decode()


def test_codes_cannot_be_tried_one_by_one(client: Client, matter: Matter) -> None:
    case = a_case(matter)

    for _ in range(MOST_IN_VAIN):
        look(client, case, code="AAAAAAAA")

    assert look(client, case).status_code == 429


def test_a_flow_is_shown_with_its_moves_and_clauses(client: Client, matter: Matter) -> None:
    page = client.get(reverse("cases:flow", args=[ORDINARY.key])).content.decode()

    assert "一次性告知" in page
    assert str(ORDINARY.cites) in page
    assert client.get(reverse("cases:flow", args=["none"])).status_code == 404
