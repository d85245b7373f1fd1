"""Drawing whole columns at once: every choice of the synthetic city is one of these."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Real = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]


def generator(*seeds: int) -> np.random.Generator:
    """PCG64 by name: numpy's default may change, this city may not."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seeds)))


def pick(rng: np.random.Generator, weights: Sequence[float] | Real, size: int) -> Whole:
    """One of several, by weight, for each row."""
    limits = np.cumsum(np.asarray(weights, dtype=np.float64))
    return np.searchsorted(limits / limits[-1], rng.random(size), side="right").astype(np.int64)


def pick_by(rng: np.random.Generator, weights: Sequence[Sequence[float]] | Real, rows: Whole) -> Whole:
    """One of several for each row, by the weights of the line of the table the row names."""
    limits = np.cumsum(np.asarray(weights, dtype=np.float64), axis=1)
    limits /= limits[:, -1:]
    chosen: Whole = (rng.random(len(rows))[:, None] >= limits[rows]).sum(axis=1)
    return chosen


def between(rng: np.random.Generator, low: float | Real, high: float | Real, size: int) -> Real:
    """Evenly spread."""
    drawn: Real = low + (np.asarray(high) - low) * rng.random(size)
    return drawn


def around(rng: np.random.Generator, mean: float, spread: float, size: int) -> Real:
    """Bell-shaped: the sum of three even draws, so that it keeps within three spreads."""
    drawn: Real = mean + spread * 2 * (rng.random((3, size)).sum(axis=0) - 1.5)
    return drawn


def happens(rng: np.random.Generator, chance: float | Real, size: int) -> Truth:
    drawn: Truth = rng.random(size) < chance
    return drawn
