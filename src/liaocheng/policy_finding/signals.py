"""困难信号 that the registers know of: 失业保险金期满, a job just lost, an illness that costs much."""

from datetime import date, timedelta

import polars as pl

from guangyue.rules.offers import Signal, Tables
from liaocheng.policy_finding.document import ASSISTANCE, STABLE_EMPLOYMENT
from liaocheng.policy_finding.needs import EMPLOYMENT, MEDICAL, MINIMUM_LIVING, TEMPORARY

JUST_NOW = timedelta(days=30)
WITHOUT_WORK = ("登记失业", "未就业")


def benefit_ended(tables: Tables, on: date) -> pl.LazyFrame:
    """No benefit any more, and no work yet."""
    persons = _living(tables)
    return persons.filter(
        pl.col("unemployment_benefit") == "期满", pl.col("employment").is_in(WITHOUT_WORK)
    ).select(payee="person")


def job_lost(tables: Tables, on: date) -> pl.LazyFrame:
    """Registered as unemployed within the last thirty days."""
    since = pl.col("employment_since")
    return (
        _living(tables)
        .filter(pl.col("employment") == "登记失业", since > on - JUST_NOW, since <= on)
        .select(payee="person")
    )


def large_medical_cost(tables: Tables, on: date) -> pl.LazyFrame:
    """Ill with what costs much, in a household without an allowance."""
    households = tables["households"].select("household", "allowance")
    return (
        _living(tables)
        .filter(pl.col("illness") != "无")
        .join(households, on="household", how="left")
        .filter(pl.col("allowance").fill_null("未享受") == "未享受")
        .select(payee="person")
    )


def _living(tables: Tables) -> pl.LazyFrame:
    return tables["persons"].filter(~pl.col("deceased").fill_null(False))


SIGNALS = (
    Signal(
        "benefit-ended",
        "失业保险待遇期满，仍未就业",
        (MINIMUM_LIVING, TEMPORARY),
        STABLE_EMPLOYMENT.clause("六21"),
        benefit_ended,
    ),
    Signal("job-lost", "近三十日失去工作", (EMPLOYMENT, TEMPORARY), ASSISTANCE.clause("三（三）"), job_lost),
    Signal(
        "large-medical-cost",
        "医疗负担可能较重",
        (MEDICAL, TEMPORARY),
        ASSISTANCE.clause("三（二）"),
        large_medical_cost,
    ),
)
