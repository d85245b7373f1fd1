"""抽查、“回头看” and 群众举报: how it is seen whether what was cleared stays so."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.kit.access import Scope
from guangyue.ledgers.models.campaigns import Campaign
from guangyue.ledgers.models.problems import Problem
from guangyue.organisations.models import Region


class Sampling(models.Model):
    """抽查批次: problems that are looked at once more."""

    class Kind(models.TextChoices):
        SAMPLE = "sample", "抽查"
        SPECIAL = "special", "专项检查"
        LOOK_BACK = "look_back", "“回头看”"

    number = models.CharField("批次编号", max_length=24, unique=True)
    kind = models.CharField("种类", max_length=10, choices=Kind)
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="samplings", verbose_name="专项整治")
    title = models.CharField("名称", max_length=80)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="建立人")
    at = models.DateTimeField("建立时间")

    class Meta:
        verbose_name = "抽查批次"
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("ledgers:sampling", args=[self.number])


class SampledQuerySet(models.QuerySet["Sampled"]):
    def waiting(self) -> "SampledQuerySet":
        return self.filter(result="")

    def within(self, scope: Scope) -> "SampledQuerySet":
        return self.filter(scope.rows(region="problem__region_id", organisation="problem__organisation_id"))


class Sampled(models.Model):
    """抽中的问题, and what was seen there."""

    class Result(models.TextChoices):
        HOLDS = "holds", "整改到位"
        FAILED = "failed", "问题复发"
        UNFINISHED = "unfinished", "整改未完成"

    sampling = models.ForeignKey(Sampling, models.PROTECT, related_name="sampled", verbose_name="抽查批次")
    problem = models.ForeignKey(Problem, models.PROTECT, related_name="sampled", verbose_name="问题")
    result = models.CharField("结果", max_length=12, choices=Result, blank=True)
    said = models.CharField("情况", max_length=500, blank=True)
    checked_on = models.DateField("检查日期", null=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="检查人")
    at = models.DateTimeField("录入时间", null=True)

    objects = SampledQuerySet.as_manager()

    class Meta:
        verbose_name = "抽查结果"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["sampling", "problem"], name="once_in_a_sampling"),
            models.CheckConstraint(
                condition=Q(result="") | Q(by__isnull=False, checked_on__isnull=False),
                name="a_sample_says_who_looked",
            ),
        )

    def get_absolute_url(self) -> str:
        return self.sampling.get_absolute_url()


class TipQuerySet(models.QuerySet["Tip"]):
    def open(self) -> "TipQuerySet":
        return self.filter(answered_at=None)

    def within(self, scope: Scope) -> "TipQuerySet":
        return self.filter(scope.rows(region="region_id"))


class Tip(models.Model):
    """群众举报: whoever reports is never shown to the unit concerned, nor to anybody who works for it."""

    number = models.CharField("举报编号", max_length=24, unique=True)
    code = models.CharField("查询码", max_length=8)
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, null=True, related_name="tips", verbose_name="专项整治"
    )
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="县（市、区）")
    place = models.CharField("地点", max_length=120)
    text = models.CharField("反映的情况", max_length=1000)
    reporter = models.CharField("举报人", max_length=30, blank=True)
    phone = models.CharField("联系电话", max_length=20, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="举报人账户")
    received_at = models.DateTimeField("收到时间")
    files = models.ManyToManyField(File, related_name="+", verbose_name="照片")
    problem = models.ForeignKey(
        Problem, models.PROTECT, null=True, related_name="tips", verbose_name="立为的问题"
    )
    answer = models.CharField("答复", max_length=1000, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="答复人")
    answered_at = models.DateTimeField("答复时间", null=True)

    objects = TipQuerySet.as_manager()

    class Meta:
        verbose_name = "群众举报"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="an_answered_tip_has_its_answer",
            ),
        )

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("ledgers:tip", args=[self.number])
