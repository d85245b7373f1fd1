"""The demonstration city: 20,000 persons into the database, and a whole city as Parquet."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median

import psycopg

from bench.databases import database, guangyue
from bench.home import GUANGYUE
from bench.measure import megabytes, seconds, tell, times
from guangyue.registries.loading import TABLES as SUBJECTS
from guangyue.registries.models import Fact

PERSONS_A_FIRM = 20
MOST_MEMORY = 2 << 30
TABLES = (*SUBJECTS, Fact._meta.db_table)
EMPTY, LOADED, COPIED = "bench_empty", "bench_loaded", "bench_copied"


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench demo")
    parser.add_argument("--persons", type=int, default=6_000_000, help="of the city as Parquet")
    parser.add_argument("--rounds", type=int, default=3, help="of the city in the database")
    asked = parser.parse_args(arguments)
    measure_parquet(asked.persons)  # first: a child's largest memory begins with what its parent holds
    measure_database(asked.rounds)


def measure_database(rounds: int) -> None:
    """`guangyue demo` as it is typed, beside COPY of the same rows into the same tables: the limit."""
    ours, idle, limits = [], [], []
    with database(EMPTY) as empty:
        guangyue("prepare", database=empty)
        for _ in range(rounds):
            with database(LOADED, template=EMPTY) as loaded:
                ours.append(seconds(partial(guangyue, "demo", database=loaded)))
                idle.append(seconds(partial(guangyue, "demo", database=loaded)))
                rows = copy_out(loaded)
            with database(COPIED, template=EMPTY) as copied:
                limits.append(seconds(partial(copy_in, copied, rows)))
    took, nothing, limit = map(median, (ours, idle, limits))
    tell(
        "20,000 persons in the database",
        f"{took:.1f} s",
        f"COPY {limit:.1f} s; with nothing to do {nothing:.1f} s",
        f"{times(took, limit)}, {times(took - nothing, limit)} for the rows",
    )


def measure_parquet(persons: int) -> None:
    """Beside polars, which draws the same columns at random and writes them."""
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as theirs:
        size = ("--persons", str(persons), "--firms", str(persons // PERSONS_A_FIRM))
        took, memory = watched(*GUANGYUE, "demo", "--parquet", ours, *size)
        tell(
            f"{persons:,} persons as Parquet",
            f"{took:.0f} s, {persons / took:,.0f} persons/s",
            f"{megabytes(size_of(Path(ours)))} of files",
            "",
        )
        tell(
            "  its largest process",
            megabytes(memory),
            f"limit {megabytes(MOST_MEMORY)}",
            f"{memory / MOST_MEMORY:.0%} of the limit",
        )
        peer, memory = watched(sys.executable, "-m", "bench.noise", ours, theirs)
        tell(
            "  the same columns, drawn by polars",
            f"{peer:.0f} s, {megabytes(memory)}",
            f"{megabytes(size_of(Path(theirs)))} of files",
            times(took, peer),
        )


def copy_out(database: str) -> dict[str, bytes]:
    """The rows of the registries; whom an account stands for is left out, for accounts are not copied."""
    with psycopg.connect(database) as city:
        for table in ("registries_person", "registries_firm"):
            city.execute(f"UPDATE {table} SET account_id = NULL WHERE account_id IS NOT NULL")
        return {table: _rows_of(city, table) for table in TABLES}


def _rows_of(city: psycopg.Connection, table: str) -> bytes:
    with city.cursor().copy(f"COPY {table} TO STDOUT") as copy:
        return b"".join(copy)


def copy_in(database: str, rows: dict[str, bytes]) -> None:
    with psycopg.connect(database) as city:
        for table, lines in rows.items():
            with city.cursor().copy(f"COPY {table} FROM STDIN") as copy:
                copy.write(lines)


def watched(*command: str) -> tuple[float, int]:
    """How many seconds a command took, and the bytes of the largest of its processes."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return time.perf_counter() - begun, used.ru_maxrss * 1024


def size_of(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*.parquet"))
