"""推送: each message goes out until the other side says that it has it, or too often in vain.

It may come twice, if a worker dies between the answer and our note of it: the key in `Idempotency-Key` is the
same each time.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from guangyue.accounts.models import User
from guangyue.audit.recording import record
from guangyue.cases.models import Posting
from guangyue.cases.refusals import PostedAlready
from guangyue.jobs.declarations import job
from guangyue.notifications.gateway import post
from guangyue.notifications.outbox import WAITS
from guangyue.notifications.outcomes import Outcome, Result

LONGEST_ANSWER = 500


@job("cases.post_event", title="向部门系统推送办件事件", once=False)
def post_event(*, posting: int, at: datetime) -> None:
    waiting = Posting.objects.due(at).select_related("subscriber").filter(pk=posting).first()
    if waiting is None:
        return
    subscriber = waiting.subscriber
    outcome = post(
        url=subscriber.address,
        secret=subscriber.secret,
        key=str(waiting.key),
        content=waiting.content,
        inside=settings.GUANGYUE_PRIVATE_SUBSCRIBERS,
    )
    note_outcome(posting=waiting, outcome=outcome, at=timezone.now())


@transaction.atomic
def note_outcome(*, posting: Posting, outcome: Outcome, at: datetime) -> Posting:
    posting = Posting.objects.select_for_update().get(pk=posting.pk)
    if posting.state != Posting.State.WAITING:
        return posting
    posting.attempts += 1
    posting.answer = outcome.answer[:LONGEST_ANSWER]
    if outcome.result == Result.SENT:
        posting.state, posting.sent_at = Posting.State.SENT, at
    elif posting.attempts <= len(WAITS):
        posting.due_at = at + WAITS[posting.attempts - 1]
        post_event.defer(posting=posting.pk, not_before=posting.due_at)
    else:
        posting.state = Posting.State.DEAD
    posting.save()
    return posting


@transaction.atomic
def post_again(*, posting: Posting, by: User, at: datetime) -> Posting:
    """重推 what was given up: under the same key, with all its attempts anew."""
    posting = Posting.objects.select_for_update().get(pk=posting.pk)
    if posting.state != Posting.State.DEAD:
        raise PostedAlready
    posting.state, posting.attempts, posting.due_at = Posting.State.WAITING, 0, at
    posting.save()
    post_event.defer(posting=posting.pk)
    record(action="重推办件事件", subject=posting, by=by, at=at)
    return posting
