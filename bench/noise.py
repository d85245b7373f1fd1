"""The peer of a synthetic city: the same columns, every value drawn at random from the first bucket's.

python -m bench.noise FROM TO
"""

import sys
from pathlib import Path

import polars as pl


def main(city: Path, to: Path) -> None:
    for table in sorted(folder.name for folder in city.iterdir()):
        buckets = sorted((city / table).iterdir())
        first = pl.read_parquet(buckets[0])
        (to / table).mkdir()
        for bucket in buckets:
            drawn = first.select(pl.all().sample(first.height, with_replacement=True))
            drawn.write_parquet(to / table / bucket.name, compression="zstd", compression_level=3)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
