"""公益性岗位 and 就业见习: who is on a public post, and to whom an internship would be open."""

from datetime import date

import polars as pl

from guangyue.rules.columns import column_of
from guangyue.rules.offers import Search, Tables
from liaocheng.employment_subsidies.facts import GRADUATE, YOUNG_UNEMPLOYED
from liaocheng.employment_subsidies.searches.people import (
    groups_on,
    person,
    with_household,
    years_old,
)
from liaocheng.registers import living, whose

TERM = 36
YOUNG_TO = 25
CHOOSING = "-3y"  # 择业派遣期: three years after leaving college


def months_since(day: str, on: date) -> pl.Expr:
    """Whole calendar months before the one in which the day asked about lies."""
    months = 12 * (on.year - pl.col(day).dt.year()) + on.month - pl.col(day).dt.month()
    return months.cast(pl.Int64)


def on_public_posts(tables: Tables, on: date) -> pl.LazyFrame:
    """Each month on the post so far was paid for: the post is there because of the subsidy. By whom they were
    placed no register says."""
    day = pl.lit(on)
    so_far = months_since("employment_since", on)
    return (
        with_household(living(tables["persons"]), tables)
        .filter(pl.col("employment") == "公益性岗位", pl.col("employment_since") <= on)
        .select(
            *whose("person"),
            *person(groups_on(day), day),
            so_far.alias("1.granted"),
            pl.col("employment_since").alias("1.first_approved"),
            (so_far >= TERM).alias("1.expired"),
        )
    )


def would_be_interns(tables: Tables, on: date) -> pl.LazyFrame:
    """Graduates of the last three years without work, and registered unemployed up to twenty-four."""
    day = pl.lit(on)
    lately = (pl.col("graduated_on") > day.dt.offset_by(CHOOSING)).fill_null(False)
    registered = pl.col("employment") == "登记失业"
    young = registered & ~years_old(YOUNG_TO, day)
    groups = {**groups_on(day), GRADUATE: lately, YOUNG_UNEMPLOYED: registered}
    return (
        with_household(living(tables["persons"]), tables)
        .filter(
            pl.col("employment").is_in(("登记失业", "未就业")),
            pl.col("enrolled") == "不在校",
            lately | young,
        )
        .select(
            *whose("person"),
            *person(groups, day),
            (pl.col("insurance") == "职工").alias(column_of(1, "insured_by_unit")),
        )
    )


ON_PUBLIC_POSTS = Search(on_public_posts)
WOULD_BE_INTERNS = Search(would_be_interns)
