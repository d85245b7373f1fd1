"""登记信息, as the searches of several systems read it: of people, their households and their contracts."""

import polars as pl


def living(people: pl.LazyFrame) -> pl.LazyFrame:
    return people.filter(~pl.col("deceased").fill_null(False))


def whose(payee: str) -> tuple[pl.Expr, ...]:
    """One case for each person or firm."""
    return pl.col(payee).alias("key"), pl.col(payee).alias("payee"), pl.col("district"), pl.col("township")


def with_household(people: pl.LazyFrame, households: pl.LazyFrame) -> pl.LazyFrame:
    """With what the city has recognised of the household's need; `in_need` for any of it."""
    allowance, low_income, poor = pl.col("allowance"), pl.col("low_income"), pl.col("registered_poor")
    means = households.select(
        "household",
        allowance,
        low_income,
        in_need=(allowance != "未享受") | low_income | poor,
    )
    return people.join(means, on="household", how="left", maintain_order="left")


def whole_months(since: pl.Expr, until: pl.Expr) -> pl.Expr:
    """From a day to another that does not count any more."""
    years = until.dt.year().cast(pl.Int64) - since.dt.year()
    months = until.dt.month().cast(pl.Int64) - since.dt.month()
    return 12 * years + months - (until.dt.day() < since.dt.day())


def contract_months() -> pl.Expr:
    """Of the contract in force, from its first day to its last."""
    return whole_months(pl.col("contract_until_since"), pl.col("contract_until").dt.offset_by("1d"))
