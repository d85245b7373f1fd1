"""The pages: what the public sees, what one sees of oneself, what officials file, verify, decide and ask."""

from datetime import date
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.credit.declaration import Found
from guangyue.credit.models import Appeal, BankConsent, Category, CreditQuery, CreditRecord, ListingProposal
from guangyue.credit.tests.factories import (
    BANK_CODE,
    BLACK,
    CODE,
    FRAUD,
    ID_NUMBER,
    MISCONDUCT,
    PENALTY,
    SECRET,
    a_draft,
    a_record,
)
from guangyue.organisations.models import Organisation
from guangyue.registries.models import Firm
from guangyue.registries.tests.factories import a_firm

DAY = "2021-04-30"


@pytest.fixture(autouse=True)
def day(settings: Settings) -> None:
    settings.GUANGYUE_DAY = date.fromisoformat(DAY)


def browser(user: User | None = None) -> Client:
    client = Client(headers={"Accept": "text/html"})
    if user:
        client.force_login(user)
    return client


def a_keeper(unit: Organisation) -> User:
    keeper = a_user(organisation=unit)
    a_grant(keeper, "credit-keeper")
    return keeper


@pytest.fixture
def official(unit: Organisation) -> User:
    return a_keeper(unit)


@pytest.fixture
def verifier(unit: Organisation) -> User:
    return a_keeper(unit)


def test_everybody_sees_what_is_public_and_no_whole_id_number(unit: Organisation) -> None:
    a_record(unit)
    a_record(unit, SECRET)
    person = a_record(unit, FRAUD, id_number=ID_NUMBER, name="李某", found=Found.DECEIT, fact="隐瞒了收入")

    page = browser().get(reverse("credit:public")).content.decode()
    own = browser().get(person.subject.get_absolute_url()).content.decode()

    assert "东湖商贸有限公司" in page
    assert SECRET.title not in page
    assert ID_NUMBER not in page + own
    assert f"{ID_NUMBER[:4]}************{ID_NUMBER[-2:]}" in page
    assert "隐瞒了收入" not in own


def test_of_whom_nothing_is_public_there_is_no_page(unit: Organisation) -> None:
    record = a_record(unit, SECRET)

    answer = browser().get(record.subject.get_absolute_url())

    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_a_firm_sees_its_record_objects_and_lets_a_bank_look(unit: Organisation, firm: Firm) -> None:
    record = a_record(unit)
    assert firm.account
    client = browser(firm.account)

    page = client.get(reverse("credit:own")).content.decode()
    said = {"kind": "OBJECTION", "reason": "不是我们"}
    client.post(reverse("credit:appealing", args=[record.number]), said)
    given = {"bank": BANK_CODE, "bank_name": "东湖银行", "contents": ["records"], "until": "2021-12-31"}
    client.post(reverse("credit:consent"), given)

    assert record.fact in page
    assert "异议中" in client.get(reverse("credit:own")).content.decode()
    assert Appeal.objects.get().by == firm.account
    assert BankConsent.objects.get().bank == BANK_CODE


def test_nobody_appeals_for_another(unit: Organisation, firm: Firm) -> None:
    record = a_record(unit)
    other = a_firm(account=a_user(kind="enterprise"))
    assert other.account

    answer = browser(other.account).get(reverse("credit:appealing", args=[record.number]))

    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_a_bank_sees_what_it_was_let_see(unit: Organisation, firm: Firm) -> None:
    record = a_record(unit)
    bank = a_firm(credit_code=BANK_CODE, account=a_user(kind="enterprise"))
    assert bank.account
    assert firm.account
    client, asked = browser(bank.account), {"code": CODE, "reason": "授信审查"}

    refused = client.post(reverse("credit:bank"), asked)
    given = {"bank": BANK_CODE, "bank_name": "东湖银行", "contents": ["records"], "until": "2021-12-31"}
    browser(firm.account).post(reverse("credit:consent"), given)
    shown = client.post(reverse("credit:bank"), asked)

    assert refused.status_code == HTTPStatus.FORBIDDEN
    assert record.fact in shown.content.decode()


def test_one_official_files_another_verifies(unit: Organisation, official: User, verifier: User) -> None:
    said = {
        "unit": unit.pk,
        "category": Category.objects.get(key=PENALTY.key).pk,
        "credit_code": CODE,
        "name": "东湖商贸有限公司",
        "fact": "超范围经营",
        "document": "东市监罚字〔2021〕9号",
        "document_on": "2021-04-20",
        "fact_on": "2021-04-01",
    }

    filed = browser(official).post(reverse("credit:new_record"), said)
    record = CreditRecord.objects.get()
    own = browser(official).post(reverse("credit:verification", args=[record.number]))
    other = browser(verifier).post(reverse("credit:verification", args=[record.number]))

    assert filed.status_code == HTTPStatus.FOUND
    assert own.status_code == HTTPStatus.CONFLICT
    assert other.status_code == HTTPStatus.FOUND
    record.refresh_from_db()
    assert record.stands


