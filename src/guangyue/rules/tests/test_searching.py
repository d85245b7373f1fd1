"""Looking for people in the registers: each of those found is judged as whoever asks by himself."""

from datetime import date

import polars as pl
import pytest

from guangyue.gazette.document import Document
from guangyue.kit.money import Money
from guangyue.rules.authoring import need, rule
from guangyue.rules.facts import Facts, Partly, day, flag, money, rows, words
from guangyue.rules.offers import Search, Tables
from guangyue.rules.searching import find_cases, search_verdicts, subjects_of, words_columns
from guangyue.rules.symbols import Amount, Day, percent
from guangyue.rules.verdicts import Status, judge

ON = date(2026, 5, 1)
MEASURES = Document("试政发〔2026〕1号", "试行办法", since=date(2026, 1, 1))


class Grant(Facts):
    """一笔."""

    granted_on = day("日期")


class Resident(Facts):
    """居民."""

    groups = words("类别", ("登记失业", "就业困难", "退役军人"))
    birth = day("出生日期")
    paid = money("缴费")
    poor = flag("生活困难")
    grants = rows("此前领取的", Grant)


@rule(cites=MEASURES.clause("第一条"), title="补贴")
def subsidy(resident: Resident, on: Day) -> Amount:
    need("登记失业或就业困难", resident.groups.meet("登记失业", "就业困难"))
    need("满十六周岁", resident.birth.plus(years=16) <= on)
    need("今年没有领过", resident.grants.count(lambda grant: grant.granted_on.year.equals(on.year)) < 1)
    return resident.paid * percent(50)


REGISTER = pl.LazyFrame(
    {
        "person": [1, 2, 3, 4, 5],
        "employment": ["登记失业", "单位就业", None, "登记失业", "登记失业"],
        "birth_date": [date(1990, 1, 1)] * 3 + [date(2015, 1, 1), date(1990, 1, 1)],
        "own": [1001, 1001, 1001, 1001, None],
    }
)
PAID = pl.LazyFrame({"person": [1, 5], "on": [date(2025, 3, 1), date(2024, 3, 1)]})


def residents(tables: Tables, on: date) -> pl.LazyFrame:
    return tables["persons"].select(
        "person",
        *words_columns(0, Resident.fields["groups"], {"登记失业": pl.col("employment") == "登记失业"}),
        key="person",
        payee="person",
        **{"0.birth": "birth_date", "0.paid": "own"},
    )


def grants(tables: Tables, on: date) -> pl.LazyFrame:
    return tables["benefits"].select(key="person", granted_on="on")


SEARCH = Search(residents, {(0, "grants"): grants})
TABLES = {"persons": REGISTER, "benefits": PAID}


def test_who_is_found_is_owed_the_same_as_who_asks() -> None:
    batch = {row["key"]: row for row in search_verdicts(subsidy, SEARCH, TABLES, on=ON).collect().to_dicts()}
    found = find_cases(subsidy, SEARCH, TABLES, ON)

    for key in range(1, 6):
        verdict = judge(subsidy, *subjects_of(subsidy, found, key), on=ON)
        assert (key in batch) == (verdict.status is not Status.INELIGIBLE)
        if key in batch:
            assert batch[key]["settled"] == verdict.awarded
            assert batch[key]["amount"] == (verdict.amount.fen if verdict.amount else None)


@pytest.mark.parametrize(
    ("key", "status", "asks"),
    [
        (1, "ELIGIBLE", ()),
        (2, "NEEDS_INFO", ("groups",)),
        (4, "INELIGIBLE", ()),
        (5, "NEEDS_INFO", ("paid",)),
    ],
)
def test_what_no_register_says_is_asked_for(key: int, status: str, asks: tuple[str, ...]) -> None:
    found = find_cases(subsidy, SEARCH, TABLES, ON)

    verdict = judge(subsidy, *subjects_of(subsidy, found, key), on=ON)

    assert verdict.status.name == status
    assert tuple(one.name for one in verdict.asks) == asks  # type: ignore[union-attr]


def test_a_case_holds_what_the_registers_say_and_nothing_more() -> None:
    (resident,) = subjects_of(subsidy, find_cases(subsidy, SEARCH, TABLES, ON), 1)

    assert resident.values == {
        "groups": Partly(frozenset({"登记失业"}), frozenset({"登记失业", "就业困难", "退役军人"})),
        "birth": date(1990, 1, 1),
        "paid": Money(1001),
        "grants": resident.values["grants"],
    }
    assert [grant.values for grant in resident.values["grants"]] == [{"granted_on": date(2025, 3, 1)}]
