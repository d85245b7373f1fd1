"""Real worker processes for the crash tests, on the database of the test, killed amid their work."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from guangyue.jobs.tests import crashing
from guangyue.jobs.upkeep import retry_stalled

LONGEST = 60  # seconds

StartWorker = Callable[[], subprocess.Popen[bytes]]


@contextmanager
def workers(log: Path, **environment: str) -> Iterator[StartWorker]:
    """Starts workers; those that still run in the end are killed."""
    with ExitStack() as ends:

        def start() -> subprocess.Popen[bytes]:
            with log.open("ab") as file:
                worker = subprocess.Popen(
                    [sys.executable, crashing.__file__],
                    env={**os.environ, **_place(), **environment},
                    stdout=file,
                    stderr=file,
                )
            ends.callback(kill, worker)
            return worker

        yield start


def kill(worker: subprocess.Popen[bytes]) -> None:
    worker.send_signal(signal.SIGKILL)
    worker.wait()


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


def _place() -> dict[str, str]:
    """The server of this run, and the database that this test has on it."""
    server, _, rest = os.environ["DATABASE_URL"].rpartition("/")
    _, mark, options = rest.partition("?")
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": f"{server}/{connection.settings_dict['NAME']}{mark}{options}",
        "GY_HOME": str(settings.HOME),
    }
