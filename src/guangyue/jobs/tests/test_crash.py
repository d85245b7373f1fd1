"""What a worker leaves that is killed in the middle: everything is done in the end, and nothing twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from guangyue.jobs.models import QueuedJob, State, Work
from guangyue.jobs.tests.conftest import NOON
from guangyue.jobs.tests.crash_background import COUNT, MARK
from guangyue.jobs.tests.crashing import ROWS_IN_A_STEP, STEPS, effects
from guangyue.jobs.tests.workers import StartWorker, kill, wait_until, workers
from guangyue.jobs.works import begin_work

JOBS = 200


@pytest.fixture
def start_worker(queue: None, tmp_path: Path) -> Iterator[StartWorker]:
    """The table of effects has no constraint: what is done twice is there twice."""
    with connection.cursor() as cursor:
        cursor.execute("create table crash_effect (key bigint)")
    with workers(
        tmp_path / "log", GY_TEST_BACKGROUND="guangyue.jobs.tests.crash_background.BACKGROUND"
    ) as start:
        yield start
    with connection.cursor() as cursor:
        cursor.execute("drop table crash_effect")


def wait_for_effects(count: float) -> None:
    wait_until(lambda: len(effects()) > count)


def test_a_worker_killed_among_200_jobs_leaves_each_done_exactly_once(start_worker: StartWorker) -> None:
    for key in range(JOBS):
        MARK.defer(key=key)

    for share in (0.3, 0.7):
        worker = start_worker()
        wait_for_effects(JOBS * share)
        kill(worker)
    start_worker()
    wait_until(
        lambda: not QueuedJob.objects.filter(task_name=MARK.key, status__in=("todo", "doing")).exists()
    )

    assert sorted(effects()) == list(range(JOBS))


def test_long_work_whose_worker_is_killed_goes_on_where_it_was(
    start_worker: StartWorker, settings: Settings
) -> None:
    settings.GUANGYUE_BACKGROUND = "guangyue.jobs.tests.crash_background.BACKGROUND"
    work = begin_work(kind=COUNT, by=None, at=NOON)

    worker = start_worker()
    wait_for_effects(STEPS * ROWS_IN_A_STEP / 2)
    kill(worker)
    start_worker()
    wait_until(lambda: Work.objects.get(pk=work.pk).state == State.DONE)

    numbers = list(range(STEPS * ROWS_IN_A_STEP))
    assert sorted(effects()) == numbers
    assert (work.folder / "numbers.txt").read_text().split() == [str(number) for number in numbers]
