"""What the database itself sees to: moves and decisions are added and never changed."""

KEPT_TABLES = ("grants_move", "grants_decision")

NUMBERS = """
create sequence grants_application_number;
create sequence grants_decision_number;
"""
NO_NUMBERS = """
drop sequence grants_application_number;
drop sequence grants_decision_number;
"""

KEEP = """
create function grants_keep() returns trigger language plpgsql as $$
begin
    raise exception '% is only ever added to', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
""" + "".join(
    f"create trigger {table}_kept before update or delete on {table} "
    "for each row execute function grants_keep();\n"
    for table in KEPT_TABLES
)

LET_GO = (
    "".join(f"drop trigger {table}_kept on {table};\n" for table in KEPT_TABLES)
    + "drop function grants_keep();"
)
