"""发放台账: what was paid before, as the facts the rules ask about.

The ledger names a subsidy by its general title. Of a training subsidy it does not say which kind, for which
occupation and level; of a social insurance subsidy not on which ground: that stays unknown.
"""

from datetime import date

import polars as pl

from guangyue.rules.offers import Tables
from liaocheng.employment_subsidies.rules.startup import FIRM, INDIVIDUAL
from liaocheng.employment_subsidies.rules.training import OF_SOME_TRAINING

TRAINING, INSURANCE = "职业培训补贴", "社会保险补贴"
STARTING, POSTS = "一次性创业补贴", "一次性创业岗位开发补贴"


def ledger(tables: Tables, name: str, title: str, on: date) -> pl.LazyFrame:
    """The lines of one subsidy that were paid by a day; as texts, for no file has every title there is."""
    return tables[name].filter(pl.col("benefit").cast(pl.String) == title, pl.col("paid_on") <= on)


def paid_to_persons(tables: Tables, on: date) -> pl.LazyFrame:
    """`Grant` rows of each `person`: a training at once, insurance month by month."""
    training = ledger(tables, "person_benefits", TRAINING, on)
    insurance = ledger(tables, "person_benefits", INSURANCE, on)
    return pl.concat(
        [
            training.select(
                "person",
                subsidy=pl.lit(OF_SOME_TRAINING),
                granted_on="paid_on",
                month=pl.lit(None, pl.Date),
            ),
            insurance.with_columns(nth=pl.int_ranges(0, "months"))
            .explode("nth")
            .select(
                "person",
                subsidy=pl.lit(None, pl.String),
                granted_on="paid_on",
                month=pl.col("since").dt.offset_by(pl.format("{}mo", "nth")).dt.month_end(),
            ),
        ]
    )


def insurance_months(tables: Tables, on: date) -> pl.LazyFrame:
    """For how many months each `person` was paid towards insurance, and since when."""
    return (
        ledger(tables, "person_benefits", INSURANCE, on)
        .group_by("person")
        .agg(pl.col("months").sum().cast(pl.Int64).alias("insurance_paid"), first_paid=pl.col("since").min())
    )


def paid_for_starting(tables: Tables, on: date) -> pl.LazyFrame:
    """一次性创业补贴 of each `firm`, with whoever leads it (`person`)."""
    return (
        tables["led"]
        .join(ledger(tables, "firm_benefits", STARTING, on), on="firm")
        .select(
            "firm",
            "person",
            subsidy=pl.when(pl.col("kind") == "个体工商户").then(pl.lit(INDIVIDUAL)).otherwise(pl.lit(FIRM)),
            granted_on="paid_on",
        )
    )


def paid_to_firm(tables: Tables, title: str, on: date) -> pl.LazyFrame:
    """The firms to which a subsidy of this title was ever paid by a day."""
    return ledger(tables, "firm_benefits", title, on).select("firm").unique()
