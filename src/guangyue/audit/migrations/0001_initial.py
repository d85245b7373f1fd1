"""The tables of the trail, in SQL: what keeps them append-only is a part of them, and `flush` must not empty them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


TABLES = """
create table audit_record (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    by_id bigint,
    by_name text not null default '',
    reference text not null default '',
    action text not null,
    table_name text not null default '',
    row_key text not null default '',
    before jsonb,
    after jsonb,
    detail jsonb
);
create index audit_record_of_row on audit_record (table_name, row_key, id);
create index audit_record_of_person on audit_record (by_name, id);
create index audit_record_of_reference on audit_record (reference, id);
create index audit_record_of_action on audit_record (action, id);
create index audit_record_of_time on audit_record using brin (at);

-- Records that wait for their link. A record is added when its transaction commits, whatever its number.
create table audit_unlinked (
    record_id bigint primary key
);

-- Each link but the first hangs on the one before: numbers have no gap.
create table audit_link (
    number bigint primary key check (number > 0),
    previous bigint generated always as (nullif(number - 1, 0)) stored references audit_link (number),
    record_id bigint not null unique references audit_record (id),
    algorithm text not null,
    digest text not null
);

-- A head that was noted down, to be compared with the chain ever after.
create table audit_anchor (
    number bigint primary key references audit_link (number),
    digest text not null,
    at timestamptz not null
);

-- The text of a record that its link seals, to the byte.
create function audit_text(record audit_record) returns text language sql stable as $$
    select jsonb_build_object(
        'id', record.id,
        'at', to_char(record.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'by', record.by_id,
        'name', record.by_name,
        'reference', record.reference,
        'action', record.action,
        'table', record.table_name,
        'row', record.row_key,
        'before', record.before,
        'after', record.after,
        'detail', record.detail
    )::text
$$;

create function audit_await_link() returns trigger language plpgsql as $$
begin
    insert into audit_unlinked select id from fresh;
    return null;
end
$$;
create trigger await_link after insert on audit_record
    referencing new table as fresh for each statement execute function audit_await_link();

create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception '审计记录只能增加，不能修改、删除（% %）', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete or truncate on audit_record
    for each statement execute function audit_refuse();
create trigger append_only before update or delete or truncate on audit_link
    for each statement execute function audit_refuse();
create trigger append_only before update or delete or truncate on audit_anchor
    for each statement execute function audit_refuse();
create trigger append_only before update or truncate on audit_unlinked
    for each statement execute function audit_refuse();

create function audit_refuse_unlinked() returns trigger language plpgsql as $$
begin
    if exists (select from stale where not exists (select from audit_link where record_id = stale.record_id)) then
        raise exception '审计记录还没有入链' using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
create trigger linked_first after delete on audit_unlinked
    referencing old table as stale for each statement execute function audit_refuse_unlinked();
"""

NO_TABLES = """
drop table audit_anchor, audit_link, audit_unlinked, audit_record cascade;
drop function audit_refuse_unlinked, audit_refuse, audit_await_link;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(TABLES, NO_TABLES),
        migrations.CreateModel(
            name="Link",
            fields=[
                (
                    "number",
                    models.BigIntegerField(primary_key=True, serialize=False, verbose_name="链上序号"),
                ),
                ("algorithm", models.TextField(verbose_name="算法")),
                ("digest", models.TextField(verbose_name="摘要")),
            ],
            options={
                "verbose_name": "审计链",
                "db_table": "audit_link",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Record",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("by_id", models.BigIntegerField(null=True, verbose_name="账户号")),
                ("by_name", models.TextField(verbose_name="操作人")),
                ("reference", models.TextField(verbose_name="参考编号")),
                ("action", models.TextField(verbose_name="操作")),
                ("table_name", models.TextField(verbose_name="表")),
                ("row_key", models.TextField(verbose_name="行")),
                ("before", models.JSONField(null=True, verbose_name="此前")),
                ("after", models.JSONField(null=True, verbose_name="此后")),
                ("detail", models.JSONField(null=True, verbose_name="详情")),
            ],
            options={
                "verbose_name": "审计记录",
                "db_table": "audit_record",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Anchor",
            fields=[
                (
                    "link",
                    models.OneToOneField(
                        db_column="number",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="audit.link",
                        verbose_name="链上序号",
                    ),
                ),
                ("digest", models.TextField(verbose_name="摘要")),
                ("at", models.DateTimeField(verbose_name="留存时间")),
            ],
            options={
                "verbose_name": "留存的链头",
                "db_table": "audit_anchor",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Verification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="核验时间")),
                ("head_number", models.BigIntegerField(verbose_name="链头序号")),
                ("head_digest", models.TextField(verbose_name="链头摘要")),
                ("faults", models.PositiveBigIntegerField(verbose_name="问题数")),
                ("sentences", models.JSONField(default=list, verbose_name="问题")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核验人",
                    ),
                ),
            ],
            options={
                "verbose_name": "审计链核验",
                "get_latest_by": ("at", "pk"),
            },
        ),
    ]
