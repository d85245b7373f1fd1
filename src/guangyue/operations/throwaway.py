"""A pytest plug-in: every run has a PostgreSQL of its own, in memory, with the migrations done once."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from guangyue.operations.binaries import find_binaries
from guangyue.operations.postgres import Cluster

MEMORY = Path("/dev/shm")
NEEDED = 1 << 30


class Throwaway:
    """The state folder and the server of one run; workers of pytest-xdist find both in the environment."""

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="guangyue-test-", dir=roomiest()))
        self.home.chmod(0o755)
        self.cluster: Cluster | None = None
        os.environ["GY_HOME"] = str(self.home)

    def start(self) -> None:
        if "DATABASE_URL" not in os.environ:
            self.cluster = Cluster(self.home / "pg", find_binaries(), durable=False)
            self.cluster.start()
            os.environ["DATABASE_URL"] = self.cluster.url()
            os.environ["GY_TEST_TEMPLATE"] = "guangyue"
        subprocess.run(
            [sys.executable, "-m", "django", "migrate", "--verbosity=0"],
            check=True,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"},
        )

    def end(self) -> None:
        if self.cluster is not None:
            self.cluster.destroy()
        shutil.rmtree(self.home, ignore_errors=True)


def roomiest() -> Path | None:
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > NEEDED else None


RUN = pytest.StashKey[Throwaway]()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[None]:
    """Before anything reads the settings."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        early_config.stash[RUN] = Throwaway()
        early_config.stash[RUN].start()
    return (yield)


def pytest_unconfigure(config: pytest.Config) -> None:
    if run := config.stash.get(RUN, None):
        run.end()
