"""社会保险补贴 and posts: the month in which the day asked about lies, of whoever works, and of who hires."""

from datetime import date

import polars as pl

from guangyue.rules.offers import Search, Tables
from liaocheng.employment_subsidies.searches.ledger import (
    INSURANCE,
    insurance_months,
    paid_to_firm,
    paid_to_persons,
)
from liaocheng.employment_subsidies.searches.people import (
    ENTERPRISE,
    graduate,
    groups_on,
    person,
    small_enterprise,
    with_household,
)
from liaocheng.registers import contract_months, living, whose


def flexibly_employed(tables: Tables, on: date) -> pl.LazyFrame:
    """Those in flexible employment, who pay for their own insurance; they declared it when they registered.
    For how many months they were paid is in the ledger; of a graduate it does not say on which ground."""
    flexible = pl.col("employment") == "灵活就业"
    insured = pl.col("insurance") == "灵活就业人员"
    paid = pl.col("insurance_paid")
    day = pl.lit(on)
    return (
        with_household(living(tables["persons"]), tables)
        .filter(flexible | (pl.col("employment").is_null() & insured))
        .join(insurance_months(tables, on), on="person", how="left")
        .select(
            *whose("person"),
            *person(groups_on(day), day),
            pl.when(insured).then("own_premium").when(~insured).then(0).alias("1.person_paid"),
            pl.when(flexible).then("employment_since").alias("1.declared"),
            pl.when(paid.is_null()).then(0).when(~graduate()).then(paid).alias("1.granted"),
            pl.when(~graduate()).then("first_paid").alias("1.first_approved"),
        )
    )


def own_grants(tables: Tables, on: date) -> pl.LazyFrame:
    return paid_to_persons(tables, on).rename({"person": "key"})


def hired(tables: Tables, on: date) -> pl.LazyFrame:
    """Workers with the firm that hired them, but for whoever leads it. The ledger of a firm names no worker:
    where it has a line of this subsidy, for how many months one was paid for is unknown; where it has none,
    for none. What a firm before was paid for them, the office looks up, 第二十八条."""
    firms = (
        tables["firms"]
        .filter(pl.col("status") == "在营")
        .join(paid_to_firm(tables, INSURANCE, on).with_columns(paid=True), on="firm", how="left")
        .select(
            "serial",
            "district",
            "township",
            "kind",
            "size",
            "paid",
            "legal_representative",
            employer="firm",
        )
    )
    workers = with_household(living(tables["workers"]), tables).drop("district", "township")
    led_by_another = pl.col("id_number").ne_missing(pl.col("legal_representative"))
    return workers.join(firms, on="employer").filter(led_by_another)


def of_the_month(day: pl.Expr) -> tuple[str | pl.Expr, ...]:
    """Of each worker hired: whose case it is, and the facts of `Person` and `Insured`."""
    insured = pl.col("insurance") == "职工"
    return (
        pl.col("person").alias("key"),
        pl.col("serial").alias("payee"),
        pl.col("person").cast(pl.String).alias("item"),
        "district",
        "township",
        *person(groups_on(day), day),
        pl.when(insured).then("unit_premium").when(~insured).then(0).alias("1.unit_paid"),
        small_enterprise().alias("1.small_firm"),
        (pl.col("kind") == ENTERPRISE).alias("1.enterprise"),
        contract_months().alias("1.contract_months"),
        pl.col("employer_since").alias("1.hired"),
        pl.when(pl.col("paid").is_null()).then(0).alias("1.granted"),
    )


def hard_to_employ_hired(tables: Tables, on: date) -> pl.LazyFrame:
    """Workers who are recognised: a firm cannot be asked about those of whom it is not known."""
    return hired(tables, on).filter(pl.col("hardship") != "无").select(of_the_month(pl.lit(on)))


def graduates_hired(tables: Tables, on: date) -> pl.LazyFrame:
    return hired(tables, on).filter(graduate()).select(of_the_month(pl.lit(on)))


def workers_grants(tables: Tables, on: date) -> pl.LazyFrame:
    workers = tables["workers"].select("person")
    return paid_to_persons(tables, on).join(workers, on="person", how="semi").rename({"person": "key"})


FLEXIBLY_EMPLOYED = Search(flexibly_employed, {(0, "grants"): own_grants})
HARD_TO_EMPLOY_HIRED = Search(hard_to_employ_hired, {(0, "grants"): workers_grants})
GRADUATES_HIRED = Search(graduates_hired, {(0, "grants"): workers_grants})
