"""What waits for those who look after the queue."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse

from guangyue.jobs.models import Failure, QueuedJob
from guangyue.jobs.permissions import MANAGE_QUEUE
from guangyue.kit.access import Scope, needs
from guangyue.kit.todo import Todo


@needs(MANAGE_QUEUE)
def failed_jobs(*, user: Any, scope: Scope, at: datetime) -> Iterator[Todo]:
    """One for all of them, as old as the first."""
    failed = QueuedJob.objects.failed()
    if count := failed.count():
        oldest = Failure.objects.filter(job__in=failed).last()
        yield Todo(
            "后台任务",
            f"{count} 项后台任务失败",
            f"{reverse('jobs:jobs')}?status=failed",
            since=oldest.at if oldest else at,
            detail=oldest.reason if oldest else "",
        )
