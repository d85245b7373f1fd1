"""A city judged by what stands and by what is drafted: each sort of change, by month and by district."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from guangyue.gazette.document import Document
from guangyue.rules.authoring import MONTH, Rule, need, rule
from guangyue.rules.comparing import Compared, rehearse
from guangyue.rules.facts import Facts, money, number
from guangyue.rules.offers import Audience, Search, Tables
from guangyue.rules.parameters import Entry, Table, money_figure
from guangyue.rules.redrafting import laid_over, redraft
from guangyue.rules.symbols import Amount, Day, percent, yuan

ON = date(2026, 5, 20)
MEASURES = Document("试政发〔2026〕1号", "试行办法", since=date(2026, 1, 1))
WAGE = money_figure("wage", "最低工资")
STANDING = Table([Entry("wage", date(2026, 1, 1), yuan(1000), "试")])
FROM_JULY = laid_over(STANDING, (Entry("wage", date(2026, 7, 1), yuan(1200), "草稿"),))


class Worker(Facts):
    """工人."""

    age = number("年龄")
    paid = money("工资")


@rule(cites=MEASURES.clause("第一条"), title="补贴", per=MONTH)
def subsidy(worker: Worker, on: Day) -> Amount:
    need("满五十岁", worker.age >= 50)
    need("低于最低工资", worker.paid < WAGE.at(on))
    return WAGE.at(on) * percent(10)


WORKERS = pl.LazyFrame(
    {
        "person": [1, 2, 3, 4, 5],
        "age": [60, 50, 45, 60, None],
        "paid": [90_000, 90_000, 90_000, 110_000, 90_000],
        "district": ["东县", "西县", "东县", "西县", "东县"],
    }
)


def workers(tables: Tables, on: date) -> pl.LazyFrame:
    said = {"0.age": "age", "0.paid": "paid"}
    return tables["persons"].select("district", key="person", payee="person", **said)


def found(after: Rule, figures: Table = STANDING, *, months: int = 1) -> tuple[dict[int, str], pl.DataFrame]:
    compared = Compared("S.subsidy", Audience.PERSON, Search(workers), (subsidy,), (after,))
    comparison = rehearse({"persons": WORKERS}, [compared], STANDING, figures, ON, months=months)
    return dict(comparison.cases.select("payee", "change").iter_rows()), comparison.sums


def test_nothing_changed_changes_nobody() -> None:
    changes, sums = found(subsidy)

    assert changes == {1: "SAME", 2: "SAME", 5: "UNDECIDED"}
    assert sums["before"].sum() == sums["after"].sum() == yuan(200).fen


@pytest.mark.parametrize(
    ("age", "changes"),
    [
        (45, {1: "SAME", 2: "SAME", 3: "GAINED", 5: "UNDECIDED"}),
        (55, {1: "SAME", 2: "LOST", 5: "UNDECIDED"}),
    ],
)
def test_another_condition_lets_some_in_and_others_out(age: int, changes: dict[int, str]) -> None:
    assert found(redraft(subsidy, {"conditions.0.node.left.value": age}))[0] == changes


def test_a_condition_left_out_decides_what_nobody_knew() -> None:
    changes, _ = found(redraft(subsidy, {"conditions.0": None}))

    assert changes == {1: "SAME", 2: "SAME", 3: "GAINED", 5: "UNDECIDED"}


def test_a_figure_counts_from_its_month_on() -> None:
    changes, sums = found(subsidy, FROM_JULY, months=3)

    assert changes == {1: "MORE", 2: "MORE", 4: "GAINED", 5: "UNDECIDED"}
    assert [
        (row["month"].month, row["district"], row["had"], row["has"], row["before"], row["after"])
        for row in sums.iter_rows(named=True)
    ] == [
        (5, "东县", 1, 1, 10_000, 10_000),
        (5, "西县", 1, 1, 10_000, 10_000),
        (6, "东县", 1, 1, 10_000, 10_000),
        (6, "西县", 1, 1, 10_000, 10_000),
        (7, "东县", 1, 1, 10_000, 12_000),
        (7, "西县", 1, 2, 10_000, 24_000),
    ]


def test_a_rule_that_ended_gives_nothing_afterwards() -> None:
    ended = replace(subsidy, until=date(2026, 6, 15))

    changes, sums = found(ended, months=2)

    assert changes == {1: "LESS", 2: "LESS", 5: "UNDECIDED"}
    assert sums.filter(pl.col("month") == date(2026, 6, 1))["after"].sum() == 0
