"""运行: all rules over all registers on a day, kept so that it can be run again to the same bytes."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from guangyue.jobs.models import Work


class RunQuerySet(models.QuerySet["Run"]):
    def finished(self) -> "RunQuerySet":
        return self.exclude(ended_at=None)

    def applied(self) -> "RunQuerySet":
        """Those whose outcome is where people stand."""
        return self.filter(applies=True)


class Run(models.Model):
    """政策找人的一次运行: for which day, by what was known when, by which versions of which rules.

    A run that `repeats` another is judged by what was known then, and changes nothing.
    """

    on = models.DateField("针对日期")
    known_at = models.DateTimeField("数据截至")
    applies = models.BooleanField("更新名单")
    repeats = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="repetitions", verbose_name="重算的运行"
    )
    rules = models.JSONField("政策规则的版本")  # of each policy, its versions by their fingerprints
    figures = models.CharField("参数版本", max_length=64)
    buckets = models.JSONField("分桶")  # of each, the first and last number of persons and of firms
    work = models.ForeignKey(Work, models.SET_NULL, null=True, related_name="+", verbose_name="长任务")
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="发起人"
    )
    started_at = models.DateTimeField("开始")
    ended_at = models.DateTimeField("结束", null=True)

    objects = RunQuerySet.as_manager()

    class Meta:
        verbose_name = "政策找人运行"
        indexes = (models.Index(fields=["on", "-id"], name="runs_of_a_day"),)

    def __str__(self) -> str:
        return f"政策找人（{self.on:%Y-%m-%d}）"

    def get_absolute_url(self) -> str:
        return reverse("entitlements:run", args=[self.pk])

    @property
    def state(self) -> str:
        if self.ended_at:
            return "已完成"
        return self.work.get_state_display() if self.work else "已中断"

    @property
    def agrees(self) -> bool | None:
        """Of a repetition, whether every bucket came out as it was; None while it is under way."""
        if self.repeats is None or self.ended_at is None:
            return None
        return self.repeats.hashes() == self.hashes()

    def hashes(self) -> list[tuple[int, int, str, str]]:
        return [*self.parts.order_by("number").values_list("number", "rows", "sha256", "data_sha256")]


class RunBucket(models.Model):
    """一个分桶的结果: how many rows its file has, and the hashes of the file and of what it was judged on."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="parts", verbose_name="运行")
    number = models.PositiveIntegerField("分桶")
    rows = models.PositiveIntegerField("行数")
    sha256 = models.CharField("结果校验值", max_length=64)
    data_sha256 = models.CharField("数据校验值", max_length=64)
    seconds = models.FloatField("用时（秒）")

    class Meta:
        verbose_name = "运行的分桶"
        constraints = (models.UniqueConstraint(fields=["run", "number"], name="bucket_of_a_run_once"),)

    @property
    def file(self) -> str:
        return f"{self.number:05d}.parquet"


class Heard(models.Model):
    """听到哪里: the last fact and the last move of an application that was looked at; one row."""

    fact = models.BigIntegerField("事实", default=0)
    move = models.BigIntegerField("流转", default=0)

    class Meta:
        verbose_name = "新情况的位置"
