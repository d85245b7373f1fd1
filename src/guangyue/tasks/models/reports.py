"""施工图、进展 and 核查: what a unit plans, what it reports each quarter and when it wants to close, what was
found when somebody looked."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation
from guangyue.tasks.models.assignments import Assignment
from guangyue.tasks.models.documents import TaskDocument
from guangyue.tasks.quarters import Quarter


class Plan(models.Model):
    """施工图、进度表: one version; the last one stands."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="plans", verbose_name="督查事项")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="单位")
    goal = models.CharField("目标和标准", max_length=500)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="报送人")
    at = models.DateTimeField("报送时间")

    class Meta:
        verbose_name = "施工图"
        ordering = ("assignment", "-pk")


class PlanStep(models.Model):
    """节点: a step of a plan, with its day."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="steps", verbose_name="施工图")
    order = models.PositiveSmallIntegerField("次序")
    title = models.CharField("节点", max_length=200)
    due_on = models.DateField("时间")
    done_on = models.DateField("完成日期", null=True)

    class Meta:
        verbose_name = "施工图节点"
        ordering = ("plan", "order")
        constraints = (models.UniqueConstraint(fields=["plan", "order"], name="one_step_of_an_order"),)

    def __str__(self) -> str:
        return self.title


class OwedReportQuerySet(models.QuerySet["OwedReport"]):
    def within(self, scope: Scope) -> "OwedReportQuerySet":
        return self.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))

    def waiting(self) -> "OwedReportQuerySet":
        """Not handed in, or sent back and not handed in again."""
        return self.filter(handed_in_at=None)

    def late(self, on: date) -> "OwedReportQuerySet":
        return self.waiting().filter(due_on__lt=on)

    def of(self, quarter: Quarter) -> "OwedReportQuerySet":
        return self.filter(quarter=str(quarter))


class OwedReport(models.Model):
    """应报季报: what a unit owes of a document for a quarter: one, however many assignments it covers."""

    document = models.ForeignKey(
        TaskDocument, models.PROTECT, db_index=False, related_name="owed", verbose_name="文件"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="单位"
    )
    quarter = models.CharField("季度", max_length=6)
    covers = models.PositiveSmallIntegerField("事项数")
    due_on = models.DateField("应报日期")
    handed_in_at = models.DateTimeField("报送时间", null=True)
    handed_in_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="报送人")
    declared = models.BooleanField("已承诺如实报送", default=False)
    chased_at = models.DateTimeField("催报时间", null=True)
    sent_back_at = models.DateTimeField("退回时间", null=True)
    sent_back_for = models.CharField("退回理由", max_length=300, blank=True)
    accepted_at = models.DateTimeField("审阅时间", null=True)
    accepted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="审阅人")

    objects = OwedReportQuerySet.as_manager()

    class Meta:
        verbose_name = "应报季报"
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "quarter", "document"], name="one_report_of_a_unit_and_quarter"
            ),
            models.CheckConstraint(
                condition=Q(handed_in_at=None) | Q(declared=True), name="what_is_handed_in_is_declared_true"
            ),
        )
        indexes = (
            models.Index(fields=["quarter", "due_on", "id"], name="owed_of_quarter"),
            models.Index(fields=["due_on", "id"], condition=Q(handed_in_at=None), name="owed_waiting"),
            models.Index(fields=["document", "quarter"], name="owed_of_document"),
        )

    def __str__(self) -> str:
        return f"{self.organisation} {self.of_quarter.title} {self.document}"

    def get_absolute_url(self) -> str:
        return reverse("tasks:owed_report", args=[self.pk])

    @property
    def of_quarter(self) -> Quarter:
        return Quarter.read(self.quarter)

    def is_late(self, on: date) -> bool:
        return self.handed_in_at is None and self.due_on < on


class Report(models.Model):
    """进展: what a unit says of an assignment; rows are only added, the last of a unit stands."""

    class Kind(models.TextChoices):
        QUARTERLY = "quarterly", "季度进展"
        AD_HOC = "ad_hoc", "随时报送"
        CLOSING = "closing", "申请办结"

    assignment = models.ForeignKey(
        Assignment, models.PROTECT, db_index=False, related_name="reports", verbose_name="督查事项"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="单位"
    )
    owed = models.ForeignKey(
        OwedReport, models.PROTECT, null=True, db_index=False, related_name="lines", verbose_name="季报"
    )
    kind = models.CharField("种类", max_length=10, choices=Kind)
    text = models.CharField("进展", max_length=2000)
    percent = models.PositiveSmallIntegerField("进度")
    figures = models.CharField("数字", max_length=500, blank=True)
    problems = models.CharField("问题", max_length=1000, blank=True)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, db_index=False, related_name="+", verbose_name="报送人"
    )
    at = models.DateTimeField("报送时间")

    class Meta:
        verbose_name = "进展"
        constraints = (
            models.CheckConstraint(condition=Q(percent__lte=100), name="reported_is_a_share"),
            models.CheckConstraint(
                condition=~Q(kind="quarterly") | Q(owed__isnull=False), name="a_quarterly_report_was_owed"
            ),
        )
        indexes = (
            models.Index(fields=["assignment", "-id"], name="reports_of_assignment"),
            models.Index(fields=["owed"], condition=Q(owed__isnull=False), name="lines_of_owed"),
        )

    def __str__(self) -> str:
        return f"{self.assignment} {self.get_kind_display()}"


class Evidence(models.Model):
    """佐证: a file with a report."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="evidence", verbose_name="进展")
    file = models.ForeignKey(File, models.PROTECT, related_name="+", verbose_name="附件")

    class Meta:
        verbose_name = "任务佐证"


class Check(models.Model):
    """核查: what somebody found who did not report it; with a report to close, it closes or sends back."""

    class Kind(models.TextChoices):
        PAPERS = "papers", "核查材料"
        ON_SITE = "on_site", "实地核查（四不两直）"
        SAMPLE = "sample", "抽查"

    class Result(models.TextChoices):
        TRUE = "true", "属实"
        PARTLY = "partly", "部分属实"
        FALSE = "false", "不实"

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="checks", verbose_name="督查事项")
    report = models.ForeignKey(
        Report, models.PROTECT, null=True, related_name="checks", verbose_name="核查的进展"
    )
    kind = models.CharField("方式", max_length=8, choices=Kind)
    result = models.CharField("结果", max_length=8, choices=Result)
    said = models.CharField("情况", max_length=1000)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="核查人")
    at = models.DateTimeField("核查时间")

    class Meta:
        verbose_name = "核查"
        ordering = ("assignment", "-pk")
