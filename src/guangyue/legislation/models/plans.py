"""立法计划: the year's list as it was published, what was decided about it later, the lengths in force."""

from datetime import date

from django.db import models
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.gazette.fields import ClauseField
from guangyue.legislation.kinds import Category, RuleKind


class LegislativePlan(models.Model):
    """年度立法计划."""

    year = models.PositiveSmallIntegerField("年度", unique=True)
    title = models.CharField("名称", max_length=120)
    number = models.CharField("文号", max_length=60)
    adopted_on = models.DateField("印发日期")

    class Meta:
        verbose_name = "立法计划"
        ordering = ("-year",)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("legislation:plan", args=[self.year])


class PlanEntry(models.Model):
    """计划项目: a line of a plan as it was published; it stays, whatever becomes of the project."""

    plan = models.ForeignKey(LegislativePlan, models.PROTECT, related_name="entries", verbose_name="计划")
    project = models.ForeignKey("LawProject", models.PROTECT, related_name="entries", verbose_name="项目")
    position = models.PositiveSmallIntegerField("序号")
    kind = models.CharField("项目种类", max_length=12, choices=RuleKind)
    category = models.CharField("项目类别", max_length=10, choices=Category)
    due = models.DateField("完成时限", null=True)
    cites = ClauseField("依据", null=True)
    carried_over = models.CharField("结转说明", max_length=300, blank=True)

    class Meta:
        verbose_name = "计划项目"
        ordering = ("plan", "position")
        constraints = (
            models.UniqueConstraint(fields=["plan", "project"], name="a_project_stands_once_in_a_plan"),
        )


class PlanChange(models.Model):
    """计划变更: a project added, postponed or dropped by a decision; the entry stays as it was published."""

    class What(models.TextChoices):
        ADDED = "added", "增列"
        POSTPONED = "postponed", "延期"
        CANCELLED = "cancelled", "取消"

    project = models.ForeignKey(
        "LawProject", models.PROTECT, related_name="plan_changes", verbose_name="项目"
    )
    what = models.CharField("变更", max_length=10, choices=What)
    due_before = models.DateField("原时限", null=True)
    due_after = models.DateField("新时限", null=True)
    reason = models.CharField("理由", max_length=500)
    decision = models.CharField("市政府的决定", max_length=200)
    decided_on = models.DateField("决定日期")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "立法计划变更"
        ordering = ("id",)


class LegislativeTermsQuerySet(models.QuerySet["LegislativeTerms"]):
    def on(self, day: date) -> "LegislativeTerms | None":
        """Those in force on that day."""
        return self.filter(since__lte=day).order_by("-since", "-id").first()


class LegislativeTerms(models.Model):
    """补充规定: lengths and marks that no clause of the plan fixes, each set with its ground; the newest
    holds. Without `min_days` nothing is opened to comments."""

    since = models.DateField("自何日起")
    min_days = models.PositiveSmallIntegerField("征求意见最短天数", null=True)
    review_days = models.PositiveSmallIntegerField("审查天数")
    approval_days = models.PositiveSmallIntegerField("审批天数")
    opposing_percent = models.PositiveSmallIntegerField("提示分歧的反对占比")
    many_comments = models.PositiveIntegerField("提示关注的意见条数")
    ground = models.CharField("依据", max_length=300)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="设定人")
    at = models.DateTimeField("设定时间")

    objects = LegislativeTermsQuerySet.as_manager()

    class Meta:
        verbose_name = "立法补充规定"
        ordering = ("-since", "-id")
