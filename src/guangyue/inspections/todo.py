"""What waits of inspections, for whoever may do it. Nothing here names a unit that was drawn."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.inspections.deadlines import publication_clock
from guangyue.inspections.models import Batch, Clue, DutyRecord, FollowUp, Item, JointOffer, Visit
from guangyue.inspections.permissions import APPROVE_ITEMS, DRAW_BATCHES, INSPECT
from guangyue.inspections.states import State
from guangyue.kit.access import Scope, needs
from guangyue.kit.models import HolidayNotice
from guangyue.kit.todo import Todo

MOST_TODOS = 100


@needs(INSPECT)
def visits_to_make(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """One's own, by number: whom they are of is read where looks are written down."""
    waiting = Visit.objects.of_inspector(user).open().select_related("batch__line")
    for visit in waiting.order_by("assigned_at")[:MOST_TODOS]:
        detail = visit.batch.line.title if visit.batch else "个案线索、特殊重点领域"
        title, link = f"{visit.number}（{visit.get_state_display()}）", reverse("inspections:my_visits")
        yield Todo(kind="检查", title=title, link=link, since=visit.assigned_at, detail=detail)


@needs(INSPECT)
def clues_to_check(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    for clue in Clue.objects.within(scope).open().order_by("received_at")[:MOST_TODOS]:
        yield Todo(
            kind="个案线索",
            title=clue.number,
            link=clue.get_absolute_url(),
            since=clue.received_at,
            detail=clue.text[:60],
        )


@needs(INSPECT)
def problems_to_follow(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = FollowUp.objects.within(scope).open().select_related("finding__item")
    for task in waiting.order_by("due")[:MOST_TODOS]:
        yield Todo(
            kind="后续监管",
            title=str(task.finding.item or "线索检查"),
            link=reverse("inspections:follow_up", args=[task.pk]),
            since=task.finding.at,
            detail=task.finding.said[:60],
        )


@needs(DRAW_BATCHES)
def batches_to_take_on(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Whose public value is out, and whose results are to be published within their clock."""
    calendar = HolidayNotice.objects.calendar()
    drawable = Batch.objects.within(scope).filter(state=State.COMMITTED.name, source_at__lte=at)
    for batch in drawable.select_related("line").order_by("source_at")[:MOST_TODOS]:
        yield Todo(
            kind="待抽取的批次",
            title=f"{batch}：{batch.line.title}",
            link=batch.get_absolute_url(),
            since=batch.source_at or at,
            detail=batch.source,
        )
    for batch in Batch.objects.within(scope).unpublished().select_related("line")[:MOST_TODOS]:
        completed = batch.completed_at or at
        yield Todo(
            kind="待公示的批次",
            title=f"{batch}：{batch.line.title}",
            link=batch.get_absolute_url(),
            since=completed,
            detail=batch.get_state_display(),
            clock=publication_clock(completed).read(calendar, at=at),
        )


@needs(DRAW_BATCHES)
def joint_offers_to_answer(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = JointOffer.objects.to_answer(scope).select_related(
        "first__batch", "first__organisation", "second__batch", "second__organisation"
    )
    for offer in waiting.order_by("pk")[:MOST_TODOS]:
        yield Todo(
            kind="联合检查待答复",
            title=str(offer),
            link=offer.get_absolute_url(),
            since=offer.offered_at,
            detail=f"批次 {offer.first.batch} 和 {offer.second.batch}",
        )


@needs(APPROVE_ITEMS)
def items_to_approve(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = Item.objects.within(scope).filter(state=Item.State.DRAFT).exclude(made_by=user)
    for item in waiting.select_related("organisation")[:MOST_TODOS]:
        yield Todo(
            kind="待审定的抽查事项",
            title=item.name,
            link=item.get_absolute_url(),
            since=item.made_at,
            detail=str(item.organisation),
        )


@needs(APPROVE_ITEMS)
def duties_to_decide(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    for duty in DutyRecord.objects.within(scope).open().select_related("organisation")[:MOST_TODOS]:
        yield Todo(
            kind="抽查责任待认定",
            title=str(duty.organisation),
            link=duty.get_absolute_url(),
            since=duty.noted_at,
            detail=duty.facts[:60],
        )
