"""From drawn numbers to columns a table can hold; null where nothing is so, or nothing is known."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import polars as pl

from guangyue.registries.synthetic.chance import Real, Truth, Whole, happens


def dates(days: Whole, so: Truth) -> pl.Series:
    """Days since 1970 as dates."""
    return only(pl.Series(days.astype(np.int32)).cast(pl.Date), so)


def choices(labels: Sequence[str], chosen: Whole, so: Truth | None = None) -> pl.Series:
    """One of the labels for each row."""
    column = pl.Series(chosen.astype(np.uint8)).cat.to(pl.Enum(list(labels)))
    return column if so is None else only(column, so)


def fen(yuan: Real, so: Truth, *, to: int = 1) -> pl.Series:
    """Money in whole 分, rounded to so many yuan."""
    return only(pl.Series((np.round(yuan / to) * to * 100).astype(np.int64)), so)


def whole(numbers: npt.NDArray[np.generic], so: Truth | None = None) -> pl.Series:
    column = pl.Series(numbers.astype(np.int32))
    return column if so is None else only(column, so)


def only(column: pl.Series, so: Truth) -> pl.Series:
    """The column where it is so, null elsewhere."""
    return column.set(pl.Series(~so), None)


def doubt(rng: np.random.Generator, column: pl.Series, share: float) -> pl.Series:
    """The column as a register really is: some of it not yet known."""
    return only(column, ~happens(rng, share, len(column)))
