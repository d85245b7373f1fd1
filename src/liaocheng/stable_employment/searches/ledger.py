"""发放台账: what the packages paid before, as the facts the rules ask about."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from liaocheng.stable_employment.rules import RULES
from liaocheng.stable_employment.rules.premiums import UI_RETURN

# 已发补贴, by what the ledger calls it
LEDGER: Mapping[str, str] = {**{rule.title: rule.key for rule in RULES}, "稳岗返还": UI_RETURN}


def of_measures(paid: pl.LazyFrame, on: date) -> pl.LazyFrame:
    """What of the payments by that day was paid by the packages."""
    measure = pl.col("benefit").cast(pl.String).replace_strict(LEDGER, default=None, return_dtype=pl.String)
    return (
        paid.filter(pl.col("paid_on") <= on)
        .select("key", measure=measure, date="paid_on")
        .drop_nulls("measure")
    )
