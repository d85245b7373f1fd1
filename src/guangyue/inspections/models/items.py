"""一单一细则: what can be inspected, and how each is done."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.inspections.kinds import ITEM_KINDS, METHODS, ItemKind, Method
from guangyue.inspections.sizing import percent
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation


class ItemQuerySet(models.QuerySet["Item"]):
    def published(self) -> "ItemQuerySet":
        """What anyone may read, and what alone may be drawn for."""
        return self.filter(state=Item.State.PUBLISHED)

    def within(self, scope: Scope) -> "ItemQuerySet":
        return self.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))


class Item(models.Model):
    """抽查事项: of one department, after the provincial list. 草稿 → 已审定 by another → 已公布."""

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        APPROVED = "approved", "已审定"
        PUBLISHED = "published", "已公布"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="部门")
    code = models.SlugField("事项编码", max_length=30)
    province_code = models.CharField("省级清单编码", max_length=30)
    name = models.CharField("抽查事项", max_length=120)
    legal_basis = models.CharField("检查依据", max_length=500)
    object_category = models.CharField("检查对象", max_length=60)
    kind = models.CharField("类别", max_length=8, choices=ITEM_KINDS)
    ratio_cap = models.DecimalField("抽查比例上限", max_digits=5, decimal_places=4, null=True, blank=True)
    methods = ArrayField(models.CharField(max_length=12, choices=METHODS), verbose_name="检查方式")
    joint = models.BooleanField("部门联合抽查事项", default=False)
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="起草人")
    made_at = models.DateTimeField("起草时间")
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="审定人")
    published_at = models.DateTimeField("公布时间", null=True)

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = "抽查事项"
        ordering = ("organisation", "code")
        constraints = (
            models.UniqueConstraint(fields=["organisation", "code"], name="one_item_of_a_code"),
            models.CheckConstraint(
                condition=Q(kind="KEY", ratio_cap=None) | Q(kind="GENERAL", ratio_cap__gt=0, ratio_cap__lt=1),
                name="general_items_have_a_cap",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=models.F("made_by")),
                name="no_item_is_approved_by_its_maker",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("inspections:item", args=[self.pk])

    @property
    def of_kind(self) -> ItemKind:
        return ItemKind[self.kind]

    @property
    def cap_said(self) -> str:
        return percent(self.ratio_cap) if self.ratio_cap is not None else "不设上限"

    @property
    def methods_said(self) -> str:
        return "、".join(Method[name].value for name in self.methods)

    @property
    def procedure(self) -> "Procedure | None":
        """细则 in force: the last one."""
        return self.procedures.first()


class Procedure(models.Model):
    """抽查细则: how an item is inspected, point by point; a new version stands beside the old, rows are only
    added."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="procedures", verbose_name="抽查事项")
    version = models.PositiveSmallIntegerField("版本")
    steps = models.TextField("工作程序", max_length=2000)
    points = ArrayField(models.CharField(max_length=120), verbose_name="检查项目")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="制定人")
    at = models.DateTimeField("制定时间")

    class Meta:
        verbose_name = "抽查细则"
        ordering = ("item", "-version")
        constraints = (models.UniqueConstraint(fields=["item", "version"], name="one_procedure_of_version"),)


class SpecialField(models.Model):
    """特殊重点领域: where somebody may be inspected without a draw."""

    key = models.SlugField("标识", max_length=40, unique=True)
    name = models.CharField("领域", max_length=60)

    class Meta:
        verbose_name = "特殊重点领域"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name
