"""What the database itself sees to: what came in and what was moved is added and never changed."""

KEPT = ("supervision_itemmove", "supervision_actrevision", "supervision_checklist", "supervision_exportline")

KEEP = """
create function supervision_keep() returns trigger language plpgsql as $$
begin
    raise exception '% is only ever added to', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
""" + "".join(
    f"create trigger {table}_kept before update or delete on {table} "
    f"for each row execute function supervision_keep();\n"
    for table in KEPT
)
LET_GO = "".join(f"drop trigger {table}_kept on {table};\n" for table in KEPT) + (
    "drop function supervision_keep();"
)
