"""监管事项目录 and 检查实施清单: what each office supervises, on what basis, and what it looks at."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.plain import from_plain
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.supervision.declaration import ItemKind, Point, Stage

ITEM_KINDS = [(one.name, one.value) for one in ItemKind]
STAGES = [(one.name, one.value) for one in Stage]


class SupervisionItemQuerySet(models.QuerySet["SupervisionItem"]):
    def within(self, scope: Scope) -> "SupervisionItemQuerySet":
        return self.filter(scope.rows(region="office__region_id", organisation="office_id"))

    def published(self) -> "SupervisionItemQuerySet":
        """Those that offices exercise now."""
        return self.filter(state=SupervisionItem.State.PUBLISHED)

    def on(self, day: date) -> "SupervisionItemQuerySet":
        """Those that were in force on that day, whatever became of them."""
        return self.filter(published_on__lte=day).filter(Q(ended_on=None) | Q(ended_on__gt=day))

    def uncoded(self) -> "SupervisionItemQuerySet":
        """Those whose acts the province cannot take."""
        return self.filter(provincial_code="")

    def with_activity(self, since: date, until: date) -> models.QuerySet[Any]:
        """Each with `active`: whether its office did anything under its code from a day to a day."""
        acts = SupervisionItem._acts().filter(
            office=OuterRef("office"), item__code=OuterRef("code"), day__range=(since, until)
        )
        return self.annotate(active=Exists(acts))


class SupervisionItem(models.Model):
    """监管事项: what an office supervises. One that is changed gives way to another of the same code; what
    was done under the former stays with it."""

    class State(models.TextChoices):
        DRAFTED = "drafted", "梳理中"
        CHECKED = "checked", "部门已核对"
        CONFIRMED = "confirmed", "已确认"
        PUBLISHED = "published", "已公布"
        CHANGED = "changed", "已变更"
        CANCELLED = "cancelled", "已取消"

    class Level(models.TextChoices):
        CITY = "city", "市"
        COUNTY = "county", "县"

    UNDER_WAY = (State.DRAFTED, State.CHECKED, State.CONFIRMED)

    code = models.CharField("事项编码", max_length=40)
    name = models.CharField("名称", max_length=200)
    office = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="监管部门"
    )
    level = models.CharField("层级", max_length=6, choices=Level)
    kind = models.CharField("监管方式", max_length=10, choices=ITEM_KINDS)
    stage = models.CharField("监管环节", max_length=6, choices=STAGES, default=Stage.AFTER.name)
    basis = models.CharField("设定依据", max_length=500)
    subjects = models.CharField("监管对象", max_length=200)
    frequency = models.CharField("监管频次", max_length=60)
    provincial_code = models.CharField("省级编码", max_length=60, blank=True)
    matters = models.ManyToManyField(
        Matter, related_name="supervision_items", blank=True, verbose_name="关联的许可事项"
    )
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFTED)
    published_on = models.DateField("公布日期", null=True)
    ended_on = models.DateField("变更或者取消日期", null=True)
    follows = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="followed_by", verbose_name="变更自"
    )

    objects = SupervisionItemQuerySet.as_manager()

    class Meta:
        verbose_name = "监管事项"
        constraints = (
            models.CheckConstraint(condition=~Q(basis=""), name="what_is_supervised_has_a_basis"),
            models.UniqueConstraint(
                fields=["office", "level", "code"],
                condition=Q(state="published"),
                name="one_published_item_of_a_code",
            ),
            models.UniqueConstraint(
                fields=["office", "level", "code"],
                condition=Q(state__in=("drafted", "checked", "confirmed")),
                name="one_item_of_a_code_under_way",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("drafted", "checked", "confirmed")) | Q(published_on__isnull=False),
                name="what_is_published_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("changed", "cancelled")) | Q(ended_on__isnull=False),
                name="what_has_ended_has_its_day",
            ),
        )
        indexes = (
            models.Index(fields=["office", "code"], name="items_of_office"),
            models.Index(fields=["code", "id"], name="items_by_code"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("supervision:desk_item", args=[self.pk])

    @staticmethod
    def _acts() -> models.QuerySet[models.Model]:
        return SupervisionItem._meta.get_field("acts").related_model._default_manager.all()

    @property
    def is_under_way(self) -> bool:
        return self.state in self.UNDER_WAY

    @property
    def checklist(self) -> "Checklist | None":
        """The version that holds now."""
        return self.checklists.order_by("-number").first()


class Checklist(models.Model):
    """检查实施清单: a version of what is looked at; another version is another row."""

    item = models.ForeignKey(
        SupervisionItem, models.PROTECT, related_name="checklists", verbose_name="监管事项"
    )
    number = models.PositiveSmallIntegerField("版本")
    points = models.JSONField("检查要点")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="编制人")
    at = models.DateTimeField("编制时间")

    class Meta:
        verbose_name = "检查实施清单"
        ordering = ("item", "-number")
        constraints = (
            models.UniqueConstraint(fields=["item", "number"], name="one_checklist_of_a_number"),
            models.CheckConstraint(condition=~Q(points=[]), name="a_checklist_has_a_point"),
        )

    def __str__(self) -> str:
        return f"第 {self.number} 版"

    @property
    def declared(self) -> tuple[Point, ...]:
        return tuple(from_plain(Point, one) for one in self.points)


class ItemMove(models.Model):
    """事项流转: the item came to this state, by whom and why; rows are only added."""

    item = models.ForeignKey(SupervisionItem, models.PROTECT, related_name="moves", verbose_name="监管事项")
    to = models.CharField("状态", max_length=10, choices=SupervisionItem.State)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("时间")
    said = models.CharField("说明", max_length=300, blank=True)

    class Meta:
        verbose_name = "监管事项流转"
        ordering = ("id",)


class SleepingNote(models.Model):
    """沉睡说明: why the office did nothing under an item in the year that ended with this day."""

    item = models.ForeignKey(
        SupervisionItem, models.PROTECT, related_name="sleeping_notes", verbose_name="监管事项"
    )
    on = models.DateField("截至")
    said = models.CharField("说明", max_length=300)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="说明人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "沉睡事项说明"
        ordering = ("-on", "-id")