def test_a_wrong_check_digit_is_said_at_the_field(unit: Organisation, official: User) -> None:
    said = {
        "unit": unit.pk,
        "category": Category.objects.get(key=PENALTY.key).pk,
        "id_number": "371502199001011230",
        "name": "李某",
        "fact": "事实",
        "document": "文书",
        "document_on": "2021-04-20",
        "fact_on": "2021-04-01",
    }

    answer = browser(official).post(reverse("credit:new_record"), said)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "校验码" in answer.content.decode()


def test_a_query_shows_the_subject_and_one_without_a_purpose_only_the_field(
    unit: Organisation, official: User
) -> None:
    record = a_record(unit)
    client = browser(official)

    refused = client.post(reverse("credit:asking"), {"credit_code": CODE, "purpose": "", "reason": "看看吧"})
    answered = client.post(
        reverse("credit:asking"),
        {"credit_code": CODE, "purpose": "support", "reason": "审核项目申报"},
        follow=True,
    )

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert record.fact in answered.content.decode()
    assert CreditQuery.objects.filter(by=official, answered=False).exists()
    log = client.get(reverse("credit:queries")).content.decode()
    assert "已拒绝" in log


def test_a_proposal_goes_from_telling_to_a_decision(
    unit: Organisation, official: User, verifier: User
) -> None:
    a_record(unit, MISCONDUCT, conduct="a", document="卫医记1号")
    a_record(unit, MISCONDUCT, conduct="a", document="卫医记2号")
    proposal = ListingProposal.objects.get()
    said = {"enters": "yes", "said": "事实清楚", "document": "卫决1号", "document_on": "2021-04-20"}

    browser(official).post(reverse("credit:telling", args=[proposal.pk]))
    browser(verifier).post(reverse("credit:listing_decision", args=[proposal.pk]), said)

    proposal.refresh_from_db()
    assert proposal.state == ListingProposal.State.ENTERED
    assert browser(official).get(proposal.get_absolute_url()).status_code == HTTPStatus.OK


def test_a_unit_proposes_for_a_list_what_no_points_count(
    unit: Organisation, official: User, verifier: User
) -> None:
    said = {
        "unit": unit.pk,
        "category": Category.objects.get(key=BLACK.key).pk,
        "credit_code": CODE,
        "name": "东湖商贸有限公司",
        "reason": "一年内投诉七起",
    }

    browser(official).post(reverse("credit:new_proposal"), said)
    again = browser(official).post(reverse("credit:new_proposal"), said)

    proposal = ListingProposal.objects.get()
    assert proposal.is_open
    assert again.status_code == HTTPStatus.CONFLICT
    assert "一年内投诉七起" in browser(verifier).get(proposal.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "name", ["records", "appeals", "proposals", "queries", "measures", "statistics", "classes"]
)
def test_the_desk_opens(unit: Organisation, official: User, name: str) -> None:
    a_record(unit)

    assert browser(official).get(reverse(f"credit:{name}")).status_code == HTTPStatus.OK


def test_a_sector_is_graded_from_its_page(unit: Organisation, official: User) -> None:
    a_record(unit)

    browser(official).post(reverse("credit:grading", args=["market"]))

    assert "2021" in browser(official).get(reverse("credit:classes")).content.decode()


def test_a_record_under_appeal_is_decided_from_its_page(
    unit: Organisation, firm: Firm, official: User
) -> None:
    record = a_draft(unit)
    browser(official).post(reverse("credit:verification", args=[record.number]))
    assert firm.account
    said = {"kind": "OBJECTION", "reason": "不是我们"}
    browser(firm.account).post(reverse("credit:appealing", args=[record.number]), said)
    appeal = Appeal.objects.get()

    page = browser(official).get(appeal.get_absolute_url())
    browser(official).post(
        reverse("credit:appeal_decision", args=[appeal.number]), {"upheld": "yes", "said": "确属误记"}
    )

    assert page.status_code == HTTPStatus.OK
    record.refresh_from_db()
    assert record.get_state_display() == "已撤销"


def test_programs_read_what_is_public_of_an_organisation(unit: Organisation) -> None:
    a_record(unit)
    a_record(unit, SECRET)

    answer = Client().get("/api/v1/credit/records", {"credit_code": CODE})
    wrong = Client().get("/api/v1/credit/records", {"credit_code": CODE[:17] + "?"})

    assert [one["category"] for one in answer.json()] == [PENALTY.title]
    assert wrong.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
