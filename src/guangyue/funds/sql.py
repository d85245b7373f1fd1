"""What the database itself sees to: a line is paid as it was decided, and is not written over."""

from guangyue.kit.append_only import append_only

KEEP, LET_GO = append_only("funds", "batchmove")

GUARD = """
create sequence funds_batch_number;
create function funds_guard_payment() returns trigger language plpgsql as $$
declare
    decided record;
    paid bigint;
    kept jsonb;
begin
    if tg_op = 'DELETE' then
        raise exception 'the ledger is only ever added to' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'UPDATE' then
        kept := to_jsonb(old) - array['void', 'recovered', 'paid_on'];
        if to_jsonb(new) - array['void', 'recovered', 'paid_on'] <> kept
            or old.void and not new.void
            or old.paid_on is not null and new.paid_on is distinct from old.paid_on
        then
            raise exception 'a line of the ledger is not written over'
                using errcode = 'integrity_constraint_violation';
        end if;
        return new;
    end if;
    select outcome, amount, code, payee_number into decided from grants_decision where id = new.decision_id;
    if new.kind = 'grant' then
        if decided.outcome <> 'granted' or new.amount <> decided.amount or new.code <> decided.code
            or new.payee_number <> decided.payee_number
        then
            raise exception 'a line is paid as it was decided'
                using errcode = 'integrity_constraint_violation';
        end if;
    else
        select amount into paid from funds_payment where id = new.recovers_id for update;
        select paid + coalesce(sum(amount), 0) into paid
        from funds_payment where recovers_id = new.recovers_id;
        if paid + new.amount < 0 then
            raise exception 'no more is recovered than was paid'
                using errcode = 'integrity_constraint_violation';
        end if;
    end if;
    return new;
end
$$;
create trigger funds_payment_guarded before insert or update or delete on funds_payment
for each row execute function funds_guard_payment();
"""

GUARD_NO_MORE = """
drop trigger funds_payment_guarded on funds_payment;
drop function funds_guard_payment();
drop sequence funds_batch_number;
"""
