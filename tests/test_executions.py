"""Every rule of the city says the same in each execution: one case, polars, and duckdb."""

from datetime import date
from pathlib import Path
from random import Random

import pytest

from guangyue.rules import duckdb_runs
from guangyue.rules.authoring import Rule
from guangyue.rules.columns import DAY, KEY, verdicts
from guangyue.rules.parameters import Table
from guangyue.rules.searching import Cases, find_cases
from guangyue.rules.tests.executions import (
    Said,
    as_said,
    by_duckdb,
    by_polars,
    differences,
    one_by_one,
    opened,
)
from guangyue.rules.tests.inventing import Inventor
from guangyue.systems.enactment import declared_city
from guangyue.systems.tests.searched import invented_block, searched
from liaocheng.demo_figures import ENTRIES
from liaocheng.population import city_plan

FIGURES = Table(ENTRIES)
ON = date(2021, 4, 30)  # the day of the invented registers
RULES = {
    f"{system.number}.{rule.key}.{rule.since}": rule
    for system in declared_city().systems
    for rule in system.rules
}


@pytest.mark.parametrize("name", RULES)
def test_a_rule_says_the_same_in_every_execution(name: str, tmp_path: Path) -> None:
    rule = RULES[name]
    on = day_in_force(rule)
    city = Inventor(rule, on=on, lookup=FIGURES, random=Random(name)).city(60)

    single = one_by_one(rule, city, on=on, table=FIGURES)

    assert single, "nobody was invented whom the rule does not refuse"
    assert differences(by_polars(rule, city, on=on, table=FIGURES), single) == []
    assert differences(by_duckdb(rule, city, tmp_path, on=on, table=FIGURES), single) == []


def test_whoever_the_registers_hold_is_judged_the_same_in_duckdb(tmp_path: Path) -> None:
    for name, (rule, found) in found_in_the_registers().items():
        in_polars = verdicts(rule, found.rows, on=ON, table=FIGURES, lists=found.lists)

        in_duckdb = duckdb_says(rule, found, tmp_path)

        assert differences(in_duckdb, as_said(in_polars.collect().iter_rows())) == [], name


def test_no_fact_of_a_row_is_called_as_a_column_of_its_case() -> None:
    kinds = {kind for rule in RULES.values() for kind in rule.subjects}
    rows = {one.rows for kind in kinds for one in kind.fields.values() if one.rows is not None}

    assert not [kind for kind in rows if kind.fields.keys() & {KEY, DAY}]


def found_in_the_registers() -> dict[str, tuple[Rule, Cases]]:
    """Every search of the city over invented registers, by the code of its offer."""
    tables = invented_block(city_plan())
    return {
        f"{system.number}.{offer.key}": (rule, find_cases(rule, search, tables, ON))
        for system in declared_city().systems
        for offer, search, rule in searched(system, ON)
    }


def day_for_all(found: Cases) -> date | None:
    return None if DAY in found.rows.collect_schema().names() else ON


def duckdb_says(rule: Rule, found: Cases, folder: Path) -> dict[str, Said]:
    with opened(found.rows, found.lists, folder) as connection:
        said = duckdb_runs.verdicts(rule, connection, on=day_for_all(found), table=FIGURES, lists=found.lists)
        return as_said(said.fetchall())


def day_in_force(rule: Rule) -> date:
    """The last day of a version that has one, otherwise one well after its first."""
    return rule.until or max(rule.since or date.min, ON)
