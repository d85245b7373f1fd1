"""A page asks the database as often with four times as much in it: nothing is asked row by row."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from importlib import import_module
from itertools import count
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from config.background import VERIFICATION
from config.navigation import DESK, OWN, PORTAL
from guangyue.accounts.models import Kind, User
from guangyue.accounts.roles import roles
from guangyue.accounts.tests.factories import a_grant, a_region, a_user, an_organisation
from guangyue.gazette.document import Clause
from guangyue.jobs.works import begin_work
from guangyue.notifications.services import notify
from guangyue.organisations.models import Body, Meeting, NoticeLine, Organisation, Region, Seat, Tenure
from guangyue.organisations.models import Person as Official
from guangyue.organisations.services.bodies import SeatFact, form_body
from guangyue.organisations.services.meetings import (
    DecisionFact,
    hold_meeting,
    issue_minutes,
    propose_meeting,
)
from guangyue.organisations.services.notices import LineFact, check_notice, enter_notice, record_lines
from guangyue.organisations.services.register import add_name, find_post
from guangyue.organisations.services.tenures import begin_tenure
from guangyue.registries.facts import About, kind_of, kinds
from guangyue.registries.models import Lookup, Person
from guangyue.registries.services.corrections import raise_correction
from guangyue.registries.tests.factories import (
    DAY,
    EDUCATION,
    LAST_YEAR,
    WAGE,
    a_fact,
    a_firm,
    a_household,
    a_person,
    a_place,
)
from guangyue.registries.tests.samples import departments

pytestmark = pytest.mark.django_db

FEW, MANY = 2, 8
MENUS = (*PORTAL, *OWN, *(page for section in DESK for page in section.pages))
CITES = Clause("东政办字〔2021〕7号", "二")
TURNOVER = kind_of(About.FIRM, "turnover")

_numbers = count(1)


@pytest.fixture
def region() -> Region:
    return a_region("990201", parent=a_region("990200"))


@pytest.fixture
def organisation(region: Region) -> Organisation:
    departments(region)
    return an_organisation("bureau", region=region)


@pytest.fixture
def reader(settings: Settings) -> User:
    """Somebody who may open everything."""
    settings.DEMO = True  # no second factor
    user = a_user("reader")
    for key in roles():
        a_grant(user, key)
    return user


def browser_of(user: User) -> Client:
    client = Client(headers={"Accept": "text/html"})
    client.force_login(user)
    return client


def statements_of(client: Client, address: str) -> int:
    """How many statements the page comes to, once everything that is kept has been kept."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert answer.status_code == 200, address
    return len(asked)


# Pages of many rows.


def rows_of_mechanisms() -> Iterable[Callable[..., object]]:
    """How each mechanism makes a row, as it says for the table of who may open what; in one order always."""
    folder = settings.ROOT / "src" / "guangyue"
    return dict.fromkeys(
        make
        for mechanism in settings.MECHANISMS
        if (folder / mechanism / "tests" / "samples.py").exists()
        for make in getattr(import_module(f"guangyue.{mechanism}.tests.samples"), "SAMPLES", {}).values()
    )


def test_no_page_of_the_menus_asks_more_often_when_there_is_more(
    reader: User, region: Region, organisation: Organisation
) -> None:
    client = browser_of(reader)
    addresses = [reverse(page.url_name) for page in MENUS]

    def grow(times: int) -> dict[str, int]:
        for _ in range(times):
            for make in rows_of_mechanisms():
                make(region=region, organisation=organisation)
            notify(
                to=reader, title="已受理", body="已经受理。", key=f"case.{next(_numbers)}", at=timezone.now()
            )
            begin_work(kind=VERIFICATION, by=reader, at=timezone.now())
            browser_of(a_user())
        return {address: statements_of(client, address) for address in addresses}

    few, many = grow(FEW), grow(MANY - FEW)

    assert {address: (few[address], many[address]) for address in few if many[address] > few[address]} == {}


# Pages of one row, with so much that belongs to it: each gives the address.


def a_firm_with_facts(many: int, **_: object) -> str:
    firm = a_firm("990201")
    for nth in range(many):
        a_fact(firm, TURNOVER, nth, since=DAY + timedelta(days=nth))
    return firm.get_absolute_url()


def a_place_with_firms(many: int, **_: object) -> str:
    place = a_place("990201")
    for _nth in range(many):
        a_firm("990201", place=place)
    return place.get_absolute_url()


def a_household_of(many: int, **_: object) -> str:
    household = a_household("990201")
    for _nth in range(many):
        a_person("990201", household=household)
    return household.get_absolute_url()


def a_look(many: int, reader: User, **_: object) -> str:
    looked = Lookup.objects.create(
        person=a_person_with_facts(many),
        by=reader,
        at=timezone.now(),
        purpose=Lookup.Purpose.CHECK,
        kinds=[kind.code for kind in kinds().values()],
    )
    return looked.get_absolute_url()


def what_is_known_of_me(many: int, citizen: User, **_: object) -> str:
    person = a_person_with_facts(many)
    Person.objects.filter(account=citizen).update(account=None)
    Person.objects.filter(pk=person.pk).update(account=citizen)
    own = [kind for kind in kinds().values() if kind.about is About.PERSON][:many]
    for kind in own:
        raise_correction(subject=person, kind=kind, reason="写错了", by=citizen, at=timezone.now())
    return reverse("registries:me")


