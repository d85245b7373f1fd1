"""Whom the measures are meant for, as far as the registers say."""

from datetime import date

import polars as pl

from guangyue.rules.offers import Tables
from guangyue.rules.searching import words_columns
from liaocheng.employment_subsidies.facts import GRADUATE, HARD_TO_EMPLOY, UNEMPLOYED, Person


def groups() -> tuple[pl.Expr, pl.Expr]:
    """Which 人员类别 the registers know of; the others nobody has said."""
    return words_columns(
        0,
        Person.fields["groups"],
        {
            HARD_TO_EMPLOY: pl.col("hardship") != "无",
            UNEMPLOYED: pl.col("employment") == "登记失业",
            GRADUATE: pl.col("graduated_on").is_not_null(),
        },
    )


def flexibly_employed(tables: Tables, on: date) -> pl.LazyFrame:
    """Those in flexible employment who pay for their own insurance."""
    return (
        tables["persons"]
        .filter(pl.col("employment") == "灵活就业", ~pl.col("deceased").fill_null(False))
        .select(
            pl.col("person").alias("key"),
            pl.col("person").alias("payee"),
            "district",
            "township",
            *groups(),
            (pl.col("sex") == "女").alias("0.woman"),
            pl.col("birth_date").alias("0.birth"),
            pl.col("graduated_on").alias("0.graduated"),
            (pl.col("unemployment_benefit") == "领取中").alias("0.draws_unemployment_benefit"),
            pl.when(pl.col("insurance") == "灵活就业人员")
            .then("own_premium")
            .otherwise(0)
            .alias("1.person_paid"),
        )
    )
