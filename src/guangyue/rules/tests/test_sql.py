"""The statements: what is wrong in one is seen, and none grows faster than its rule."""

from functools import cache
from pathlib import Path
from random import Random

import pytest

from guangyue.rules.authoring import Rule, rule
from guangyue.rules.dialects import DUCKDB
from guangyue.rules.facts import Facts, money
from guangyue.rules.sql import verdicts_sql
from guangyue.rules.symbols import Amount, greatest, least, percent, yuan
from guangyue.rules.tests.executions import (
    City,
    as_frames,
    as_said,
    differences,
    one_by_one,
    opened,
)
from guangyue.rules.tests.inventing import Inventor
from guangyue.rules.tests.people import MEASURES, ON, RULES, TABLE

SLIPS = (
    ("by-wage", "DATE '1978-02-28'", "DATE '1978-03-01'"),
    ("by-wage", '"need.0" IS NOT FALSE', '"need.0" IS TRUE'),
    ("by-wage", "WHEN FALSE THEN", "ELSE"),
    ("by-wage", "201000", "201001"),
    ("by-graduation", "LEAST", "GREATEST"),
    ("by-graduation", "+ 7) // 14", "+ 0) // 14"),
    ("by-children", "IS NOT FALSE THEN 1", "THEN 1"),
    ("by-children", "+ -1) <=", "+ 0) <="),
    ("by-balance", "ELSE - ((4 - 2", "ELSE - ((0 - 2"),
    ("by-balance", "'o''学校'", "'o\\''学校'"),
)


@pytest.mark.parametrize(("key", "right", "wrong"), SLIPS)
def test_a_slip_in_a_statement_is_seen(key: str, right: str, wrong: str, tmp_path: Path) -> None:
    rule, city = rule_and_city(key)
    single = one_by_one(rule, city, on=ON, table=TABLE)
    cases, lists = as_frames(rule, city, ON)
    statement = verdicts_sql(rule, on=ON, dialect=DUCKDB, table=TABLE, lists=lists)

    slipped = statement.replace(right, wrong)

    with opened(cases, lists, tmp_path) as connection:
        assert differences(as_said(connection.sql(statement).fetchall()), single) == []
        assert differences(as_said(connection.sql(slipped).fetchall()), single) != []


@cache
def rule_and_city(key: str) -> tuple[Rule, City]:
    rule = next(one for one in RULES if one.key == key)
    return rule, Inventor(rule, on=ON, lookup=TABLE, random=Random(key)).city(1000)


class Payer(Facts):
    paid = money("缴费")


def test_a_statement_grows_no_faster_than_its_rule() -> None:
    def deep(levels: int) -> str:
        @rule(cites=MEASURES.clause("第一条"), title="层层取低")
        def nested(payer: Payer) -> Amount:
            amount = payer.paid * percent(50)
            for level in range(levels):
                amount = greatest(least(amount, yuan(1000 - level)) + yuan(level), yuan(1))
            return amount

        return verdicts_sql(nested, on=ON, dialect=DUCKDB)

    assert len(deep(20)) < 3 * len(deep(10))
