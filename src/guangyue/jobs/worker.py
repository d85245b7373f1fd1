"""What a worker runs: every declared job, with its receipt, and what becomes of a job that fails."""

import traceback
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from procrastinate import App, JobContext, RetryStrategy

from guangyue.jobs.declarations import Job, background
from guangyue.jobs.models import Failure
from guangyue.kit.refusals import under_reference

WAITS_LONGER_EACH_TIME = 4  # 4 s, 16 s, about a minute, 4 minutes, 17 minutes


def enrol(app: App) -> None:
    """Tell procrastinate of every job and of the timetable; `PROCRASTINATE_ON_APP_READY` names this."""
    declared = background()
    tasks = {job.key: _enrol_job(app, job) for job in declared.all_jobs}
    for entry in declared.timetable:
        app.periodic(cron=entry.cron, queueing_lock=entry.job.key)(tasks[entry.job.key])


def _enrol_job(app: App, job: Job) -> Any:
    retry = (
        RetryStrategy(max_attempts=job.retries, exponential_wait=WAITS_LONGER_EACH_TIME)
        if job.retries
        else False
    )
    return app.task(name=job.key, pass_context=True, retry=retry)(_as_task(job))


def _as_task(job: Job) -> Callable[..., None]:
    def run(context: JobContext, timestamp: int | None = None, **arguments: Any) -> None:
        """`timestamp` is when a periodic job was due; what it does depends on when it runs."""
        number = context.job.id
        if number is None:
            raise ValueError("a job in the hands of a worker has a number")
        run_job(job, number=number, at=timezone.now(), arguments=arguments)

    return run


def run_job(job: Job, *, number: int, at: datetime, arguments: dict[str, Any]) -> None:
    """Run a job that has this number in the queue; a failure is kept with its reason and raised again."""
    with under_reference(f"JOB-{number}"):
        try:
            if job.once:
                _run_with_receipt(job, number, at, arguments)
            else:
                job.run(**arguments, at=at)
        except Exception as failure:
            reason = f"{type(failure).__name__}: {failure}"
            Failure.objects.create(job_id=number, at=at, reason=reason, trace=traceback.format_exc())
            raise


@transaction.atomic
def _run_with_receipt(job: Job, number: int, at: datetime, arguments: dict[str, Any]) -> None:
    """The receipt comes first: a second worker with the same job waits for the first to commit or go."""
    if _give_receipt(number, at):
        job.run(**arguments, at=at)


def _give_receipt(number: int, at: datetime) -> bool:
    """False if the job has been done already."""
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into jobs_receipt (job_id, at) values (%s, %s) on conflict do nothing", [number, at]
        )
        return bool(cursor.rowcount)
