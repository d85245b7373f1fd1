"""What the database itself sees to: conclusions and moves are only added, a figure keeps its number."""

from guangyue.kit.append_only import append_only

KEEP, LET_GO = append_only("indicators", "verdict", "targetmove", "gapline")

FREEZE = """
create function indicators_figure_stays() returns trigger language plpgsql as $$
begin
    if (old.value, old.unit, old."on", old.base, old.revision, old.target_id)
        is distinct from (new.value, new.unit, new."on", new.base, new.revision, new.target_id) then
        raise exception 'a figure is corrected by another revision'
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger indicators_figure_stays before update on indicators_figure
    for each row execute function indicators_figure_stays();
"""
THAW = """
drop trigger indicators_figure_stays on indicators_figure;
drop function indicators_figure_stays();
"""
