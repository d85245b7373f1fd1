"""审管互动: a permit reaches its supervising offices on the day it is decided; they receive it and plan."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.cases.flow import Outcome
from guangyue.cases.models import Case, Move
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import PowerKind
from guangyue.organisations.models import Region
from guangyue.supervision.models import PermitHandover, SupervisionItem
from guangyue.supervision.refusals import NotReceivedYet, ReceivedAlready


def hand_over_permit(case: Case, move: Move, at: datetime) -> None:
    """After a move: a permit that was just granted goes to whoever supervises it."""
    if case.outcome != Outcome.GRANTED.name or case.decided_at != at:
        return
    if case.version.matter.kind == PowerKind.PERMIT.name:
        items = SupervisionItem.objects.published().filter(matters=case.version.matter_id)
        _hand_over([case], items.select_related("office"), at=at)


def hand_over_missed(*, item: SupervisionItem, at: datetime) -> None:
    """补推 what was granted before the item was there: late, but not lost."""
    granted = Case.objects.filter(
        version__matter__in=item.matters.filter(kind=PowerKind.PERMIT.name),
        outcome=Outcome.GRANTED.name,
        decided_at__lte=at,
    )
    missed = granted.filter(handovers=None).select_related("region").order_by("pk")
    _hand_over(missed.iterator(), [item], at=at)


@transaction.atomic
def receive_handover(*, handover: PermitHandover, by: User, at: datetime) -> PermitHandover:
    """签收."""
    handover = PermitHandover.objects.select_for_update().get(pk=handover.pk)
    if handover.received_at is not None:
        raise ReceivedAlready
    handover.received_at, handover.received_by = at, by
    handover.save(update_fields=["received_at", "received_by"])
    return handover


@transaction.atomic
def plan_first_check(*, handover: PermitHandover, on: date, by: User, at: datetime) -> PermitHandover:
    """首次检查: on a day to come; planning again moves it."""
    handover = PermitHandover.objects.select_for_update().get(pk=handover.pk)
    if handover.received_at is None:
        raise NotReceivedYet
    if on < local_day(at):
        raise Refused("首次检查的日期已经过了。", field="on")
    handover.first_check_on, handover.planned_by = on, by
    handover.save(update_fields=["first_check_on", "planned_by"])
    return handover


def nearest(items: Iterable[SupervisionItem], region: Region) -> list[SupervisionItem]:
    """属地监管: those of the offices of the region itself, or else of the one above it."""
    offered = list(items)
    here: Region | None = region
    while here is not None:
        if found := [item for item in offered if item.office.region_id == here.code]:
            return found
        here = here.parent
    return []


def _hand_over(cases: Iterable[Case], items: Iterable[SupervisionItem], *, at: datetime) -> None:
    offered = list(items)
    for case in cases:
        PermitHandover.objects.bulk_create(
            (
                PermitHandover(
                    case=case, item=item, office=item.office, decided_at=case.decided_at or at, sent_at=at
                )
                for item in nearest(offered, case.region)
            ),
            ignore_conflicts=True,
        )
