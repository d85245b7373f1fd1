"""The demonstration's inspections: a batch revealed, one committed to, and two that drew the same units."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.inspections.demo_lists import (
    QUALIFICATION,
    ItemFact,
    Task,
    fill_officers,
    fill_subjects,
    publish_fact,
    publish_tasks,
)
from guangyue.inspections.drawing.terms import Algorithm, Slot
from guangyue.inspections.kinds import ItemKind, Method, Result, Source
from guangyue.inspections.models import Batch, Item, JointOffer, PlanLine, Subject, Visit
from guangyue.inspections.permissions import APPROVE_ITEMS, DRAW_BATCHES
from guangyue.inspections.services.batches import commit_batch, create_batch
from guangyue.inspections.services.clues import ClueSaid, take_clue
from guangyue.inspections.services.drawing import assign_batch, draw_by_value
from guangyue.inspections.services.findings import BAD, GOOD, enter_finding
from guangyue.inspections.services.joining import answer_offer
from guangyue.inspections.services.publishing import publish_batch, reveal_batch
from guangyue.inspections.services.visits import finish_visit, start_visit
from guangyue.supervision.declaration import ItemKind as Supervised
from guangyue.supervision.models import SupervisionItem

Say = Callable[[str], None]

SEED = 14
AGO = timedelta(days=40)
FOUND = 4  # of so many visits one finds something
FOOD = ItemFact(
    "food-sales",
    "37-SC-001",
    "食品销售监督检查",
    ItemKind.KEY,
    ("经营资质", "进货查验记录", "标签和保质期", "从业人员健康证明"),
    joint=True,
)
PRICES = ItemFact(
    "price-tags", "37-SC-031", "明码标价检查", ItemKind.GENERAL, ("标价签", "收费公示", "促销价格")
)
SOURCE, VALUE = "中国福利彩票双色球第 {} 期开奖号码", "04,09,13,18,22,27,31"
KEY = "4.9.13.18.22.27.31./"  # the same as RFC 3797 has it
DRAWN_BY_BOTH = 3


@transaction.atomic
def load(say: Say) -> None:
    """Once: what is there already is left alone."""
    keeper, approver = somebody_allowed(DRAW_BATCHES), somebody_allowed(APPROVE_ITEMS)
    if keeper is None or approver is None or keeper.organisation is None or Item.objects.exists():
        say("双随机：没有双随机管理人员，或者已经有事项，没有再载入")
        return
    chance, at, office = Random(SEED), timezone.now(), keeper.organisation  # noqa: S311  (nobody's secret)
    ago, today = localdate(at - AGO), localdate(at)
    food, prices = (
        publish_fact(office, fact, by=keeper, approver=approver, at=at - timedelta(days=300))
        for fact in (FOOD, PRICES)
    )
    fill_subjects([food, prices], chance, at=at - timedelta(days=90))
    fill_officers(office, "SC", at=at - timedelta(days=90))
    tasks = (
        Task(food, "食品销售单位春季抽查", "0.08", ago),
        Task(prices, "商业零售明码标价抽查", "0.05", today),
        Task(food, "食品销售单位联合抽查", "0.12", today),  # so many that hardly any officer is passed over
    )
    past, waiting, together = publish_tasks(office, tasks, by=keeper)
    _reveal(past, keeper, chance, at=at - AGO)
    _commit(waiting, keeper, at=at - timedelta(hours=2))
    _draw_together(_assign(together, keeper, at=at), keeper, approver, at=at)
    clue = ClueSaid(
        Source.COMPLAINT, "群众反映一家超市销售过期食品。", reporter="王女士", phone="13800001234"
    )
    take_clue(said=clue, organisation=office, by=keeper, at=at - timedelta(hours=5))
    items, subjects, batches = (model.objects.count() for model in (Item, Subject, Batch))
    say(f"双随机 {items} 个事项、{subjects} 个对象、{batches} 个批次")


def _draw_together(batch: Batch, keeper: User, approver: User, *, at: datetime) -> None:
    """Another office that the catalogue of supervision names draws some of the same units: it has said yes to
    all, and on one of them both have."""
    region, kind = batch.organisation.region_id, Supervised.INSPECTION.name
    published = SupervisionItem.objects.published().filter(kind=kind, office__region=region)
    elsewhere = published.exclude(office=batch.organisation).select_related("office")
    found = elsewhere.order_by("pk").first()
    if found is None or found.checklist is None:
        return
    points = tuple(point.title for point in found.checklist.declared)
    fact = ItemFact("joint-visits", found.code, found.name, ItemKind.KEY, points, found.subjects, joint=True)
    item = publish_fact(found.office, fact, by=keeper, approver=approver, at=at - timedelta(days=300))
    fill_officers(found.office, "LH", at=at - timedelta(days=90))
    for visit in batch.visits.select_related("subject").order_by("pk")[:DRAWN_BY_BOTH]:
        visit.subject.items.add(item)
    task = Task(item, f"{found.name}联合抽查", "1", localdate(at))
    (line,) = publish_tasks(found.office, (task,), by=keeper)
    _assign(line, keeper, at=at, algorithm=Algorithm.NOMCOM)
    for offer in JointOffer.objects.open():
        answer_offer(offer=offer, sides=[offer.second], agrees=True, said="", by=keeper, at=at)
    agreed = JointOffer.objects.open().first()
    if agreed is not None:
        answer_offer(offer=agreed, sides=[agreed.first], agrees=True, said="", by=keeper, at=at)


def _commit(line: PlanLine, keeper: User, *, at: datetime, algorithm: Algorithm = Algorithm.GYDRAW) -> Batch:
    slot, source_at = Slot(line.plan.organisation.key, QUALIFICATION), at + timedelta(days=2)
    batch = create_batch(line=line, slots=(slot, slot), by=keeper, at=at, algorithm=algorithm)
    source = SOURCE.format(f"{source_at:%Y%j}")
    return commit_batch(batch=batch, source=source, source_at=source_at, by=keeper, at=at)


def _assign(line: PlanLine, keeper: User, *, at: datetime, algorithm: Algorithm = Algorithm.GYDRAW) -> Batch:
    """Given out at that moment, and nobody has gone yet."""
    batch = _commit(line, keeper, at=at - timedelta(days=3), algorithm=algorithm)
    value = KEY if algorithm is Algorithm.NOMCOM else VALUE
    batch = draw_by_value(batch=batch, public_value=value, by=keeper, at=at - timedelta(hours=6))
    return assign_batch(batch=batch, by=keeper, at=at)


def _reveal(line: PlanLine, keeper: User, chance: Random, *, at: datetime) -> None:
    batch = _assign(line, keeper, at=at + timedelta(days=3))
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
