"""响应终止以后: what each county reports, and the evaluation by a third party."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.alerts.models.warnings import Warning
from guangyue.files.models import File
from guangyue.kit.access import Scope
from guangyue.organisations.models import Region


class CountyReportQuerySet(models.QuerySet["CountyReport"]):
    def owed(self) -> "CountyReportQuerySet":
        return self.filter(sent_at=None)

    def within(self, scope: Scope) -> "CountyReportQuerySet":
        return self.filter(scope.rows(region="region_id"))


class CountyReport(models.Model):
    """应急响应情况报告 of a county: owed from the moment the response has ended."""

    warning = models.ForeignKey(
        Warning, models.PROTECT, db_index=False, related_name="county_reports", verbose_name="预警"
    )
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="县（市、区）")
    due = models.DateTimeField("最迟报送")  # as the calendar stood when the response ended
    measures = models.TextField("采取的措施", blank=True)
    effects = models.TextField("取得的成效", blank=True)
    problems = models.TextField("发现的问题", blank=True)
    advice = models.TextField("改进建议", blank=True)
    sent_at = models.DateTimeField("报送时间", null=True)
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="报送人")

    objects = CountyReportQuerySet.as_manager()

    class Meta:
        verbose_name = "应急响应情况报告"
        ordering = ("warning", "region")
        constraints = (
            models.UniqueConstraint(fields=["warning", "region"], name="a_county_reports_a_warning_once"),
            models.CheckConstraint(
                condition=Q(sent_at=None) | (~Q(measures="") & ~Q(effects="")), name="no_report_is_empty"
            ),
        )

    def __str__(self) -> str:
        return f"{self.region} {self.warning}"

    def get_absolute_url(self) -> str:
        return reverse("alerts:county_report", args=[self.pk])


class Evaluation(models.Model):
    """第三方评估: with the figures as they stood when it was entered."""

    warning = models.OneToOneField(Warning, models.PROTECT, related_name="evaluation", verbose_name="预警")
    evaluator = models.CharField("评估机构", max_length=120)
    measures = models.TextField("采取的措施")
    effects = models.TextField("取得的成效")
    problems = models.TextField("发现的问题")
    advice = models.TextField("改进建议")
    figures = models.JSONField("评估时的数字", default=dict)
    file = models.ForeignKey(File, models.PROTECT, null=True, related_name="+", verbose_name="评估报告")
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    entered_at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "重污染应急评估"
        ordering = ("-id",)
