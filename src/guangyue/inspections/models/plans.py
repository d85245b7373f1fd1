"""年度抽查计划: filed and published by the end of January, and changed afterwards only with a reason."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.inspections.deadlines import Filed, plan_filed
from guangyue.inspections.kinds import ItemKind
from guangyue.inspections.models.items import Item
from guangyue.inspections.sizing import percent
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation, Region


class PlanQuerySet(models.QuerySet["Plan"]):
    def published(self) -> "PlanQuerySet":
        return self.filter(state=Plan.State.PUBLISHED)

    def overdue(self, on: date) -> "PlanQuerySet":
        """Not filed although January is over."""
        due = Q(year__lt=on.year) | (Q(year=on.year) if plan_filed(on.year, None, on=on).late else Q(pk=None))
        return self.filter(due, filed_at=None)

    def within(self, scope: Scope) -> "PlanQuerySet":
        return self.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))


class Plan(models.Model):
    """年度抽查计划: of a department, or of an area for what several departments inspect together."""

    class State(models.TextChoices):
        DRAFT = "draft", "编制中"
        FILED = "filed", "已备案"
        PUBLISHED = "published", "已公布"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="编制单位")
    year = models.PositiveSmallIntegerField("年度")
    joint = models.BooleanField("部门联合", default=False)
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="编制人")
    filed_at = models.DateTimeField("备案时间", null=True)
    filed_with = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", verbose_name="备案单位"
    )
    published_at = models.DateTimeField("公布时间", null=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "年度抽查计划"
        ordering = ("-year", "organisation")
        constraints = (
            models.UniqueConstraint(fields=["organisation", "year", "joint"], name="one_plan_of_a_year"),
        )

    def __str__(self) -> str:
        return f"{self.organisation} {self.year} 年度{'部门联合' if self.joint else ''}抽查计划"

    def get_absolute_url(self) -> str:
        return reverse("inspections:plan", args=[self.pk])

    def filed(self, *, on: date) -> Filed:
        return plan_filed(self.year, localdate(self.filed_at) if self.filed_at else None, on=on)


class PlanRevision(models.Model):
    """计划调整: what was changed after the publication, and why; published with the plan."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="revisions", verbose_name="计划")
    number = models.PositiveSmallIntegerField("第几次")
    what = models.CharField("调整内容", max_length=300)
    reason = models.CharField("理由", max_length=300)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="调整人")
    at = models.DateTimeField("调整时间")

    class Meta:
        verbose_name = "计划调整"
        ordering = ("plan", "number")
        constraints = (
            models.UniqueConstraint(fields=["plan", "number"], name="one_revision_of_a_plan_number"),
            models.CheckConstraint(condition=~Q(reason=""), name="a_plan_changes_for_a_reason"),
        )


class PlanLineQuerySet(models.QuerySet["PlanLine"]):
    def standing(self) -> "PlanLineQuerySet":
        return self.filter(ended_by=None)


class PlanLine(models.Model):
    """计划任务: which items are drawn for among whom, by which share, when and how often."""

    class Initiation(models.TextChoices):
        CITY = "city", "市级统一抽查"
        COUNTY = "county", "县级自行抽查"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="lines", verbose_name="计划")
    number = models.PositiveSmallIntegerField("序号")
    title = models.CharField("任务名称", max_length=120)
    items = models.ManyToManyField(Item, related_name="+", verbose_name="抽查事项")
    scope = models.CharField("对象范围", max_length=200)
    regions = ArrayField(models.CharField(max_length=9), verbose_name="抽查地区", default=list, blank=True)
    area_share = models.CharField("不同辖区的比重", max_length=200, blank=True)
    initiation = models.CharField("发起方式", max_length=8, choices=Initiation)
    ratio = models.DecimalField("抽查比例", max_digits=5, decimal_places=4)
    since = models.DateField("开始")
    until = models.DateField("结束")
    batches_planned = models.PositiveSmallIntegerField("批次数", default=1)
    special = models.BooleanField("专项检查", default=False)
    added_by = models.ForeignKey(
        PlanRevision, models.PROTECT, null=True, related_name="added", verbose_name="增加它的调整"
    )
    ended_by = models.ForeignKey(
        PlanRevision, models.PROTECT, null=True, related_name="ended", verbose_name="撤销它的调整"
    )

    objects = PlanLineQuerySet.as_manager()

    class Meta:
        verbose_name = "计划任务"
        ordering = ("plan", "number")
        constraints = (
            models.UniqueConstraint(fields=["plan", "number"], name="one_plan_line_of_a_number"),
            models.CheckConstraint(condition=Q(ratio__gt=0, ratio__lte=1), name="a_line_draws_a_share"),
            models.CheckConstraint(
                condition=Q(until__gte=models.F("since")), name="a_line_ends_after_it_begins"
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def kind(self) -> ItemKind:
        """General as soon as one of its items is: the stricter rule holds."""
        kinds = {item.kind for item in self.items.all()}
        return ItemKind.KEY if kinds == {ItemKind.KEY.name} else ItemKind.GENERAL

    @property
    def ratio_said(self) -> str:
        return percent(self.ratio)

    def regions_below(self) -> "models.QuerySet[Region, str]":
        """The codes of its regions and of the townships in them."""
        below = Region.objects.filter(Q(code__in=self.regions) | Q(parent__in=self.regions))
        return below.values_list("code", flat=True)
