"""What the searches share: whose a case is, terms in months, and what the ledger of subsidies says."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from liaocheng.stable_employment.rules import RULES
from liaocheng.stable_employment.rules.premiums import UI_RETURN

# 已发补贴, by what the ledger calls it
LEDGER: Mapping[str, str] = {**{rule.title: rule.key for rule in RULES}, "稳岗返还": UI_RETURN}


def whose(payee: str) -> tuple[pl.Expr, ...]:
    """One case for each person or firm."""
    return pl.col(payee).alias("key"), pl.col(payee).alias("payee"), pl.col("district"), pl.col("township")


def whole_months(since: pl.Expr, until: pl.Expr) -> pl.Expr:
    """From a day to another that does not count any more."""
    years = until.dt.year().cast(pl.Int64) - since.dt.year()
    months = until.dt.month().cast(pl.Int64) - since.dt.month()
    return 12 * years + months - (until.dt.day() < since.dt.day())


def of_measures(paid: pl.LazyFrame, on: date) -> pl.LazyFrame:
    """What of the payments by that day was paid by the packages."""
    measure = pl.col("benefit").cast(pl.String).replace_strict(LEDGER, default=None, return_dtype=pl.String)
    return (
        paid.filter(pl.col("paid_on") <= on)
        .select("key", measure=measure, date="paid_on")
        .drop_nulls("measure")
    )
