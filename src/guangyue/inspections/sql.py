"""What the database itself holds to, whoever writes: numbers given once, snapshots that stay once they are
committed to, batches that only go forward, and rows that are only added."""

from guangyue.inspections.states import FIXED, ROAD, State

SEQUENCES = ("inspections_batch_number", "inspections_visit_number", "inspections_clue_number")
NUMBERS = "".join(f"create sequence {name};\n" for name in SEQUENCES)
NO_NUMBERS = "".join(f"drop sequence {name};\n" for name in SEQUENCES)

ROAD_ARRAY = f"array[{', '.join(repr(state.name) for state in ROAD)}]"
FIXED_LIST = ", ".join(repr(name) for name in FIXED)
COMMITTED_TO_AT_FIRST = (
    "number, line_id, organisation_id, population, n, weights, slots, salt, plan_hash, commitment, "
    "in_scope, wider_hash, source, source_at, committed_at"
)
COMMITTED_TO = f"{COMMITTED_TO_AT_FIRST}, algorithm"
SET_ONCE = ("public_value", "seed", "completed_at", "publish_by", "published_at")


def of(row: str, columns: str) -> str:
    return f"({', '.join(f'{row}.{column}' for column in columns.split(', '))})"


def set_once(column: str) -> str:
    return f"""
    if coalesce(old.{column}::text, '') <> '' and new.{column} is distinct from old.{column} then
        raise exception '{column} of a batch is set once' using errcode = 'integrity_constraint_violation';
    end if;"""


def keep_batch(committed_to: str) -> str:
    return f"""
create or replace function inspections_keep_batch() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.state <> '{State.CREATED.name}' then
            raise exception 'a committed batch stays' using errcode = 'integrity_constraint_violation';
        end if;
        return old;
    end if;
    if array_position({ROAD_ARRAY}, new.state::text) - array_position({ROAD_ARRAY}, old.state::text)
       not in (0, 1) then
        raise exception 'a batch goes forward step by step' using errcode = 'integrity_constraint_violation';
    end if;
    if old.state in ({FIXED_LIST})
       and {of("old", committed_to)} is distinct from {of("new", committed_to)} then
        raise exception 'what a batch committed to stays' using errcode = 'integrity_constraint_violation';
    end if;{"".join(map(set_once, SET_ONCE))}
    return new;
end $$;
"""


ROADS = f"""{keep_batch(COMMITTED_TO_AT_FIRST)}
create trigger kept before update or delete on inspections_batch
    for each row execute function inspections_keep_batch();
"""
NO_ROADS = "drop trigger kept on inspections_batch; drop function inspections_keep_batch();\n"

SNAPSHOT_TABLES = ("inspections_target", "inspections_rosterentry", "inspections_recusalentry")
# Statement by statement: a list of a hundred thousand is asked about once.
SNAPSHOTS = f"""
create function inspections_keep_snapshot() returns trigger language plpgsql as $$
begin
    if exists (select from touched join inspections_batch batch on batch.id = touched.batch_id
               where batch.state <> '{State.CREATED.name}') then
        raise exception 'a committed snapshot stays' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
""" + "".join(
    f"""
create trigger snapshot_{event} after {event} on {table}
    referencing {transition} table as touched for each statement execute function inspections_keep_snapshot();
"""
    for table in SNAPSHOT_TABLES
    for event, transition in (("insert", "new"), ("update", "old"), ("delete", "old"))
)
NO_SNAPSHOTS = (
    "".join(
        f"drop trigger snapshot_{event} on {table};\n"
        for table in SNAPSHOT_TABLES
        for event in ("insert", "update", "delete")
    )
    + "drop function inspections_keep_snapshot();\n"
)

DRAWS = f"""
create function inspections_drawn_once() returns trigger language plpgsql as $$
begin
    if exists (select from touched join inspections_batch batch on batch.id = touched.batch_id
               where batch.state <> '{State.SEEDED.name}') then
        raise exception 'a batch is drawn once' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger drawn_once after insert on inspections_drawn
    referencing new table as touched for each statement execute function inspections_drawn_once();
create function inspections_matched_once() returns trigger language plpgsql as $$
begin
    if exists (select from touched join inspections_drawn drawn on drawn.id = touched.drawn_id
               join inspections_batch batch on batch.id = drawn.batch_id
               where batch.state <> case when touched.wider then '{State.MATCHED.name}'
                                         else '{State.DRAWN.name}' end) then
        raise exception 'a batch is matched once' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger matched_once after insert on inspections_seat
    referencing new table as touched for each statement execute function inspections_matched_once();
"""  # noqa: S608  (our own words)
NO_DRAWS = """
drop trigger matched_once on inspections_seat;
drop function inspections_matched_once();
drop trigger drawn_once on inspections_drawn;
drop function inspections_drawn_once();
"""

