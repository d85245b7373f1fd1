"""What waits of orders: whom to call, what to hand on, what did not go out."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.alerts.models import Dispatch, Order, OrderCheck
from guangyue.alerts.permissions import ANSWER_ALERTS, RUN_ALERTS
from guangyue.kit.access import Scope, needs
from guangyue.kit.todo import Todo

MOST_TODOS = 20
TROUBLED = (Dispatch.State.UNKNOWN, Dispatch.State.DEAD)


@needs(ANSWER_ALERTS)
def orders_to_call_about(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Asked for once more, and still nobody has received them: that is for the telephone."""
    silent = Order.objects.within(scope).open().unreceived().exclude(chased_at=None)
    if first := silent.order_by("written_at").first():
        yield Todo(
            kind="减排指令未签收",
            title=f"{silent.count():,} 份催办以后仍未签收，请打电话告知",
            link=f"{reverse('alerts:orders')}?received=no&open=yes",
            since=first.written_at,
        )


@needs(RUN_ALERTS)
def checks_to_hand_over(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = OrderCheck.objects.within(scope).to_hand_over()
    for check in waiting.select_related("order__source").order_by("checked_at")[:MOST_TODOS]:
        yield Todo(
            kind="问责线索待反馈",
            title=f"{check.order.source}：{check.get_finding_display()}",
            link=check.order.get_absolute_url(),
            since=check.checked_at,
            detail=check.said[:60],
        )


@needs(RUN_ALERTS)
def dispatches_in_trouble(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Of orders that must still be followed, and that nobody received by another way."""
    stopped = Dispatch.objects.within(scope).filter(
        state__in=TROUBLED, order__ended_at=None, order__received_at=None
    )
    if first := stopped.select_related("order").order_by("pk").first():
        yield Todo(
            kind="减排指令没有发出",
            title=f"{stopped.count():,} 条消息没有发出或者结果不明",
            link=first.order.get_absolute_url(),
            since=first.due_at,
        )
