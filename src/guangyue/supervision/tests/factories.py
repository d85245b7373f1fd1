"""Items, acts and permits, for tests."""

from datetime import date, datetime, timedelta
from typing import Any

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case
from guangyue.cases.tests.factories import a_case, go
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.identities import make_credit_code
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.supervision.declaration import ItemKind, Point, SubjectKind
from guangyue.supervision.models import SupervisionAct, SupervisionItem
from guangyue.supervision.sending import Fault, SentAct
from guangyue.supervision.services.cataloguing import (
    Described,
    check_item,
    confirm_item,
    draft_item,
    publish_item,
)
from guangyue.supervision.services.keeping import record_training
from guangyue.supervision.services.receiving import Received, receive_act

LONG_AGO = datetime(2019, 12, 2, 10, tzinfo=SHANGHAI)
AT = datetime(2020, 6, 1, 10, tzinfo=SHANGHAI)  # a Monday
DAY = date(2020, 5, 29)  # the Friday before
FIRM = make_credit_code(region="990101", serial=7).text
POINTS = (Point("证照齐全", "查看证照", "照片", "缺一项不合格"), Point("现场清洁"))
CODE = "37-SC-001"


def described(**said: Any) -> Described:
    return Described(
        **{
            "code": CODE,
            "name": "食品经营监督检查",
            "kind": ItemKind.INSPECTION,
            "basis": "测试条例第八条",
            "subjects": "食品经营者",
            "frequency": "每年一次",
            "provincial_code": "370022000001",
            **said,
        }
    )


def a_draft_item(office: Organisation, *, by: User | None = None, **said: Any) -> SupervisionItem:
    return draft_item(described=described(**said), office=office, points=POINTS, by=by, at=LONG_AGO)


def publish(item: SupervisionItem, *, at: datetime = LONG_AGO) -> SupervisionItem:
    check_item(item=item, by=None, at=at)
    confirm_item(item=item, by=None, at=at)
    return publish_item(item=item, by=None, at=at)


def an_item(office: Organisation, *, at: datetime = LONG_AGO, **said: Any) -> SupervisionItem:
    return publish(a_draft_item(office, **said), at=at)


def sent(source_id: str = "1", **said: Any) -> SentAct:
    return SentAct(
        **{
            "source": "market",
            "source_id": source_id,
            "item_code": CODE,
            "subject_kind": SubjectKind.FIRM,
            "subject": FIRM,
            "subject_name": "东湖小吃店",
            "day": DAY,
            "kind": ItemKind.INSPECTION,
            "result": "未发现问题",
            "batch": "2020-05",
            **said,
        }
    )


def send(office: Organisation, source_id: str = "1", *, at: datetime = AT, **said: Any) -> Received | Fault:
    return receive_act(sent=sent(source_id, **said), office=office, by=None, at=at)


def an_act(office: Organisation, source_id: str = "1", *, at: datetime = AT, **said: Any) -> SupervisionAct:
    received = send(office, source_id, at=at, **said)
    assert isinstance(received, Received), received.sentence
    return received.act


def grant(matter: Matter, *, at: datetime = AT, **fields: Any) -> Case:
    """A permit, decided at that moment."""
    case = a_case(matter, by=a_user(), **fields)
    go(case, "accept", actor=Actor.CLERK, by=a_user())
    go(case, "propose", actor=Actor.REVIEWER, by=a_user(), said="符合条件")
    go(case, "grant", actor=Actor.DECIDER, by=a_user(), at=at)
    return case


def an_officer(office: Organisation, *, trained: bool = True, role: str = "inspector") -> User:
    """Who may enter acts for an office."""
    officer = a_user(organisation=office)
    a_grant(officer, role, organisation=office)
    if trained:
        record_training(
            user=officer, on=DAY - timedelta(days=90), course="业务培训", by=None, at=AT - timedelta(days=60)
        )
    return officer