# Who is visited is who was drawn, and who visits is who was matched.
AS_DRAWN = """
create or replace function inspections_visit_as_drawn() returns trigger language plpgsql as $$
begin
    if new.drawn_id is not null and not exists (
        select from inspections_drawn drawn join inspections_target target on target.id = drawn.target_id
        where drawn.id = new.drawn_id and drawn.batch_id = new.batch_id
          and target.subject_id = new.subject_id
    ) then
        raise exception 'who is visited is who was drawn' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
"""
AS_MATCHED = """
create or replace function inspections_team_as_matched() returns trigger language plpgsql as $$
begin
    if exists (
        select from inspections_visit visit
        where visit.id = new.visit_id and visit.drawn_id is not null and not exists (
            select from inspections_seat seat join inspections_rosterentry entry on entry.id = seat.entry_id
            where seat.drawn_id = visit.drawn_id and entry.inspector_id = new.inspector_id
        )
    ) then
        raise exception 'who visits is who was matched' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
"""
TEAMS = f"""{AS_DRAWN}{AS_MATCHED}
create trigger as_drawn before insert or update on inspections_visit
    for each row execute function inspections_visit_as_drawn();
create trigger as_matched before insert or update on inspections_member
    for each row execute function inspections_team_as_matched();
"""
NO_TEAMS = """
drop trigger as_matched on inspections_member;
drop function inspections_team_as_matched();
drop trigger as_drawn on inspections_visit;
drop function inspections_visit_as_drawn();
"""

ONLY_ADDED = ("drawn", "seat", "lookatnames", "planrevision", "procedure", "finding", "publishedresult")
APPEND_ONLY = """
create function inspections_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is only added to', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger append_only before update on inspections_batchmove
    for each row execute function inspections_refuse_change();
create trigger snapshot_delete after delete on inspections_batchmove
    referencing old table as touched for each statement execute function inspections_keep_snapshot();
""" + "".join(
    f"create trigger append_only before update or delete on inspections_{table} "
    "for each row execute function inspections_refuse_change();\n"
    for table in ONLY_ADDED
)
NOT_APPEND_ONLY = (
    "drop trigger snapshot_delete on inspections_batchmove;\n"
    + "".join(f"drop trigger append_only on inspections_{table};\n" for table in (*ONLY_ADDED, "batchmove"))
    + "drop function inspections_refuse_change();"
)


# Visits of one unit alone go together, and to a joint visit go the teams that were matched for any of them.
OF_ONE_UNIT = """
create function inspections_joined_of_one_unit() returns trigger language plpgsql as $$
begin
    if not exists (
        select from inspections_visit host
        where host.id = new.joined_into_id and host.joined_into_id is null
          and host.subject_id = new.subject_id
    ) then
        raise exception 'visits of one unit go together' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger of_one_unit before insert or update of joined_into_id on inspections_visit
    for each row when (new.joined_into_id is not null) execute function inspections_joined_of_one_unit();
"""
NOT_OF_ONE_UNIT = """
drop trigger of_one_unit on inspections_visit;
drop function inspections_joined_of_one_unit();
"""
AS_MATCHED_TOGETHER = """
create or replace function inspections_team_as_matched() returns trigger language plpgsql as $$
begin
    if exists (
        select from inspections_visit visit
        where visit.id = new.visit_id and visit.drawn_id is not null and not exists (
            select from inspections_visit part
            join inspections_seat seat on seat.drawn_id = part.drawn_id
            join inspections_rosterentry entry on entry.id = seat.entry_id
            where visit.id in (part.id, part.joined_into_id) and entry.inspector_id = new.inspector_id
        )
    ) then
        raise exception 'who visits is who was matched' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
"""
ANSWERS_ONLY_ADDED = """
create trigger append_only before update or delete on inspections_jointanswer
    for each row execute function inspections_refuse_change();
"""
ANSWERS_CHANGED = "drop trigger append_only on inspections_jointanswer;\n"
