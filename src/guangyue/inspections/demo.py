"""The demonstration's inspections: lists, pools, plans, one batch revealed and one committed to."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import Kind, User
from guangyue.inspections.drawing.terms import Slot
from guangyue.inspections.kinds import ItemKind, Method, OfficerRole, Result, Source
from guangyue.inspections.models import Batch, Inspector, Item, Plan, PlanLine, Subject, Visit
from guangyue.inspections.permissions import APPROVE_ITEMS, DRAW_BATCHES, INSPECT
from guangyue.inspections.services.batches import commit_batch, create_batch
from guangyue.inspections.services.clues import ClueSaid, take_clue
from guangyue.inspections.services.drawing import assign_batch, draw_by_value
from guangyue.inspections.services.findings import BAD, GOOD, enter_finding
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
from guangyue.inspections.services.publishing import publish_batch, reveal_batch
from guangyue.inspections.services.visits import finish_visit, start_visit
from guangyue.kit.clocks import SHANGHAI
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.models import Firm

Say = Callable[[str], None]

SEED = 14
FIRMS = 240
OFFICERS = 8
QUALIFICATION = "通用"
CLASSES, SHARES = ("A", "B", "C", "D", ""), (20, 40, 20, 8, 12)
AGO = timedelta(days=40)
FOUND = 4  # of so many visits one finds something
ITEMS = (
    (
        "food-sales",
        "食品销售监督检查",
        ItemKind.KEY,
        ("经营资质", "进货查验记录", "标签和保质期", "从业人员健康证明"),
    ),
    ("price-tags", "明码标价检查", ItemKind.GENERAL, ("标价签", "收费公示", "促销价格")),
)
TASKS = (("食品销售单位春季抽查", "0.08"), ("商业零售明码标价抽查", "0.05"))
SOURCES = ("中国福利彩票双色球第 {} 期开奖号码", "04,09,13,18,22,27,31")


@transaction.atomic
def load(say: Say) -> None:
    """Once: what is there already is left alone."""
    keeper, approver = somebody_allowed(DRAW_BATCHES), somebody_allowed(APPROVE_ITEMS)
    if keeper is None or approver is None or keeper.organisation is None or Item.objects.exists():
        say("双随机：没有双随机管理人员，或者已经有事项，没有再载入")
        return
    chance, at = Random(SEED), timezone.now()  # noqa: S311  (nobody's secret)
    items = _items(keeper.organisation, keeper, approver, at=at - timedelta(days=300))
    _pools(keeper.organisation, items, chance, at=at - timedelta(days=90))
    lines = _plans(keeper.organisation, items, keeper, on=(localdate(at - AGO), localdate(at)))
    _reveal(lines[0], keeper, chance, at=at - AGO)
    _commit(lines[1], keeper, at=at - timedelta(hours=2))
    clue = ClueSaid(
        Source.COMPLAINT, "群众反映一家超市销售过期食品。", reporter="王女士", phone="13800001234"
    )
    take_clue(said=clue, organisation=keeper.organisation, by=keeper, at=at - timedelta(hours=5))
    say(f"双随机 {len(items)} 个事项、{Subject.objects.count()} 个对象、{Batch.objects.count()} 个批次")


def _items(office: Organisation, keeper: User, approver: User, *, at: datetime) -> list[Item]:
    items = []
    for nth, (code, name, kind, points) in enumerate(ITEMS, start=1):
        said = ItemSaid(
            code=code,
            province_code=f"37-SC-{nth:03d}",
            name=name,
            legal_basis="演示数据：以省级统一抽查事项清单为准",
            object_category="食品、商品销售者",
            kind=kind,
            ratio_cap=None if kind is ItemKind.KEY else Decimal("0.05"),
            methods=[Method.ON_SITE, Method.WRITTEN],
        )
        item = draft_item(organisation=office, said=said, by=keeper, at=at)
        steps = "两人以上到场，出示执法证件；逐项检查，留存证据；当场告知，双方签字。"
        write_procedure(item=item, steps=steps, points=points, by=keeper, at=at)
        items.append(publish_item(item=approve_item(item=item, by=approver), by=keeper, at=at))
    return items


def _pools(office: Organisation, items: Sequence[Item], chance: Random, *, at: datetime) -> None:
    chosen = Firm.objects.filter(status="在营").order_by("pk").values("pk")[:FIRMS]
    take_from_registry(firms=Firm.objects.filter(pk__in=chosen), items=items, at=at)
    for subject in Subject.objects.order_by("pk"):
        (risk,) = chance.choices(CLASSES, SHARES)
        classify_subject(subject=subject, risk_class=risk, credit_class="", at=at)
    region = Region.objects.get(pk=office.region_id)
    rows = [
        InspectorSaid(
            number=f"SC-{nth:04d}",
            name=f"执法员{nth}（演示）",
            organisation=office,
            region=region,
            role=OfficerRole.CIVIL_SERVANT,
            qualifications=[QUALIFICATION, "食品"],
            certificate_number=f"1500{nth:04d}",
            valid_until=date(at.year + 3, 12, 31),
        )
        for nth in range(1, OFFICERS + 1)
    ]
    enter_inspectors(rows=rows, at=at)
    first = somebody_allowed(INSPECT)
    for nth, inspector in enumerate(Inspector.objects.order_by("number")):
        inspector.account = first if nth == 0 and first else _account(inspector, at=at)
        inspector.save()


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


def _plans(
    office: Organisation, items: Sequence[Item], keeper: User, *, on: tuple[date, date]
) -> list[PlanLine]:
    """A task for each batch, in the plan of its year."""
    lines = []
    for item, (title, ratio), day in zip(items, TASKS, on, strict=True):
        plan = Plan.objects.filter(organisation=office, year=day.year).first()
        plan = plan or draft_plan(organisation=office, year=day.year, joint=False, by=keeper)
        said = LineSaid(
            title=title,
            items=[item],
            scope="在营的食品、商品销售者",
            ratio=Decimal(ratio),
            since=date(day.year, 1, 1),
            until=date(day.year, 12, 31),
            area_share="按各县（市、区）在营户数",
        )
        lines.append(add_line(plan=plan, said=said, by=keeper))
    for plan in Plan.objects.filter(organisation=office):
        filed_at = datetime(plan.year, 1, 20, 10, tzinfo=SHANGHAI)
        filed = file_plan(plan=plan, filed_with=office, by=keeper, at=filed_at)
        publish_plan(plan=filed, by=keeper, at=filed_at + timedelta(days=1))
    return list(PlanLine.objects.filter(pk__in=[line.pk for line in lines]).order_by("pk"))


def _create(line: PlanLine, keeper: User, *, at: datetime) -> Batch:
    slot = Slot(line.plan.organisation.key, QUALIFICATION)
    return create_batch(line=line, slots=(slot, slot), by=keeper, at=at)


def _commit(line: PlanLine, keeper: User, *, at: datetime) -> Batch:
    source_at = at + timedelta(days=2)
    source = SOURCES[0].format(f"{source_at:%Y%j}")
    return commit_batch(
        batch=_create(line, keeper, at=at), source=source, source_at=source_at, by=keeper, at=at
    )


def _reveal(line: PlanLine, keeper: User, chance: Random, *, at: datetime) -> None:
    batch = _commit(line, keeper, at=at)
    assert batch.source_at is not None
    batch = draw_by_value(batch=batch, public_value=SOURCES[1], by=keeper, at=batch.source_at)
    batch = assign_batch(batch=batch, by=keeper, at=at + timedelta(days=3))
    for nth, visit in enumerate(batch.visits.order_by("pk")):
        found = chance.randrange(FOUND) == 0
        _visit(visit, found=found, at=at + timedelta(days=5 + nth % 5, hours=nth % 6))
    batch = publish_batch(batch=batch, by=keeper, at=at + timedelta(days=20))
    reveal_batch(batch=batch, by=keeper, at=at + timedelta(days=21))


def _visit(visit: Visit, *, found: bool, at: datetime) -> None:
    member = visit.members.select_related("inspector__account").order_by("pk")[0]
    by = member.inspector.account
    assert by is not None
    visit = start_visit(visit=visit, by=by, at=at)
    for item in visit.items.all():
        points = item.procedure.points if item.procedure else []
        answers = {point: BAD if found and place == 1 else GOOD for place, point in enumerate(points)}
        enter_finding(
            visit=visit,
            item=item,
            answers=answers,
            result=Result.FOUND if found else Result.CLEAN,
            said="进货查验记录不全，责令改正。" if found else "",
            by=by,
            at=at + timedelta(minutes=40),
        )
    finish_visit(visit=visit, methods=[Method.ON_SITE], by=by, at=at + timedelta(hours=1))
