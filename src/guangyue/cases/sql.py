"""What the database itself holds to: numbers given once, and rows that are only added."""

NUMBERS = """
create sequence cases_case_number;
create sequence cases_letter_number;
"""
NO_NUMBERS = """
drop sequence cases_case_number;
drop sequence cases_letter_number;
"""

COUNT_MONTH = """
insert into cases_tally
    (month, unit_id, region_id, matter_code, title, manner, ending, promised_days, used_days, late, cases)
select %(month)s, closed.unit_id, closed.region_id, matter.code, max(matter.name), closed.manner,
       closed.ending, closed.promised_days, closed.used_days, coalesce(closed.late, false), count(*)
from (
    select unit_id, region_id, version_id, manner, outcome as ending, promised_days, used_days,
           stopped_at > due as late
    from cases_case where outcome <> '' and decided_at >= %(start)s and decided_at < %(end)s
    union all
    select unit_id, region_id, version_id, manner, phase, promised_days, used_days, stopped_at > due
    from cases_case
    where outcome = '' and phase in ('NOT_ACCEPTED', 'RETURNED', 'WITHDRAWN')
      and closed_at >= %(start)s and closed_at < %(end)s
) closed
join matters_matterversion version on version.id = closed.version_id
join matters_matter matter on matter.id = version.matter_id
group by closed.unit_id, closed.region_id, matter.code, closed.manner, closed.ending,
         closed.promised_days, closed.used_days, coalesce(closed.late, false)
"""

# Rows that are only added; of a letter only which one replaces it may still be said.
APPEND_ONLY = """
create function cases_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is only added to', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger append_only before update or delete on cases_move
    for each row execute function cases_refuse_change();
create trigger append_only before update or delete on cases_pointresult
    for each row execute function cases_refuse_change();
create trigger never_taken_back before delete on cases_issuedletter
    for each row execute function cases_refuse_change();
create trigger never_rewritten before update on cases_issuedletter
    for each row when (
        (old.case_id, old.kind, old.number, old.check_code, old.issuer_id, old.issued_at, old.hash,
         old.content)
        is distinct from
        (new.case_id, new.kind, new.number, new.check_code, new.issuer_id, new.issued_at, new.hash,
         new.content)
    ) execute function cases_refuse_change();
"""
NOT_APPEND_ONLY = """
drop trigger append_only on cases_move;
drop trigger append_only on cases_pointresult;
drop trigger never_taken_back on cases_issuedletter;
drop trigger never_rewritten on cases_issuedletter;
drop function cases_refuse_change();
"""

# Looked at when the transaction ends: the row that says who, when and on what ground is there by then.
MOVED_BY_A_MOVE = """
create function cases_refuse_step() returns trigger language plpgsql as $$
begin
    if not exists (
        select from cases_move where case_id = new.id and since = old.step and "to" = new.step
    ) then
        raise exception 'case % went from % to % without a move', new.id, old.step, new.step
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger moved_by_a_move after update of step on cases_case
    deferrable initially deferred for each row when (old.step is distinct from new.step)
    execute function cases_refuse_step();
"""
MOVED_BY_ANYTHING = """
drop trigger moved_by_a_move on cases_case;
drop function cases_refuse_step();
"""
