"""What the database itself holds to, whoever writes: the arrows of a problem, its four lists, the long-stop,
the joint acceptance of every measure, clearing one by one, and rows that are only added."""

from guangyue.kit.append_only import append_only
from guangyue.ledgers.flow import ARROWS, State

SEQUENCES = (
    "ledgers_problem_number",
    "ledgers_order_number",
    "ledgers_sampling_number",
    "ledgers_tip_number",
)
NUMBERS = "".join(f"create sequence {name};\n" for name in SEQUENCES)
NO_NUMBERS = "".join(f"drop sequence {name};\n" for name in SEQUENCES)

REFUSED = "using errcode = 'integrity_constraint_violation'"
ALLOWED = ", ".join(f"'{one.name}>{other.name}'" for one, other in ARROWS)
UNLISTED = ", ".join(f"'{state.name}'" for state in (State.REGISTERED, State.REOPENED, State.MERGED))

# A problem is begun at the beginning, goes along its arrows, and leaves it with four lists alone.
ROAD = f"""
create function ledgers_keep_road() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a problem stays in its ledger' {REFUSED};
    end if;
    if tg_op = 'INSERT' then
        if new.state <> '{State.REGISTERED.name}' or new.round <> 1 then
            raise exception 'a problem begins by being registered' {REFUSED};
        end if;
        return new;
    end if;
    if new.state = old.state then
        return new;
    end if;
    if old.state || '>' || new.state not in ({ALLOWED}) then
        raise exception 'no way from % to %', old.state, new.state {REFUSED};
    end if;
    if new.round <> old.round + (new.state = '{State.REOPENED.name}'
                                 and old.state = '{State.SIGNED_OFF.name}')::int then
        raise exception 'a round begins with a reopening' {REFUSED};
    end if;
    if new.state not in ({UNLISTED}) and (
        new.kind = '' or new.description = ''
        or not exists (select from ledgers_measure one
                       where one.problem_id = new.id and one.round = new.round)
        or not exists (select from ledgers_responsibility one
                       where one.problem_id = new.id and one.round = new.round)
        or not exists (select from ledgers_deadline one
                       where one.problem_id = new.id and one.round = new.round)
    ) then
        raise exception 'a problem leaves its registration with four lists' {REFUSED};
    end if;
    if new.state = '{State.SIGNED_OFF.name}' and not exists (
        select from ledgers_signoff one where one.problem_id = new.id and one.round = new.round
    ) then
        raise exception 'a cleared problem has its order' {REFUSED};
    end if;
    return new;
end $$;
create trigger road before insert or update or delete on ledgers_problem
    for each row execute function ledgers_keep_road();
"""  # noqa: S608  (our own words)
NO_ROAD = "drop trigger road on ledgers_problem; drop function ledgers_keep_road();\n"

# The lists of a round are written before it begins, and no day in them is later than the long-stop.
LISTED_TABLES = ("measure", "responsibility", "deadline")
LISTS = f"""
create function ledgers_keep_lists() returns trigger language plpgsql as $$
declare
    listed record;
    problem ledgers_problem;
begin
    if tg_op = 'DELETE' then listed := old; else listed := new; end if;
    select * into problem from ledgers_problem one where one.id = listed.problem_id;
    if tg_op <> 'UPDATE' and (problem.state not in ('{State.REGISTERED.name}', '{State.REOPENED.name}')
                              or listed.round <> problem.round) then
        raise exception 'the lists of a round stand once it is drawn up' {REFUSED};
    end if;
    return listed;
end $$;
create function ledgers_keep_long_stop() returns trigger language plpgsql as $$
begin
    if exists (select from ledgers_problem one where one.id = new.problem_id and one.latest < new.due) then
        raise exception 'no deadline is later than the long-stop' {REFUSED};
    end if;
    return new;
end $$;
create trigger long_stop before insert or update on ledgers_deadline
    for each row execute function ledgers_keep_long_stop();
""" + "".join(  # noqa: S608  (our own words)
    f"create trigger lists before insert or update or delete on ledgers_{table} "
    "for each row execute function ledgers_keep_lists();\n"
    for table in LISTED_TABLES
)
NO_LISTS = (
    "".join(f"drop trigger lists on ledgers_{table};\n" for table in LISTED_TABLES)
    + "drop trigger long_stop on ledgers_deadline;\n"
    + "drop function ledgers_keep_long_stop();\ndrop function ledgers_keep_lists();\n"
)

# Who carried out the work does not sign, whatever he is called there.
SIGNERS = f"""
create function ledgers_keep_signers() returns trigger language plpgsql as $$
begin
    if new.signs and exists (
        select from ledgers_acceptance acceptance
        join ledgers_responsibility one
          on one.problem_id = acceptance.problem_id and one.round = acceptance.round
        where acceptance.id = new.acceptance_id and one.role = 'carries_out'
          and (one.unit = new.unit or one.person = new.person)
    ) then
        raise exception 'who carried out the work does not sign' {REFUSED};
    end if;
    return new;
end $$;
create trigger signers before insert on ledgers_acceptancemember
    for each row execute function ledgers_keep_signers();
"""
NO_SIGNERS = "drop trigger signers on ledgers_acceptancemember; drop function ledgers_keep_signers();\n"

# 逐个销号: every measure passed a joint acceptance on the spot, and one order is written at a time.
SIGN_OFFS = f"""
create function ledgers_keep_sign_off() returns trigger language plpgsql as $$
begin
    if not exists (
        select from ledgers_problem problem
        where problem.id = new.problem_id and problem.round = new.round
          and problem.state = '{State.PASSED.name}'
    ) or exists (
        select from ledgers_measure measure
        where measure.problem_id = new.problem_id and measure.round = new.round and not exists (
            select from ledgers_measureresult result
            join ledgers_acceptance acceptance on acceptance.id = result.acceptance_id
            where result.measure_id = measure.id and result.passed and acceptance.passed
              and acceptance.on_site and acceptance.round = new.round
              and exists (select from ledgers_acceptancemember member
                          where member.acceptance_id = acceptance.id and member.signs
                            and member.side = 'LEAD')
              and exists (select from ledgers_acceptancemember member
                          where member.acceptance_id = acceptance.id and member.signs
                            and member.side = 'LOCAL')
        )
    ) then
        raise exception 'nothing is cleared before every measure has passed' {REFUSED};
    end if;
    return new;
end $$;
create function ledgers_one_by_one() returns trigger language plpgsql as $$
begin
    if (select count(*) from written) > 1 then
        raise exception 'problems are cleared one by one' {REFUSED};
    end if;
    return null;
end $$;
create trigger measures_passed before insert on ledgers_signoff
    for each row execute function ledgers_keep_sign_off();
create trigger one_by_one after insert on ledgers_signoff
    referencing new table as written for each statement execute function ledgers_one_by_one();
"""  # noqa: S608  (our own words)
NO_SIGN_OFFS = """
drop trigger one_by_one on ledgers_signoff;
drop trigger measures_passed on ledgers_signoff;
drop function ledgers_one_by_one();
drop function ledgers_keep_sign_off();
"""

ONLY_ADDED, CHANGED_AGAIN = append_only(
    "ledgers",
    "change",
    "acceptance",
    "acceptancemember",
    "measureresult",
    "signoff",
    "reopening",
    "photo",
)
