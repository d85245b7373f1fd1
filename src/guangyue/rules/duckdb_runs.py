"""A rule over tables of duckdb. Nothing of the running city imports this; duckdb comes with the tests."""

from collections.abc import Collection
from datetime import date

from duckdb import DuckDBPyConnection, DuckDBPyRelation

from guangyue.rules.authoring import Rule
from guangyue.rules.columns import NO_TABLE
from guangyue.rules.parameters import Table
from guangyue.rules.sql import DUCKDB, verdicts_sql


def verdicts(
    rule: Rule,
    connection: DuckDBPyConnection,
    *,
    on: date | None,
    table: Table = NO_TABLE,
    lists: Collection[tuple[int, str]] = (),
) -> DuckDBPyRelation:
    """As `columns.verdicts`, of the connection's `cases` and tables of `lists`."""
    return connection.sql(verdicts_sql(rule, on=on, dialect=DUCKDB, table=table, lists=lists))
