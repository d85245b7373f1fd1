"""公报 and 版次: an issue, and each reading of it. A new file of the same issue is a new edition; what was
released stays until its successor is."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Count, Q


class Issue(models.Model):
    """公报: one issue, known by its year and number; a document that came by itself has neither."""

    key = models.CharField("期", max_length=160, unique=True)  # 2019-04; for a document by itself, its number
    gazette = models.CharField("公报名称", max_length=120, blank=True)  # other cities print gazettes too
    year = models.PositiveSmallIntegerField("年", null=True, blank=True)
    number = models.PositiveSmallIntegerField("期号", null=True, blank=True)

    class Meta:
        verbose_name = "公报"
        ordering = ("-year", "-number", "key")
        constraints = (
            models.UniqueConstraint(
                fields=["gazette", "year", "number"], name="one_issue_of_a_year_and_number"
            ),
        )

    def __str__(self) -> str:
        return f"{self.year}年第{self.number}期" if self.year and self.number else self.key


class EditionQuerySet(models.QuerySet["Edition"]):
    def released(self) -> "EditionQuerySet":
        return self.filter(state=Edition.State.RELEASED)

    def counted(self) -> "models.QuerySet[Any]":
        """With how many documents and doubts each has, and without its text."""
        blocking = Q(doubts__blocks=True)
        return self.annotate(
            documents_counted=Count("documents", distinct=True),
            doubts_counted=Count("doubts", distinct=True),
            blocking_counted=Count("doubts", filter=blocking, distinct=True),
        ).defer("text", "repairs", "contents")

    def to_review(self) -> "EditionQuerySet":
        return self.filter(state__in=Edition.UNDER_REVIEW)


class Edition(models.Model):
    """版次: one file of an issue as it was read. The file's text is never changed; repairs and corrections
    lie over it."""

    class State(models.TextChoices):
        SPLIT = "split", "待校"
        TROUBLED = "troubled", "异常"
        CHECKED = "checked", "已校"
        RELEASED = "released", "已发布"
        SUPERSEDED = "superseded", "已被取代"
        WITHDRAWN = "withdrawn", "已撤回"

    UNDER_REVIEW = (State.SPLIT, State.TROUBLED, State.CHECKED)

    issue = models.ForeignKey(Issue, models.PROTECT, related_name="editions", verbose_name="公报")
    version = models.PositiveSmallIntegerField("版次")
    state = models.CharField("状态", max_length=10, choices=State)
    source = models.CharField("来源文件", max_length=255)
    encoding = models.CharField("编码", max_length=20)
    sha256 = models.CharField("文件摘要", max_length=64, db_index=True)
    text = models.TextField("原文")  # lines joined by \n, as they stand in the file
    total = models.PositiveIntegerField("总期号", null=True, blank=True)
    title = models.CharField("公报名称", max_length=120, blank=True)
    colophon = models.JSONField("版权页", default=dict)
    contents = models.JSONField("目录", default=list)  # ContentsEntry, in order
    front = models.JSONField("卷首行", default=list)  # [first, last]
    discarded = models.JSONField("弃行", default=list)  # [[first, last], …]
    repairs = models.JSONField("修补", default=list)  # Repair, in order
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="导入人",
    )
    imported_at = models.DateTimeField("导入时间")
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="校核人",
    )
    checked_at = models.DateTimeField("校核时间", null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="发布人",
    )
    released_at = models.DateTimeField("发布时间", null=True, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = "公报版次"
        ordering = ("issue", "-version")
        constraints = (
            models.UniqueConstraint(fields=["issue", "version"], name="one_edition_of_a_version"),
            models.UniqueConstraint(
                fields=["issue"],
                condition=Q(state="released"),
                name="one_released_edition_of_an_issue",
            ),
        )

    def __str__(self) -> str:
        return f"{self.issue}（第{self.version}版）"

    @property
    def is_under_review(self) -> bool:
        return self.state in self.UNDER_REVIEW

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")
