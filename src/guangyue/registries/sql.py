"""What the database itself holds to: statements of facts, looks and enquiries are added and never changed."""

KEPT_TABLES = ("registries_fact", "registries_lookup", "registries_enquiry")

KEEP = """
create function registries_keep() returns trigger language plpgsql as $$
begin
    raise exception '% is only ever added to', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
""" + "".join(
    f"create trigger {table}_kept before update or delete on {table} "
    "for each row execute function registries_keep();\n"
    for table in KEPT_TABLES
)

LET_GO = (
    "".join(f"drop trigger {table}_kept on {table};\n" for table in KEPT_TABLES)
    + "drop function registries_keep();"
)
