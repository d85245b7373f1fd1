"""One engine over all the people: `python -m bench.rulebook.engines ENGINE PEOPLE OUT`.

An engine is a module here with a `decide(people, out)`, from a Parquet file to a folder of them: for each
rule who is not certainly refused, with key, whether that is settled, and the amount in 分. What it took is
printed as JSON: seconds, seconds of the processors, and the most memory of the process.
"""

import importlib
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import django
import polars as pl

OF_THE_CITY = ("city", "rehearsed")  # engines that know what the city declares


@dataclass(frozen=True)
class Run:
    """What it took."""

    seconds: float
    processor: float
    octets: int


def run_apart(engine: str, people: Path, out: Path) -> Run:
    """In a process of its own, so that the memory is its own."""
    out.mkdir(exist_ok=True)
    words = [sys.executable, "-m", "bench.rulebook.engines", engine, str(people), str(out)]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True, env=os.environ)
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def differing_cells(one: Path, other: Path) -> int:
    """How many rows two engines do not have in common."""
    found = 0
    for ours in sorted(one.glob("*.parquet")):
        tables = [pl.read_parquet(folder / ours.name).sort("key") for folder in (one, other)]
        columns = [pl.col("key").cast(pl.Int64), "settled", pl.col("amount").cast(pl.Int64)]
        first, second = (table.select(columns) for table in tables)
        if not first.equals(second):
            both = pl.concat([first, second])
            found += both.height - 2 * first.join(second, on=first.columns, nulls_equal=True).height
    return found


def main(engine: str, people: str, out: str) -> None:
    if engine in OF_THE_CITY:
        django.setup()
    decide = importlib.import_module(f"bench.rulebook.{engine}").decide
    begun, used = time.perf_counter(), time.process_time()
    decide(Path(people), Path(out))
    took = {
        "seconds": time.perf_counter() - begun,
        "processor": time.process_time() - used,
        "octets": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }
    print(json.dumps(took))


if __name__ == "__main__":
    main(*sys.argv[1:])
