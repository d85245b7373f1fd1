"""What keeps the queue itself in order, by the clock."""

from datetime import datetime, timedelta

from django.conf import settings

from guangyue.jobs import queue
from guangyue.jobs.declarations import job
from guangyue.jobs.models import Failure, Intervention, QueuedJob, Receipt
from guangyue.jobs.works import delete_old_works

SUCCEEDED_KEPT_FOR = 3  # days
ENDED_KEPT_FOR = 90  # days


@job("jobs.retry_stalled", title="接续中断的任务", once=False)
def retry_stalled(*, at: datetime) -> None:
    """A worker that was killed leaves its jobs as running; they wait in the queue again."""
    for stalled in queue.stalled(seconds=settings.GUANGYUE_JOBS_STALLED_AFTER):
        if stalled.id is not None:
            queue.put_back(stalled.id, at=at)


@job("jobs.clear_away", title="清理任务记录")
def clear_away(*, at: datetime) -> None:
    """Old jobs go, and what is kept of them: what is gone from the queue cannot run again."""
    queue.delete_succeeded(days=SUCCEEDED_KEPT_FOR)
    queue.delete_ended(days=ENDED_KEPT_FOR)
    kept = QueuedJob.objects.values("pk")
    for model in (Receipt, Failure, Intervention):
        model._default_manager.filter(at__lt=at - timedelta(days=1)).exclude(job_id__in=kept).delete()
    delete_old_works(at=at)
