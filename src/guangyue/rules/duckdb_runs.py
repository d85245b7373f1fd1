"""A rule over tables of duckdb. Nothing of the running city imports this; duckdb comes with the tests."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from duckdb import DuckDBPyConnection, DuckDBPyRelation

from guangyue.rules.authoring import Rule
from guangyue.rules.case_files import tables
from guangyue.rules.columns import NO_TABLE, Place
from guangyue.rules.dialects import DUCKDB
from guangyue.rules.parameters import Table
from guangyue.rules.sql import verdicts_sql


def read_cases(connection: DuckDBPyConnection, folder: Path, lists: Collection[Place]) -> None:
    """The tables that `write_cases` wrote, under their names."""
    for name in tables(lists):
        connection.read_parquet(f"{folder}/{name}/*.parquet").create_view(name)


def verdicts(
    rule: Rule,
    connection: DuckDBPyConnection,
    *,
    on: date | None,
    table: Table = NO_TABLE,
    lists: Collection[Place] = (),
) -> DuckDBPyRelation:
    """As `columns.verdicts`, of the connection's `cases` and tables of `lists`."""
    return connection.sql(verdicts_sql(rule, on=on, dialect=DUCKDB, table=table, lists=lists))
