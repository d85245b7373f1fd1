"""The persons that the packages are meant for."""

from datetime import date

import polars as pl

from guangyue.kit.limits import months_after
from guangyue.rules.offers import Search, Tables
from guangyue.rules.searching import words_columns
from liaocheng.registers import living, whole_months, whose, with_household
from liaocheng.stable_employment.facts import FAMILY_WITHOUT_WORK, HARD_TO_EMPLOY, Person
from liaocheng.stable_employment.searches.ledger import of_measures

UNEMPLOYED, IDLE, FLEXIBLE, PUBLIC_POST = "登记失业", "未就业", "灵活就业", "公益性岗位"
DRAWING, EXHAUSTED = "领取中", "期满"
A_YEAR = 12
MEN_RETIRE_AT, WORKERS_RETIRE_AT, CADRES_RETIRE_AT = 60 * A_YEAR, 50 * A_YEAR, 55 * A_YEAR  # months
HELPED_FOR = 3 * A_YEAR


def hard_to_employ() -> tuple[pl.Expr, pl.Expr]:
    """Which 人员类别 the register of employment has recognised."""
    return words_columns(
        0,
        Person.fields["cats"],
        {
            HARD_TO_EMPLOY: pl.col("hardship") != "无",
            FAMILY_WITHOUT_WORK: pl.col("hardship") == "零就业家庭",
        },
    )


def paid_to_persons(tables: Tables, on: date) -> pl.LazyFrame:
    return of_measures(tables["person_benefits"].rename({"person": "key"}), on)


def hard_to_employ_without_work(tables: Tables, on: date) -> pl.LazyFrame:
    """The registered unemployed who are recognised as hard to employ. Who sits in a course, and whether a
    village still has a post, no register says."""
    return (
        living(tables["persons"])
        .filter(pl.col("employment") == UNEMPLOYED, pl.col("hardship") != "无")
        .select(
            *whose("person"),
            *hard_to_employ(),
            (pl.col("unemployment_benefit") == DRAWING).alias("0.ui_benefit"),
        )
    )


def poor_without_work(tables: Tables, on: date) -> pl.LazyFrame:
    """The registered unemployed whose family the city has recognised as poor, or without anybody at work. Who
    never drew a benefit may have a claim to one."""
    unemployed = living(tables["persons"]).filter(pl.col("employment") == UNEMPLOYED)
    benefit = pl.col("unemployment_benefit")
    return (
        with_household(unemployed, tables["households"])
        .filter(pl.col("in_need") | pl.col("hardship").is_in(["低保家庭", "零就业家庭"]))
        .select(
            *whose("person"),
            pl.when(pl.col("insured_months") > 0).then(True).alias("0.laid_off"),
            pl.when("in_need").then(True).alias("0.hardship"),
            pl.when(benefit == DRAWING)
            .then(True)
            .when(benefit == EXHAUSTED)
            .then(False)
            .alias("0.entitled_to_benefit"),
        )
    )


def drawing_benefit(tables: Tables, on: date) -> pl.LazyFrame:
    drawing = living(tables["persons"]).filter(pl.col("unemployment_benefit") == DRAWING)
    return drawing.select(*whose("person"), pl.lit(True).alias("0.ui_benefit"))


def soon_retired(tables: Tables, on: date) -> pl.LazyFrame:
    """Those whose benefit has run out within a year of the age at which they may retire. Whether that of a
    woman is the age of workers or of cadres, no register says: she is asked."""
    man, birth = pl.col("sex") == "男", pl.col("birth_date")

    def nearly(age: int) -> pl.Expr:
        return (birth > months_after(on, -age)) & (birth <= months_after(on, A_YEAR - age))

    woman = nearly(WORKERS_RETIRE_AT) | nearly(CADRES_RETIRE_AT)
    retires = birth.dt.offset_by(f"{MEN_RETIRE_AT}mo")
    return (
        living(tables["persons"])
        .filter(
            pl.col("unemployment_benefit") == EXHAUSTED,
            pl.col("employment").is_in([UNEMPLOYED, IDLE]),
            (man & nearly(MEN_RETIRE_AT)) | (~man & woman),
        )
        .select(
            *whose("person"),
            pl.col("unemployment_benefit_until").alias("0.benefit_expired"),
            pl.lit(False).alias("0.employed"),
            pl.when(man).then(whole_months(pl.lit(on), retires)).alias("0.months_to_retirement"),
        )
    )


def helped_for_three_years(tables: Tables, on: date) -> pl.LazyFrame:
    """Recognised as hard to employ three years ago or earlier, and still at a public post or insured by
    themselves: whose help may have run out. From which day it was given, no register says."""
    at_post = pl.col("employment") == PUBLIC_POST
    by_themselves = (pl.col("employment") == FLEXIBLE) & (pl.col("insurance") == "灵活就业人员")
    return (
        living(tables["persons"])
        .filter(
            pl.col("hardship") != "无",
            pl.col("hardship_since") <= months_after(on, -HELPED_FOR),
            at_post | by_themselves,
        )
        .select(*whose("person"), *hard_to_employ())
    )


def founders_with_loans(tables: Tables, on: date) -> pl.LazyFrame:
    """Those who owe a 创业担保贷款, but for groups whom the state's own terms already name. What interest
    they paid, no register says."""
    named = (pl.col("hardship") != "无") | pl.col("veteran")
    return (
        living(tables["persons"])
        .filter(pl.col("startup_loan") > 0, ~named.fill_null(False))
        .select(
            *whose("person"),
            pl.col("employment").is_in(["单位就业", FLEXIBLE]).alias("0.employment_registered"),
        )
    )


PAID = {(0, "history"): paid_to_persons}
FOR_TRAINING_LIVING = Search(hard_to_employ_without_work, PAID)
FOR_TEMPORARY_POSTS = Search(hard_to_employ_without_work)
FOR_TEMPORARY_LIVING = Search(poor_without_work, PAID)
FOR_BENEFIT = Search(drawing_benefit)
FOR_BENEFIT_TO_RETIREMENT = Search(soon_retired)
FOR_LONGER_TERMS = Search(helped_for_three_years)
FOR_LOAN_INTEREST = Search(founders_with_loans)
