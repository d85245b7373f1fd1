"""人员和单位: what the registers say of a person and of a firm, in the words of the measures."""

from collections.abc import Iterable, Mapping

import polars as pl

from guangyue.rules.columns import column_of
from guangyue.rules.offers import Tables
from guangyue.rules.searching import words_columns
from liaocheng.employment_subsidies.facts import (
    GRADUATE,
    HARD_TO_EMPLOY,
    POOR_FAMILY,
    REGISTERED_POOR,
    RURAL_WORKER,
    SCHOOL_LEAVER,
    STUDENT,
    UNEMPLOYED,
    Person,
)

HIGHER_EDUCATION = ("大学专科", "大学本科", "研究生")
ENTERPRISE, SMALL_SIZES = "企业", ("微型", "小型")
CHILDREN = ("子女", "孙子女")
OF_AGE, RETIREMENT_OF_MEN = 16, 60
SCHOOL_LEFT_BY = 20  # whoever is older has left middle school and high school long ago


def with_household(people: pl.LazyFrame, tables: Tables) -> pl.LazyFrame:
    """With what is known of the household's need."""
    means = tables["households"].select("household", "registered_poor", "allowance")
    return people.join(means, on="household", how="left")


def years_old(years: int, day: pl.Expr) -> pl.Expr:
    """Whether somebody has turned so many years by a day."""
    return pl.col("birth_date").dt.offset_by(f"{years}y") <= day


def doing(day: pl.Expr, *employment: str) -> pl.Expr:
    """Whether that is what somebody did on a day; unknown of days before what they do now began."""
    return pl.when(pl.col("employment_since") <= day).then(pl.col("employment").is_in(employment))


def graduate() -> pl.Expr:
    known = pl.col("graduated_on").is_not_null()
    return pl.when(known).then(True).otherwise(pl.col("education").is_in(HIGHER_EDUCATION))


def groups_on(day: pl.Expr) -> dict[str, pl.Expr]:
    """人员类别 on a day, of people with their household; of the words left out no register tells."""
    allowance = pl.col("allowance") != "未享受"
    of_age = years_old(OF_AGE, day) & ~years_old(RETIREMENT_OF_MEN, day)
    may_have_left_school = (
        ~years_old(SCHOOL_LEFT_BY, day)
        & (pl.col("enrolled") == "不在校")
        & ~pl.col("education").is_in(("小学及以下", *HIGHER_EDUCATION)).fill_null(False)
    )
    return {
        POOR_FAMILY: pl.col("relation").is_in(CHILDREN) & (pl.col("registered_poor") | allowance),
        STUDENT: (pl.col("enrolled") == "普通高校") | (pl.col("graduated_on") > day).fill_null(False),
        SCHOOL_LEAVER: pl.when(may_have_left_school).then(None).otherwise(False),
        RURAL_WORKER: ((pl.col("settled") == "农村") & doing(day, "单位就业", "灵活就业"))
        | (pl.col("registered_poor") & of_age),
        UNEMPLOYED: doing(day, "登记失业"),
        HARD_TO_EMPLOY: pl.col("hardship") != "无",
        REGISTERED_POOR: pl.col("registered_poor"),
        GRADUATE: graduate(),
    }


def may_belong(groups: Mapping[str, pl.Expr], words: Iterable[str]) -> pl.Expr:
    """To one of these groups, or nobody knows."""
    return pl.any_horizontal(groups[word] for word in words).fill_null(True)


def person(groups: Mapping[str, pl.Expr], day: pl.Expr, *, place: int = 0) -> Iterable[pl.Expr]:
    """The facts of `Person`. Women retire at an age that goes by their post, which no register tells."""
    said = {
        "woman": pl.col("sex") == "女",
        "birth": pl.col("birth_date"),
        "graduated": pl.col("graduated_on"),
        "retires": pl.when(pl.col("sex") == "男").then(
            pl.col("birth_date").dt.offset_by(f"{RETIREMENT_OF_MEN}y")
        ),
        "draws_unemployment_benefit": drew_unemployment_benefit(day),
    }
    yield from words_columns(place, Person.fields["groups"], groups)
    for name, value in said.items():
        yield value.alias(column_of(place, name))


def drew_unemployment_benefit(day: pl.Expr) -> pl.Expr:
    """On a day: not after the benefit ran out, and unknown of days before what somebody does now began."""
    until = pl.col("unemployment_benefit_until")
    never = pl.col("unemployment_benefit") == "未享受"
    return (
        pl.when(never | (until < day)).then(False).when(pl.col("employment_since") <= day).then(until >= day)
    )


def small_enterprise() -> pl.Expr:
    """小微企业, of a firm: sole traders and cooperatives are none, however small."""
    return (pl.col("kind") == ENTERPRISE) & pl.col("size").is_in(SMALL_SIZES)
