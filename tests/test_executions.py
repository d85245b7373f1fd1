"""Every rule of the city says the same in each execution: one case, polars, and duckdb."""

from datetime import date
from pathlib import Path
from random import Random

import pytest

from guangyue.rules.authoring import Rule
from guangyue.rules.columns import DAY, KEY
from guangyue.rules.parameters import Table
from guangyue.rules.tests.executions import by_duckdb, by_polars, differences, one_by_one
from guangyue.rules.tests.inventing import Inventor
from guangyue.systems.enactment import declared_city
from liaocheng.demo_figures import ENTRIES

FIGURES = Table(ENTRIES)
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


def test_no_fact_of_a_row_is_called_as_a_column_of_its_case() -> None:
    kinds = {kind for rule in RULES.values() for kind in rule.subjects}
    rows = {one.rows for kind in kinds for one in kind.fields.values() if one.rows is not None}

    assert not [kind for kind in rows if kind.fields.keys() & {KEY, DAY}]


def day_in_force(rule: Rule) -> date:
    """The last day of a version that has one, otherwise one well after its first."""
    return rule.until or max(rule.since or date.min, date(2021, 4, 30))
