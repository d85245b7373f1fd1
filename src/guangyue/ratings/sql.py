"""What the database itself holds to: ratings stay as they were given, and their sums are kept with them.

The sums are made by the statement that writes the ratings, in one order for all, so that two at once never
wait for each other crosswise. Department, matter, channel and window are judged by cases alone; a hall
also by those who only came by; what was said of a department at a poster stands by itself, as a visit.
"""

NUMBERS = "create sequence ratings_complaint_number;"
NO_NUMBERS = "drop sequence ratings_complaint_number;"

KEPT = """
create function ratings_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a rating is never deleted';
    end if;
    if (old.case_id, old.about, old.way, old.level, old.tags, old.text, old.anonymous, old.by_id, old.at,
        old.matter_id, old.department_id, old.person_id, old.hall_id, old.region_id, old.channel)
       is distinct from
       (new.case_id, new.about, new.way, new.level, new.tags, new.text, new.anonymous, new.by_id, new.at,
        new.matter_id, new.department_id, new.person_id, new.hall_id, new.region_id, new.channel)
       or new.effective and not old.effective then
        raise exception 'a rating stays as it was given';
    end if;
    return new;
end
$$;
create trigger ratings_kept before update or delete on ratings_rating
    for each row execute function ratings_kept();
"""
NOT_KEPT = "drop trigger ratings_kept on ratings_rating; drop function ratings_kept();"

SUBJECTS = """
    ('department', case when case_id is not null and about in ('case', 'department')
                   then department_id::text end),
    ('matter', case when case_id is not null and about in ('case', 'matter') then matter_id::text end),
    ('channel', case when case_id is not null and about in ('case', 'channel') then channel end),
    ('person', case when about in ('case', 'window') then person_id::text end),
    ('hall', case when about in ('case', 'window', 'hall') then hall_id::text end),
    ('visit', case when case_id is null then department_id::text end)
"""


def contributions(table: str, many: int) -> str:
    """What the ratings of a table add to the sums, each `many` times."""
    return f"""
        select (at at time zone 'Asia/Shanghai')::date as day, kind, subject, way, level, {many} as many
        from {table}, lateral (values {SUBJECTS}) as subjects (kind, subject)
        where effective and state = 'counted' and subject is not null
    """  # noqa: S608  (our own words)


def add_up(rows: str) -> str:
    return f"""
        insert into ratings_tally as kept (day, kind, subject, way, level, many)
        select day, kind, subject, way, level, sum(many) from ({rows}) as changed
        group by day, kind, subject, way, level having sum(many) <> 0
        order by kind, subject, day, way, level
        on conflict (kind, subject, day, way, level) do update set many = kept.many + excluded.many
    """  # noqa: S608


SUMS = f"""
create function ratings_given() returns trigger language plpgsql as $$
begin
    {add_up(contributions("added", 1))};
    return null;
end
$$;
create trigger ratings_given after insert on ratings_rating
    referencing new table as added for each statement execute function ratings_given();
create function ratings_settled() returns trigger language plpgsql as $$
begin
    {add_up(contributions("before", -1) + " union all " + contributions("now", 1))};
    return null;
end
$$;
create trigger ratings_settled after update on ratings_rating
    referencing old table as before new table as now for each statement execute function ratings_settled();
"""
NO_SUMS = """
drop trigger ratings_settled on ratings_rating;
drop trigger ratings_given on ratings_rating;
drop function ratings_settled();
drop function ratings_given();
"""

# Which cases were finished in a period, asked by the hour by whoever counts how many were rated.
FINISHED = """
create index ratings_finished_cases on cases_case (closed_at) where phase = 'FINISHED';
"""
NOT_FINISHED = "drop index ratings_finished_cases;"
