"""Putting jobs into the queue and taking them out again, always in the transaction of the caller.

Inside a worker procrastinate's own connector has other connections than Django; a job deferred through it
would be there even if the work that deferred it were rolled back. Hence a manager of our own.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from asgiref.sync import async_to_sync
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Job as QueuedJob
from procrastinate.manager import JobManager
from procrastinate.tasks import configure_task

MANAGER = JobManager(DjangoConnector())


def enqueue(key: str, arguments: Mapping[str, Any], *, not_before: datetime | None = None) -> int:
    return configure_task(
        name=key, job_manager=MANAGER, task_kwargs=dict(arguments), schedule_at=not_before
    ).defer()


def put_back(number: int, *, at: datetime) -> None:
    """A job that failed, or whose worker is gone, waits in the queue again."""
    MANAGER.retry_job_by_id(job_id=number, retry_at=at)


def withdraw(number: int) -> bool:
    """Take a waiting job out of the queue; False if a worker has it already."""
    return MANAGER.cancel_job_by_id(number)


def stalled(*, seconds: float) -> Iterable[QueuedJob]:
    """Jobs in the hands of a worker that has given no sign of life for so long."""
    return async_to_sync(MANAGER.get_stalled_jobs)(seconds_since_heartbeat=seconds)


def delete_succeeded(*, days: int) -> None:
    async_to_sync(MANAGER.delete_old_jobs)(nb_hours=days * 24)


def delete_ended(*, days: int) -> None:
    async_to_sync(MANAGER.delete_old_jobs)(
        nb_hours=days * 24, include_failed=True, include_cancelled=True, include_aborted=True
    )
