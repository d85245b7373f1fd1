"""东湖市: a small city of our own. Every test says which organisations, posts and people it needs."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from guangyue.gazette.document import Clause
from guangyue.organisations.models import Body, Notice, Organisation, Person, Post, Region, Seat, Tenure
from guangyue.organisations.services.bodies import SeatFact, form_body
from guangyue.organisations.services.notices import check_notice, enter_notice, parse_notice
from guangyue.organisations.services.register import enter_organisation, find_post
from guangyue.organisations.services.tenures import begin_tenure

NOON = datetime(2021, 4, 30, 4, 0, tzinfo=UTC)
CITES = Clause("东政办字〔2021〕7号", "二")

MakeOrganisation = Callable[..., Organisation]
MakeTenure = Callable[..., Tenure]
EnterNotice = Callable[..., Notice]
MakeBody = Callable[..., Body]


@pytest.fixture
def city(db: None) -> Region:
    return Region.objects.create(code="990100", name="东湖市", kind=Region.Kind.CITY, standard="测试")


@pytest.fixture
def counties(city: Region) -> dict[str, Region]:
    """A district, a zone of the city's own, and a town in the district."""
    district = Region.objects.create(
        code="990102", name="荷花区", kind=Region.Kind.DISTRICT, parent=city, standard="测试"
    )
    zone = Region.objects.create(
        code="9901Z1", name="东湖经济开发区", kind=Region.Kind.ZONE, parent=city, standard="自编"
    )
    town = Region.objects.create(
        code="990102101", name="柳林镇", kind=Region.Kind.TOWN, parent=district, standard="测试"
    )
    return {"district": district, "zone": zone, "town": town}


@pytest.fixture
def organisation(city: Region) -> MakeOrganisation:
    def make(name: str, *, kind: str = Organisation.Kind.GOVERNMENT) -> Organisation:
        return enter_organisation(
            key=f"unit-{Organisation.objects.count() + 1}",
            name=name,
            kind=kind,
            region=city,
            parent=None,
            since=None,
            cites=None,
        )

    return make


@pytest.fixture
def tenure() -> MakeTenure:
    def make(name: str, post: Post, since: date, *, probation_months: int = 0) -> Tenure:
        return begin_tenure(
            person=Person.objects.create(name=name),
            post=post,
            since=since,
            source=Tenure.Source.REPORT,
            probation_months=probation_months,
        )

    return make


@pytest.fixture
def notice() -> EnterNotice:
    """A notice pasted, read and checked."""

    def make(number: int, issued_on: date, text: str) -> Notice:
        entered = enter_notice(
            number=f"东政任〔2021〕{number}号",
            title="任免通知",
            issued_on=issued_on,
            text=text,
            by=None,
            at=NOON,
        )
        parse_notice(notice=entered, by=None, at=NOON)
        return check_notice(notice=entered, by=None, at=NOON)

    return make


@pytest.fixture
def bureau(organisation: MakeOrganisation) -> Organisation:
    return organisation("东湖市档案局")


@pytest.fixture
def chief(bureau: Organisation) -> Post:
    return find_post(organisation=bureau, title="局长")


@pytest.fixture
def deputy(bureau: Organisation) -> Post:
    return find_post(organisation=bureau, title="副局长")


@pytest.fixture
def body(city: Region, organisation: MakeOrganisation) -> MakeBody:
    """A joint conference: the deputy mayor convenes it, the sports bureau sits in it."""
    government, sports = organisation("东湖市人民政府"), organisation("东湖市体育局")

    def make(**terms: Any) -> Body:
        convenor = find_post(organisation=government, title="副市长", charge="体育")
        member = find_post(organisation=sports, title="分管领导", charge="健身")
        return form_body(
            key="fitness",
            name="东湖市健身联席会议",
            kind=Body.Kind.JOINT_CONFERENCE,
            level=Body.Level.CITY,
            region=city,
            cites=CITES,
            on=date(2021, 4, 23),
            seats=[
                SeatFact(Seat.Role.CONVENOR, "分管副市长", convenor),
                SeatFact(Seat.Role.MEMBER, "市体育局", member),
            ],
            office=sports,
            by=None,
            at=NOON,
            **terms,
        )

    return make
