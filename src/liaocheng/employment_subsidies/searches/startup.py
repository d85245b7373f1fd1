"""创业: firms that trade, with whoever leads them and those who work there."""

from datetime import date

import polars as pl

from guangyue.rules.offers import Search, Tables
from liaocheng.employment_subsidies.facts import RETURNED_WORKER, TOWN_SPECIALIST
from liaocheng.employment_subsidies.searches.ledger import POSTS, paid_for_starting, paid_to_firm
from liaocheng.employment_subsidies.searches.people import (
    ENTERPRISE,
    OF_AGE,
    RETIREMENT_OF_MEN,
    graduate,
    groups_on,
    person,
    with_household,
    years_old,
)
from liaocheng.registers import contract_months, living, whose

SOLE_TRADER = "个体工商户"
GRADUATE_OF_THE_YEAR = "毕业年度高校毕业生"
LEAST_WORKERS = 3
RENTED_WITHIN = "-5y"  # who began earlier has had the three years, or never asked
RETIREMENT_OF_WOMEN = (50, 55)  # workers, cadres


def founded(tables: Tables) -> pl.LazyFrame:
    """Firms that trade with whoever leads them, their founder. A firm of which nobody is known to lead it has
    no founder to be paid for."""
    leads = with_household(living(tables["leads"]), tables).drop("name", "district", "township")
    return (
        tables["firms"]
        .filter(pl.col("status") == "在营")
        .rename({"legal_representative": "id_number"})
        .join(leads, on="id_number")
    )


def founder(day: pl.Expr) -> tuple[pl.Expr, ...]:
    """The facts of `Person`. Only somebody whom another employer insures can be of a township's 事业单位;
    only somebody from the countryside can have come back to it."""
    insured_elsewhere = (pl.col("insurance") == "职工") & pl.col("employer").ne_missing(pl.col("firm"))
    unknown = pl.lit(None, pl.Boolean)
    groups = {
        **groups_on(day),
        TOWN_SPECIALIST: insured_elsewhere & unknown,
        RETURNED_WORKER: (pl.col("settled") == "农村") & unknown,
    }
    return tuple(person(groups, day))


def enterprise(insured: pl.Expr) -> tuple[pl.Expr, ...]:
    """The facts of `Enterprise`; rent and relief from it no register holds."""
    return (
        pl.col("size").cast(pl.String).alias("1.size"),
        pl.col("registered_on").alias("1.registered"),
        pl.col("first_licence").alias("1.first_licence"),
        insured.alias("1.founder_insured"),
        pl.col("incubated").alias("1.in_park"),
    )


def insured_here() -> pl.Expr:
    """The founder, by the firm itself."""
    return (pl.col("insurance") == "职工") & pl.col("employer").eq_missing(pl.col("firm"))


def small_firms(tables: Tables, on: date) -> pl.LazyFrame:
    """Enterprises of every size; those that are not small the rule leaves out."""
    return (
        founded(tables)
        .filter(pl.col("kind") == ENTERPRISE)
        .select(*whose("serial"), *founder(pl.lit(on)), *enterprise(insured_here()))
    )


def sole_traders(tables: Tables, on: date) -> pl.LazyFrame:
    """第七条 counts what people pay for themselves as employees' insurance; so what a trader pays counts."""
    insured = pl.col("insurance").is_in(("职工", "灵活就业人员"))
    return (
        founded(tables)
        .filter(pl.col("kind") == SOLE_TRADER)
        .select(*whose("serial"), *founder(pl.lit(on)), *enterprise(insured))
    )


def founder_grants(tables: Tables, on: date) -> pl.LazyFrame:
    """Of every firm the founder leads: the subsidy is paid to the firm."""
    founders = founded(tables).select("person", key="serial")
    return paid_for_starting(tables, on).drop("firm").join(founders, on="person")


def firm_grants(tables: Tables, on: date) -> pl.LazyFrame:
    firms = tables["firms"].select("firm", key="serial")
    return paid_for_starting(tables, on).drop("person").join(firms, on="firm")


def staff(tables: Tables) -> pl.LazyFrame:
    """Those who work in a firm that trades, each with its number as `key`."""
    firms = (
        tables["firms"]
        .filter(pl.col("status") == "在营")
        .select("legal_representative", "industry", key="serial", employer="firm", title="name")
    )
    return living(tables["workers"]).join(firms, on="employer")


def hired_in_the_year_of_graduation() -> pl.Expr:
    return pl.col("graduated_on").dt.year() == pl.col("employer_since").dt.year()


