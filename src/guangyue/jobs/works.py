"""Long work: beginning it, taking its steps, cancelling and resuming it."""

import logging
import shutil
import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from guangyue.jobs.declarations import WorkKind, background, job
from guangyue.jobs.models import Cancellation, State, Work
from guangyue.kit.refusals import Refused

SLICE = 5.0  # seconds of work in one job; then the others in the queue have their turn
KEPT_FOR = timedelta(days=90)

log = logging.getLogger(__name__)


class WorkHasEnded(Refused):
    sentence = "这项任务已经结束，不能再取消。"


class WorkGoesOn(Refused):
    sentence = "这项任务没有停下，不需要继续。"


@transaction.atomic
def begin_work(
    *, kind: WorkKind, by: Any, at: datetime, title: str = "", options: Mapping[str, Any] | None = None
) -> Work:
    """Put long work into the queue; `by` is None for work that the timetable begins."""
    work = Work.objects.create(
        kind=kind.key, title=title or kind.title, options=dict(options or {}), started_by=by, started_at=at
    )
    go_on.defer(work=work.pk)
    return work


@transaction.atomic
def cancel_work(*, work: Work, by: Any, at: datetime) -> Cancellation:
    """取消: it stops before its next step; what its steps have done so far stays done."""
    if not work.is_open:
        raise WorkHasEnded
    cancellation, _ = Cancellation.objects.get_or_create(work=work, defaults={"by": by, "at": at})
    return cancellation


@transaction.atomic
def resume_work(*, work: Work) -> None:
    """继续: work that was cancelled or that failed goes on from its last checkpoint."""
    work = Work.objects.select_for_update().get(pk=work.pk)
    if not work.is_stopped:
        raise WorkGoesOn
    Cancellation.objects.filter(work=work).delete()
    work.state, work.message, work.ended_at = State.WAITING, "", None
    work.save(update_fields=["state", "message", "ended_at"])
    go_on.defer(work=work.pk)


@job("jobs.go_on", title="推进长任务", once=False)
def go_on(*, work: int, at: datetime) -> None:
    """Take steps for a while, then leave the rest to another job. A step holds the row of its work."""
    ends = time.monotonic() + SLICE
    try:
        while take_step(pk=work, at=timezone.now()):
            if time.monotonic() > ends:
                go_on.defer(work=work)
                return
    except Exception as failure:
        _stop(pk=work, failure=failure, at=timezone.now())


@transaction.atomic
def take_step(*, pk: int, at: datetime) -> bool:
    """One step, committed together with the checkpoint after it; False when there is no next one."""
    work = Work.objects.select_for_update(no_key=True).get(pk=pk)
    if not work.is_open:
        return False
    if Cancellation.objects.filter(work=work).exists():
        _end(work, State.CANCELLED, at=at)
        return False
    work.folder.mkdir(parents=True, exist_ok=True)
    step = background().work_kind(work.kind).step
    progress = step(
        options=work.options, checkpoint=work.checkpoint, folder=work.folder, by=work.started_by, at=at
    )
    work.take(progress)
    if progress.finished:
        _end(work, State.DONE, at=at)
        return False
    work.state = State.RUNNING
    work.save()
    return True


@transaction.atomic
def _stop(*, pk: int, failure: Exception, at: datetime) -> None:
    """出错停下: a refusal says why; anything else is for the log. A person may go on from the checkpoint."""
    work = Work.objects.select_for_update(no_key=True).get(pk=pk)
    if isinstance(failure, Refused):
        work.message = failure.sentence
    else:
        log.error("long work %s failed", pk, exc_info=failure)
        work.message = f"第 {work.done} 项之后出错：{type(failure).__name__}"
    _end(work, State.FAILED, at=at)


def _end(work: Work, state: State, *, at: datetime) -> None:
    work.state, work.ended_at = state, at
    work.save()
    background().when_over(work=work, at=at)


def delete_old_works(*, at: datetime) -> None:
    """Work that ended long ago goes, and its files with it."""
    for work in Work.objects.ended_before(at - KEPT_FOR):
        shutil.rmtree(work.folder, ignore_errors=True)
        work.delete()
