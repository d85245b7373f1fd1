"""Whom the campaign is meant for, as far as the registers say.

Which courses are listed, whether a class was filed, its price and its first day are in no register.
"""

from collections.abc import Iterable
from datetime import date

import polars as pl

from guangyue.rules.offers import Search, Tables
from liaocheng.employment_subsidies.searches.ledger import TRAINING, ledger
from liaocheng.employment_subsidies.searches.people import small_enterprise
from liaocheng.employment_subsidies.searches.startup import SOLE_TRADER, founded
from liaocheng.employment_subsidies.searches.training import certified, course, of_certificate
from liaocheng.registers import living, whose

DOMESTIC = ("家政服务员", "育婴员", "养老护理员", "保育员")
YOUNG_FIRM = "-3y"  # 二（九）


def trainee() -> Iterable[pl.Expr]:
    """Somebody's own facts; what the basic pension pays is a monthly pension as well. Only in domestic work
    can a course have been a refresher."""
    return (
        (pl.col("enrolled") == "普通高校").alias("0.student"),
        (pl.col("pension") > 0).alias("0.draws_pension"),
        pl.when(~pl.col("occupation").is_in(DOMESTIC)).then(False).alias("0.refresher"),
    )


def certified_workers(tables: Tables, on: date) -> pl.LazyFrame:
    """Everybody who was awarded a certificate within a year."""
    return certified(tables, on).select(*of_certificate(), *trainee(), *course(0))


def training_paid(tables: Tables, on: date) -> pl.LazyFrame:
    """`Earlier` rows of each `person`; the ledger does not say for which occupation and level."""
    return ledger(tables, "person_benefits", TRAINING, on).select("person", granted_on="paid_on")


def earlier_of_certified(tables: Tables, on: date) -> pl.LazyFrame:
    return certified(tables, on).select("key", "person").join(training_paid(tables, on), on="person")


def young_firms(tables: Tables, on: date) -> pl.LazyFrame:
    """Those of the last three years: whoever leads them may still begin a class."""
    return (
        founded(tables)
        .filter(
            pl.col("registered_on") > pl.lit(on).dt.offset_by(YOUNG_FIRM),
            ((pl.col("kind") == SOLE_TRADER) | small_enterprise()).fill_null(True),
        )
        .select(
            *whose("serial"),
            pl.col("registered_on").alias("0.registered_firm"),
        )
    )


def earlier_of_leads(tables: Tables, on: date) -> pl.LazyFrame:
    return founded(tables).select("person", key="serial").join(training_paid(tables, on), on="person")


def veterans(tables: Tables, on: date) -> pl.LazyFrame:
    """Those who are not retired yet: the training is for work."""
    return (
        living(tables["persons"])
        .filter(pl.col("veteran"), (pl.col("employment") != "退休").fill_null(True), pl.col("pension") == 0)
        .select(whose("person"))
    )


def earlier_of_persons(tables: Tables, on: date) -> pl.LazyFrame:
    return training_paid(tables, on).rename({"person": "key"})


CERTIFIED = Search(certified_workers, {(0, "grants"): earlier_of_certified})
YOUNG_FIRMS = Search(young_firms, {(0, "grants"): earlier_of_leads})
VETERANS = Search(veterans, {(0, "grants"): earlier_of_persons})
