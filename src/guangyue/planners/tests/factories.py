"""A contract, a group with its planners, a visit and a piece of advice, for tests."""

from datetime import date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.money import Money
from guangyue.organisations.models import Organisation, Region
from guangyue.planners.models import Advice, Area, Contract, Group, Planner, Visit
from guangyue.planners.pilot import AreaType, Home, Qualification, Work
from guangyue.planners.services.advising import give_advice, send_advice
from guangyue.planners.services.contracts import Agreed, begin_contract, sign_contract
from guangyue.planners.services.people import (
    Described,
    check_planner,
    enter_planner,
    form_group,
    seat_planner,
)
from guangyue.planners.services.visiting import Served, record_visit

FIRST = date(2021, 6, 1)
AT = datetime(2021, 9, 15, 10, tzinfo=SHANGHAI)
_numbers = count(1)


def agreed(**said: Any) -> Agreed:
    return Agreed(
        **{
            "institution": "测试规划设计院",
            "city": "上海",
            "grade": "规划甲级",
            "local_institute": "测试本地设计院",
            "local_grade": "规划乙级",
            "signed_on": FIRST,
            "since": FIRST,
            "duties": "每月到片区",
            "group_fee": Money.yuan(120_000),
            **said,
        }
    )


def a_contract() -> Contract:
    return begin_contract(contract=sign_contract(agreed=agreed(), by=None, at=AT), by=None, at=AT)


def an_area(office: Organisation, region: Region | None = None) -> Area:
    return Area.objects.create(
        key=f"area-{next(_numbers)}",
        name=f"测试街道{next(_numbers)}",
        region=region or office.region,
        office=office,
        kind=AreaType.BUILT.name,
    )


def a_group(office: Organisation, *, contract: Contract | None = None) -> Group:
    return form_group(contract=contract or a_contract(), area=an_area(office), since=FIRST)


def described(**said: Any) -> Described:
    return Described(
        **{
            "name": "规划师甲",
            "home": Home.FIRST_TIER,
            "qualifications": [Qualification.REGISTERED_PLANNER],
            "certificate": f"ZS-{next(_numbers)}",
            **said,
        }
    )


def a_planner(contract: Contract, *, checked: bool = True, **said: Any) -> Planner:
    planner = enter_planner(contract=contract, described=described(**said), by=None, at=AT)
    return check_planner(planner=planner, by=a_user(), at=AT) if checked else planner


def seated(group: Group) -> User:
    """Somebody with an account who sits in the group."""
    account = a_user()
    a_grant(account, "responsible-planner")
    planner = a_planner(group.contract, account=account)
    seat_planner(group=group, planner=planner, since=FIRST, by=None)
    return account


def served(day: date, hours: str = "6", **said: Any) -> Served:
    known = {"works": [Work.SURVEY], "talked": True, "chief": "街道办事处主任", **said}
    return Served(day=day, hours=Decimal(hours), **known)


def a_visit(group: Group, day: date = date(2021, 9, 14)) -> Visit:
    return record_visit(group=group, served=served(day), by=None, at=AT)


def advice_given(group: Group) -> Advice:
    return give_advice(group=group, topic="增加座椅", text="三处空地没有坐处。", by=None, at=AT)


def advice_sent(group: Group) -> Advice:
    return send_advice(advice=advice_given(group), said="", by=None, at=AT)
