"""The demonstration's lists: matters, pools and plans of an office that draws."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from guangyue.accounts.models import Kind, User
from guangyue.accounts.roles import roles_allowing
from guangyue.inspections.kinds import ItemKind, Method, OfficerRole
from guangyue.inspections.models import Inspector, Item, Plan, PlanLine, Subject
from guangyue.inspections.permissions import INSPECT
from guangyue.inspections.services.items import (
    ItemSaid,
    approve_item,
    draft_item,
    publish_item,
    write_procedure,
)
from guangyue.inspections.services.plans import LineSaid, add_line, draft_plan, file_plan, publish_plan
from guangyue.inspections.services.pools import (
    InspectorSaid,
    classify_subject,
    enter_inspectors,
    take_from_registry,
)
from guangyue.kit.clocks import SHANGHAI
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.models import Firm

FIRMS = 240
OFFICERS = 8
BATCHES = 2  # of which one is left to whoever visits
QUALIFICATION = "通用"
CLASSES, SHARES = ("A", "B", "C", "D", ""), (20, 40, 20, 8, 12)
STEPS = "两人以上到场，出示执法证件；逐项检查，留存证据；当场告知，双方签字。"


@dataclass(frozen=True)
class ItemFact:
    """演示抽查事项; its code in the provincial list is that of the catalogue of supervision."""

    code: str
    province_code: str
    name: str
    kind: ItemKind
    points: tuple[str, ...]
    subjects: str = "食品、商品销售者"
    joint: bool = False


@dataclass(frozen=True)
class Task:
    """演示计划任务, in the plan of the year in which that day lies."""

    item: Item
    title: str
    ratio: str
    on: date


def publish_fact(office: Organisation, fact: ItemFact, *, by: User, approver: User, at: datetime) -> Item:
    said = ItemSaid(
        code=fact.code,
        province_code=fact.province_code,
        name=fact.name,
        legal_basis="演示数据：以省级统一抽查事项清单为准",
        object_category=fact.subjects[:60],
        kind=fact.kind,
        ratio_cap=None if fact.kind is ItemKind.KEY else Decimal("0.05"),
        methods=[Method.ON_SITE, Method.WRITTEN],
        joint=fact.joint,
    )
    item = draft_item(organisation=office, said=said, by=by, at=at)
    write_procedure(item=item, steps=STEPS, points=fact.points, by=by, at=at)
    return publish_item(item=approve_item(item=item, by=approver), by=by, at=at)


def fill_subjects(items: Sequence[Item], chance: Random, *, at: datetime) -> None:
    chosen = Firm.objects.filter(status="在营").order_by("pk").values("pk")[:FIRMS]
    take_from_registry(firms=Firm.objects.filter(pk__in=chosen), items=items, at=at)
    for subject in Subject.objects.order_by("pk"):
        (risk,) = chance.choices(CLASSES, SHARES)
        classify_subject(subject=subject, risk_class=risk, credit_class="", at=at)


def fill_officers(office: Organisation, prefix: str, *, at: datetime) -> None:
    """The first is whoever visitors step in as, if he inspects for this office."""
    region = Region.objects.get(pk=office.region_id)
    rows = [
        InspectorSaid(
            number=f"{prefix}-{nth:04d}",
            name=f"执法员{nth}（演示）",
            organisation=office,
            region=region,
            role=OfficerRole.CIVIL_SERVANT,
            qualifications=[QUALIFICATION],
            certificate_number=f"1500{prefix}{nth:04d}",
            valid_until=date(at.year + 3, 12, 31),
        )
        for nth in range(1, OFFICERS + 1)
    ]
    enter_inspectors(rows=rows, at=at)
    inspecting = User.objects.filter(organisation=office, grants__role__in=roles_allowing(INSPECT))
    visitors = iter(inspecting.order_by("pk")[:1])
    for inspector in Inspector.objects.filter(organisation=office).order_by("number"):
        inspector.account = next(visitors, None) or _account(inspector, at=at)
        inspector.save()


def publish_tasks(office: Organisation, tasks: Sequence[Task], *, by: User) -> list[PlanLine]:
    lines = [_add(office, task, by=by) for task in tasks]
    for plan in Plan.objects.filter(organisation=office):
        filed_at = datetime(plan.year, 1, 20, 10, tzinfo=SHANGHAI)
        filed = file_plan(plan=plan, filed_with=office, by=by, at=filed_at)
        publish_plan(plan=filed, by=by, at=filed_at + timedelta(days=1))
    return [PlanLine.objects.get(pk=line.pk) for line in lines]


def _add(office: Organisation, task: Task, *, by: User) -> PlanLine:
    year = task.on.year
    plan = Plan.objects.filter(organisation=office, year=year).first()
    plan = plan or draft_plan(organisation=office, year=year, joint=False, by=by)
    said = LineSaid(
        title=task.title,
        items=[task.item],
        scope=f"在营的{task.item.object_category}",
        ratio=Decimal(task.ratio),
        since=date(year, 1, 1),
        until=date(year, 12, 31),
        batches_planned=BATCHES,
        area_share="按各县（市、区）在营户数",
    )
    return add_line(plan=plan, said=said, by=by)


def _account(inspector: Inspector, *, at: datetime) -> User:
    """Somebody whom no visitor steps in as."""
    user = User(
        username=inspector.number.lower(),
        name=inspector.name,
        kind=Kind.STAFF,
        organisation=inspector.organisation,
        opened_at=at,
    )
    user.set_unusable_password()
    user.save()
    return user
