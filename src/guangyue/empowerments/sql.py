"""What the database itself sees to: the moves of powers are added and never changed."""

KEEP = """
create function empowerments_keep() returns trigger language plpgsql as $$
begin
    raise exception '% is only ever added to', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
create trigger empowerments_empowermentmove_kept before update or delete on empowerments_empowermentmove
for each row execute function empowerments_keep();
"""
LET_GO = """
drop trigger empowerments_empowermentmove_kept on empowerments_empowermentmove;
drop function empowerments_keep();
"""
