"""月份: the chronicle of a month on its way to print, and what departments propose for it."""

from datetime import date

from django.db import models
from django.urls import reverse

from guangyue.chronicle.reading.days import YearMonth
from guangyue.gazette.models import Issue
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation


class MonthQuerySet(models.QuerySet["Month"]):
    def printed(self) -> "MonthQuerySet":
        """What anyone may read."""
        return self.filter(state=Month.State.PRINTED)

    def unfinished(self) -> "MonthQuerySet":
        return self.exclude(state=Month.State.PRINTED)

    def counted(self) -> "MonthQuerySet":
        return self.annotate(many=models.Count("events"))


class Month(models.Model):
    """一个月的大事记: 征集 → 草稿 → 送审 → 定稿 → 刊登; what is printed changes only by 更正."""

    class State(models.TextChoices):
        COLLECTING = "collecting", "征集"
        DRAFT = "draft", "草稿"
        SUBMITTED = "submitted", "送审"
        APPROVED = "approved", "定稿"
        PRINTED = "printed", "刊登"

    first = models.DateField("月份", unique=True)  # its first day
    state = models.CharField("状态", max_length=10, choices=State)
    city = models.CharField("城市", max_length=20, blank=True)  # as the heading names it
    issue = models.ForeignKey(
        Issue, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="刊于"
    )
    closes_on = models.DateField("征集截止", null=True, blank=True)
    problems = models.JSONField(
        "疑问", default=list
    )  # [{"text", "sentence"}, …]: paragraphs that are no events

    objects = MonthQuerySet.as_manager()

    class Meta:
        verbose_name = "大事记月份"
        ordering = ("-first",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(first__day=1), name="a_month_begins_with_its_first_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.year_month}大事记"

    def get_absolute_url(self) -> str:
        return reverse("chronicle:month", args=[self.first.year, self.first.month])

    @property
    def year_month(self) -> YearMonth:
        return YearMonth(self.first.year, self.first.month)

    @property
    def last(self) -> date:
        return self.year_month.last

    @property
    def is_open(self) -> bool:
        """Whether events may still be written, changed and left out."""
        return self.state in (self.State.COLLECTING, self.State.DRAFT)

    @property
    def is_printed(self) -> bool:
        return self.state == self.State.PRINTED


class MonthMove(models.Model):
    """The month came to this state, by whom and when."""

    month = models.ForeignKey(Month, models.CASCADE, related_name="moves")
    state = models.CharField("状态", max_length=10, choices=Month.State)
    by = models.CharField("经办人", max_length=100)
    at = models.DateTimeField("时间")
    remark = models.CharField("说明", max_length=200, blank=True)

    class Meta:
        verbose_name = "大事记流转"
        ordering = ("id",)


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def waiting(self) -> "ProposalQuerySet":
        return self.filter(state=Proposal.State.WAITING)

    def within(self, scope: Scope) -> "ProposalQuerySet":
        return self.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))


class Proposal(models.Model):
    """报送: an event that a department or a county proposes for the chronicle."""

    class State(models.TextChoices):
        WAITING = "waiting", "待采用"
        TAKEN = "taken", "已采用"
        DECLINED = "declined", "未采用"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="报送单位")
    start = models.DateField("开始日期")
    end = models.DateField("结束日期")
    text = models.TextField("内容")
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING)
    by = models.CharField("报送人", max_length=100)
    at = models.DateTimeField("报送时间")
    answer = models.CharField("答复", max_length=200, blank=True)
    answered_by = models.CharField("答复人", max_length=100, blank=True)
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "大事记报送"
        ordering = ("-start", "-id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(end__gte=models.F("start")), name="proposal_ends_after_it_starts"
            ),
        )

    def __str__(self) -> str:
        return self.text[:40]
