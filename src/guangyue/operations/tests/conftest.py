"""Folders and servers of their own for the tests of operations."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from guangyue.operations import state
from guangyue.operations.binaries import find_binaries
from guangyue.operations.postgres import Cluster


def at_database(name: str) -> str:
    """The address of another database on the server of the tests. Nobody may be connected to the template."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def a_folder() -> Iterator[Path]:
    """An empty folder that the database's user can go through, which pytest's own are not."""
    made = Path(tempfile.mkdtemp(prefix="guangyue-"))
    made.chmod(0o711)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def folder() -> Iterator[Path]:
    yield from a_folder()


@pytest.fixture(scope="session")
def binaries() -> Path:
    return find_binaries(state.home() / "programs")


@pytest.fixture
def cluster(folder: Path, binaries: Path) -> Iterator[Cluster]:
    """A running server with every promise of the real one."""
    with Cluster(folder / "postgresql", binaries) as running:
        yield running
