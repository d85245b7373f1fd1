"""签收和催办: that those who must act know it, and asking again whoever has not said so."""

from datetime import datetime, timedelta

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.alerts.models import Dispatch, Order
from guangyue.alerts.services.sending import queue_dispatches, send_dispatches, settle_lost_dispatches
from guangyue.jobs.declarations import job
from guangyue.kit.refusals import Refused

CHASED_AFTER = timedelta(hours=1)
"""A completion: the plan gives counties three hours and says nothing of enterprises."""

CHASED_AT_A_TIME = 5000


class OrderHasEnded(Refused):
    sentence = "这份指令已经终止，不用再签收。"


class ReceivedAlready(Refused):
    sentence = "这份指令已经签收。"


@transaction.atomic
def receive_order(*, order: Order, how: Order.How, receiver: str, by: User | None, at: datetime) -> Order:
    """签收: by whoever is signed in for the source, by whoever holds its card, or told on the telephone."""
    held = Order.objects.select_for_update(no_key=True).get(pk=order.pk)
    if not held.is_open:
        raise OrderHasEnded
    if held.received_at is not None:
        raise ReceivedAlready
    held.received_at, held.received_how, held.receiver, held.received_by = at, how, receiver, by
    held.save(update_fields=["received_at", "received_how", "receiver", "received_by"])
    return held


@transaction.atomic
def chase_orders(*, at: datetime) -> int:
    """催办: once, an hour after the order was written."""
    waiting = Order.objects.to_chase(written_before=at - CHASED_AFTER)
    late = list(
        waiting.select_for_update(skip_locked=True, of=("self",)).select_related("source__firm")[
            :CHASED_AT_A_TIME
        ]
    )
    Order.objects.filter(pk__in=[order.pk for order in late]).update(chased_at=at)
    queue_dispatches(orders=late, reason=Dispatch.Reason.CHASE, at=at)
    return len(late)


@job("alerts.keep_orders_going", title="催办减排指令")
def keep_orders_going(*, at: datetime) -> None:
    """Each minute: what a killed worker left, who has not received, what waits to be sent."""
    settle_lost_dispatches(at=at)
    chase_orders(at=at)
    if Dispatch.objects.due(at=at).exists():
        send_dispatches.defer()
