from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.audit.models import Verification
from guangyue.notifications.models import Delivery, Notification, State
from guangyue.operations.examination import Diagnosis, examine

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


def diagnoses(at: datetime = NOON) -> dict[str, Diagnosis]:
    return dict(examine(at))


def with_worker(*, last_seen: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute("insert into procrastinate_workers (last_heartbeat) values (%s)", [last_seen])


def with_job(status: str, *, deferred: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_jobs (queue_name, task_name, status) values ('default', 'any', %s)",
            [status],
        )
        cursor.execute("update procrastinate_events set at = %s", [deferred])


def with_delivery(state: State, *, due: datetime) -> None:
    citizen = User.objects.create(kind="citizen", username="citizen", name="李明", opened_at=NOON)
    told = Notification.objects.create(to=citizen, key="any", title="办结通知", body="", at=NOON)
    Delivery.objects.create(
        notification=told, channel="mail", address="a@example.cn", state=state, due_at=due
    )


def verified(at: datetime, *, faults: int = 0) -> None:
    Verification.objects.create(at=at, by=None, head_number=9, head_digest="digest", faults=faults)


def test_a_city_with_a_worker_is_well() -> None:
    with_worker(last_seen=NOON - timedelta(seconds=20))

    ill = {title: str(diagnosis) for title, diagnosis in diagnoses().items() if not diagnosis.well}

    assert set(ill) <= {"落盘"}  # the servers of tests do not wait for the disk


def test_settings_under_which_power_loss_loses_data_are_named() -> None:
    with connection.cursor() as cursor:
        cursor.execute("set synchronous_commit = off")

    diagnosis = diagnoses()["落盘"]

    assert not diagnosis.well
    assert "synchronous_commit=off" in str(diagnosis)


@pytest.mark.parametrize("seconds", [61, 3600])
def test_a_worker_that_fell_silent_is_missed(seconds: int) -> None:
    with_worker(last_seen=NOON - timedelta(seconds=seconds))

    assert str(diagnoses()["后台任务"]) == "没有运行。请运行 guangyue run"


def test_a_failed_job_is_pointed_out() -> None:
    with_job("failed", deferred=NOON)

    assert not diagnoses()["任务队列"].well


@pytest.mark.parametrize(("minutes", "well"), [(10, True), (11, False)])
def test_a_job_may_wait_ten_minutes(minutes: int, *, well: bool) -> None:
    with_job("todo", deferred=NOON - timedelta(minutes=minutes))

    diagnosis = diagnoses()["任务队列"]

    assert diagnosis.seen == "1 项等待，0 项失败"
    assert diagnosis.well is well


@pytest.mark.parametrize(
    ("state", "minutes", "well"),
    [
        (State.WAITING, 10, True),
        (State.WAITING, 11, False),
        (State.SENT, 11, True),
        (State.UNKNOWN, 0, False),
        (State.DEAD, 0, False),
    ],
)
def test_a_notification_that_does_not_get_out_is_pointed_out(
    state: State, minutes: int, *, well: bool
) -> None:
    with_delivery(state, due=NOON - timedelta(minutes=minutes))

    assert diagnoses()["通知投递"].well is well


def test_a_year_without_its_holiday_notice_is_named() -> None:
    this_year, far = diagnoses()["工作日历"], diagnoses(datetime(2040, 3, 2, tzinfo=UTC))["工作日历"]

    assert this_year.well
    assert "2027 年放假安排尚未录入" in this_year.seen
    assert not far.well
    assert "2040、2041 年放假安排尚未录入" in far.seen


def test_the_chain_is_to_be_verified_every_night_and_without_fault() -> None:
    assert diagnoses()["审计链"].well

    verified(NOON - timedelta(hours=10))
    assert diagnoses()["审计链"].well
    assert not diagnoses(NOON + timedelta(days=4))["审计链"].well

    verified(NOON, faults=2)
    assert "2 处问题" in str(diagnoses()["审计链"])
    assert not diagnoses()["审计链"].well


def test_missing_front_end_packages_are_named(folder: Path, settings: Settings) -> None:
    settings.STATICFILES_DIRS = [("vendor", folder / "vendor")]

    assert str(diagnoses()["前端库"]) == f"缺少 {folder / 'vendor'}。请执行 python3 gy up 安装"


def test_a_table_that_is_not_there_is_a_finding_and_no_stack_trace() -> None:
    with connection.cursor() as cursor:
        cursor.execute("alter table procrastinate_workers rename to elsewhere")

    assert "请先运行 guangyue migrate" in str(diagnoses()["后台任务"])


def test_the_command_ends_with_one_when_something_is_not_well() -> None:
    said = StringIO()

    with pytest.raises(SystemExit) as ended:
        call_command("doctor", stdout=said)

    lines = said.getvalue().splitlines()
    assert ended.value.code == 1
    assert "✗ 后台任务：没有运行。请运行 guangyue run" in lines
    assert all(line[0] in "✓✗" for line in lines)
