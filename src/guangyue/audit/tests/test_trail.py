"""The trail of what changes: who, when, which row, before and after; and that nobody can change the trail."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from guangyue.audit.acting import acting
from guangyue.audit.declarations import trail
from guangyue.audit.models import Record
from guangyue.audit.recording import record
from guangyue.audit.tests.conftest import NOON
from guangyue.audit.triggers import WHERE, install
from guangyue.audit.wording import Change
from guangyue.kit.refusals import under_reference

pytestmark = pytest.mark.django_db

User = get_user_model()


def open_account(name: str = "李明", **columns: Any) -> Any:
    return User._default_manager.create(
        kind="citizen", username="liming", name=name, opened_at=NOON, **columns
    )


def trail_of(row: Any) -> list[Record]:
    return list(Record.objects.of_row(row).order_by("pk"))


def test_a_row_that_is_added_is_kept_with_its_columns() -> None:
    (added,) = trail_of(open_account())

    assert (added.action, added.table, added.before) == ("新增", "账户", None)
    assert (added.after or {})["name"] == "李明"


def test_a_change_keeps_the_changed_columns_before_and_after() -> None:
    account = open_account()
    account.name = "李鸣"
    account.save()

    changed = trail_of(account)[-1]
    assert changed.action == "修改"
    assert list(changed.changes()) == [Change("姓名或者名称", "李明", "李鸣")]


def test_the_pages_say_values_as_people_do_and_hide_what_is_personal() -> None:
    added = trail_of(open_account(phone="13800000000"))[0]

    said = {change.column: change.after for change in added.changes()}
    assert (said["类别"], said["启用"], said["手机号"]) == ("个人", "是", "138****0000")
    assert added.summary == "李明"


def test_saving_what_is_the_same_leaves_no_trace() -> None:
    account = open_account()

    account.save()

    assert len(trail_of(account)) == 1


def test_a_row_that_is_deleted_is_kept_as_it_was() -> None:
    account = open_account()
    key = account.pk
    account.delete()

    deleted = Record.objects.get(row_key=str(key), action="删除")
    assert (deleted.before or {})["name"] == "李明"


def test_every_row_of_a_statement_is_kept() -> None:
    for number in range(3):
        User._default_manager.create(kind="staff", username=f"staff{number}", name="王工", opened_at=NOON)

    User._default_manager.filter(name="王工").update(name="王工程师")

    assert Record.objects.filter(action="修改", after__name="王工程师").count() == 3


def test_a_password_never_reaches_the_trail_but_that_it_changed_does() -> None:
    account = open_account()
    account.set_password("correct horse battery staple")
    account.save()

    changed = trail_of(account)[-1]
    assert (changed.after or {})["password"] == "…"
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from audit_record where audit_text(audit_record) like %s",
            [f"%{account.password}%"],
        )
        assert cursor.fetchone() == (0,)


def test_who_acts_and_the_reference_stand_in_the_trail(auditor: Any) -> None:
    with under_reference("K7M2"), acting(by=auditor):
        account = open_account()

    (added,) = trail_of(account)
    assert (added.by_id, added.by_name, added.reference) == (auditor.pk, "审计员", "K7M2")


def test_the_innermost_actor_counts_and_the_outer_one_comes_back(auditor: Any) -> None:
    with acting(by=auditor):
        with acting(name="每夜清理"):
            account = open_account()
        User._default_manager.filter(pk=account.pk).update(name="李鸣")
    User._default_manager.filter(pk=account.pk).update(name="李名")

    assert [record.by_name for record in trail_of(account)] == ["每夜清理", "审计员", ""]


@pytest.mark.django_db(transaction=True)
def test_a_change_outside_any_transaction_names_who_acts(auditor: Any) -> None:
    with acting(by=auditor):
        account = open_account()
    account.name = "李鸣"
    account.save()

    assert [record.by_name for record in trail_of(account)] == ["审计员", ""]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("WITH held AS (SELECT 1) SELECT * FROM held", 0),
        ("WITH gone AS (DELETE FROM accounts_grant RETURNING id) SELECT count(*) FROM gone", 1),
        ("\nupdate accounts_user SET name = name", 1),
    ],
)
def test_only_a_change_is_preceded_by_a_name(auditor: Any, change: str, told: int) -> None:
    with acting(by=auditor), CaptureQueriesContext(connection) as asked, connection.cursor() as cursor:
        cursor.execute(change)

    assert [query["sql"] for query in asked].count("BEGIN") == told


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_begins_by_reading_names_who_acts(auditor: Any) -> None:
    account = open_account()

    with acting(by=auditor), transaction.atomic():
        locked = User._default_manager.select_for_update().get(pk=account.pk)
        with transaction.atomic():
            locked.name = "李鸣"
            locked.save()

    assert trail_of(account)[-1].by_name == "审计员"


@pytest.mark.django_db(transaction=True)
def test_a_name_does_not_outlast_the_act_within_a_transaction(auditor: Any) -> None:
    with transaction.atomic():
        with acting(by=auditor):
            account = open_account()
        account.name = "李鸣"
        account.save()

    assert [record.by_name for record in trail_of(account)] == ["审计员", ""]


def test_an_act_that_changes_no_row_is_recorded(auditor: Any) -> None:
    account = open_account()

    with under_reference("K7M2"):
        record(action="查看", subject=account, detail={"事由": "核对身份"}, by=auditor, at=NOON)

    looked = trail_of(account)[-1]
    assert (looked.action, looked.who, looked.at, looked.detail) == (
        "查看",
        "审计员",
        NOON,
        {"事由": "核对身份"},
    )
    assert looked.reference == "K7M2"


@pytest.mark.parametrize("table", ["audit_record", "audit_link", "audit_anchor", "audit_unlinked"])
@pytest.mark.parametrize("change", ["update {} set {} = null", "delete from {}", "truncate {} cascade"])
def test_nobody_changes_the_trail(table: str, change: str) -> None:
    open_account()
    column = {"audit_record": "detail", "audit_unlinked": "record_id"}.get(table, "digest")

    with pytest.raises(DatabaseError, match="审计记录"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change.format(table, column))


def test_emptying_an_audited_table_leaves_a_trace() -> None:
    with connection.cursor() as cursor:
        cursor.execute("truncate jobs_cancellation")

    assert Record.objects.filter(action="清空", table_name="jobs_cancellation").exists()


def test_a_role_of_the_application_may_add_to_the_trail_and_nothing_else() -> None:
    with connection.cursor() as cursor:
        cursor.execute("create role the_application")
        cursor.execute("grant all on all tables in schema public to the_application")
        install(trail())

        cursor.execute(
            "select privilege, has_table_privilege('the_application', 'audit_record', privilege)"
            " from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) as privilege"
        )
        allowed = dict(cursor.fetchall())

    assert allowed == {"select": True, "insert": True, "update": False, "delete": False, "truncate": False}


def test_every_table_of_ours_is_audited_or_left_out_with_a_reason() -> None:
    declared = trail()
    with connection.cursor() as cursor:
        cursor.execute(WHERE)
        audited = {table for (table,) in cursor.fetchall()}

    ours = {model._meta.db_table for model in declared.models() if ".tests." not in model.__module__}
    assert audited == ours
    assert audited >= {"accounts_user", "mfa_authenticator", "jobs_cancellation"}
    assert all(len(reason) >= 4 for reason in declared.left_out.values())
    assert {model._meta.label for model in declared.candidates()} >= set(declared.left_out)


def test_what_is_declared_is_there() -> None:
    declared = trail()

    for label, columns in declared.secrets.items():
        assert {field.column for field in apps.get_model(label)._meta.concrete_fields} >= set(columns)
    for label, masks in declared.masks.items():
        assert {field.column for field in apps.get_model(label)._meta.concrete_fields} >= set(masks)
    for label in declared.also:
        assert apps.get_model(label) in declared.models()


def test_a_table_that_is_no_longer_audited_loses_its_triggers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("create table audit_of_yesterday (id bigint)")
        cursor.execute(
            "create trigger audit_truncate after truncate on audit_of_yesterday"
            " for each statement execute function audit_changes('id', '{}')"
        )
        install(trail())
        cursor.execute(WHERE)
        assert ("audit_of_yesterday",) not in cursor.fetchall()
