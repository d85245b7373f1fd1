"""numpy on whole arrays, and the way of the people there and back that openfisca shares."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import polars as pl

from bench.rulebook import arrays
from bench.rulebook.arrays import MAYBE, UNKNOWN, YES, Array, Outcome
from bench.rulebook.population import DAYS, DISTRICTS, FLAGS, MONEY, NUMBERS

OF_FOUNDERS = (
    "first_licence",
    "founder_insured",
    "registered",
    "posts",
)  # asked by the two rules about firms
ALL_FACTS = ("district", "retention", *FLAGS, *DAYS, *NUMBERS, *MONEY)
FACTS = tuple(name for name in ALL_FACTS if name not in OF_FOUNDERS)


def decide(people: Path, out: Path) -> None:
    facts, keys = read(people)
    for name, rule in arrays.RULES.items():
        write(out, name, keys, rule.outcome(facts.__getitem__))


def read(people: Path, names: Sequence[str] = FACTS) -> tuple[dict[str, Array], Array]:
    """The facts as whole numbers; what is unknown as the number it has."""
    numbers = {district: nth for nth, district in enumerate(DISTRICTS)}
    numbered = pl.col("district").replace_strict(numbers, return_dtype=pl.Int32)
    others = [pl.col(name).cast(pl.Int32).fill_null(UNKNOWN) for name in names if name != "district"]
    table = pl.scan_parquet(people).select("key", numbered, *others).collect()
    return {name: table[name].to_numpy() for name in names}, table["key"].to_numpy()


def write(out: Path, name: str, keys: Array, outcome: Outcome) -> None:
    said, amounts = outcome
    kept = np.flatnonzero(said >= MAYBE)
    settled = said[kept] == YES
    amount = pl.Series(amounts[kept].astype(np.int64))
    table = pl.DataFrame({"key": keys[kept], "settled": settled, "amount": amount})
    table = table.with_columns(pl.when("settled").then("amount").alias("amount"))
    table.write_parquet(out / f"{name}.parquet")
