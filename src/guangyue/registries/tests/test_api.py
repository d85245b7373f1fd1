"""The registries for programs."""

import json

import pytest
from django.test import Client

from guangyue.accounts.models import Kind, User
from guangyue.organisations.models import Organisation
from guangyue.registries.facts import About, kind_of
from guangyue.registries.models import Lookup
from guangyue.registries.tests.factories import (
    WAGE,
    WEST,
    a_fact,
    a_firm,
    a_person,
    a_user,
    an_official,
)

pytestmark = pytest.mark.django_db
Country = dict[str, Organisation]
QUESTION = {"kinds": ["person.wage"], "purpose": "case", "case_number": "2026-1"}


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def clerk(country: Country) -> Client:
    return client_of(an_official("clerk", region="990101"))


def test_a_citizen_reads_the_own_facts(country: Country) -> None:
    citizen = a_user(Kind.CITIZEN)
    a_fact(a_person(account=citizen), WAGE, 350_000)

    facts = client_of(citizen).get("/api/v1/me/facts").json()["facts"]

    wage = next(fact for fact in facts if fact["kind"] == "person.wage")
    assert (wage["value"], wage["owner"], wage["since"]) == (350_000, "机构human-resources", "2020-05-01")


def test_of_a_firm_only_what_is_public_is_told(country: Country) -> None:
    firm = a_firm()
    a_fact(firm, kind_of(About.FIRM, "status"), "在营")
    a_fact(firm, kind_of(About.FIRM, "turnover"), 9_900)

    told = Client().get(f"/api/v1/firms/{firm.credit_code}").json()

    kinds = {fact["kind"] for fact in told["facts"]}
    assert "firm.status" in kinds
    assert "firm.turnover" not in kinds
    assert "firm.legal_representative" not in kinds


def test_a_look_answers_once_it_is_written_down(clerk: Client) -> None:
    person = a_person()
    a_fact(person, WAGE, 350_000)

    answer = clerk.post(
        "/api/v1/lookups", {**QUESTION, "id_number": person.id_number}, content_type="application/json"
    )

    assert answer.status_code == 201
    assert [fact["value"] for fact in answer.json()["facts"]] == [350_000]
    assert answer.json()["lookup"] == Lookup.objects.get().pk


def test_without_a_purpose_it_does_not_answer(clerk: Client) -> None:
    number = a_person().id_number

    unsaid = clerk.post(
        "/api/v1/lookups",
        {**QUESTION, "id_number": number, "case_number": "", "explanation": ""},
        content_type="application/json",
    )
    unknown = clerk.post(
        "/api/v1/lookups",
        {**QUESTION, "id_number": number, "purpose": "好奇"},
        content_type="application/json",
    )

    assert (unsaid.status_code, unknown.status_code) == (422, 422)
    assert not Lookup.objects.exists()


def test_a_kind_of_fact_that_there_is_not_is_named(clerk: Client) -> None:
    answer = clerk.post(
        "/api/v1/lookups",
        {**QUESTION, "id_number": a_person().id_number, "kinds": ["person.wage", "person.shoe_size"]},
        content_type="application/json",
    )

    assert answer.status_code == 422
    assert "person.shoe_size" in answer.json()["detail"]


def test_of_who_is_out_of_reach_it_says_what_it_says_of_nobody(clerk: Client) -> None:
    elsewhere = clerk.post(
        "/api/v1/lookups",
        {**QUESTION, "id_number": a_person(WEST).id_number},
        content_type="application/json",
    )

    assert elsewhere.status_code == 404
    assert json.loads(elsewhere.content)["detail"] == "没有查到，或者不在您的管辖范围内。"


def test_a_citizen_looks_at_nobody(country: Country) -> None:
    answer = client_of(a_user(Kind.CITIZEN)).post(
        "/api/v1/lookups", {**QUESTION, "id_number": a_person().id_number}, content_type="application/json"
    )

    assert answer.status_code == 403
