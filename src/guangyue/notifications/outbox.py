"""The outbox: each delivery goes out at most once, and whatever is not certain is left to a person.

An attempt is noted and committed before the message is handed over. A worker that dies in between leaves it
open; nobody can tell then whether the message went out, so it is shown as 待确认 and not sent again unasked.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from guangyue.accounts.models import User
from guangyue.audit.recording import record
from guangyue.jobs.declarations import job
from guangyue.kit.refusals import Refused
from guangyue.notifications.models import Attempt, Delivery, State
from guangyue.notifications.outcomes import Outcome, Result

WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
)
LONGEST_ATTEMPT = timedelta(minutes=5)


class NotInTrouble(Refused):
    sentence = "这条投递没有停下，不需要处理。"


class NoAddress(Refused):
    sentence = "收件人没有留这个渠道的地址，不能重发。"


class OutcomeIsKnown(Refused):
    sentence = "这条投递的结果已经清楚，不需要确认。"


@job("notifications.deliver", title="发送通知", once=False)
def deliver(*, delivery: int, at: datetime) -> None:
    """Hand it over once, if it is time."""
    attempt = begin_attempt(delivery=delivery, at=at)
    if attempt:
        outcome = attempt.delivery.by.send(attempt.delivery.message())
        end_attempt(attempt=attempt, outcome=outcome, at=timezone.now())


@transaction.atomic
def begin_attempt(*, delivery: int, at: datetime) -> Attempt | None:
    """Note the attempt; None where another worker has it, or where nothing is to be sent now."""
    locked = Delivery.objects.select_for_update().get(pk=delivery)
    if locked.state != State.WAITING or locked.due_at > at:
        return None
    _move(locked, State.SENDING)
    return Attempt.objects.create(delivery=locked, number=locked.attempts.count() + 1, begun_at=at)


@transaction.atomic
def end_attempt(*, attempt: Attempt, outcome: Outcome, at: datetime) -> None:
    """Note what became of it. An answer that comes after the attempt was given up still settles it."""
    delivery = Delivery.objects.select_for_update().get(pk=attempt.delivery_id)
    Attempt.objects.filter(pk=attempt.pk).update(result=outcome.result, answer=outcome.answer, ended_at=at)
    if not _is_open(delivery, attempt, outcome):
        return
    match outcome.result:
        case Result.SENT:
            _move(delivery, State.SENT)
        case Result.UNKNOWN:
            _move(delivery, State.UNKNOWN)
        case Result.POSTPONED if attempt.number <= len(WAITS):
            _wait(delivery, until=at + WAITS[attempt.number - 1])
        case _:
            _move(delivery, State.DEAD)


def _is_open(delivery: Delivery, attempt: Attempt, outcome: Outcome) -> bool:
    """Whether this outcome decides: not if a person or a later attempt did, or is about to."""
    if delivery.attempts.count() > attempt.number:
        return False
    decided_by = {State.SENDING, State.UNKNOWN} | (
        {State.WAITING} if outcome.result == Result.SENT else set()
    )
    return delivery.state in decided_by


@job("notifications.settle_lost", title="清点中断的发送")
def settle_lost(*, at: datetime) -> None:
    """Attempts whose worker is gone are unknown: they may have gone out."""
    lost = Outcome(Result.UNKNOWN, "发送途中中断，没有等到对方答复")
    for attempt in Attempt.objects.lost(before=at - LONGEST_ATTEMPT):
        end_attempt(attempt=attempt, outcome=lost, at=at)


@transaction.atomic
def send_again(*, delivery: Delivery, by: User, at: datetime) -> None:
    """重发 what did not go out, or may not have: to the address the person has now, under the same key."""
    delivery = Delivery.objects.select_for_update().get(pk=delivery.pk)
    if not delivery.is_troubled:
        raise NotInTrouble
    delivery.address = delivery.by.address_of(delivery.notification.to)
    if not delivery.address:
        raise NoAddress
    delivery.save(update_fields=["address"])
    _wait(delivery, until=at)
    record(action="重发通知", subject=delivery, by=by, at=at)


@transaction.atomic
def confirm_sent(*, delivery: Delivery, by: User, at: datetime) -> None:
    """确认已发出: somebody has asked on the other side, and it had arrived."""
    delivery = Delivery.objects.select_for_update().get(pk=delivery.pk)
    if delivery.state != State.UNKNOWN:
        raise OutcomeIsKnown
    _move(delivery, State.SENT)
    record(action="确认通知已发出", subject=delivery, by=by, at=at)


def _wait(delivery: Delivery, *, until: datetime) -> None:
    delivery.due_at = until
    delivery.save(update_fields=["due_at"])
    _move(delivery, State.WAITING)
    deliver.defer(delivery=delivery.pk, not_before=until)


def _move(delivery: Delivery, to: State) -> None:
    delivery.state = to
    delivery.save(update_fields=["state"])
