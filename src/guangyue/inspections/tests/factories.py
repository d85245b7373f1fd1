"""Items, pools, plans and batches for tests: two departments of one city, six units, five officials."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.inspections.drawing.terms import Slot
from guangyue.inspections.kinds import ItemKind, Method, OfficerRole, Result
from guangyue.inspections.models import Batch, Finding, Inspector, Item, Plan, PlanLine, Subject, Visit
from guangyue.inspections.services.batches import commit_batch, create_batch
from guangyue.inspections.services.drawing import assign_batch, draw_by_value
from guangyue.inspections.services.findings import enter_finding
from guangyue.inspections.services.items import (
    ItemSaid,
    approve_item,
    draft_item,
    publish_item,
    write_procedure,
)
from guangyue.inspections.services.plans import LineSaid, add_line, draft_plan, file_plan, publish_plan
from guangyue.inspections.services.pools import InspectorSaid, SubjectSaid, enter_inspectors, enter_subjects
from guangyue.inspections.services.publishing import publish_batch, reveal_batch
from guangyue.inspections.services.visits import finish_visit, start_visit
from guangyue.kit.clocks import SHANGHAI
from guangyue.organisations.models import Organisation, Region

AT = datetime(2021, 3, 1, 10, tzinfo=SHANGHAI)
VALUE_AT = AT + timedelta(days=2)
VISITED = AT + timedelta(days=5)
SOURCE, VALUE = "双色球第 2021025 期开奖号码", "2021025:04,09,13,18,22,27,31"
QUALIFICATION = "通用"
POINTS = ("营业执照", "从业人员健康证明", "进货查验记录")

_numbers = count(1)


def an_item(organisation: Organisation, *, kind: ItemKind = ItemKind.KEY, **said: Any) -> Item:
    """Published, with its procedure."""
    number = next(_numbers)
    cap = None if kind is ItemKind.KEY else Decimal("0.6")
    written = {
        "code": f"item-{number}",
        "province_code": f"3700{number:04d}",
        "name": f"抽查事项{number}",
        "legal_basis": "《测试法》第一条",
        "object_category": "企业",
        "kind": kind,
        "ratio_cap": cap,
        "methods": [Method.ON_SITE],
        **said,
    }
    item = draft_item(organisation=organisation, said=ItemSaid(**written), by=a_user(), at=AT)
    write_procedure(item=item, steps="亮证、检查、签字", points=POINTS, by=a_user(), at=AT)
    approve_item(item=item, by=a_user())
    return publish_item(item=item, by=a_user(), at=AT)


def some_subjects(region: Region, items: Sequence[Item], classes: Sequence[str]) -> list[Subject]:
    """One of each class given, numbered T001 and on."""
    rows = [
        SubjectSaid(f"T{place:03d}", f"东湖{place}号商行", region, items, risk_class=name)
        for place, name in enumerate(classes, start=1)
    ]
    enter_subjects(rows=rows, at=AT)
    return list(Subject.objects.filter(items=items[0]).order_by("number"))


def an_inspector(organisation: Organisation, region: Region, **said: Any) -> Inspector:
    """With an account of his own."""
    number = f"I{next(_numbers):03d}"
    written = {
        "number": number,
        "name": f"执法{number}",
        "organisation": organisation,
        "region": region,
        "role": OfficerRole.CIVIL_SERVANT,
        "qualifications": [QUALIFICATION],
        "certificate_number": f"ZF{number}",
        "valid_until": date(2099, 12, 31),
        **said,
    }
    enter_inspectors(rows=[InspectorSaid(**written)], at=AT)
    inspector = Inspector.objects.get(number=written["number"])
    inspector.account = a_user(organisation=organisation)
    inspector.save()
    return inspector


def a_plan(organisation: Organisation, *, joint: bool = False, year: int = 2021) -> Plan:
    return draft_plan(organisation=organisation, year=year, joint=joint, by=a_user())


def a_line_said(items: Sequence[Item], **said: Any) -> LineSaid:
    written = {
        "title": "商行抽查",
        "items": items,
        "scope": "全部商行",
        "ratio": Decimal("0.5"),
        "since": date(2021, 2, 1),
        "until": date(2021, 11, 30),
        **said,
    }
    return LineSaid(**written)


def a_planned_line(items: Sequence[Item], *, joint: bool = False, **said: Any) -> PlanLine:
    """Of a published plan."""
    organisation, written = items[0].organisation, a_line_said(items, **said)
    plan = Plan.objects.filter(organisation=organisation, joint=joint).first()
    plan = plan or a_plan(organisation, joint=joint, year=written.since.year)
    line = add_line(plan=plan, said=written, by=a_user())
    publish(plan)
    return PlanLine.objects.get(pk=line.pk)


def publish(plan: Plan) -> None:
    filed = file_plan(plan=plan, filed_with=plan.organisation, by=a_user(), at=AT - timedelta(days=40))
    publish_plan(plan=filed, by=a_user(), at=AT - timedelta(days=40))


def slots_of(*organisations: Organisation) -> tuple[Slot, ...]:
    return tuple(Slot(organisation.key, QUALIFICATION) for organisation in organisations)


def a_batch(line: PlanLine, *, by: User | None = None, slots: Sequence[Slot] = (), **said: Any) -> Batch:
    organisation = line.plan.organisation
    slots = slots or slots_of(organisation, organisation)
    return create_batch(line=line, slots=slots, by=by or a_user(), at=AT, **said)


def committed(batch: Batch) -> Batch:
    return commit_batch(batch=batch, source=SOURCE, source_at=VALUE_AT, by=a_user(), at=AT)


def matched(batch: Batch) -> Batch:
    return draw_by_value(batch=committed(batch), public_value=VALUE, by=a_user(), at=VALUE_AT)


def assigned(batch: Batch) -> Batch:
    return assign_batch(batch=matched(batch), by=a_user(), at=VALUE_AT)


def visit_all(batch: Batch, *, result: Result = Result.CLEAN, at: datetime = VISITED) -> None:
    """Every visit begun, done and entered by its own team."""
    for visit in batch.visits.order_by("pk"):
        make_visit(visit, result=result, at=at)


def make_visit(
    visit: Visit, *, result: Result = Result.CLEAN, at: datetime = VISITED, said: str = ""
) -> None:
    members = list(visit.members.select_related("inspector__account", "inspector__organisation"))
    visit = start_visit(visit=visit, by=account_of(members[0].inspector), at=at)
    for item in visit.items.select_related("organisation"):
        own = next(one.inspector for one in members if one.inspector.organisation == item.organisation)
        a_finding(visit, item, by=account_of(own), result=result, at=at, said=said)
    finish_visit(visit=visit, methods=[Method.ON_SITE], by=account_of(members[0].inspector), at=at)


def a_finding(
    visit: Visit,
    item: Item,
    *,
    by: User,
    result: Result = Result.CLEAN,
    at: datetime = VISITED,
    said: str = "",
) -> Finding:
    answers = dict.fromkeys(POINTS, "合格" if result is Result.CLEAN else "不合格")
    said = said or ("" if result is Result.CLEAN else "未建立进货查验记录")
    return enter_finding(visit=visit, item=item, answers=answers, result=result, said=said, by=by, at=at)


def account_of(inspector: Inspector) -> User:
    assert inspector.account is not None
    return inspector.account


def revealed(batch: Batch) -> Batch:
    batch = assigned(batch)
    visit_all(batch)
    published = publish_batch(batch=batch, by=a_user(), at=VISITED)
    return reveal_batch(batch=published, by=a_user(), at=VISITED)
