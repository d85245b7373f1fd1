"""培训和鉴定: an occasion for each certificate of the last year, judged on the day it was awarded.

The prices of the catalogue, whether a class was filed and who pays for it are not in the registers.
"""

from collections.abc import Iterable
from datetime import date

import polars as pl

from guangyue.rules.columns import column_of
from guangyue.rules.offers import Search, Tables
from liaocheng.employment_subsidies.facts import COURSE, FIVE_GROUPS, REGISTERED_POOR, UNEMPLOYED
from liaocheng.employment_subsidies.searches.ledger import paid_to_persons
from liaocheng.employment_subsidies.searches.people import (
    doing,
    groups_on,
    may_belong,
    person,
    with_household,
    years_old,
)
from liaocheng.registers import contract_months, living, whose

AWARDED = pl.col("awarded")
TECHNICIAN = 2  # 技师; 高级技师 is one
HIRED_WITHIN = "18mo"  # a year to begin the class, and half a year for it
PREPARED_FROM, PREPARED_TO = 15, 20


def certified(tables: Tables, on: date) -> pl.LazyFrame:
    """Those who were awarded a certificate within a year, with their household."""
    of_a_year = tables["certificates"].filter(
        pl.col("since") <= on, pl.col("since") > pl.lit(on).dt.offset_by("-1y")
    )
    return (
        with_household(living(tables["persons"]), tables)
        .join(of_a_year.rename({"since": "awarded"}), on="person")
        .with_columns(key=pl.format("{}.{}", "person", "item"))
    )


def of_certificate() -> Iterable[str | pl.Expr]:
    return "key", pl.col("person").alias("payee"), "item", "district", "township", AWARDED.alias("on")


def course(place: int) -> Iterable[pl.Expr]:
    """The facts of `Training`: what is certified is a skill, but a course may be of any kind."""
    said = {
        "certificate": pl.col("kind").cast(pl.String),
        "occupation": pl.col("occupation").cast(pl.String),
        "level": pl.col("level").cast(pl.Int64),
        "kind": pl.when(pl.col("kind") != COURSE).then(pl.lit("职业技能")),
    }
    return [value.alias(column_of(place, name)) for name, value in said.items()]


def trained(tables: Tables, on: date) -> pl.LazyFrame:
    """The five groups, and those who had project training. Who is about to be released or in rehabilitation
    no register of ours says, and nobody is told that it might be them."""
    groups = groups_on(AWARDED)
    return (
        certified(tables, on)
        .filter(may_belong(groups, (*FIVE_GROUPS, REGISTERED_POOR)))
        .select(*of_certificate(), *person(groups, AWARDED), *course(1))
    )


def newly_hired(tables: Tables, on: date) -> pl.LazyFrame:
    """Those whose certificate follows soon upon being hired. Whether somebody was registered as unemployed
    before is not known, and of a later contract not how long the first one was."""
    groups = {**groups_on(AWARDED), UNEMPLOYED: pl.lit(None, pl.Boolean)}
    hired = pl.col("employer_since")
    first = pl.col("contract_until").is_not_null() & (pl.col("contract_until_since") <= hired)
    return (
        certified(tables, on)
        .filter(AWARDED.is_between(hired, hired.dt.offset_by(HIRED_WITHIN)))
        .select(
            *of_certificate(),
            *person(groups, AWARDED),
            *course(1),
            pl.when(first).then("contract_until_since").alias("1.contract_signed"),
            pl.when(first).then(contract_months()).alias("1.contract_months"),
        )
    )


def technicians(tables: Tables, on: date) -> pl.LazyFrame:
    """Those employed who became 技师 or 高级技师."""
    return (
        certified(tables, on)
        .filter(pl.col("level") <= TECHNICIAN, doing(AWARDED, "单位就业"))
        .select(*of_certificate(), *course(0))
    )


def earlier_grants(tables: Tables, on: date) -> pl.LazyFrame:
    return certified(tables, on).select("key", "person").join(paid_to_persons(tables, on), on="person")


def school_leavers(tables: Tables, on: date) -> pl.LazyFrame:
    """Young people who neither learn nor work: whether they sit in a class nobody has said."""
    day = pl.lit(on)
    in_a_class = pl.lit(None, pl.Boolean)
    groups = {
        "农村学员": (pl.col("settled") == "农村") & in_a_class,
        "城市低保家庭学员": (pl.col("allowance") == "城市低保") & in_a_class,
    }
    return (
        with_household(living(tables["persons"]), tables)
        .filter(
            years_old(PREPARED_FROM, day),
            ~years_old(PREPARED_TO, day),
            pl.col("enrolled") == "不在校",
            pl.col("employment").is_in(("登记失业", "未就业")),
        )
        .select(*whose("person"), *person(groups, day))
    )


TRAINED = Search(trained, {(0, "grants"): earlier_grants})
NEWLY_HIRED = Search(newly_hired, {(0, "grants"): earlier_grants})
TECHNICIANS = Search(technicians)
SCHOOL_LEAVERS = Search(school_leavers)
