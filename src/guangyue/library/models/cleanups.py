"""文件清理: rounds in which each unit looks through the documents it made or drafted.

聊政办字〔2019〕35号 一（五）: 谁制定谁清理、谁起草谁清理.
"""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse

from guangyue.gazette.fields import ClauseField
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation


class CleanupRoundQuerySet(models.QuerySet["CleanupRound"]):
    def running(self) -> "CleanupRoundQuerySet":
        return self.filter(closed_at=None)

    def with_progress(self) -> "CleanupRoundQuerySet":
        return self.annotate(many=Count("items"), judged=Count("items", filter=~Q(items__verdict="")))


class CleanupRound(models.Model):
    """清理轮次: what is looked for, in which documents, and by when."""

    title = models.CharField("名称", max_length=80, unique=True)
    criteria = models.TextField("清理标准")  # one to a line
    cites = ClauseField("依据")
    on = models.DateField("以某日施行的文件为范围")
    due = models.DateField("完成时限")
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="发起人"
    )
    opened_at = models.DateTimeField("发起时间")
    closed_at = models.DateTimeField("结束时间", null=True, blank=True)

    objects = CleanupRoundQuerySet.as_manager()

    class Meta:
        verbose_name = "清理轮次"
        ordering = ("-opened_at",)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("library:cleanup", args=[self.pk])

    def is_overdue(self, on: date) -> bool:
        return self.closed_at is None and self.due < on


class CleanupItemQuerySet(models.QuerySet["CleanupItem"]):
    def within(self, scope: Scope) -> "CleanupItemQuerySet":
        return self.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))

    def open(self) -> "CleanupItemQuerySet":
        return self.filter(verdict="", cleanup__closed_at=None)


class CleanupItem(models.Model):
    """清理件: one document in a round, whose it is to judge, and what was judged."""

    class Ground(models.TextChoices):
        """Why it is this unit's: 谁制定谁清理、谁起草谁清理."""

        AUTHOR = "author", "起草单位"
        INTERPRETER = "interpreter", "解释机关"
        ISSUER = "issuer", "制定机关"
        ASSIGNED = "assigned", "指定"

    class Verdict(models.TextChoices):
        KEEP = "keep", "保留"
        REVISE = "revise", "修改"
        REPEAL = "repeal", "废止"

    cleanup = models.ForeignKey(CleanupRound, models.CASCADE, related_name="items", verbose_name="轮次")
    document_key = models.CharField("文号", max_length=80)
    title = models.CharField("标题", max_length=300)
    day = models.DateField("成文日期", null=True)
    printed_unit = models.CharField("原文单位", max_length=60)
    ground = models.CharField("认领依据", max_length=12, choices=Ground)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="清理单位"
    )
    verdict = models.CharField("清理意见", max_length=8, choices=Verdict, blank=True)
    reason = models.CharField("理由", max_length=300, blank=True)
    act = models.CharField("落实文件", max_length=80, blank=True)  # the number of what revises or repeals it
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="填报人",
    )
    judged_at = models.DateTimeField("填报时间", null=True, blank=True)

    objects = CleanupItemQuerySet.as_manager()

    class Meta:
        verbose_name = "清理件"
        ordering = ("cleanup", "id")
        constraints = (
            models.UniqueConstraint(fields=["cleanup", "document_key"], name="one_document_once_in_a_round"),
        )

    def __str__(self) -> str:
        return f"{self.document_key} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("library:cleanup_item", args=[self.pk])

    @property
    def owes_act(self) -> bool:
        """Judged to be revised or repealed, and not yet done."""
        return self.verdict in (self.Verdict.REVISE, self.Verdict.REPEAL) and not self.act
