"""What the database itself sees to: what is recorded stays as it was recorded, moves are only ever added."""

from guangyue.kit.append_only import append_only

NUMBERS = "create sequence credit_record_number; create sequence credit_appeal_number;"
NO_NUMBERS = "drop sequence credit_record_number; drop sequence credit_appeal_number;"

KEEP, LET_GO = append_only("credit", "recordmove", "creditquery", "riskclass", "promise")

RECORDS = """
create function credit_record_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
       or (old.number, old.subject_id, old.category_id, old.unit_id, old.fact, old.document, old.document_on,
           old.fact_on, old.effective_on, old.expires_on, old.public_until, old.found, old.conduct,
           old.points, old.corrects_id, old.filed_by_id, old.filed_at)
          is distinct from
          (new.number, new.subject_id, new.category_id, new.unit_id, new.fact, new.document, new.document_on,
           new.fact_on, new.effective_on, new.expires_on, new.public_until, new.found, new.conduct,
           new.points, new.corrects_id, new.filed_by_id, new.filed_at)
    then
        raise exception 'a credit record stays as it was recorded'
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger credit_record_kept before update or delete on credit_creditrecord
    for each row execute function credit_record_kept();
"""
NO_RECORDS = """
drop trigger credit_record_kept on credit_creditrecord;
drop function credit_record_kept();
"""
