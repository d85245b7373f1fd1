"""Preparing the city before it runs, unless nothing has changed since it was prepared last."""

import sys
import sysconfig
from pathlib import Path

from guangyue.operations import state
from guangyue.operations.fingerprints import fingerprint, is_stamped
from guangyue.operations.processes import run_in_front
from guangyue.operations.surroundings import Surroundings, django

SOURCES = (state.CHECKOUT / "src", state.CHECKOUT / "web" / "vendor")


def prepare(around: Surroundings, *, demo: bool) -> None:
    """Make all that the first page needs. Somebody else's database is looked at every time."""
    words = ("--demo",) if demo else ()
    if around.cluster is None:
        _run("prepare", *words, around=around)
        return
    made = around.cluster.data / "PG_VERSION"
    mark = fingerprint((made, *_sources()), *_packages(), *words)
    if not is_stamped(_stamp(), mark):
        _run("prepare", *words, around=around)
        _stamp().write_text(mark)


def forget_preparation() -> None:
    """Another command may change what was prepared: the next `run` looks at all of it again."""
    _stamp().unlink(missing_ok=True)


def _stamp() -> Path:
    return state.home() / "prepared"


def _run(*words: str, around: Surroundings) -> None:
    if failed := run_in_front(django(*words), around.environment):
        sys.exit(failed)


def _sources() -> list[Path]:
    return [
        file for folder in SOURCES for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc"
    ]


def _packages() -> list[str]:
    """Names and versions of what is installed."""
    return sorted(found.name for found in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
