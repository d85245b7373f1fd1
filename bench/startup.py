"""Start-up: the first start and the next ones, the memory of a city at rest, and coming back from kill -9."""

import argparse
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from statistics import median
from subprocess import run

from bench.home import Home, Running, home_of_its_own
from bench.measure import megabytes, seconds, tell

LONGEST_START = 10.0  # seconds
MOST_MEMORY = 600e6
WITH_DATABASE = "/account/sign-in/"  # a page that cannot be shown without the database


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench startup")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--idle", type=float, default=60, help="seconds before the memory is read")
    asked = parser.parse_args(arguments)
    with home_of_its_own() as home:
        with home.running("--demo") as running:
            tell("first start, everything made", f"{running.took:.1f} s", "demo data included", "")
        measure_next_starts(home, asked.rounds)
        with home.running("--demo") as running:
            measure_rest(home, running, asked.idle)
            measure_killed_database(home, running)


def measure_next_starts(home: Home, rounds: int) -> None:
    """Beside the least that a start can be: one process that loads the pages."""
    load = (sys.executable, "-c", "import config.wsgi")
    starts, killed, loads = [], [], []
    for _ in range(rounds):
        with home.running("--demo") as running:
            starts.append(running.took)
            kill(running.process.pid, *below(running.process.pid))
        with home.running("--demo") as running:
            killed.append(running.took)
        loads.append(seconds(partial(run, load, check=True, env=home.environment)))
    least = f"limit {LONGEST_START:.0f} s; loading the pages alone {median(loads):.1f} s"
    for what, took in (("next start", median(starts)), ("start after kill -9 of everything", median(killed))):
        tell(f"{what}, to the first page", f"{took:.1f} s", least, f"{took / LONGEST_START:.0%} of the limit")


def measure_rest(home: Home, running: Running, idle: float) -> None:
    time.sleep(idle)
    processes = [running.process.pid, *below(running.process.pid)]
    memory = sum(map(share_of_memory, processes))
    tell(
        f"memory after {idle:.0f} s at rest",
        megabytes(memory),
        f"limit {megabytes(MOST_MEMORY)}, {len(processes)} processes",
        f"{memory / MOST_MEMORY:.0%} of the limit",
    )
    tell("the state folder", megabytes(home.size()), "20,000 persons", "")


def measure_killed_database(home: Home, running: Running) -> None:
    """Until a page that needs the database is there again."""
    pid = int((home.folder / "postgresql" / "data" / "postmaster.pid").read_text().splitlines()[0])
    kill(pid)
    begun = time.perf_counter()
    while not running.answers(WITH_DATABASE):
        time.sleep(0.1)
    tell("pages again after kill -9 of the database", f"{time.perf_counter() - begun:.1f} s", "", "")


def kill(*pids: int) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def below(pid: int) -> list[int]:
    """All processes that this one, or one of them, has started."""
    parents = dict(_parents())
    found = [pid]
    for process in found:
        found += [child for child, parent in parents.items() if parent == process]
    return found[1:]


def share_of_memory(pid: int) -> int:
    """Bytes of a process; of what it shares with others, its part (PSS)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _parents() -> Iterator[tuple[int, int]]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                status = (folder / "stat").read_text()
            except OSError:  # it has ended meanwhile
                continue
            yield int(folder.name), int(status.rpartition(")")[2].split()[1])
