"""A program applies in its owner's name: from the draft, through the papers, to the number of the case."""

from hashlib import sha256
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from guangyue.accounts.models import Kind
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case, PaperFile
from guangyue.cases.tests.factories import SHOP, a_matter, go
from guangyue.cases.tests.test_own_cases import FIELDS, VARIANTS
from guangyue.files.tests.factories import a_pdf, a_photo, uploaded
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.registries.models import Person
from guangyue.registries.tests.factories import DAY, NAME, a_fact, a_person, a_user

API = "/api/v1/cases"
DRAFT = {"matter": SHOP.code, "variant": "new", "region": "990101"}
SCRIPT = b"/OpenAction << /S /JavaScript /JS (app.alert) >>"
SUBMITTED = {"answers": {"seats": "24"}, "phone": "13800000000", "consent": True}


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def shop(departments: dict[str, Organisation]) -> Matter:
    return a_matter(next(iter(departments.values())), fields=FIELDS, variants=VARIANTS)


@pytest.fixture
def citizen(shop: Matter) -> Person:
    person = a_person(account=a_user(Kind.CITIZEN), name="王小明")
    a_fact(person, NAME, "王小明", since=DAY)
    return person


def program_of(person: Person) -> Client:
    program = Client()
    assert person.account
    program.force_login(person.account)
    return program


@pytest.fixture
def program(citizen: Person) -> Client:
    return program_of(citizen)


def begun(program: Client) -> str:
    answer = program.post(API, DRAFT, content_type="application/json")
    assert answer.status_code == 201, answer.content.decode()
    return str(answer.json()["key"])


def bring(program: Client, key: str, code: str, *contents: bytes) -> Any:
    files = [uploaded(content, f"{number}.jpg") for number, content in enumerate(contents)]
    return program.post(f"{API}/{key}/papers/{code}/files", {"files": files})


def submit(program: Client, key: str, **said: object) -> Any:
    return program.post(f"{API}/{key}/submission", {**SUBMITTED, **said}, content_type="application/json")


def test_a_program_begins_brings_the_papers_and_hands_in(program: Client) -> None:
    key = begun(program)

    brought = bring(program, key, "form", a_photo(), a_photo()).json()
    promised = program.post(f"{API}/{key}/papers/plan/promise").json()
    whole = submit(program, key).json()

    assert brought["state"] == "已提交"
    assert [one["media_type"] for one in brought["files"]] == ["image/jpeg"] * 2
    assert promised["promised_on"]
    assert whole["number"].startswith("BJ")
    assert whole["answers"] == {"owner": "王小明", "seats": 24}
    assert {one["code"]: one["state"] for one in whole["papers"]} == {
        "licence": "共享获取",
        "form": "已提交",
        "plan": "待提交",
    }


def test_what_is_kept_is_told_by_its_sum_and_without_what_the_camera_wrote(program: Client) -> None:
    (kept,) = bring(program, begun(program), "form", a_photo()).json()["files"]

    assert kept["sha256"] == PaperFile.objects.get().file.sha256 != sha256(a_photo()).hexdigest()


def test_what_is_missing_is_named(program: Client) -> None:
    answer = submit(program, begun(program))

    assert answer.status_code == 422
    assert answer.json()["field"] == "papers"
    assert "申请表" in answer.json()["detail"]


def test_what_is_wrong_with_the_form_is_said_at_its_field(program: Client) -> None:
    key = begun(program)

    unread = submit(program, key, answers={"seats": "很多"}).json()
    unreachable = submit(program, key, phone="12").json()

    assert unread["field"] == "answers.seats"
    assert unread["detail"].startswith("座位数")
    assert unreachable["field"] == "phone"


@pytest.mark.parametrize(
    "content", [b"", b"MZ not a paper", a_pdf(catalog=b"/OpenAction << /S /JavaScript >>")]
)
def test_what_is_no_paper_by_its_content_is_not_kept(program: Client, content: bytes) -> None:
    answer = bring(program, begun(program), "form", a_photo(), content)

    assert answer.status_code == 422
    assert answer.json()["field"] == "files"
    assert "没有收下" in answer.json()["detail"]
    assert not PaperFile.objects.exists()


def test_without_a_file_nothing_is_brought(program: Client) -> None:
    assert bring(program, begun(program), "form").status_code == 422


def test_nobody_brings_papers_to_the_draft_of_another_or_those_the_city_fetches(program: Client) -> None:
    key = begun(program)
    stranger = program_of(a_person(account=a_user(Kind.CITIZEN)))

    assert bring(stranger, key, "form", a_photo()).status_code == 404
    assert bring(program, key, "licence", a_photo()).status_code == 404
    assert bring(Client(), key, "form", a_photo()).status_code in (401, 403)
    assert not PaperFile.objects.exists()


def test_after_the_acceptance_only_what_is_owed_is_still_brought(program: Client) -> None:
    key = begun(program)
    bring(program, key, "form", a_photo())
    program.post(f"{API}/{key}/papers/plan/promise")
    submit(program, key)
    case = Case.objects.get()
    go(case, "accept_deferred", actor=Actor.CLERK, by=a_user(), at=case.opened_at)

    assert bring(program, key, "form", a_photo()).status_code == 409
    assert bring(program, key, "plan", a_pdf()).json()["state"] == "已提交"


def test_an_essential_paper_is_not_promised(program: Client) -> None:
    answer = program.post(f"{API}/{begun(program)}/papers/form/promise")

    assert answer.status_code == 409
    assert "主要材料不可缺" in answer.json()["detail"]
