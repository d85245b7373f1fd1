"""Jobs: deferred with the caller's transaction, done once, and what is kept of a failure."""

from datetime import datetime, time, timedelta

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from pytest_django import Settings

from guangyue.jobs import queue
from guangyue.jobs.declarations import Job, Periodic, job
from guangyue.jobs.models import Failure, QueuedJob, Receipt
from guangyue.jobs.tests.conftest import NOON
from guangyue.jobs.upkeep import retry_stalled
from guangyue.jobs.worker import run_job
from guangyue.kit.refusals import current_reference

pytestmark = pytest.mark.django_db

ran: list[str] = []


@pytest.fixture(autouse=True)
def nothing_ran() -> None:
    ran.clear()


@job("tests.note", title="记一笔")
def note(*, word: str, at: datetime) -> None:
    ran.append(word)


@job("tests.stumble", title="总是出错")
def stumble(*, at: datetime) -> None:
    Receipt.objects.create(job_id=999, at=at)
    raise LookupError("没有这张表")


def run(declared: Job, number: int, **arguments: str) -> None:
    run_job(declared, number=number, at=NOON, arguments=arguments)


def test_a_job_deferred_in_a_transaction_that_is_rolled_back_was_never_deferred() -> None:
    with transaction.atomic():
        note.defer(word="早")
        transaction.set_rollback(True)

    assert not QueuedJob.objects.exists()


def test_a_deferred_job_waits_with_its_arguments() -> None:
    number = note.defer(word="早", not_before=NOON)

    waiting = QueuedJob.objects.waiting().get(pk=number)
    assert (waiting.task_name, waiting.args, waiting.scheduled_at) == ("tests.note", {"word": "早"}, NOON)


def test_a_job_that_is_run_again_does_nothing_the_second_time() -> None:
    run(note, 7, word="早")
    run(note, 7, word="早")
    run(note, 8, word="晚")

    assert ran == ["早", "晚"]


def test_a_job_runs_under_its_own_reference() -> None:
    references: list[str] = []
    seen = job("tests.seen", title="看编号")(lambda *, at: references.append(current_reference()))

    run(seen, 7)

    assert references == ["JOB-7"]


def test_a_failure_is_kept_with_its_reason_and_nothing_of_the_job_stays() -> None:
    with pytest.raises(LookupError):
        run(stumble, 7)

    failure = Failure.objects.get(job_id=7)
    assert failure.reason == "LookupError: 没有这张表"
    assert "stumble" in failure.trace
    assert not Receipt.objects.exists()


def test_a_waiting_job_can_be_withdrawn_once() -> None:
    number = note.defer(word="早")

    assert queue.withdraw(number)
    assert not queue.withdraw(number)
    assert QueuedJob.objects.get(pk=number).state == "已撤回"


def test_a_running_job_without_a_living_worker_waits_in_the_queue_again(settings: Settings) -> None:
    number = note.defer(word="早")
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set status = 'doing' where id = %s", [number])

    retry_stalled.run(at=NOON)

    assert QueuedJob.objects.get(pk=number).state == "等待"


def test_every_periodic_job_is_known_to_the_worker_and_waits_at_most_once() -> None:
    entries = app.periodic_registry.periodic_tasks.values()

    assert {entry.task.name for entry in entries} >= {"jobs.retry_stalled", "jobs.clear_away"}
    assert all(entry.configure_kwargs["queueing_lock"] == entry.task.name for entry in entries)
    assert not any(entry.configure_kwargs.get("lock") for entry in entries)


@pytest.mark.parametrize(
    ("daily_at", "cron", "schedule"),
    [
        (None, "* * * * *", "每分钟"),
        (time(3, 30), "30 19 * * *", "每天 03:30"),
        (time(12, 0), "0 4 * * *", "每天 12:00"),
    ],
)
def test_the_timetable_is_written_in_the_time_of_beijing(
    daily_at: time | None, cron: str, schedule: str
) -> None:
    entry = Periodic(note, daily_at)

    assert (entry.cron, entry.schedule) == (cron, schedule)


@pytest.mark.parametrize(
    ("daily_at", "hours"),
    [(time(12, 0), 24), (time(12, 1), 1 / 60), (time(11, 59), 24 - 1 / 60), (None, 1 / 60)],
)
def test_the_next_time_is_later_than_now(daily_at: time | None, hours: float) -> None:
    assert Periodic(note, daily_at).next_after(NOON) == NOON + timedelta(hours=hours)
