"""The firms that the packages are meant for."""

from datetime import date

import polars as pl

from guangyue.rules.offers import Search, Tables
from liaocheng.registers import contract_months, whose
from liaocheng.stable_employment.document import PACKAGE_2020
from liaocheng.stable_employment.facts import MICRO, OTHER_UNIT, SMALL
from liaocheng.stable_employment.rules.jobs import HIRED_FROM, HIRED_TO
from liaocheng.stable_employment.searches.ledger import of_measures

COMPANY, TRADING = "企业", "在营"


def trading(tables: Tables, on: date) -> pl.LazyFrame:
    return tables["firms"].filter(pl.col("status") == TRADING, pl.col("registered_on") <= on)


def companies(tables: Tables, on: date) -> pl.LazyFrame:
    return trading(tables, on).filter(pl.col("kind") == COMPANY)


def insures_workers() -> pl.Expr:
    return (pl.col("insured") >= 1) | (pl.col("unemployment_premium") > 0)


def paid_to_firms(tables: Tables, on: date) -> pl.LazyFrame:
    payees = tables["firms"].select("firm", key="serial")
    return of_measures(tables["firm_benefits"].join(payees, on="firm"), on)


def insured_companies(tables: Tables, on: date) -> pl.LazyFrame:
    """What is few before 2020 a notice says; none is few anyway."""
    return (
        companies(tables, on)
        .filter(insures_workers())
        .select(
            *whose("serial"),
            pl.col("insured").alias("0.insured"),
            pl.col("layoffs").alias("0.layoffs"),
            pl.when(pl.col("layoffs") == 0).then(True).alias("0.no_or_few_layoffs"),
            pl.col("unemployment_premium").alias("0.ui_paid_last_year"),
        )
    )


def companies_that_laid_off(tables: Tables, on: date) -> pl.LazyFrame:
    """Difficulty is decided elsewhere; it is asked of those that had to let somebody go."""
    laid_off = companies(tables, on).filter(pl.col("layoffs") >= 1).select("serial")
    return insured_companies(tables, on).join(laid_off, left_on="key", right_on="serial", how="semi")


def insured_units(tables: Tables, on: date) -> pl.LazyFrame:
    return trading(tables, on).filter(insures_workers()).select(*whose("serial"))


def dues_of_units(tables: Tables, on: date) -> pl.LazyFrame:
    """A unit's premium is known for all insurances together, medical insurance with them, and not for each.
    What is no company is one of the other units, however small."""
    return (
        trading(tables, on)
        .filter(insures_workers())
        .select(
            *whose("serial"),
            pl.when(pl.col("kind") == COMPANY)
            .then(pl.col("size").cast(pl.String))
            .otherwise(pl.lit(OTHER_UNIT))
            .alias("0.size"),
        )
    )


def companies_with_staff(tables: Tables, on: date) -> pl.LazyFrame:
    with_staff = companies(tables, on).filter(pl.col("staff") >= 1)
    return with_staff.select(*whose("serial"), pl.col("staff").alias("0.staff"))


def hired(tables: Tables, since: date, until: date) -> pl.LazyFrame:
    """Who works in a company since some day in between, with the company's number. A contract signed later is
    not the one of the hiring, whose months are known no more."""
    employers = companies(tables, until).select("serial", employer="firm")
    return (
        tables["workers"]
        .filter(pl.col("employer_since").is_between(since, until))
        .join(employers, on="employer")
        .with_columns(
            contract_months=pl.when(pl.col("contract_until_since") <= until).then(contract_months())
        )
    )


def companies_that_hired(tables: Tables, on: date) -> pl.LazyFrame:
    """In the month that counts; when they began work again, no register says."""
    hires = hired(tables, HIRED_FROM, HIRED_TO).select("serial")
    return tables["firms"].join(hires, on="serial", how="semi").select(*whose("serial"))


def hires(tables: Tables, on: date) -> pl.LazyFrame:
    insured = pl.col("insurance") == "职工"
    return hired(tables, HIRED_FROM, HIRED_TO).select(
        key="serial",
        date="employer_since",
        contract_months="contract_months",
        si_paid=insured & (pl.col("unit_premium") > 0),
        si_registered=insured,
        withheld=insured & (pl.col("own_premium") > 0),
    )


def domestic_companies_that_hired(tables: Tables, on: date) -> pl.LazyFrame:
    """Domestic service is told by the company's name; of those newly hired the longest contract counts."""
    domestic = tables["firms"].filter(
        pl.col("industry") == "居民服务、修理和其他服务业", pl.col("name").str.contains("家政")
    )
    months = pl.col("contract_months")
    longest = (
        hired(tables, PACKAGE_2020.since, on)
        .group_by("serial")
        .agg(
            pl.when((months >= 12).any() | months.is_not_null().all())
            .then(months.max())
            .alias("0.contract_months")
        )
    )
    return domestic.join(longest, on="serial").select(*whose("serial"), "0.contract_months")


def small_companies_that_hired(tables: Tables, on: date) -> pl.LazyFrame:
    """Those whose new workers of the year, if all of them qualify, are enough. Which of them do, and how
    stable the posts are, no register says."""
    hires = hired(tables, date(on.year, 1, 1), on).group_by("serial").agg(hires=pl.len())
    of_staff = pl.when(pl.col("staff") > 100).then(10).otherwise(5)
    return (
        tables["firms"]
        .filter(pl.col("size").is_in([MICRO, SMALL]))
        .join(hires, on="serial")
        .filter(pl.col("hires") * of_staff >= pl.col("staff"))
        .select(*whose("serial"), pl.col("size").alias("0.size"), pl.col("staff").alias("0.staff"))
    )


RETURNED = {(0, "history"): paid_to_firms}
FOR_RETURNS = Search(insured_companies, RETURNED)
FOR_RETURNS_IN_DIFFICULTY = Search(companies_that_laid_off, RETURNED)
FOR_RELIEF = Search(dues_of_units)
FOR_RATES = Search(insured_units)
FOR_DISABLED_FUND = Search(companies_with_staff)
FOR_HIRES = Search(companies_that_hired, {(0, "hires"): hires})
FOR_DOMESTIC_POSTS = Search(domestic_companies_that_hired)
FOR_SMALL_FIRM_LOANS = Search(small_companies_that_hired)
