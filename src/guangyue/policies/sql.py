"""What the database itself sees to: an entry of the figures is proposed, decided once, and never changed."""

KEEP = """
create function policies_keep_figure() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and new.state = 'proposed' then
        return new;
    end if;
    if tg_op = 'UPDATE' and old.state = 'proposed' and
        (new.key, new.region_id, new.since, new.value, new.source, new.proposed_by_id, new.proposed_at)
        is not distinct from
        (old.key, old.region_id, old.since, old.value, old.source, old.proposed_by_id, old.proposed_at)
    then
        return new;
    end if;
    raise exception 'an entry of the figures is proposed and decided, and never changed'
        using errcode = 'integrity_constraint_violation';
end
$$;
create trigger policies_figure_kept before insert or update or delete on policies_figureentry
for each row execute function policies_keep_figure();
"""

LET_GO = """
drop trigger policies_figure_kept on policies_figureentry;
drop function policies_keep_figure();
"""
