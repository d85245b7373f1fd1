"""政策来源: folders and feeds that are watched, each look at one of them, and what was caught there.

聊政办字〔2020〕48号 五（四） asks for 自动抓取. What is caught is reviewed like any upload.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.gazette.models import Edition


class SourceQuerySet(models.QuerySet["Source"]):
    def watched(self) -> "SourceQuerySet":
        return self.filter(paused_at=None)

    def due(self, *, at: datetime) -> "SourceQuerySet":
        """Those not looked at for as long as their kind is left alone."""
        never = Q(last__at=None)
        folders = Q(kind=Source.Kind.FOLDER, last__at__lte=at - Source.FOLDER_EVERY)
        feeds = Q(kind=Source.Kind.FEED, last__at__lte=at - Source.FEED_EVERY)
        return self.watched().filter(never | folders | feeds)

    def failing(self) -> "SourceQuerySet":
        return self.watched().exclude(last__failing_since=None)


class Source(models.Model):
    """来源: a folder below the city's inbox, or the address of an RSS or Atom feed."""

    FOLDER_EVERY = timedelta(seconds=50)  # every time the clock strikes a minute
    FEED_EVERY = timedelta(minutes=15)

    class Kind(models.TextChoices):
        FOLDER = "folder", "文件夹"
        FEED = "feed", "订阅源"

    kind = models.CharField("种类", max_length=8, choices=Kind)
    title = models.CharField("名称", max_length=60, unique=True)
    address = models.CharField("地址", max_length=300, unique=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="添加人"
    )
    added_at = models.DateTimeField("添加时间")
    paused_at = models.DateTimeField("暂停时间", null=True, blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = "政策来源"
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("library:source", args=[self.pk])

    @property
    def standing(self) -> str:
        if self.paused_at:
            return "已暂停"
        return "出错" if self.last.failing_since else "正常" if self.last.at else "尚未查看"


class LastLook(models.Model):
    """最近查看: how the latest look went, whatever it found, and what the feed's server said of the version
    that it gave."""

    source = models.OneToOneField(
        Source, models.CASCADE, primary_key=True, related_name="last", verbose_name="来源"
    )
    at = models.DateTimeField("最近查看", null=True)
    failing_since = models.DateTimeField("出错起", null=True)
    problem = models.CharField("最近的差错", max_length=300, blank=True)
    etag = models.CharField("版本标记", max_length=200, blank=True)
    modified = models.CharField("修改标记", max_length=60, blank=True)

    class Meta:
        verbose_name = "来源最近查看"


class Look(models.Model):
    """查看: one look at a source in which something was found or went wrong."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="looks", verbose_name="来源")
    at = models.DateTimeField("时间")
    found = models.PositiveIntegerField("发现", default=0)
    imported = models.PositiveIntegerField("导入", default=0)
    refused = models.PositiveIntegerField("未收", default=0)
    problem = models.CharField("差错", max_length=300, blank=True)

    class Meta:
        verbose_name = "来源查看"
        ordering = ("-at", "-pk")


class Capture(models.Model):
    """捕获: one version of one file at a source, and what became of it; it is not fetched again."""

    class State(models.TextChoices):
        IMPORTED = "imported", "已导入"
        KNOWN = "known", "已有相同文件"
        REFUSED = "refused", "未收"

    look = models.ForeignKey(Look, models.CASCADE, related_name="captures", verbose_name="查看")
    source = models.ForeignKey(Source, models.CASCADE, related_name="captures", verbose_name="来源")
    name = models.CharField("文件", max_length=255)
    address = models.CharField("位置", max_length=1000)
    version = models.CharField("版本", max_length=120)  # size and time of a file, the moment of an entry
    sha256 = models.CharField("文件摘要", max_length=64, blank=True)
    state = models.CharField("结果", max_length=10, choices=State)
    sentence = models.CharField("说明", max_length=300, blank=True)
    edition = models.ForeignKey(
        Edition, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="版次"
    )

    class Meta:
        verbose_name = "来源捕获"
        ordering = ("-pk",)
        indexes = (models.Index(fields=["source", "address"], name="captures_at_an_address"),)
