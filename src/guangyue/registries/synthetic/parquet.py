"""The synthetic city as Parquet, a bucket of blocks at a time: memory does not grow with the city.

    DIR/persons/00000.parquet, DIR/person_benefits/00000.parquet, DIR/firms/00000.parquet, …

A payee's row and everything that hangs on it (household, employer, certificates, payments) lie in the bucket
of the same number, so that whoever joins them needs one bucket in memory and no exchange between buckets.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import polars as pl

from guangyue.registries.synthetic.city import SyntheticCity
from guangyue.registries.synthetic.tables import Block

BLOCKS_A_BUCKET = 5
TABLES = tuple(field.name for field in fields(Block))


@dataclass(frozen=True)
class Bucket:
    """分桶: one bucket written, and how many rows of each table lie in it."""

    number: int
    of: int
    rows: dict[str, int]


def write_parquet(city: SyntheticCity, folder: Path) -> Iterator[Bucket]:
    """Writes bucket after bucket; the caller sees each as it is finished."""
    for table in TABLES:
        (folder / table).mkdir(parents=True, exist_ok=True)
    buckets = -(-city.size // BLOCKS_A_BUCKET)
    for number in range(buckets):
        first = number * BLOCKS_A_BUCKET
        blocks = [city.block(at) for at in range(first, min(first + BLOCKS_A_BUCKET, city.size))]
        rows = {table: _write(folder, number, table, blocks) for table in TABLES}
        yield Bucket(number=number, of=buckets, rows=rows)


def _write(folder: Path, number: int, table: str, blocks: list[Block]) -> int:
    frame = pl.concat([getattr(block, table) for block in blocks])
    frame.write_parquet(folder / table / f"{number:05d}.parquet", compression="zstd", compression_level=3)
    return int(frame.height)


def read_parquet(folder: Path, number: int | None = None) -> dict[str, pl.LazyFrame]:
    """A bucket, or the whole city, as the tables that `registries.tables` makes of the database."""
    name = "*" if number is None else f"{number:05d}"
    return with_ties({table: pl.scan_parquet(folder / table / f"{name}.parquet") for table in TABLES})


def with_ties(tables: dict[str, pl.LazyFrame]) -> dict[str, pl.LazyFrame]:
    """With the `workers` and the `leads` of the firms, who are persons of the same bucket, and which firms
    those have `led`."""
    persons = tables["persons"]
    led = tables["firms"].select("firm", "kind", id_number="legal_representative")
    return {
        **tables,
        "workers": persons.filter(pl.col("employer").is_not_null()),
        "leads": persons.join(led, on="id_number", how="semi"),
        "led": led.join(persons.select("id_number", "person"), on="id_number").drop("id_number"),
    }
