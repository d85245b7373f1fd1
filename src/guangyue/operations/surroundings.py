"""What a child of `guangyue` is given: a state folder, a database, and PostgreSQL's programs."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from guangyue.operations import state
from guangyue.operations.binaries import binaries_for, find_binaries
from guangyue.operations.postgres import Cluster


@dataclass(frozen=True)
class Surroundings:
    """The children's environment; `cluster` is None where DATABASE_URL names another server."""

    environment: dict[str, str]
    cluster: Cluster | None = None


@contextmanager
def surroundings(**settings: str) -> Iterator[Surroundings]:
    """Hold the database for as long as the children need it."""
    home = state.home()
    environment = {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONUNBUFFERED": "1",
        **os.environ,
        **settings,
        "GY_HOME": str(home),
    }
    if "DATABASE_URL" in environment:
        yield Surroundings(environment | _path(find_binaries(home / "programs")))
        return
    folder = home / "postgresql"
    binaries = binaries_for(folder / "data", home / "programs")
    with Cluster(folder, binaries) as cluster:
        yield Surroundings(environment | _path(binaries) | {"DATABASE_URL": cluster.url()}, cluster)


def django(*words: str) -> tuple[str, ...]:
    """Django's command line, for a child to run."""
    return (sys.executable, "-m", "guangyue.operations.manage", *words)


def _path(binaries: Path) -> dict[str, str]:
    """So that children find pg_dump, pg_restore and psql."""
    return {"PATH": f"{binaries}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}
