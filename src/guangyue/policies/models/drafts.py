"""草稿和预演: what a policy might say, and who would gain or lose by it. Nothing here is ever in force."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.jobs.models import Work

LONGEST_TITLE = 80


class DraftQuerySet(models.QuerySet["Draft"]):
    def seen_by(self, person: Any) -> "DraftQuerySet":
        """One's own, and what colleagues share."""
        return self.filter(Q(made_by=person) | Q(shared=True))


class Draft(models.Model):
    """政策草稿: figures and rules as somebody would have them. No verdict ever rests on it."""

    title = models.CharField("名称", max_length=LONGEST_TITLE)
    notes = models.TextField("说明", max_length=1000, blank=True)
    changes = models.JSONField("改动", default=dict)  # see `rehearsing.changes.Changes`
    shared = models.BooleanField("同事可见", default=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="起草人"
    )
    made_at = models.DateTimeField("起草时间")
    changed_at = models.DateTimeField("修改时间")
    archived_at = models.DateTimeField("归档时间", null=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = "政策草稿"
        ordering = ("-changed_at", "-pk")
        indexes = (models.Index(fields=["made_by", "-changed_at"], name="drafts_of_a_person"),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("policies:draft", args=[self.pk])


class RehearsalQuerySet(models.QuerySet["Rehearsal"]):
    def seen_by(self, person: Any) -> "RehearsalQuerySet":
        return self.filter(Q(draft__made_by=person) | Q(draft__shared=True))

    def finished(self) -> "RehearsalQuerySet":
        return self.exclude(ended_at=None)


class Rehearsal(models.Model):
    """政策预演: a draft as it was, over the whole city: who gains, who loses, what it costs."""

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="rehearsals", verbose_name="草稿")
    changes = models.JSONField("改动")
    on = models.DateField("预演的日期")
    months = models.PositiveSmallIntegerField("预演的月数")
    known_at = models.DateTimeField("数据截至")
    policies = models.JSONField("政策")  # of each, the fingerprints of its versions before and after
    buckets = models.JSONField("分桶")  # of each, the first and last number of persons and of firms
    inputs = models.CharField("改动和规则的校验值", max_length=64)
    summary = models.JSONField("结果", null=True)  # see `rehearsing.summaries.Summary`
    sha256 = models.CharField("结果校验值", max_length=64, blank=True)
    work = models.ForeignKey(Work, models.SET_NULL, null=True, related_name="+", verbose_name="长任务")
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="发起人"
    )
    started_at = models.DateTimeField("开始")
    ended_at = models.DateTimeField("结束", null=True)

    objects = RehearsalQuerySet.as_manager()

    class Meta:
        verbose_name = "政策预演"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.draft}（{self.on:%Y-%m-%d}起 {self.months} 个月）"

    def get_absolute_url(self) -> str:
        return reverse("policies:rehearsal", args=[self.pk])

    @property
    def state(self) -> str:
        if self.ended_at:
            return "已完成"
        return self.work.get_state_display() if self.work else "已中断"
