-- What follows every change of an audited table. `guangyue.audit.triggers` runs this after each migration.

create or replace function audit_value(value text) returns text language sql stable as $$
    select nullif(current_setting('guangyue.' || value, true), '')
$$;

-- Keep a row's columns but those that are empty; of a secret column only that it is there.
create or replace function audit_columns(columns jsonb, secrets text[]) returns jsonb language sql immutable as $$
    select jsonb_object_agg(key, case when key = any (secrets) then '"…"'::jsonb else value end)
    from jsonb_each(columns)
    where value <> 'null'::jsonb
$$;

-- Arguments: the column of the primary key, and the secret columns.
create or replace function audit_changes() returns trigger language plpgsql as $$
declare
    key constant text := tg_argv[0];
    secrets constant text[] := tg_argv[1]::text[];
    by_id constant bigint := audit_value('by_id')::bigint;
    by_name constant text := coalesce(audit_value('by_name'), '');
    reference constant text := coalesce(audit_value('reference'), '');
begin
    if tg_op = 'INSERT' then
        insert into audit_record (at, by_id, by_name, reference, action, table_name, row_key, after)
        select now(), by_id, by_name, reference, '新增', tg_table_name, columns ->> key, audit_columns(columns, secrets)
        from (select to_jsonb(fresh) as columns from fresh) as inserted;
    elsif tg_op = 'DELETE' then
        insert into audit_record (at, by_id, by_name, reference, action, table_name, row_key, before)
        select now(), by_id, by_name, reference, '删除', tg_table_name, columns ->> key, audit_columns(columns, secrets)
        from (select to_jsonb(stale) as columns from stale) as deleted;
    elsif tg_op = 'UPDATE' then
        insert into audit_record (at, by_id, by_name, reference, action, table_name, row_key, before, after)
        select now(), by_id, by_name, reference, '修改', tg_table_name, pair.key, change.before, change.after
        from (
            select coalesce(o.columns ->> key, n.columns ->> key) as key, o.columns as o, n.columns as n
            from (select to_jsonb(stale) as columns from stale offset 0) as o  -- offset: made once, not at each use
            full join (select to_jsonb(fresh) as columns from fresh offset 0) as n
                on o.columns ->> key = n.columns ->> key
        ) as pair
        cross join lateral (
            select
                jsonb_object_agg(c.name, case when c.name = any (secrets) then '"…"'::jsonb else pair.o -> c.name end) as before,
                jsonb_object_agg(c.name, case when c.name = any (secrets) then '"…"'::jsonb else pair.n -> c.name end) as after
            from jsonb_object_keys(coalesce(pair.n, pair.o)) as c (name)
            where pair.o -> c.name is distinct from pair.n -> c.name
        ) as change
        where change.before is not null;
    else
        insert into audit_record (at, by_id, by_name, reference, action, table_name)
        values (now(), by_id, by_name, reference, '清空', tg_table_name);
    end if;
    return null;
end
$$;
