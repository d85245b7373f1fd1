"""Cases as Parquet: a folder for each table that a statement speaks of, in it a file for each bucket."""

from collections.abc import Collection, Iterator
from pathlib import Path

import polars as pl

from guangyue.rules.columns import Lists, Place
from guangyue.rules.sql import CASES, list_table


def write_cases(cases: pl.LazyFrame, lists: Lists, folder: Path, *, bucket: int = 0) -> None:
    for name, rows in {CASES: cases, **{list_table(*place): rows for place, rows in lists.items()}}.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        rows.sink_parquet(folder / name / f"{bucket:05d}.parquet")


def tables(lists: Collection[Place]) -> Iterator[str]:
    """The tables of a rule, each the name of its folder too."""
    yield CASES
    yield from (list_table(*place) for place in lists)
