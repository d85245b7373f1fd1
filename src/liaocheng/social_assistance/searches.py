"""Whom relief is meant for, as far as the registers say.

Only households that the city has recognised are looked at: what a family can bear, and by how much the
standard is multiplied, the town decides. A need that nobody recognised yet is reported, not searched for.
"""

from datetime import date

import polars as pl

from guangyue.kit.limits import months_after
from guangyue.rules.offers import Search, Tables
from liaocheng.social_assistance.rules import OTHER, SEVERE

NONE, NO_ALLOWANCE = "无", "未享受"
SEVERE_GRADES = ("一级", "二级")
SCHOOLS_WITH_FEES = ("普通高中", "中等职业学校", "普通高校")  # after the nine years that cost nothing
MAJORITY = 18 * 12  # months


def whose() -> tuple[pl.Expr, ...]:
    """One case for each person."""
    person = pl.col("person")
    return person.alias("key"), person.alias("payee"), pl.col("district"), pl.col("township")


def living(tables: Tables) -> pl.LazyFrame:
    return tables["persons"].filter(~pl.col("deceased").fill_null(False))


def severely_disabled() -> pl.Expr:
    return pl.col("disability").is_in(SEVERE_GRADES)


def seriously_ill() -> pl.Expr:
    return pl.col("illness") != NONE


def with_household(persons: pl.LazyFrame, tables: Tables) -> pl.LazyFrame:
    means = tables["households"].select("household", "allowance", "low_income", "registered_poor")
    return persons.join(means, on="household", maintain_order="left")


def recognised() -> pl.Expr:
    """The household has 低保, or is known to have a low income, or to be poor."""
    return (pl.col("allowance") != NO_ALLOWANCE) | pl.col("low_income") | pl.col("registered_poor")


def ill_or_disabled_of_low_income(tables: Tables, on: date) -> pl.LazyFrame:
    """The severely disabled and the seriously ill of low-income households that have no 低保 as a whole."""
    ailing = living(tables).filter(severely_disabled() | seriously_ill())
    return (
        with_household(ailing, tables)
        .filter("low_income", pl.col("allowance") == NO_ALLOWANCE)
        .select(
            *whose(),
            pl.lit(True).alias("0.low_income"),
            pl.when(severely_disabled())
            .then(pl.lit(SEVERE))
            .when(pl.col("disability").is_not_null())
            .then(pl.lit(OTHER))
            .alias("0.disability"),
            seriously_ill().alias("0.seriously_ill"),
        )
    )


def supported_minors(tables: Tables, on: date) -> pl.LazyFrame:
    """The young whom the register of relief has as 特困人员."""
    return (
        living(tables)
        .filter(
            pl.col("care") != NONE,
            pl.col("birth_date") > months_after(on, -MAJORITY),
            pl.col("birth_date") <= on,
        )
        .select(*whose(), pl.col("birth_date").alias("0.birth"), pl.lit(True).alias("0.recognised"))
    )


def ill_of_recognised_households(tables: Tables, on: date) -> pl.LazyFrame:
    ill = with_household(living(tables).filter(seriously_ill()), tables)
    return ill.filter(recognised()).select(
        *whose(),
        pl.lit(True).alias("0.seriously_ill"),
        pl.col("low_income").alias("0.low_income"),
        (pl.col("allowance") != NO_ALLOWANCE).alias("0.also_dibao"),
    )


def students_of_recognised_households(tables: Tables, on: date) -> pl.LazyFrame:
    """Those at a school whose fees a family pays."""
    students = living(tables).filter(pl.col("enrolled").is_in(SCHOOLS_WITH_FEES))
    return (
        with_household(students, tables)
        .filter(recognised())
        .select(
            *whose(),
            pl.col("low_income").alias("0.low_income"),
            (pl.col("allowance") != NO_ALLOWANCE).alias("0.also_dibao"),
        )
    )


FOR_ONE_ALONE = Search(ill_or_disabled_of_low_income)
FOR_MINORS = Search(supported_minors)
FOR_ILLNESS = Search(ill_of_recognised_households)
FOR_EDUCATION = Search(students_of_recognised_households)
