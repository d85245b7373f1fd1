"""发放台账: what was paid before, as the facts the rules ask about.

The ledger names a subsidy by its general title. Of a training subsidy it does not say which kind, for which
occupation and level; of a social insurance subsidy not on which ground: that stays unknown.
"""

import polars as pl

from guangyue.rules.offers import Tables
from liaocheng.employment_subsidies.rules.startup import FIRM, INDIVIDUAL
from liaocheng.employment_subsidies.rules.training import OF_SOME_TRAINING

TRAINING, INSURANCE = "职业培训补贴", "社会保险补贴"
STARTING, POSTS = "一次性创业补贴", "一次性创业岗位开发补贴"


def paid_to_persons(tables: Tables) -> pl.LazyFrame:
    """`Grant` rows of each `person`: a training at once, insurance month by month."""
    paid = tables["person_benefits"]
    return pl.concat(
        [
            paid.filter(pl.col("benefit") == TRAINING).select(
                "person",
                subsidy=pl.lit(OF_SOME_TRAINING),
                granted_on="paid_on",
                month=pl.lit(None, pl.Date),
            ),
            paid.filter(pl.col("benefit") == INSURANCE)
            .with_columns(nth=pl.int_ranges(0, "months"))
            .explode("nth")
            .select(
                "person",
                subsidy=pl.lit(None, pl.String),
                granted_on="paid_on",
                month=pl.col("since").dt.offset_by(pl.format("{}mo", "nth")).dt.month_end(),
            ),
        ]
    )


def insurance_months(tables: Tables) -> pl.LazyFrame:
    """For how many months each `person` was paid towards insurance, and since when."""
    return (
        tables["person_benefits"]
        .filter(pl.col("benefit") == INSURANCE)
        .group_by("person")
        .agg(pl.col("months").sum().cast(pl.Int64).alias("insurance_paid"), first_paid=pl.col("since").min())
    )


def paid_for_starting(tables: Tables) -> pl.LazyFrame:
    """一次性创业补贴 of each `firm`, with whoever leads it (`person`)."""
    return (
        tables["led"]
        .join(tables["firm_benefits"].filter(pl.col("benefit") == STARTING), on="firm")
        .select(
            "firm",
            "person",
            subsidy=pl.when(pl.col("kind") == "个体工商户").then(pl.lit(INDIVIDUAL)).otherwise(pl.lit(FIRM)),
            granted_on="paid_on",
        )
    )


def paid_to_firm(tables: Tables, title: str) -> pl.LazyFrame:
    """The firms to which a subsidy of this title was ever paid."""
    return tables["firm_benefits"].filter(pl.col("benefit") == title).select("firm").unique()
