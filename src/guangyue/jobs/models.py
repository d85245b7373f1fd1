"""What we keep beside the queue's own tables: receipts and failures of jobs, and long work."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

from guangyue.jobs.declarations import background
from guangyue.kit.progress import Progress


class Receipt(models.Model):
    """回执: this job has been done. Committed with what the job did: neither is there without the other."""

    job = models.OneToOneField(ProcrastinateJob, models.DO_NOTHING, primary_key=True, db_constraint=False)
    at = models.DateTimeField("办结时间")

    class Meta:
        verbose_name = "后台任务回执"


class Failure(models.Model):
    """失败: one run of a job that came to nothing, and why."""

    job = models.ForeignKey(ProcrastinateJob, models.DO_NOTHING, related_name="failures", db_constraint=False)
    at = models.DateTimeField("时间")
    reason = models.TextField("原因")
    trace = models.TextField("出错位置")

    class Meta:
        verbose_name = "后台任务失败"
        ordering = ("-at", "-pk")


class Intervention(models.Model):
    """人工处理: somebody put a failed job back into the queue, or took a waiting one out."""

    class What(models.TextChoices):
        RETRY = "retry", "重新排队"
        WITHDRAWAL = "withdrawal", "撤回"

    job = models.ForeignKey(
        ProcrastinateJob, models.DO_NOTHING, related_name="interventions", db_constraint=False
    )
    what = models.CharField("处理", max_length=16, choices=What)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="处理人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "后台任务人工处理"


JOB_STATES = {
    "todo": "等待",
    "doing": "运行中",
    "succeeded": "已完成",
    "failed": "失败",
    "cancelled": "已撤回",
    "aborted": "已中止",
}


class QueuedJobQuerySet(QuerySet["QueuedJob"]):
    def waiting(self) -> "QueuedJobQuerySet":
        return self.filter(status="todo")

    def due(self, *, at: datetime) -> "QueuedJobQuerySet":
        """Those that a worker would take now."""
        return self.waiting().filter(Q(scheduled_at=None) | Q(scheduled_at__lte=at))

    def running(self) -> "QueuedJobQuerySet":
        return self.filter(status="doing")

    def failed(self) -> "QueuedJobQuerySet":
        return self.filter(status="failed")

    def worth_showing(self) -> "QueuedJobQuerySet":
        """All but what the timetable brought and went well: its page says when that was."""
        periodic = [entry.job.key for entry in background().timetable]
        return self.exclude(status="succeeded", task_name__in=periodic)

    def with_history(self) -> "QueuedJobQuerySet":
        """When each was deferred, when it last changed hands, and why it failed last."""
        events = ProcrastinateEvent.objects.filter(job=OuterRef("pk"))
        failures = Failure.objects.filter(job=OuterRef("pk"))
        return self.annotate(
            deferred_at=Subquery(events.filter(type="deferred").values("at")[:1]),
            moved_at=Subquery(events.exclude(type="scheduled").order_by("-pk").values("at")[:1]),
            reason=Subquery(failures.values("reason")[:1]),
        )


class QueuedJob(ProcrastinateJob):
    """队列中的任务: a job as the queue keeps it."""

    objects = QueuedJobQuerySet.as_manager()  # type: ignore[assignment, misc]

    class Meta:
        proxy = True
        verbose_name = "队列中的任务"

    def get_absolute_url(self) -> str:
        return reverse("jobs:job", args=[self.pk])

    @property
    def title(self) -> str:
        return background().title_of(self.task_name)

    @property
    def state(self) -> str:
        return JOB_STATES[self.status]

    @property
    def arguments(self) -> str:
        """What it was deferred with; the moment of a periodic job says nothing more than when it was."""
        return "，".join(f"{key} = {value}" for key, value in self.args.items() if key != "timestamp") or "无"


class State(models.TextChoices):
    WAITING = "waiting", "等待开始"
    RUNNING = "running", "进行中"
    DONE = "done", "已完成"
    FAILED = "failed", "出错停下"
    CANCELLED = "cancelled", "已取消"


OPEN = (State.WAITING, State.RUNNING)
STOPPED = (State.FAILED, State.CANCELLED)


class WorkQuerySet(models.QuerySet["Work"]):
    def of(self, person: Any) -> "WorkQuerySet":
        return self.filter(started_by=person)

    def ended_before(self, moment: datetime) -> "WorkQuerySet":
        return self.filter(ended_at__lt=moment)


class Work(models.Model):
    """长任务: a long piece of work that a person watches. Each of its steps is kept with how far it came."""

    kind = models.CharField("种类", max_length=64)
    title = models.CharField("名称", max_length=200)
    options = models.JSONField("要求", default=dict)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="发起人"
    )
    started_at = models.DateTimeField("发起时间")
    state = models.CharField("状态", max_length=16, choices=State, default=State.WAITING)
    done = models.BigIntegerField("已完成", default=0)
    total = models.BigIntegerField("总数", default=0)
    checkpoint = models.JSONField("断点", default=dict)
    message = models.TextField("说明", blank=True)
    result = models.CharField("结果文件", max_length=200, blank=True)
    ended_at = models.DateTimeField("结束时间", null=True)

    objects = WorkQuerySet.as_manager()

    class Meta:
        verbose_name = "长任务"
        indexes = (models.Index(fields=["started_by", "-id"], name="works_of_a_person"),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("jobs:work", args=[self.pk])

    @property
    def opens(self) -> str:
        """The page where what it made is seen; empty while it is not done, or when there is none."""
        kind = next((kind for kind in background().works if kind.key == self.kind), None)
        return kind.opens(self.options) if kind and kind.opens and self.state == State.DONE else ""

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_being_cancelled(self) -> bool:
        return self.is_open and Cancellation.objects.filter(work=self).exists()

    @property
    def is_stopped(self) -> bool:
        return self.state in STOPPED

    @property
    def percent(self) -> int:
        if self.state == State.DONE:
            return 100
        return min(99, self.done * 100 // self.total) if self.total else 0

    @property
    def folder(self) -> Path:
        """Where its steps keep their files."""
        return Path(settings.MEDIA_ROOT) / "works" / str(self.pk)

    def take(self, progress: Progress) -> None:
        """Now it has come as far as this."""
        self.done, self.total = progress.done, progress.total
        self.checkpoint = dict(progress.checkpoint)
        self.message, self.result = progress.message, progress.result


class Cancellation(models.Model):
    """取消: somebody asked that the work stop. A row of its own: a step holds the row of its work."""

    work = models.OneToOneField(Work, models.CASCADE, related_name="cancellation")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="取消人")
    at = models.DateTimeField("取消时间")

    class Meta:
        verbose_name = "取消长任务"