def who_looked_at_me(many: int, citizen: User, organisation: Organisation, **_: object) -> str:
    person = a_person("990201")
    Person.objects.filter(account=citizen).update(account=None)
    Person.objects.filter(pk=person.pk).update(account=citizen)
    for _nth in range(many):
        Lookup.objects.create(
            person=person, by=a_user(), organisation=organisation, at=LAST_YEAR, purpose="check", kinds=[]
        )
    return reverse("registries:my_lookups")


def an_account(many: int, organisation: Organisation, **_: object) -> str:
    user = a_user(organisation=organisation)
    for _nth in range(many):
        a_grant(user, "inspector", organisation=organisation)
        browser_of(user)
    return user.get_absolute_url()


def an_organisation_with_posts(many: int, region: Region, **_: object) -> str:
    organisation = an_organisation(f"bureau-{next(_numbers)}", region=region)
    for nth in range(many):
        a_tenure(organisation, Official.objects.create(name=f"王{nth}"))
        add_name(organisation=organisation, text=f"简称{next(_numbers)}", kind="short")
    return reverse("organisations:desk_organisation", args=[organisation.key])


def an_official_with_posts(many: int, organisation: Organisation, **_: object) -> str:
    official = Official.objects.create(name="王一")
    for _nth in range(many):
        a_tenure(organisation, official)
    return reverse("organisations:desk_person", args=[official.pk])


def a_notice(many: int, organisation: Organisation, **_: object) -> str:
    at = timezone.now()
    notice = enter_notice(
        number=f"东政任〔2021〕{next(_numbers)}号", title="任免", issued_on=DAY, text="", by=None, at=at
    )
    lines = [
        LineFact(nth, NoticeLine.Action.APPOINT, "王一", organisation.name, f"科长{nth}")
        for nth in range(many)
    ]
    record_lines(notice=notice, facts=lines, at=at)
    check_notice(notice=notice, by=None, at=at)
    return reverse("organisations:desk_notice", args=[notice.pk])


def a_body(many: int, **given: Any) -> str:
    body = _a_body(many, **given)
    for _nth in range(many):
        _a_meeting(many, body)
    return reverse("organisations:desk_body", args=[body.organisation.key])


def a_meeting(many: int, **given: Any) -> str:
    return _a_meeting(many, _a_body(many, **given)).get_absolute_url()


def a_person_with_facts(many: int) -> Person:
    person = a_person("990201", household=a_household("990201"))
    for nth in range(many):
        a_fact(person, WAGE, nth, since=DAY + timedelta(days=nth))
        a_fact(person, EDUCATION, "高中", since=DAY + timedelta(days=nth))
        a_person("990201", household=person.household)
    return person


def a_tenure(organisation: Organisation, official: Official) -> Tenure:
    post = find_post(organisation=organisation, title=f"科长{next(_numbers)}")
    return begin_tenure(person=official, post=post, since=DAY, source=Tenure.Source.REPORT)


def _a_body(many: int, *, region: Region, organisation: Organisation, **_: object) -> Body:
    number = next(_numbers)
    seats = []
    for nth in range(many):
        tenure = a_tenure(organisation, Official.objects.create(name=f"王{nth}"))
        seats.append(SeatFact(Seat.Role.MEMBER, str(tenure.post), tenure.post))
    return form_body(
        key=f"body-{number}",
        name=f"联席会议{number}",
        kind=Body.Kind.JOINT_CONFERENCE,
        level=Body.Level.COUNTY,
        region=region,
        cites=CITES,
        on=DAY,
        seats=seats,
        office=organisation,
        by=None,
        at=timezone.now(),
    )


def _a_meeting(many: int, body: Body) -> Meeting:
    at = timezone.now()
    meeting = propose_meeting(
        body=body,
        kind=Meeting.Kind.REGULAR,
        planned_on=DAY,
        place="",
        agenda=[f"议题{nth}" for nth in range(many)],
        by=None,
        at=at,
    )
    meeting.state = Meeting.State.APPROVED
    held = hold_meeting(meeting=meeting, on=DAY, present={}, by=None, at=at)
    decisions = [DecisionFact(f"事项{nth}", body.office or body.organisation, DAY) for nth in range(many)]
    return issue_minutes(meeting=held, number="1", text="略", on=DAY, decisions=decisions, by=None, at=at)


@pytest.mark.parametrize(
    "page",
    [
        a_firm_with_facts,
        a_place_with_firms,
        a_household_of,
        a_look,
        what_is_known_of_me,
        who_looked_at_me,
        an_account,
        an_organisation_with_posts,
        an_official_with_posts,
        a_notice,
        a_body,
        a_meeting,
    ],
    ids=lambda page: page.__name__,
)
def test_no_page_of_one_row_asks_more_often_when_more_belongs_to_it(
    page: Callable[..., str], reader: User, region: Region, organisation: Organisation
) -> None:
    citizen = a_user(kind=Kind.CITIZEN)
    given = {"reader": reader, "citizen": citizen, "region": region, "organisation": organisation}

    def asked(many: int) -> int:
        address = page(many, **given)
        return statements_of(browser_of(citizen if address.startswith("/me/") else reader), address)

    assert asked(MANY) <= asked(FEW)
