"""主题: a wish behind which several matters stand, its versions, and who agreed to them."""

from datetime import datetime
from functools import lru_cache

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.bundles.design import Circle, Counts, Design, Origin
from guangyue.gazette.fields import ClauseField
from guangyue.kit.access import Scope
from guangyue.kit.plain import from_plain
from guangyue.organisations.models import Organisation

CIRCLES = [(one.name, one.value) for one in Circle]
ORIGINS = [(one.name, one.value) for one in Origin]
MOST_READ = 1024  # versions whose design stays at hand


class ThemeQuerySet(models.QuerySet["Theme"]):
    def offered(self) -> "ThemeQuerySet":
        """What can be applied for now."""
        return self.filter(offered=True)

    def standard(self) -> "ThemeQuerySet":
        """标准化: released with a guide, whether or not it is open today."""
        return self.exclude(current=None).exclude(state=Theme.State.CANCELLED)

    def led_within(self, scope: Scope) -> "ThemeQuerySet":
        """Those that one's organisation leads."""
        return self.filter(scope.rows(region="lead__region_id", organisation="lead_id"))

    def counts(self) -> Counts:
        """What stands against the plan: the menus that were there before are counted apart."""
        own = ~Q(origin=Origin.MENU.name)
        numbers = self.standard().aggregate(
            enterprise=models.Count("pk", filter=own & Q(circle=Circle.ENTERPRISE.name)),
            public=models.Count("pk", filter=own & Q(circle=Circle.PUBLIC.name)),
            menus=models.Count("pk", filter=~own),
        )
        return Counts(**numbers)


class Theme(models.Model):
    """主题: 一件事 for enterprises or for the public; what it combines stands in its versions.

    It is offered from its first release on, through every later change, until it is suspended or cancelled.
    """

    class State(models.TextChoices):
        DESIGN = "design", "设计"
        REVIEW = "review", "联审"
        RELEASED = "released", "已发布"
        CHANGING = "changing", "变更"
        SUSPENDED = "suspended", "暂停"
        CANCELLED = "cancelled", "取消"

    key = models.SlugField("标识", max_length=60, unique=True)
    title = models.CharField("名称", max_length=60, unique=True)
    about = models.CharField("说明", max_length=300, blank=True)
    icon = models.CharField("图标", max_length=40, default="stack-2")
    circle = models.CharField("面向", max_length=12, choices=CIRCLES)
    origin = models.CharField("来源", max_length=12, choices=ORIGINS)
    lead = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="牵头部门")
    cites = ClauseField("依据", null=True, blank=True)
    pilot = models.BooleanField("试点", default=False)
    state = models.CharField("状态", max_length=10, choices=State, default=State.DESIGN)
    offered = models.BooleanField("开放办理", default=False)
    current = models.ForeignKey(
        "ThemeVersion", models.PROTECT, null=True, related_name="+", verbose_name="现行版本"
    )

    objects = ThemeQuerySet.as_manager()

    class Meta:
        verbose_name = "主题"
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(offered=False) | Q(current__isnull=False), name="what_is_offered_was_released"
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("bundles:desk_theme", args=[self.key])

    @property
    def is_editable(self) -> bool:
        return self.state in (self.State.DESIGN, self.State.CHANGING)


class ThemeMove(models.Model):
    """主题流转: it came to this state, by whom, when and why; rows are only added."""

    theme = models.ForeignKey(Theme, models.PROTECT, related_name="moves")
    state = models.CharField("状态", max_length=10, choices=Theme.State)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("时间")
    said = models.CharField("说明", max_length=500, blank=True)

    class Meta:
        verbose_name = "主题流转"
        ordering = ("id",)


class ThemeVersion(models.Model):
    """主题版本: the design, never changed once it is released, with what its matters said then."""

    theme = models.ForeignKey(Theme, models.PROTECT, related_name="versions", verbose_name="主题")
    number = models.PositiveIntegerField("版本号")
    design = models.JSONField("设计")
    fingerprint = models.CharField("指纹", max_length=64, db_index=True)
    # What its matters said and what was fetched when it was released, for telling what has changed since.
    matters = models.JSONField("事项的版本", default=dict)
    fetched = models.JSONField("共享取得的材料", default=dict)
    saved_at = models.DateTimeField("保存时间")
    released_at = models.DateTimeField("发布时间", null=True)

    class Meta:
        verbose_name = "主题版本"
        ordering = ("theme", "number")
        constraints = (models.UniqueConstraint(fields=["theme", "number"], name="one_version_of_a_theme"),)

    def __str__(self) -> str:
        return f"{self.theme} 第 {self.number} 版"

    @property
    def designed(self) -> Design:
        return designed_as(self.fingerprint) if self.released_at else from_plain(Design, self.design)


@lru_cache(maxsize=MOST_READ)
def designed_as(fingerprint: str) -> Design:
    """The design of this fingerprint: the same for ever, so it is read once."""
    kept = ThemeVersion.objects.filter(fingerprint=fingerprint).values_list("design", flat=True)
    return from_plain(Design, kept[:1].get())


class Assent(models.Model):
    """联审: what a department says of the merged set before it is released."""

    version = models.ForeignKey(ThemeVersion, models.PROTECT, related_name="agreements")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="部门")
    asked_at = models.DateTimeField("送审时间")
    agrees = models.BooleanField("同意", null=True)
    said = models.CharField("意见", max_length=500, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("答复时间", null=True)

    class Meta:
        verbose_name = "主题联审"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["version", "organisation"], name="a_department_agrees_once"),
        )


class ThemeCheckQuerySet(models.QuerySet["ThemeCheck"]):
    def open(self) -> "ThemeCheckQuerySet":
        return self.filter(done_at=None)

    def overdue(self, at: datetime) -> "ThemeCheckQuerySet":
        return self.open().filter(due__lt=at)


class ThemeCheck(models.Model):
    """复核: a matter of the theme says something else now; whether the theme still holds."""

    theme = models.ForeignKey(Theme, models.PROTECT, related_name="checks")
    matters = models.JSONField("变更的事项")  # code → what it says now
    opened_at = models.DateTimeField("开始时间")
    due = models.DateTimeField("到期")
    passed = models.BooleanField("通过", null=True)
    said = models.CharField("结论", max_length=500, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="复核人")
    done_at = models.DateTimeField("完成时间", null=True)

    objects = ThemeCheckQuerySet.as_manager()

    class Meta:
        verbose_name = "主题复核"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=["theme"], condition=Q(done_at=None), name="one_check_of_a_theme_at_a_time"
            ),
        )


class Connection(models.Model):
    """接通: from this day on the data of an item are fetched; whoever asks for them still is at fault."""

    theme = models.CharField("主题", max_length=60)
    item = models.CharField("数据项", max_length=60)
    on = models.DateField("接通之日")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "数据接通"
        constraints = (models.UniqueConstraint(fields=["theme", "item"], name="an_item_is_connected_once"),)
