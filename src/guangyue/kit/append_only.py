"""只增不改: tables whose rows the database lets nobody change or take away, for a migration's `RunSQL`."""

KEEP = """
create function {app}_keep() returns trigger language plpgsql as $$
begin
    raise exception '% is only ever added to', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
"""
KEPT = """create trigger {app}_{table}_kept before update or delete on {app}_{table}
    for each row execute function {app}_keep();
"""
LET_GO = "drop trigger {app}_{table}_kept on {app}_{table};\n"


def append_only(app: str, *tables: str) -> tuple[str, str]:
    """What begins it, and what ends it."""
    begin = KEEP.format(app=app) + "".join(KEPT.format(app=app, table=table) for table in tables)
    end = "".join(LET_GO.format(app=app, table=table) for table in tables)
    return begin, end + f"drop function {app}_keep();\n"
