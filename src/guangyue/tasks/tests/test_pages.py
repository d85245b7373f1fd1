"""The pages of tasks: what stands there, what is offered to whom, and what is never shown."""

from datetime import datetime, timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant
from guangyue.kit.clocks import SHANGHAI
from guangyue.organisations.models import Organisation
from guangyue.tasks.models import Assignment, CalendarFeed, OwedReport
from guangyue.tasks.quarters import Quarter
from guangyue.tasks.services.asking import ask_for_reports
from guangyue.tasks.services.issuing import GivenUnit
from guangyue.tasks.states import Role, State
from guangyue.tasks.tests.factories import DUE, a_document, contact_of, issued, lead, proof, running


@pytest.fixture(autouse=True)
def a_day_of_the_plan(settings: Settings) -> None:
    settings.DEMO = True
    settings.GUANGYUE_DAY = DUE - timedelta(days=20)


def browser_of(user: User | None = None) -> Client:
    client = Client(headers={"Accept": "text/html"})
    if user:
        client.force_login(user)
    return client


def test_the_ledger_answers_what_a_unit_leads_that_falls_due_in_thirty_days(
    offices: list[Organisation], supervisor: User, contact: User
) -> None:
    office, other = offices[:2]
    (soon,) = issued(lead(office), GivenUnit(other.name, Role.COOPERATE, other))
    (later,) = issued(lead(office), due_on=DUE + timedelta(days=30))
    (helped,) = issued(lead(other), GivenUnit(office.name, Role.COOPERATE, office))
    page = browser_of(supervisor).get(f"{reverse('tasks:ledger')}?unit={office.pk}&role=LEAD&within=30")

    assert soon.get_absolute_url() in page.content.decode()
    assert later.get_absolute_url() not in page.content.decode()
    assert helped.get_absolute_url() not in page.content.decode()
    for asked in (
        "light=YELLOW",
        "light=RED",
        "leader=无此人",
        "county=无",
        "within=7",
        "q=点亮",
        "export=csv",
    ):
        assert browser_of(contact).get(f"{reverse('tasks:ledger')}?{asked}").status_code == HTTPStatus.OK


def test_a_quarter_is_reported_on_one_form(office: Organisation, contact: User, supervisor: User) -> None:
    document = a_document()
    issued(lead(office), labels=("1", "2"), document=document)
    ask_for_reports(quarter=Quarter(2020, 3), at=datetime(2020, 10, 1, 1, tzinfo=SHANGHAI))
    owed = OwedReport.objects.get()
    address = reverse("tasks:handing_in", args=[owed.pk])
    browser = browser_of(contact)
    said = {
        f"{name}-{one.pk}": value
        for one in Assignment.objects.all()
        for name, value in (("text", "在办"), ("percent", "30"))
    }

    assert browser.get(reverse("tasks:unit")).content.decode().count(address) == 1
    assert browser.post(address, said).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert browser.post(address, {**said, "declared": "on"}).status_code == HTTPStatus.FOUND
    assert browser.post(address, {**said, "declared": "on"}).status_code == HTTPStatus.CONFLICT
    assert owed.lines.count() == 2
    page = browser_of(supervisor).get(f"{reverse('tasks:summary')}?quarter=2020Q3").content.decode()
    assert "应报季报 1 份，未报 0 份" in page


def test_closing_goes_by_the_pages_from_the_unit_to_the_verifier(
    office: Organisation, contact: User, verifier: User
) -> None:
    assignment = running(office, contact)
    asked = {"text": "完成", "percent": "100", "declared": "on"}
    address = reverse("tasks:closing", args=[assignment.pk])

    assert browser_of(contact).post(address, asked).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    browser_of(contact).post(address, {**asked, "evidence": [proof(), proof("二.pdf")]})
    report = assignment.reports.get()
    assert report.evidence.count() == 2
    found = {"kind": "on_site", "result": "true", "said": "看过"}
    browser_of(verifier).post(reverse("tasks:closing_check", args=[report.pk]), found)

    assert State[Assignment.objects.get().state] is State.CLOSED
    shown = browser_of(contact).get(assignment.get_absolute_url()).content.decode()
    assert "已销号" in shown
    assert reverse("tasks:closing", args=[assignment.pk]) not in shown


def test_another_unit_can_neither_see_nor_report(offices: list[Organisation], contact: User) -> None:
    assignment = running(offices[0], contact)
    stranger = contact_of(offices[1])
    a_grant(stranger, "supervisor", organisation=offices[1])

    assert browser_of(stranger).get(assignment.get_absolute_url()).status_code == HTTPStatus.NOT_FOUND
    helper = GivenUnit(offices[1].name, Role.COOPERATE, offices[1])
    (helped,) = issued(lead(offices[0]), helper)
    assert browser_of(stranger).get(helped.get_absolute_url()).status_code == HTTPStatus.OK
    answer = browser_of(stranger).post(reverse("tasks:acceptance", args=[helped.pk]))
    assert answer.status_code == HTTPStatus.CONFLICT


def test_the_public_reads_texts_and_units_and_nothing_that_was_reported(
    office: Organisation, contact: User
) -> None:
    assignment = running(office, contact, leaders=("某领导",))
    page = browser_of().get(reverse("tasks:public_assignment", args=[assignment.pk])).content.decode()

    assert assignment.text in page
    assert office.name in page
    assert "全部点亮" not in page
    assert browser_of().get(reverse("tasks:public")).status_code == HTTPStatus.OK


def test_a_calendar_is_read_by_its_address_until_it_is_renewed(office: Organisation, contact: User) -> None:
    assignment = running(office, contact)
    renewal = f"{reverse('tasks:feed_renewal')}?unit={office.pk}"
    browser_of(contact).post(renewal)
    former = reverse("tasks:calendar", args=[CalendarFeed.objects.get().token])
    written = browser_of().get(former).content.decode().replace("\r\n ", "")

    assert f"UID:assignment-{assignment.pk}@" in written
    assert f"DTSTART;VALUE=DATE:{DUE:%Y%m%d}" in written
    browser_of(contact).post(renewal)
    assert browser_of().get(former).status_code == HTTPStatus.NOT_FOUND
