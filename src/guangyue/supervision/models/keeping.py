"""接入系统、业务培训、省级报送: through what acts come, who may enter them, and what the province got."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation
from guangyue.supervision.models.acts import ActRevision


class SourceSystemQuerySet(models.QuerySet["SourceSystem"]):
    def live(self) -> "SourceSystemQuerySet":
        return self.filter(ended_at=None)

    def within(self, scope: Scope) -> "SourceSystemQuerySet":
        return self.filter(scope.rows(region="office__region_id", organisation="office_id"))


class SourceSystem(models.Model):
    """接入系统: a system of an office, by which its acts come in, signed with a secret that both know."""

    key = models.SlugField("标识", max_length=60, unique=True)
    title = models.CharField("系统名称", max_length=80)
    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="监管部门")
    secret = models.CharField("密钥", max_length=60)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="登记人")
    made_at = models.DateTimeField("登记时间")
    heard_at = models.DateTimeField("最近一次报送", null=True)
    ended_at = models.DateTimeField("停用时间", null=True)

    objects = SourceSystemQuerySet.as_manager()

    class Meta:
        verbose_name = "监管接入系统"
        ordering = ("office", "id")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:system", args=[self.key])


class TrainingQuerySet(models.QuerySet["Training"]):
    def first_day(self, user: User) -> date | None:
        """When somebody was first trained."""
        return self.filter(user=user).order_by("on").values_list("on", flat=True).first()


class Training(models.Model):
    """业务培训: who learnt on which day to enter acts."""

    user = models.ForeignKey(User, models.PROTECT, related_name="trainings", verbose_name="账户")
    on = models.DateField("培训日期")
    course = models.CharField("培训内容", max_length=100)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    objects = TrainingQuerySet.as_manager()

    class Meta:
        verbose_name = "监管业务培训"
        constraints = (models.UniqueConstraint(fields=["user", "on"], name="one_training_a_day"),)


class ProvincialExport(models.Model):
    """省级报送: a file for the province, by day and batch, with what it holds and what had to stay behind."""

    day = models.DateField("日期")
    batch = models.PositiveSmallIntegerField("批次")
    taken = models.PositiveIntegerField("报送条数")
    left_out = models.PositiveIntegerField("未报条数")
    sha256 = models.CharField("内容 SHA-256", max_length=64)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("生成时间")

    class Meta:
        verbose_name = "省级报送"
        ordering = ("-day", "-batch")
        constraints = (models.UniqueConstraint(fields=["day", "batch"], name="one_export_of_a_batch"),)

    def __str__(self) -> str:
        return f"{self.day:%Y%m%d} 第 {self.batch} 批"

    def get_absolute_url(self) -> str:
        return reverse("supervision:export", args=[self.pk])


class ExportLine(models.Model):
    """报送行: an act as it was sent to the province, or why it was not."""

    export = models.ForeignKey(ProvincialExport, models.PROTECT, related_name="lines", verbose_name="批次")
    revision = models.ForeignKey(ActRevision, models.PROTECT, related_name="+", verbose_name="监管行为报送")
    provincial_code = models.CharField("省级编码", max_length=60, blank=True)
    reason = models.CharField("未报的理由", max_length=200, blank=True)

    class Meta:
        verbose_name = "省级报送行"
        ordering = ("export", "id")
        constraints = (
            models.UniqueConstraint(fields=["export", "revision"], name="one_line_of_a_revision"),
            models.CheckConstraint(condition=Q(reason="") ^ Q(provincial_code=""), name="coded_or_left_out"),
        )
