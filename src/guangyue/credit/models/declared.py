"""What documents declare of credit, enacted as rows: kinds of records, measures, scales and models."""

from typing import Any

from django.db import models
from django.db.models import Q

from guangyue.credit.declaration import GradingModel, Kind, ListKind, Rank, Scale, Sense, titles
from guangyue.gazette.fields import ClauseField
from guangyue.kit.plain import from_plain
from guangyue.organisations.models import Organisation


class Category(models.Model):
    """记录类别, as a document declared it."""

    key = models.SlugField("标识", max_length=60, unique=True)
    title = models.CharField("名称", max_length=60)
    sense = models.CharField("性质", max_length=8, choices=titles(Sense))
    sector = models.CharField("领域", max_length=20)
    listed = models.CharField("名单", max_length=6, choices=titles(ListKind), blank=True)
    declared = models.JSONField("声明")
    cites = ClauseField("依据")

    class Meta:
        verbose_name = "信用记录类别"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title

    @property
    def declaration(self) -> Kind:
        return from_plain(Kind, self.declared)


class Measure(models.Model):
    """措施: what follows from records of some kinds. None is switched on without its own legal basis."""

    key = models.SlugField("标识", max_length=60, unique=True)
    title = models.CharField("措施", max_length=120)
    rank = models.CharField("依据的效力", max_length=16, choices=titles(Rank))
    basis = models.CharField("法律依据", max_length=200)
    executor = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="实施单位")
    service = models.CharField("所限制的事项", max_length=120, blank=True)
    months = models.PositiveSmallIntegerField("期限（月）", null=True)
    favours = models.BooleanField("激励", default=False)
    follows = models.ManyToManyField(Category, related_name="measures", verbose_name="适用的记录")
    cites = ClauseField("依据条款")

    class Meta:
        verbose_name = "信用措施"
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(condition=~Q(basis="") & ~Q(rank=""), name="no_measure_without_its_law"),
        )

    def __str__(self) -> str:
        return self.title


class DeclaredVersions(models.QuerySet[Any]):
    def current(self) -> "DeclaredVersions":
        """Of each key the last one that was declared."""
        return self.order_by("key", "-id").distinct("key")


class ScaleVersion(models.Model):
    """记分标准, version by version; points keep what they were given by."""

    key = models.SlugField("标识", max_length=60)
    title = models.CharField("名称", max_length=120)
    declared = models.JSONField("标准")
    fingerprint = models.CharField("校验值", max_length=64, unique=True)
    cites = ClauseField("依据")
    at = models.DateTimeField("启用时间")

    objects = DeclaredVersions.as_manager()

    class Meta:
        verbose_name = "记分标准"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title

    @property
    def declaration(self) -> Scale:
        return from_plain(Scale, self.declared)


class ModelVersion(models.Model):
    """分级模型 of a sector, version by version."""

    key = models.CharField("领域", max_length=20)
    title = models.CharField("名称", max_length=120)
    declared = models.JSONField("模型")
    fingerprint = models.CharField("校验值", max_length=64, unique=True)
    cites = ClauseField("依据")
    at = models.DateTimeField("启用时间")

    objects = DeclaredVersions.as_manager()

    class Meta:
        verbose_name = "信用分级模型"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title

    @property
    def declaration(self) -> GradingModel:
        return from_plain(GradingModel, self.declared)
