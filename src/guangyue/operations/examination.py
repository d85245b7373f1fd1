"""体检: what has to be true of a running city, looked at one by one."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Q
from django.utils.timezone import localdate, localtime

from guangyue.audit.linking import count_waiting
from guangyue.audit.models import Verification
from guangyue.jobs.models import QueuedJob
from guangyue.kit.models import HolidayNotice
from guangyue.kit.refusals import Refused
from guangyue.kit.typesetting.fonts import faces
from guangyue.notifications.models import Delivery, State
from guangyue.operations.connection import OLDEST
from guangyue.operations.memory import available_memory, memory_of

GIGABYTE = 1 << 30
MEGABYTE = 1 << 20
NEEDED = 128  # megabytes
SILENT = 60  # seconds after which a worker that gives no sign of life counts as gone
PATIENCE = timedelta(minutes=10)
NIGHTS = timedelta(days=3)


@dataclass(frozen=True)
class Diagnosis:
    """诊断: whether a part of the city is well, what was seen of it, and what to do when it is not."""

    well: bool
    seen: str
    advice: str = ""

    def __str__(self) -> str:
        return self.seen if self.well or not self.advice else f"{self.seen}。{self.advice}"


def examine(at: datetime) -> Iterator[tuple[str, Diagnosis]]:
    """Every look with its title, in order; what cannot be looked at is not well."""
    for title, look in LOOKS.items():
        try:
            with transaction.atomic():
                diagnosis = look(at)
        except DatabaseError as error:
            reason = str(error).strip().splitlines()[0]
            diagnosis = Diagnosis(False, f"查不到（{reason}）", "请先运行 guangyue migrate")
        yield title, diagnosis


def server(at: datetime) -> Diagnosis:
    (seen,) = _row("select current_setting('server_version')")
    where = connection.settings_dict["HOST"] or "本机"
    return Diagnosis(int(seen.partition(".")[0]) >= OLDEST, f"PostgreSQL {seen}，{where}")


def durability(at: datetime) -> Diagnosis:
    names = ("fsync", "synchronous_commit", "full_page_writes", "data_checksums")
    values = _row("select " + ", ".join(f"current_setting('{name}')" for name in names))
    seen = "、".join(f"{name}={value}" for name, value in zip(names, values, strict=True))
    return Diagnosis("off" not in values[:3], seen, "断电会丢数据：请在数据库里把前三项改为 on")


def state_folder(at: datetime) -> Diagnosis:
    free = shutil.disk_usage(settings.HOME).free
    seen = f"{settings.HOME}，剩余 {free / GIGABYTE:.1f} GB"
    return Diagnosis(free > GIGABYTE, seen, "空间不足 1 GB：请清理磁盘，或用 GY_HOME 换一个目录")


def migrations(at: datetime) -> Diagnosis:
    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    seen = f"差 {missing} 次更新" if missing else "最新"
    return Diagnosis(not missing, seen, "请运行 guangyue migrate")


def fonts(at: datetime) -> Diagnosis:
    try:
        missing = faces().missing
    except Refused as refusal:
        return Diagnosis(False, str(refusal), getattr(refusal, "advice", ""))
    seen = f"没有{'、'.join(missing)}，以宋体代替" if missing else "齐全"
    return Diagnosis(True, seen)


def front_end(at: datetime) -> Diagnosis:
    missing = [str(folder) for _, folder in settings.STATICFILES_DIRS if not any(Path(folder).glob("*"))]
    seen = f"缺少 {'、'.join(missing)}" if missing else "齐全"
    return Diagnosis(not missing, seen, "请执行 python3 gy up 安装")


def worker(at: datetime) -> Diagnosis:
    (alive,) = _row(
        "select count(*) from procrastinate_workers where last_heartbeat > %s", at - timedelta(seconds=SILENT)
    )
    return Diagnosis(alive > 0, f"{alive} 个进程在运行" if alive else "没有运行", "请运行 guangyue run")


def queue(at: datetime) -> Diagnosis:
    due, failed = QueuedJob.objects.due(at=at), QueuedJob.objects.failed().count()
    is_late = due.filter(
        procrastinateevent__type="deferred", procrastinateevent__at__lt=at - PATIENCE
    ).exists()
    seen = f"{due.count()} 项等待，{failed} 项失败"
    return Diagnosis(not failed and not is_late, seen, "请在工作台的“后台任务”页查看原因")


def outbox(at: datetime) -> Diagnosis:
    given_up = Q(state__in=(State.UNKNOWN, State.DEAD))
    left = Q(state=State.WAITING, due_at__lt=at - PATIENCE)
    stuck = Delivery.objects.filter(given_up | left).count()
    return Diagnosis(not stuck, f"{stuck} 条滞留" if stuck else "没有滞留", "请在工作台的“通知投递”页处理")


def calendar(at: datetime) -> Diagnosis:
    year, known = localdate(at).year, HolidayNotice.objects.calendar().years
    provisional = [str(each) for each in (year, year + 1) if each not in known]
    seen = f"已有 {min(known)}—{max(known)} 年"
    if provisional:
        seen += f"；{'、'.join(provisional)} 年放假安排尚未录入，暂按周一至周五推算"
    return Diagnosis(year in known, seen, "请在工作台录入国务院办公厅的放假通知")


def audit_chain(at: datetime) -> Diagnosis:
    waiting = count_waiting()
    last = Verification.objects.order_by("-at").first()
    if last is None:
        return Diagnosis(True, f"还没有核验过（每夜自动核验），{waiting} 条等待入链")
    seen = f"{localtime(last.at):%Y-%m-%d %H:%M} 核验，{'无误' if last.passed else f'{last.faults} 处问题'}"
    well = last.passed and at - last.at < NIGHTS
    return Diagnosis(well, f"{seen}，{waiting} 条等待入链", "请运行 guangyue audit verify 查看详情")


def memory(at: datetime) -> Diagnosis:
    ours, free = memory_of(Path(settings.HOME)) / MEGABYTE, available_memory() / MEGABYTE
    seen = f"全部进程共 {ours:.0f} MB，机器还可用 {free:.0f} MB"
    return Diagnosis(free > NEEDED, seen, "内存将尽：请关闭其他程序，或加内存")


LOOKS: dict[str, Callable[[datetime], Diagnosis]] = {
    "数据库": server,
    "落盘": durability,
    "状态目录": state_folder,
    "表结构": migrations,
    "前端库": front_end,
    "公文字体": fonts,
    "后台任务": worker,
    "任务队列": queue,
    "通知投递": outbox,
    "工作日历": calendar,
    "审计链": audit_chain,
    "内存": memory,
}


def _row(query: str, *parameters: datetime) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters or None)
        row: tuple[Any, ...] = cursor.fetchone() or ()
    return row
