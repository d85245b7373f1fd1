"""Putting the triggers on the audited tables, anew after each migration: `management/commands/migrate.py`."""

from pathlib import Path

from django.db import connection, transaction
from django.db.models import Model
from psycopg import sql

from guangyue.audit.declarations import Trail
from guangyue.audit.models import Record

FUNCTIONS = Path(__file__).parent / "sql" / "trail.sql"
EVENTS = {
    "insert": "referencing new table as fresh",
    "update": "referencing old table as stale new table as fresh",
    "delete": "referencing old table as stale",
    "truncate": "",
}

ON = """create or replace trigger {name} after {event} on {table} {rows}
for each statement execute function audit_changes({key}, {secrets})"""
OFF = "drop trigger if exists {name} on {table}"
WHERE = """select distinct relname from pg_trigger join pg_class on pg_class.oid = tgrelid
where tgfoid = to_regproc('audit_changes')"""

# Where the application is another role than the owner, it may add to the trail and read it, and nothing else.
ADD_ONLY = """
do $$
declare
    held record;
begin
    for held in
        select table_name, grantee, privilege_type from information_schema.role_table_grants
        where table_schema = current_schema() and grantee <> current_user and (
            table_name in ('audit_record', 'audit_link', 'audit_anchor')
                and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
            or table_name = 'audit_unlinked' and privilege_type in ('UPDATE', 'TRUNCATE')
        )
    loop
        execute format('revoke %s on %I from %s', held.privilege_type, held.table_name,
            case held.grantee when 'PUBLIC' then 'public' else quote_ident(held.grantee) end);
    end loop;
end
$$
"""


@transaction.atomic
def install(trail: Trail) -> None:
    """Every audited table that is there gets its triggers; a table that is no longer audited loses them."""
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if Record._meta.db_table not in tables:
            return
        models = [model for model in trail.models() if model._meta.db_table in tables]
        audited = {model._meta.db_table for model in models}
        cursor.execute(FUNCTIONS.read_text(encoding="utf-8"))
        cursor.execute(WHERE)
        dropped = {table for (table,) in cursor.fetchall()} - audited
        for event, rows in EVENTS.items():
            name = sql.Identifier(f"audit_{event}")
            for table in dropped:
                cursor.execute(sql.SQL(OFF).format(name=name, table=sql.Identifier(table)))
            for model in models:
                cursor.execute(_trigger(model, name, event, rows, trail.secrets.get(model._meta.label, ())))
        cursor.execute(ADD_ONLY)


def _trigger(
    model: type[Model], name: sql.Identifier, event: str, rows: str, secrets: tuple[str, ...]
) -> sql.Composed:
    return sql.SQL(ON).format(
        name=name,
        event=sql.SQL(event),
        table=sql.Identifier(model._meta.db_table),
        rows=sql.SQL(rows),
        key=sql.Literal(model._meta.pk.column),
        secrets=sql.Literal("{" + ",".join(secrets) + "}"),
    )
