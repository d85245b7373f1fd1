"""`gy bench [NAME…] [--OPTION VALUE…]`: all measurements, or those named, with one state folder for all."""

import importlib
import itertools
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django

from bench.home import Home, home_of_its_own
from guangyue.operations.processes import stop_on_signals
from guangyue.operations.surroundings import surroundings

MEASUREMENTS = (
    "alerts",
    "cases",
    "cases_list",
    "credit",
    "demo",
    "draw",
    "extraction",
    "gazette",
    "indicators",
    "library",
    "lists",
    "matters",
    "orders",
    "planner",
    "problems",
    "ratings",
    "rules",
    "search",
    "startup",
    "tasks",
    "verdicts",
    "writes",
)


def main(words: list[str]) -> int:
    chosen = list(itertools.takewhile(lambda word: not word.startswith("-"), words))
    if unknown := set(chosen) - set(MEASUREMENTS):
        print(f"no such measurement: {', '.join(sorted(unknown))}; there are {', '.join(MEASUREMENTS)}")
        return 2
    stop_on_signals()
    with chosen_home() as home:
        os.environ["GY_HOME"] = str(home.folder)
        os.environ.pop("DATABASE_URL", None)  # somebody's database is not filled with a million rows
        with surroundings() as around:
            os.environ.update(around.environment)
            django.setup()
            for name in chosen or MEASUREMENTS:
                measurement = importlib.import_module(f"bench.{name}")
                print(f"\n== {name}: {(measurement.__doc__ or '').splitlines()[0]}", flush=True)
                measurement.main(words[len(chosen) :])
    return 0


@contextmanager
def chosen_home() -> Iterator[Home]:
    """GY_BENCH_HOME is kept, with the city that was filled in it; otherwise nothing stays behind."""
    if folder := os.environ.get("GY_BENCH_HOME"):
        yield Home(Path(folder).absolute())
        return
    with home_of_its_own() as home:
        yield home


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