def firms_with_graduates(tables: Tables, on: date) -> pl.LazyFrame:
    """Those that hired a graduate in the year of graduation. Who was registered as unemployed before being
    hired no table says: firms that hired only such people have to ask by themselves."""
    hirers = staff(tables).filter(hired_in_the_year_of_graduation())
    return (
        tables["firms"]
        .filter(pl.col("status") == "在营", pl.col("kind") == ENTERPRISE)
        .join(hirers.select(serial="key"), on="serial", how="semi")
        .select(
            *whose("serial"),
            pl.col("size").cast(pl.String).alias("0.size"),
            pl.col("registered_on").alias("0.registered"),
        )
    )


def hired_workers(tables: Tables, on: date) -> pl.LazyFrame:
    """The facts of `Worker`. Where the firm was paid for posts before, for whom is unknown."""
    paid = paid_to_firm(tables, POSTS, on).select(employer="firm", paid=pl.lit(True))
    return (
        staff(tables)
        .join(paid, on="employer", how="left")
        .select(
            "key",
            pl.when(hired_in_the_year_of_graduation()).then(pl.lit(GRADUATE_OF_THE_YEAR)).alias("group"),
            contract_months().alias("contract_months"),
            "wage",
            (pl.col("insurance") == "职工").alias("insured"),
            (pl.col("id_number") == pl.col("legal_representative")).fill_null(False).alias("founder"),
            pl.when(pl.col("paid").is_null()).then(False).alias("counted"),
        )
    )


def renting(tables: Tables, on: date) -> pl.LazyFrame:
    """Young small firms outside the parks with three workers on contracts of a year, whose founder may be of
    the four kinds: hard to employ, from the countryside, a graduate of the last five years before, or a
    technician."""
    day = pl.lit(on)
    employing = (
        staff(tables)
        .filter(
            pl.col("id_number").ne_missing(pl.col("legal_representative")),
            (contract_months() >= 12).fill_null(True),
        )
        .group_by(serial="key")
        .len("workers")
        .filter(pl.col("workers") >= LEAST_WORKERS)
    )
    technicians = (
        tables["certificates"].filter(pl.col("level") <= 2).select("person", technician=True).unique()
    )
    return (
        founded(tables)
        .filter(pl.col("kind") == ENTERPRISE, pl.col("registered_on") > day.dt.offset_by(RENTED_WITHIN))
        .join(employing, on="serial", how="semi")
        .join(technicians, on="person", how="left")
        .filter(
            (pl.col("hardship") != "无")
            | (pl.col("settled") == "农村")
            | graduate()
            | pl.col("technician").is_not_null()
        )
        .select(*whose("serial"), *founder(day), *enterprise(insured_here()))
    )


def domestic_services(tables: Tables, on: date) -> pl.LazyFrame:
    """家政服务机构: by their industry and their name, since the industry takes in repair shops too."""
    return (
        tables["firms"]
        .filter(
            pl.col("status") == "在营",
            pl.col("industry") == "居民服务、修理和其他服务业",
            pl.col("name").str.contains("家政", literal=True),
        )
        .select(*whose("serial"))
    )


def domestic_workers(tables: Tables, on: date) -> pl.LazyFrame:
    """Whoever is in the employment register as working there is registered; what insurance against accidents
    costs no register says."""
    day = pl.lit(on)
    young, old = (years_old(age, day) for age in RETIREMENT_OF_WOMEN)
    woman_of_age = pl.when(old).then(False).when(~young).then(True)
    return (
        staff(tables)
        .filter(pl.col("title").str.contains("家政", literal=True))
        .select(
            "key",
            registered=pl.col("employment").is_in(("单位就业",)),
            of_working_age=years_old(OF_AGE, day)
            & pl.when(pl.col("sex") == "女").then(woman_of_age).otherwise(~years_old(RETIREMENT_OF_MEN, day)),
        )
    )


OF_FOUNDER = {(0, "grants"): founder_grants, (1, "grants"): firm_grants}
SMALL_FIRMS = Search(small_firms, OF_FOUNDER)
SOLE_TRADERS = Search(sole_traders, OF_FOUNDER)
FIRMS_WITH_GRADUATES = Search(firms_with_graduates, {(0, "workers"): hired_workers})
RENTING = Search(renting, OF_FOUNDER)
DOMESTIC_SERVICES = Search(domestic_services, {(0, "workers"): domestic_workers})
