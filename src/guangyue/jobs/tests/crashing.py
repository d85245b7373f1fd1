"""A worker process for the crash tests: `python crashing.py` works on DATABASE_URL until it is killed."""

import os
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from guangyue.kit.progress import Progress, continued

SIGN_OF_LIFE = 0.4  # seconds
STEPS = 40
ROWS_IN_A_STEP = 5


def leave_effect(key: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("insert into crash_effect (key) values (%s)", [key])


def effects() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("select key from crash_effect")
        return [key for (key,) in cursor.fetchall()]


def mark(*, key: int, at: datetime) -> None:
    leave_effect(key)
    time.sleep(0.01)


def count_up(
    *, options: Mapping[str, Any], checkpoint: Mapping[str, Any], folder: Path, by: Any, at: datetime
) -> Progress:
    """Five rows, five lines in a file, and a moment in which the worker may be killed."""
    done = checkpoint.get("done", 0)
    numbers = range(done, done + ROWS_IN_A_STEP)
    with continued(folder / "numbers.txt", size=checkpoint.get("bytes", 0)) as file:
        for number in numbers:
            leave_effect(number)
            file.write(f"{number}\n".encode())
        size = file.tell()
    time.sleep(0.05)
    done = numbers.stop
    total = STEPS * ROWS_IN_A_STEP
    return Progress(
        done,
        total,
        {"done": done, "bytes": size},
        finished=done == total,
        result="numbers.txt" if done == total else "",
    )


if __name__ == "__main__":
    settings.GUANGYUE_BACKGROUND = os.environ.get("GY_TEST_BACKGROUND", settings.GUANGYUE_BACKGROUND)
    settings.GUANGYUE_JOBS_STALLED_AFTER = 4 * SIGN_OF_LIFE
    settings.PROCRASTINATE_WORKER_DEFAULTS = {
        "concurrency": 4,
        "update_heartbeat_interval": SIGN_OF_LIFE,
        "stalled_worker_timeout": 4 * SIGN_OF_LIFE,
    }
    django.setup()
    call_command("procrastinate", "worker")
