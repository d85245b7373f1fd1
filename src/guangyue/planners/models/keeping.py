"""扣减、报告、评议、保障: what the office keeps of a year."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.fields import MoneyField
from guangyue.organisations.models import Organisation
from guangyue.planners.models.people import Area, Group, Planner, reached


class Deduction(models.Model):
    """核定扣减: what a group served in a year and what that takes off its fee, as it stood when it was
    settled. The visits tell it again at any time."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="deductions", verbose_name="小组")
    year = models.PositiveSmallIntegerField("年度")
    since = models.DateField("自")
    until = models.DateField("至")
    months = models.PositiveSmallIntegerField("应到月数")
    missed = models.PositiveSmallIntegerField("缺的月数")
    days_due = models.DecimalField("应服务天数", max_digits=5, decimal_places=2)
    days = models.PositiveSmallIntegerField("服务天数")
    fee = MoneyField("服务费")
    amount = MoneyField("扣减")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="核定人")
    at = models.DateTimeField("核定时间")

    class Meta:
        verbose_name = "服务费扣减"
        ordering = ("-year", "group")
        constraints = (models.UniqueConstraint(fields=["group", "year"], name="one_deduction_a_year"),)


class PlannerReportQuerySet(models.QuerySet["Report"]):
    def within(self, scope: Scope) -> "PlannerReportQuerySet":
        """What no district wrote is the city's."""
        return self.filter(scope.rows(region="office__region_id", organisation="office_id"))


class Report(models.Model):
    """报告: sent, with the figures and the open advice as they stood then."""

    kind = models.SlugField("种类", max_length=40)
    since = models.DateField("自")
    until = models.DateField("至")
    title = models.CharField("标题", max_length=80)
    office = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", verbose_name="区政府（管委会）"
    )
    content = models.JSONField("报告内容")
    words = models.TextField("总结", max_length=4000, blank=True)
    due = models.DateField("期限")
    sent_on = models.DateField("报出日期")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="报出人")
    at = models.DateTimeField("报出时间")

    objects = PlannerReportQuerySet.as_manager()

    class Meta:
        verbose_name = "责任规划师报告"
        ordering = ("-until", "kind", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "since", "office"], nulls_distinct=False, name="one_report_of_a_time"
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("planners:report", args=[self.pk])

    @property
    def is_late(self) -> bool:
        return self.sent_on > self.due


class YearMarkQuerySet(models.QuerySet["Evaluation"]):
    def of_planners(self) -> "YearMarkQuerySet":
        return self.exclude(planner=None)

    def of_areas(self) -> "YearMarkQuerySet":
        return self.filter(planner=None)

    def within(self, scope: Scope) -> "YearMarkQuerySet":
        return self.filter(reached(scope, "area__"))


class Evaluation(models.Model):
    """年度评议: of a planner by the office, or of an area and its district by a planner who serves it."""

    year = models.PositiveSmallIntegerField("年度")
    planner = models.ForeignKey(
        Planner, models.PROTECT, null=True, related_name="evaluations", verbose_name="被考评的规划师"
    )
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, related_name="evaluations", verbose_name="被评议的片区"
    )
    score = models.PositiveSmallIntegerField("得分")
    said = models.CharField("意见", max_length=500, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="评议人")
    at = models.DateTimeField("评议时间")

    objects = YearMarkQuerySet.as_manager()

    class Meta:
        verbose_name = "责任规划师评议"
        ordering = ("-year", "id")
        constraints = (
            models.CheckConstraint(condition=Q(score__lte=100), name="a_mark_is_of_a_hundred"),
            models.CheckConstraint(
                condition=Q(planner=None, area__isnull=False) | Q(planner__isnull=False, area=None),
                name="a_planner_or_an_area_is_marked",
            ),
            models.UniqueConstraint(
                fields=["year", "planner"], condition=Q(area=None), name="a_planner_is_marked_once_a_year"
            ),
            models.UniqueConstraint(
                fields=["year", "area", "by"],
                condition=Q(planner=None),
                name="an_area_is_marked_once_by_a_planner",
            ),
        )


class SupportQuerySet(models.QuerySet["Support"]):
    def within(self, scope: Scope) -> "SupportQuerySet":
        return self.filter(reached(scope, "area__"))


class Support(models.Model):
    """场所和经费: what a district provides for the group of an area in a year."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="support", verbose_name="片区")
    year = models.PositiveSmallIntegerField("年度")
    room = models.CharField("工作场所", max_length=120, blank=True)
    provided_on = models.DateField("提供日期", null=True)
    budget = MoneyField("工作经费")
    contact = models.CharField("对接部门", max_length=60, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    objects = SupportQuerySet.as_manager()

    class Meta:
        verbose_name = "规划师场所和经费"
        ordering = ("-year", "area")
        constraints = (models.UniqueConstraint(fields=["area", "year"], name="one_support_a_year"),)
