"""成批写入: many new rows by COPY, which the database takes several times as fast as it takes inserts."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models

Row = TypeVar("Row", bound=models.Model)

NUMBERS = "select nextval(pg_get_serial_sequence(%s, 'id')) from generate_series(1, %s)"


def copy_in(rows: Sequence[Row]) -> Sequence[Row]:
    """All of one model, each given its number; in the transaction of the caller, or none of them."""
    if not rows:
        return rows
    database = connections[DEFAULT_DB_ALIAS]  # itself, and not what looks it up at each use
    meta = type(rows[0])._meta
    fields = meta.concrete_fields
    columns = ", ".join(database.ops.quote_name(field.attname) for field in fields)
    copy_them = f"COPY {meta.db_table} ({columns}) FROM STDIN"
    with database.cursor() as cursor:
        cursor.execute(NUMBERS, [meta.db_table, len(rows)])
        for row, (number,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = number
        with cursor.copy(copy_them) as copy:
            for row in rows:
                copy.write_row([_kept(field, row, database) for field in fields])
    return rows


def _kept(field: Any, row: models.Model, database: Any) -> Any:
    """As the database keeps it."""
    return field.get_db_prep_save(field.pre_save(row, add=True), database)
