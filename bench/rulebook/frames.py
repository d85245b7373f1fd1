"""The ten rules about persons as somebody who knows polars writes them, for this city and this day."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import polars as pl

from bench.rulebook import arrays
from bench.rulebook.population import CAPS, ON, RATES, STANDARDS, WAGES

col = pl.col
UNKNOWN = pl.lit(None)
TODAY = pl.lit(ON)


def of_district(figures: Mapping[str, int]) -> pl.Expr:
    return col("district").replace_strict(list(figures), list(figures.values()), return_dtype=pl.Int64)


def later(name: str, months: int) -> pl.Expr:
    return col(name).dt.offset_by(f"{months}mo")


def in_term(months: str) -> pl.Expr:
    near = (col("retires") < later("first_approved", 60)) & (col("retires") >= TODAY)
    return (col(months) < 36) | near


def half_up(product: pl.Expr, below: int) -> pl.Expr:
    return (2 * product + below) // (2 * below)


def chosen(condition: pl.Expr, yes: pl.Expr, no: pl.Expr) -> pl.Expr:
    return pl.when(condition.is_null()).then(UNKNOWN).when(condition).then(yes).otherwise(no)


OWN = col("own_paid")
PART_PAID = pl.min_horizontal(half_up(OWN * of_district(RATES), 10**6), OWN * 2 // 3)
WAGE = of_district(WAGES)
CAP = pl.lit(None, pl.Int64)
for since, figure in CAPS:
    CAP = pl.when(col("trained") >= since).then(figure).otherwise(CAP)

RULES: tuple[tuple[tuple[pl.Expr, ...], pl.Expr], ...] = (
    (
        (
            col("small_firm"),
            col("graduate"),
            (col("graduated").dt.year() == col("hired").dt.year()) | (col("hired") <= later("graduated", 24)),
            col("contract_until").dt.offset_by("1d") >= later("hired", 12),
            col("unit_paid") > 0,
            col("granted") < 12,
        ),
        col("unit_paid"),
    ),
    (
        (
            col("graduate"),
            col("flexible"),
            col("declared") <= later("graduated", 24),
            OWN > 0,
            col("granted") < 24,
        ),
        PART_PAID,
    ),
    ((col("hard_to_employ"), col("unit_paid") > 0, in_term("granted")), col("unit_paid")),
    ((col("hard_to_employ"), col("flexible"), OWN > 0, in_term("granted")), PART_PAID),
    ((col("hard_to_employ"), col("public_post"), in_term("post_months")), WAGE),
    (
        (
            col("graduate") | col("young_unemployed"),
            col("intern_pay") >= WAGE,
            col("internship_months") < 12,
        ),
        chosen(col("retention") >= 700_000, half_up(WAGE * 60, 100), half_up(WAGE * 50, 100)),
    ),
    (
        (
            col("certificate"),
            ~col("student") | (col("trained_at_school") < 1),
            col("student") | (col("trained_this_year") < 1),
        ),
        chosen(col("catalogue_standard") < CAP, col("catalogue_standard"), CAP),
    ),
    (
        (col("certificate"), col("appraised") >= date(2019, 5, 9)),
        chosen(col("key_catalogue"), half_up(col("fee") * 90, 100), half_up(col("fee") * 80, 100)),
    ),
    (
        (later("birth", 960) <= TODAY, ~col("deceased")),
        chosen(
            later("birth", 1200) <= TODAY,
            pl.lit(50_000),
            chosen(later("birth", 1080) <= TODAY, pl.lit(20_000), pl.lit(10_000)),
        ),
    ),
    ((col("income") < of_district(STANDARDS), col("few_assets")), of_district(STANDARDS) - col("income")),
)


def decide(people: Path, out: Path) -> None:
    rows = pl.scan_parquet(people)
    for name, (conditions, amount) in zip(arrays.RULES, RULES, strict=True):
        decided(rows, conditions, amount).sink_parquet(out / f"{name}.parquet")


def decided(people: pl.LazyFrame, conditions: tuple[pl.Expr, ...], amount: pl.Expr) -> pl.LazyFrame:
    settled = ~pl.any_horizontal(amount.is_null(), *(one.is_null() for one in conditions))
    return people.filter(*(one.fill_null(True) for one in conditions)).select(
        "key", settled=settled, amount=pl.when(settled).then(amount)
    )
