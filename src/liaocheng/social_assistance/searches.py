"""Whom relief is meant for, as far as the registers say.

Only households that the city has recognised are looked at: what a family can bear, and by how much the
standard is multiplied, the town decides. A need that nobody recognised yet is reported, not searched for.
"""

from datetime import date

import polars as pl

from guangyue.kit.limits import months_after
from guangyue.rules.offers import Search, Tables
from liaocheng.registers import living, whose, with_household
from liaocheng.social_assistance.rules import OTHER, SEVERE

NONE, NO_ALLOWANCE = "无", "未享受"
SEVERE_GRADES = ("一级", "二级")
SCHOOLS_WITH_FEES = ("普通高中", "中等职业学校", "普通高校")  # after the nine years that cost nothing
MAJORITY = 18 * 12  # months


def severely_disabled() -> pl.Expr:
    return pl.col("disability").is_in(SEVERE_GRADES)


def seriously_ill() -> pl.Expr:
    return pl.col("illness") != NONE


def ill_or_disabled_of_low_income(tables: Tables, on: date) -> pl.LazyFrame:
    """The severely disabled and the seriously ill of low-income households that have no 低保 as a whole."""
    ailing = living(tables["persons"]).filter(severely_disabled() | seriously_ill())
    return (
        with_household(ailing, tables["households"])
        .filter("low_income", pl.col("allowance") == NO_ALLOWANCE)
        .select(
            *whose("person"),
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
        living(tables["persons"])
        .filter(
            pl.col("care") != NONE,
            pl.col("birth_date") > months_after(on, -MAJORITY),
            pl.col("birth_date") <= on,
        )
        .select(*whose("person"), pl.col("birth_date").alias("0.birth"), pl.lit(True).alias("0.recognised"))
    )


def ill_of_recognised_households(tables: Tables, on: date) -> pl.LazyFrame:
    ill = with_household(living(tables["persons"]).filter(seriously_ill()), tables["households"])
    return ill.filter("in_need").select(
        *whose("person"),
        pl.lit(True).alias("0.seriously_ill"),
        pl.col("low_income").alias("0.low_income"),
        (pl.col("allowance") != NO_ALLOWANCE).alias("0.also_dibao"),
    )


def students_of_recognised_households(tables: Tables, on: date) -> pl.LazyFrame:
    """Those at a school whose fees a family pays."""
    students = living(tables["persons"]).filter(pl.col("enrolled").is_in(SCHOOLS_WITH_FEES))
    return (
        with_household(students, tables["households"])
        .filter("in_need")
        .select(
            *whose("person"),
            pl.col("low_income").alias("0.low_income"),
            (pl.col("allowance") != NO_ALLOWANCE).alias("0.also_dibao"),
        )
    )


FOR_ONE_ALONE = Search(ill_or_disabled_of_low_income)
FOR_MINORS = Search(supported_minors)
FOR_ILLNESS = Search(ill_of_recognised_households)
FOR_EDUCATION = Search(students_of_recognised_households)
