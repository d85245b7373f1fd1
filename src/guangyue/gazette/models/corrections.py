"""存疑 and 更正: what a librarian must look at, and what one has said. Corrections belong to the issue, and
are said again to each later edition."""

from django.conf import settings
from django.db import models

from guangyue.gazette.models.issues import Edition, Issue
from guangyue.gazette.reading.corrections import Correction, from_json


class HandCorrectionQuerySet(models.QuerySet["HandCorrection"]):
    def in_force(self) -> "HandCorrectionQuerySet":
        """Those that are said to each reading, in the order they were made."""
        return self.filter(withdrawn_at=None).order_by("pk")


class HandCorrection(models.Model):
    """人工更正: one `reading.corrections.Correction`, with who made it. Withdrawn, it stays as a row."""

    issue = models.ForeignKey(Issue, models.PROTECT, related_name="corrections", verbose_name="公报")
    kind = models.CharField("种类", max_length=20)  # the name of the correction's class
    content = models.JSONField("内容")
    reason = models.CharField("理由", max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="更正人"
    )
    at = models.DateTimeField("更正时间")
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="撤回人",
    )
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)

    objects = HandCorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = "人工更正"
        ordering = ("issue", "id")

    @property
    def correction(self) -> Correction:
        return from_json(self.kind, self.content)


class Doubt(models.Model):
    """存疑."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="doubts", verbose_name="版次")
    key = models.CharField("种类", max_length=40)
    line_first = models.PositiveIntegerField("起行")
    line_last = models.PositiveIntegerField("止行")
    sentence = models.CharField("说明", max_length=300)
    blocks = models.BooleanField("阻止发布")

    class Meta:
        verbose_name = "存疑"
        ordering = ("edition", "-blocks", "line_first")
