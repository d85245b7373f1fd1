"""How the queue stands, and what a person may do about a job."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateWorker

from guangyue.jobs import queue
from guangyue.jobs.declarations import Periodic, background
from guangyue.jobs.models import Failure, Intervention, QueuedJob
from guangyue.kit.refusals import Refused

EVENTS = {
    "deferred": "进入队列",
    "started": "开始运行",
    "deferred_for_retry": "等待重试",
    "retried": "重新排队",
    "failed": "失败",
    "succeeded": "完成",
    "cancelled": "撤回",
    "aborted": "中止",
}
LOOKS = {"succeeded": "good", "failed": "bad"}


class JobHasNotFailed(Refused):
    sentence = "只有失败的任务才能重新排队。"


class JobIsTaken(Refused):
    sentence = "任务已经开始运行，或者已经结束，不能撤回。"


@dataclass(frozen=True)
class Standing:
    """队列状况: what waits, runs and failed; without a worker all of it waits for ever."""

    due: int
    later: int
    running: int
    failed: int
    workers: int


@dataclass(frozen=True)
class Entry:
    """A line of the timetable: when the job ran last, and when it will run next."""

    periodic: Periodic
    last: QueuedJob | None
    next_at: datetime


@dataclass(frozen=True)
class Event:
    """What happened to a job, for its timeline."""

    at: datetime
    what: str
    who: str = ""
    detail: str = ""
    look: str = ""


def standing(*, at: datetime) -> Standing:
    alive_since = at - timedelta(seconds=settings.GUANGYUE_JOBS_STALLED_AFTER)
    due, waiting = QueuedJob.objects.due(at=at).count(), QueuedJob.objects.waiting().count()
    return Standing(
        due=due,
        later=waiting - due,
        running=QueuedJob.objects.running().count(),
        failed=QueuedJob.objects.failed().count(),
        workers=ProcrastinateWorker.objects.filter(last_heartbeat__gte=alive_since).count(),
    )


def timetable(*, at: datetime) -> Iterator[Entry]:
    for periodic in background().timetable:
        runs = QueuedJob.objects.with_history().filter(task_name=periodic.job.key)
        yield Entry(periodic, runs.order_by("-pk").first(), periodic.next_after(at))


def history(job: QueuedJob) -> list[Event]:
    """What happened to a job, the latest first."""
    moves = ProcrastinateEvent.objects.filter(job=job, type__in=list(EVENTS)).exclude(at=None)
    failures = Failure.objects.filter(job=job)
    interventions = Intervention.objects.filter(job=job).select_related("by")
    events = [
        *(Event(move.at, EVENTS[move.type], look=LOOKS.get(move.type, "")) for move in moves if move.at),
        *(Event(failure.at, "出错", detail=failure.reason, look="bad") for failure in failures),
        *(Event(one.at, one.get_what_display(), who=str(one.by)) for one in interventions),
    ]
    return sorted(events, key=lambda event: event.at, reverse=True)


@transaction.atomic
def retry_job(*, number: int, by: Any, at: datetime) -> None:
    """重新排队: a failed job is run again. It failed as a whole, so nothing of it is done twice."""
    if not QueuedJob.objects.failed().select_for_update().filter(pk=number).exists():
        raise JobHasNotFailed
    queue.put_back(number, at=at)
    Intervention.objects.create(job_id=number, what=Intervention.What.RETRY, by=by, at=at)


@transaction.atomic
def withdraw_job(*, number: int, by: Any, at: datetime) -> None:
    """撤回: a job that waits is not run."""
    if not queue.withdraw(number):
        raise JobIsTaken
    Intervention.objects.create(job_id=number, what=Intervention.What.WITHDRAWAL, by=by, at=at)
