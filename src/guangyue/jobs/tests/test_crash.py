"""What a worker leaves that is killed in the middle: everything is done in the end, and nothing twice."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from pytest_django import Settings

from guangyue.jobs.models import QueuedJob, State, Work
from guangyue.jobs.tests import crashing
from guangyue.jobs.tests.conftest import NOON
from guangyue.jobs.tests.crash_background import COUNT, MARK
from guangyue.jobs.tests.crashing import ROWS_IN_A_STEP, STEPS, effects
from guangyue.jobs.upkeep import retry_stalled
from guangyue.jobs.works import begin_work

JOBS = 200
LONGEST = 60  # seconds


@pytest.fixture
def effect_table(queue: None) -> Iterator[None]:
    """Without any constraint: what is done twice is there twice."""
    with connection.cursor() as cursor:
        cursor.execute("create table crash_effect (key bigint)")
    yield
    with connection.cursor() as cursor:
        cursor.execute("drop table crash_effect")


@pytest.fixture
def start_worker(effect_table: None, tmp_path: Path) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    started: list[subprocess.Popen[bytes]] = []
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": url_of_this_database(),
        "GY_HOME": str(settings.HOME),
    }

    def start() -> subprocess.Popen[bytes]:
        with (tmp_path / "worker.log").open("ab") as log:
            started.append(
                subprocess.Popen([sys.executable, crashing.__file__], env=environment, stdout=log, stderr=log)
            )
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def url_of_this_database() -> str:
    """The server of this run, and the database that this test has on it."""
    server, _, rest = os.environ["DATABASE_URL"].rpartition("/")
    _, mark, options = rest.partition("?")
    return f"{server}/{connection.settings_dict['NAME']}{mark}{options}"


def wait_until(holds: Callable[[], bool]) -> None:
    """Meanwhile what a killed worker left is put back, each second where the timetable has each minute."""
    begun = time.monotonic()
    put_back = 0
    while not holds():
        waited = time.monotonic() - begun
        assert waited < LONGEST, "the worker did not get there"
        if waited > put_back:
            retry_stalled.defer()
            put_back += 1
        time.sleep(0.02)


def wait_for_effects(count: int) -> None:
    wait_until(lambda: len(effects()) > count)


def test_a_worker_killed_among_200_jobs_leaves_each_done_exactly_once(
    start_worker: Callable[[], subprocess.Popen[bytes]],
) -> None:
    for key in range(JOBS):
        MARK.defer(key=key)

    for share in (0.3, 0.7):
        worker = start_worker()
        wait_for_effects(int(JOBS * share))
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    start_worker()
    wait_until(
        lambda: not QueuedJob.objects.filter(task_name=MARK.key, status__in=("todo", "doing")).exists()
    )

    assert sorted(effects()) == list(range(JOBS))


def test_long_work_whose_worker_is_killed_goes_on_where_it_was(
    start_worker: Callable[[], subprocess.Popen[bytes]], settings: Settings
) -> None:
    settings.GUANGYUE_BACKGROUND = "guangyue.jobs.tests.crash_background.BACKGROUND"
    work = begin_work(kind=COUNT, by=None, at=NOON)

    worker = start_worker()
    wait_for_effects(STEPS * ROWS_IN_A_STEP // 2)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    start_worker()
    wait_until(lambda: Work.objects.get(pk=work.pk).state == State.DONE)

    numbers = list(range(STEPS * ROWS_IN_A_STEP))
    assert sorted(effects()) == numbers
    assert (work.folder / "numbers.txt").read_text().split() == [str(number) for number in numbers]
