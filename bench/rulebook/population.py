"""People to judge: facts drawn at random, some of them unknown, as one Parquet file."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

Whole = np.ndarray[tuple[int], np.dtype[np.int64]]

ON = date(2021, 4, 30)
DISTRICTS = ("东昌府区", "茌平区", "临清市", "冠县", "莘县", "阳谷县", "东阿县", "高唐县", "开发区", "高新区")
ROWS_A_GROUP = 100_000
FLAGS = {  # how often it holds, how often nobody knows
    "graduate": (0.18, 0.02),
    "hard_to_employ": (0.06, 0.02),
    "small_firm": (0.35, 0.05),
    "flexible": (0.2, 0.03),
    "public_post": (0.02, 0.01),
    "young_unemployed": (0.04, 0.02),
    "certificate": (0.12, 0.02),
    "student": (0.06, 0.01),
    "key_catalogue": (0.3, 0.05),
    "deceased": (0.01, 0.0),
    "few_assets": (0.4, 0.15),
    "first_licence": (0.1, 0.05),
    "founder_insured": (0.5, 0.08),
}
DAYS = {  # from the first day to the last, and how often nobody knows
    "birth": (date(1918, 1, 1), date(2020, 12, 31), 0.01),
    "graduated": (date(2014, 6, 1), date(2021, 4, 1), 0.05),
    "hired": (date(2016, 1, 1), date(2021, 4, 1), 0.05),
    "contract_until": (date(2018, 1, 1), date(2025, 1, 1), 0.08),
    "declared": (date(2016, 1, 1), date(2021, 4, 1), 0.08),
    "first_approved": (date(2016, 1, 1), date(2021, 4, 1), 0.1),
    "retires": (date(2019, 1, 1), date(2070, 1, 1), 0.03),
    "trained": (date(2018, 1, 1), date(2021, 4, 1), 0.04),
    "appraised": (date(2018, 1, 1), date(2021, 4, 1), 0.04),
    "registered": (date(2011, 1, 1), date(2021, 4, 1), 0.05),
}
NUMBERS = {  # below how much, and how often nobody knows
    "granted": (40, 0.03),
    "post_months": (40, 0.03),
    "internship_months": (14, 0.05),
    "trained_this_year": (3, 0.03),
    "trained_at_school": (2, 0.03),
    "posts": (5, 0.05),
}
MONEY = {  # below how many 分, how often none at all, and how often nobody knows
    "unit_paid": (200_000, 0.5, 0.06),
    "own_paid": (120_000, 0.5, 0.06),
    "intern_pay": (300_000, 0.6, 0.08),
    "catalogue_standard": (300_000, 0.0, 0.05),
    "fee": (60_000, 0.0, 0.05),
    "income": (400_000, 0.1, 0.12),
}
RETENTION_UNKNOWN = 0.2

# 演示: figures by district and day, made up for this measurement.
WAGES = {district: (155_000 if nth < 4 else 139_000) for nth, district in enumerate(DISTRICTS)}
RATES = {district: 500_000 + 50_000 * (nth % 5) for nth, district in enumerate(DISTRICTS)}
STANDARDS = {district: 60_000 + 2_000 * nth for nth, district in enumerate(DISTRICTS)}
CAPS = ((date(2018, 1, 1), 150_000), (date(2019, 5, 9), 200_000), (date(2020, 7, 1), 240_000))


def write_people(path: Path, rows: int, *, seed: int = 1) -> None:
    """A file of row groups, so that whoever reads it need not hold all of it."""
    rng = np.random.default_rng(seed)
    parts = path.with_suffix("")
    parts.mkdir()
    for first in range(0, rows, ROWS_A_GROUP):
        size = min(ROWS_A_GROUP, rows - first)
        people(rng, first, size).write_parquet(parts / f"{first:09d}.parquet", compression="zstd")
    pl.scan_parquet(parts / "*.parquet").sink_parquet(path, compression="zstd", row_group_size=ROWS_A_GROUP)


def people(rng: np.random.Generator, first: int, size: int) -> pl.DataFrame:
    columns: dict[str, pl.Series] = {
        "key": pl.Series(np.arange(first, first + size)),
        "district": pl.Series(DISTRICTS).gather(rng.integers(0, len(DISTRICTS), size)),
    }
    for name, (share, unknown) in FLAGS.items():
        columns[name] = _unknown(rng, pl.Series(rng.random(size) < share), unknown)
    for name, (begin, end, unknown) in DAYS.items():
        days = pl.Series(rng.integers(_number(begin), _number(end), size)).cast(pl.Int32).cast(pl.Date)
        columns[name] = _unknown(rng, days, unknown)
    for name, (below, unknown) in NUMBERS.items():
        columns[name] = _unknown(rng, pl.Series(rng.integers(0, below, size)), unknown)
    for name, (most, none, unknown) in MONEY.items():
        amounts = rng.integers(0, most, size) * (rng.random(size) >= none)
        columns[name] = _unknown(rng, pl.Series(amounts), unknown)
    retention = pl.Series(rng.integers(0, 101, size) * 10_000)
    columns["retention"] = _unknown(rng, retention, RETENTION_UNKNOWN)
    return pl.DataFrame(columns)


def by_district(figures: Mapping[str, int]) -> list[int]:
    return [figures[district] for district in DISTRICTS]


def _unknown(rng: np.random.Generator, values: pl.Series, share: float) -> pl.Series:
    if not share:
        return values
    known = pl.Series(rng.random(len(values)) >= share)
    return values.zip_with(
        known, pl.Series([None], dtype=values.dtype).extend_constant(None, len(values) - 1)
    )


def _number(day: date) -> int:
    return (day - date(1970, 1, 1)).days
