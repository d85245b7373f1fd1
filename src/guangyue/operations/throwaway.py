"""A pytest plug-in: every run has a PostgreSQL of its own, in memory, migrated once."""

import fcntl
import gc
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from guangyue.operations import state
from guangyue.operations.binaries import find_binaries
from guangyue.operations.postgres import Cluster

MEMORY = Path("/dev/shm")  # noqa: S108  each run makes a folder of its own in it
PREFIX = "guangyue-test-"
NEEDED = 1 << 30
SELDOM = 20_000  # new objects before the youngest are looked through: 700 is for small programs


class Throwaway:
    """The state folder and the server of one run; workers of pytest-xdist find both in the environment."""

    def __init__(self) -> None:
        # The programs stay on the shelf of the city itself: they need not be copied for every run.
        os.environ["GY_POSTGRES_BIN"] = str(find_binaries(state.home() / "programs"))
        for left in roomiest().glob(f"{PREFIX}*"):
            remove_if_deserted(left)
        self.home = Path(tempfile.mkdtemp(prefix=PREFIX, dir=roomiest()))
        self.home.chmod(0o755)
        self.cluster: Cluster | None = None
        os.environ["GY_HOME"] = str(self.home)

    def start(self) -> None:
        if "DATABASE_URL" not in os.environ:
            self.cluster = Cluster(self.home / "pg", Path(os.environ["GY_POSTGRES_BIN"]), durable=False)
            self.cluster.start()
            os.environ["DATABASE_URL"] = self.cluster.url()
            os.environ["GY_TEST_TEMPLATE"] = "guangyue"
        self.prepare("migrate")
        self.prepare("collectstatic", "--no-input")

    def prepare(self, *command: str) -> None:
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"}
        subprocess.run(
            [sys.executable, "-m", "django", *command, "--verbosity=0"], check=True, env=environment
        )

    def end(self) -> None:
        if self.cluster is not None:
            self.cluster.destroy()
        shutil.rmtree(self.home, ignore_errors=True)


def roomiest() -> Path:
    there_is_room = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > NEEDED
    return MEMORY if there_is_room else Path(tempfile.gettempdir())


def remove_if_deserted(home: Path) -> None:
    """A run that was killed leaves its folder; one that still runs holds the lock of its server."""
    try:
        with (home / "pg" / "users.lock").open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return
    shutil.rmtree(home, ignore_errors=True)


RUN = pytest.StashKey[Throwaway]()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[None]:
    """Before anything reads the settings."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        early_config.stash[RUN] = Throwaway()
        early_config.stash[RUN].start()
    return (yield)


def pytest_collection_finish() -> None:
    """What was collected stays to the end, and is not looked through again for what nobody needs any more."""
    gc.freeze()
    gc.set_threshold(SELDOM)


def pytest_unconfigure(config: pytest.Config) -> None:
    if run := config.stash.get(RUN, None):
        run.end()
