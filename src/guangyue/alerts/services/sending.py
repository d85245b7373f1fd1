"""发送指令: the outbox of orders. Each message goes out at most once; what is uncertain is left to a person.

A message is taken and that is committed before it is handed over. A worker that dies in between leaves it
open; nobody can tell then whether it went out, so it is shown as 待确认 and not sent again unasked.
"""

import time
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from guangyue.accounts.models import User
from guangyue.alerts.copying import copy_in
from guangyue.alerts.models import Dispatch, Order
from guangyue.alerts.wording.orders import letter_of
from guangyue.audit.recording import record
from guangyue.jobs.declarations import job
from guangyue.kit.refusals import Refused
from guangyue.notifications.channels import EMAIL, SMS
from guangyue.notifications.outcomes import Message, Outcome, Result
from guangyue.notifications.services import notify

Way, State = Dispatch.Way, Dispatch.State

SLICE = 5.0  # seconds of sending in one job; then the others in the queue have their turn
LONGEST_ATTEMPT = timedelta(minutes=5)
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 10, 30))
"""Shorter than those of other messages: a response has begun."""

INTERRUPTED = "发送途中中断，没有等到对方答复"
GATEWAYS = {Way.SMS: SMS, Way.EMAIL: EMAIL}


class NotInTrouble(Refused):
    sentence = "这条消息没有停下，不需要处理。"


def queue_dispatches(*, orders: Iterable[Order], reason: Dispatch.Reason, at: datetime) -> int:
    """Put a message about each order into the outbox, by every way that reaches its source."""
    is_open = {way: gateway.is_open() for way, gateway in GATEWAYS.items()}
    waiting = [
        Dispatch(order=order, reason=reason, version=order.version, way=way, address=address, due_at=at)
        for order in orders
        for way, address in _ways_to(order)
        if is_open.get(way, True)
    ]
    return len(copy_in(waiting))


@job("alerts.send_dispatches", title="发送减排指令", once=False)
def send_dispatches(*, at: datetime) -> None:
    """Message by message, for a while; then the rest is left to another job."""
    ends = time.monotonic() + SLICE
    while dispatch := take_dispatch(at=timezone.now()):
        settle(dispatch=dispatch, outcome=_hand_over(dispatch, at=at), at=timezone.now())
        if time.monotonic() > ends:
            send_dispatches.defer()
            return


@transaction.atomic
def take_dispatch(*, at: datetime) -> Dispatch | None:
    """The next one that is due and in nobody's hands."""
    free = Dispatch.objects.due(at=at).select_for_update(skip_locked=True, of=("self",))
    dispatch = (
        free.select_related("order__source__firm__account", "order__warning").order_by("due_at", "pk").first()
    )
    if dispatch:
        dispatch.state, dispatch.taken_at = State.SENDING, at
        dispatch.attempts += 1
        dispatch.save(update_fields=["state", "taken_at", "attempts"])
    return dispatch


@transaction.atomic
def settle(*, dispatch: Dispatch, outcome: Outcome, at: datetime) -> None:
    """Note what became of it. An answer that comes after it was given up still settles it."""
    held = Dispatch.objects.select_for_update().get(pk=dispatch.pk)
    if held.attempts > dispatch.attempts or held.state not in (State.SENDING, State.UNKNOWN):
        return
    held.answer = outcome.answer
    match outcome.result:
        case Result.SENT:
            held.state, held.sent_at = State.SENT, at
        case Result.UNKNOWN:
            held.state = State.UNKNOWN
        case Result.POSTPONED if held.attempts <= len(WAITS):
            held.state, held.due_at = State.WAITING, at + WAITS[held.attempts - 1]
        case _:
            held.state = State.DEAD
    held.save(update_fields=["state", "sent_at", "due_at", "answer"])


def settle_lost_dispatches(*, at: datetime) -> None:
    """Whose worker is gone: they may have gone out."""
    for dispatch in Dispatch.objects.lost(before=at - LONGEST_ATTEMPT):
        settle(dispatch=dispatch, outcome=Outcome(Result.UNKNOWN, INTERRUPTED), at=at)


@transaction.atomic
def send_again(*, dispatch: Dispatch, by: User, at: datetime) -> None:
    """重发 what did not go out, or may not have, under the same key."""
    held = Dispatch.objects.select_for_update().get(pk=dispatch.pk)
    if not held.is_troubled:
        raise NotInTrouble
    held.state, held.due_at = State.WAITING, at
    held.save(update_fields=["state", "due_at"])
    record(action="重发减排指令", subject=held, by=by, at=at)
    send_dispatches.defer()


def _ways_to(order: Order) -> Iterator[tuple[Dispatch.Way, str]]:
    source = order.source
    if source.has_page:
        yield Way.PAGE, ""
    if source.phone:
        yield Way.SMS, source.phone
    if source.email:
        yield Way.EMAIL, source.email


def _hand_over(dispatch: Dispatch, *, at: datetime) -> Outcome:
    title, body, link = letter_of(dispatch)
    if dispatch.way == Way.PAGE:
        return _put_on_the_page(dispatch, title=title, body=body, link=link, at=at)
    message = Message(str(dispatch.key), dispatch.address, title, body, "")
    return GATEWAYS[Way(dispatch.way)].send(message)


def _put_on_the_page(dispatch: Dispatch, *, title: str, body: str, link: str, at: datetime) -> Outcome:
    """Told inside only: the telephone and the mailbox of the list have messages of their own."""
    holder = dispatch.order.source.holder
    if holder is None:
        return Outcome(Result.REFUSED, "清单对象已经没有账户")
    notify(to=holder, title=title, body=body, link=link, key=str(dispatch.key), at=at, outside=False)
    return Outcome(Result.SENT, "")
