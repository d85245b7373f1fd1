"""What the database itself sees to: statements of facts, looks and enquiries are added and never changed, and
people are counted."""

from guangyue.kit.append_only import append_only

KEEP, LET_GO = append_only("registries", "fact", "lookup", "enquiry")

# Who comes and who goes, at each event on the table of persons.
COMING = "select region_id, sex, birth_date, 1 as persons from fresh"
GOING = "select region_id, sex, birth_date, -1 as persons from stale"
CHANGES = {
    "insert": ("new table as fresh", COMING),
    "delete": ("old table as stale", GOING),
    "update": ("old table as stale new table as fresh", f"{COMING} union all {GOING}"),
}

COUNT = "".join(
    f"""
create function registries_count_{event}() returns trigger language plpgsql as $$
begin
    -- Always in one order: transactions that count the same heads wait for each other, and never in a circle.
    insert into registries_headcount as counted (region_id, sex, born, persons)
    select region_id, sex, extract(year from birth_date), sum(persons) from ({changed}) as changed
    group by 1, 2, 3 having sum(persons) <> 0 order by 1, 2, 3
    on conflict (region_id, sex, born) do update set persons = counted.persons + excluded.persons;
    return null;
end
$$;
create trigger registries_count_{event} after {event} on registries_person referencing {rows}
for each statement execute function registries_count_{event}();
"""  # noqa: S608
    for event, (rows, changed) in CHANGES.items()
)

STOP_COUNTING = "".join(
    f"drop trigger registries_count_{event} on registries_person; drop function registries_count_{event}();\n"
    for event in CHANGES
)
