"""事项: the basic entry, its versions, and the units that exercise it."""

from datetime import date
from functools import lru_cache

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.plain import from_plain
from guangyue.matters.declaration import Declaration, Flag, Level, LocalPart, PowerKind
from guangyue.organisations.models import Organisation, Region

KINDS = [(one.name, one.value) for one in PowerKind]
LEVELS = [(one.name, one.value) for one in Level]
MOST_READ = 4096  # versions whose declaration stays at hand


class MatterQuerySet(models.QuerySet["Matter"]):
    def open(self) -> "MatterQuerySet":
        """What can be applied for now."""
        return self.filter(state=Matter.State.RELEASED, on_application=True)

    def within(self, scope: Scope) -> "MatterQuerySet":
        return self.filter(scope.rows(region="owner__region_id", organisation="owner_id"))


class Matter(models.Model):
    """事项: one basic entry, whoever exercises it; what it says stands in its versions.

    Name, kind, flags and words are those of the version in force, for lists and for searching.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "拟录"
        RELEASED = "released", "已发布"
        SUSPENDED = "suspended", "暂停"
        CANCELLED = "cancelled", "取消"

    code = models.CharField("基本编码", max_length=40, unique=True)
    owner = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="主管部门")
    name = models.CharField("名称", max_length=200)
    kind = models.CharField("类型", max_length=12, choices=KINDS)
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    on_application = models.BooleanField("依申请", default=True)
    flags = ArrayField(models.CharField(max_length=20), verbose_name="标签", default=list)
    words = ArrayField(models.CharField(max_length=60), verbose_name="检索词", default=list)
    current = models.ForeignKey(
        "MatterVersion", models.PROTECT, null=True, related_name="+", verbose_name="现行版本"
    )
    closed_on = models.DateField("不再受理之日", null=True)
    closed_because = models.CharField("暂停或者取消的依据", max_length=200, blank=True)

    objects = MatterQuerySet.as_manager()

    class Meta:
        verbose_name = "事项"
        indexes = (
            models.Index(fields=["name", "id"], name="matters_by_name"),
            GinIndex(fields=["words"], name="matters_by_word"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("matters:matter", args=[self.code])

    def has_flag(self, flag: Flag) -> bool:
        return flag.name in self.flags


class MatterVersionQuerySet(models.QuerySet["MatterVersion"]):
    def released(self) -> "MatterVersionQuerySet":
        return self.filter(state=MatterVersion.State.RELEASED)

    def on(self, day: date) -> "MatterVersionQuerySet":
        """In force on that day: of each matter the one that a case accepted then is bound to."""
        return self.released().filter(Q(since__lte=day) & (Q(until=None) | Q(until__gte=day)))


class MatterVersion(models.Model):
    """事项版本: what the matter says from a day on; never changed once it is released."""

    class State(models.TextChoices):
        DRAFT = "draft", "起草"
        CHECKING = "checking", "核对中"
        RELEASED = "released", "已发布"
        SENT_BACK = "sent_back", "退回"

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="versions", verbose_name="事项")
    number = models.PositiveIntegerField("版本号")
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    declaration = models.JSONField("内容")
    fingerprint = models.CharField("指纹", max_length=64, db_index=True)
    since = models.DateField("生效", null=True)
    until = models.DateField("失效", null=True)
    reason = models.CharField("变更理由", max_length=500, blank=True)
    proposed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="提出人")
    proposed_at = models.DateTimeField("提出时间")
    basis_checked_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="合法性核对人"
    )
    basis_checked_at = models.DateTimeField("合法性核对时间", null=True)
    released_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="发布人")
    released_at = models.DateTimeField("发布时间", null=True)
    said = models.CharField("退回理由", max_length=500, blank=True)

    objects = MatterVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "事项版本"
        ordering = ("matter", "number")
        constraints = (
            models.UniqueConstraint(fields=["matter", "number"], name="one_version_of_a_matter"),
            models.CheckConstraint(
                condition=~Q(state="released") | Q(since__isnull=False), name="what_is_released_has_a_day"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="a_version_ends_after_it_begins"
            ),
        )

    def __str__(self) -> str:
        return f"{self.matter} 第 {self.number} 版"

    @property
    def declared(self) -> Declaration:
        return declared_as(self.fingerprint)


class Exercise(models.Model):
    """行使: a unit that exercises the matter, with what it says of its own; `reported` are the unified
    elements as the unit itself published them, where they were read in."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="exercises", verbose_name="事项")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="实施单位")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="地区")
    level = models.CharField("层级", max_length=10, choices=LEVELS)
    reported = models.JSONField("本级公布的要素", default=dict)
    local = models.JSONField("本地信息", default=dict)
    since = models.DateField("自何日起", null=True)
    until = models.DateField("至何日止", null=True)

    class Meta:
        verbose_name = "事项实施单位"
        ordering = ("matter", "region", "unit")
        constraints = (
            models.UniqueConstraint(fields=["matter", "unit", "region"], name="exercised_once_by_a_unit"),
        )

    def __str__(self) -> str:
        return f"{self.matter}（{self.unit}）"

    @property
    def own(self) -> LocalPart:
        return from_plain(LocalPart, self.local)


@lru_cache(maxsize=MOST_READ)
def declared_as(fingerprint: str) -> Declaration:
    """The declaration of this fingerprint: the same for ever, so it is read once."""
    kept = MatterVersion.objects.filter(fingerprint=fingerprint).values_list("declaration", flat=True)
    return from_plain(Declaration, kept[:1].get())
