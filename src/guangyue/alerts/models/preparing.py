"""演练、培训、预案修订和备案: what is done between one polluted week and the next."""

from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.alerts.declared import response_plan
from guangyue.alerts.plans import Level
from guangyue.kit.access import Scope
from guangyue.organisations.models import Region

DECIDED_WITHIN = timedelta(days=30)  # a completion: 9.4 says only that the plan is revised in time


class Drill(models.Model):
    """应急演练: a scenario gone through with the same sheets, signatures, warnings and orders as a real one,
    all of them marked as an exercise."""

    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("演练名称", max_length=120)
    level_key = models.CharField("演练级别", max_length=10)
    scenario = models.TextField("情景")
    planned_on = models.DateField("计划日期")
    planned_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    planned_at = models.DateTimeField("登记时间")
    ended_at = models.DateTimeField("结束时间", null=True)
    findings = models.TextField("演练评估", blank=True)
    improvements = models.TextField("改进措施", blank=True)
    filed_to = models.CharField("报送单位", max_length=120, blank=True)
    evaluated_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="评估登记人"
    )

    class Meta:
        verbose_name = "应急演练"
        ordering = ("-planned_on", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(ended_at=None) | ~Q(findings=""), name="a_drill_ends_with_findings"
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("alerts:drill", args=[self.pk])

    @property
    def level(self) -> Level:
        return response_plan().level(self.level_key)

    @property
    def is_open(self) -> bool:
        return self.ended_at is None


class Training(models.Model):
    """预案培训: for whom, and what about."""

    title = models.CharField("培训名称", max_length=120)
    held_on = models.DateField("培训日期")
    audience = models.CharField("培训对象", max_length=200)
    content = models.TextField("培训内容")
    attended = models.PositiveIntegerField("参加人数")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="组织地区")
    result = models.CharField("效果", max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "应急预案培训"
        ordering = ("-held_on", "-id")

    def __str__(self) -> str:
        return self.title


class RevisionTriggerQuerySet(models.QuerySet["RevisionTrigger"]):
    def open(self) -> "RevisionTriggerQuerySet":
        return self.filter(decided_at=None)

    def overdue(self, at: datetime) -> "RevisionTriggerQuerySet":
        """Noted and not decided for so long that it is red."""
        return self.open().filter(noted_at__lt=at - DECIDED_WITHIN)


class RevisionTrigger(models.Model):
    """预案修订情形: a reason why the plan may have to change, and what was decided about it."""

    class Kind(models.TextChoices):
        LAW = "law", "法律、标准或者上位预案变化"
        COMMAND = "command", "指挥机构或者职责重大调整"
        RISK = "risk", "面临的风险重大变化"
        RESOURCES = "resources", "重要应急资源重大变化"
        INFORMATION = "information", "预案中的其他重要信息变化"
        PROBLEM = "problem", "实际应对或者演练中发现问题"
        OTHER = "other", "其他应当修订的情况"

    class Decision(models.TextChoices):
        REVISE = "revise", "修订预案"
        KEEP = "keep", "不需修订"

    kind = models.CharField("情形", max_length=12, choices=Kind)
    text = models.TextField("说明")
    drill = models.ForeignKey(
        Drill, models.PROTECT, null=True, related_name="revision_triggers", verbose_name="来自演练"
    )
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    noted_at = models.DateTimeField("登记时间")
    decision = models.CharField("结论", max_length=8, choices=Decision, blank=True)
    reason = models.CharField("理由", max_length=300, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="决定人")
    decided_at = models.DateTimeField("决定时间", null=True)

    objects = RevisionTriggerQuerySet.as_manager()

    class Meta:
        verbose_name = "预案修订情形"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(decided_at=None, decision="") | (Q(decided_at__isnull=False) & ~Q(decision="")),
                name="a_decided_revision_says_what",
            ),
        )

    def get_absolute_url(self) -> str:
        return reverse("alerts:revision", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.decided_at is None

    @property
    def due(self) -> datetime:
        return self.noted_at + DECIDED_WITHIN

    def is_late(self, at: datetime) -> bool:
        return (self.decided_at or at) > self.due


class PlanFilingQuerySet(models.QuerySet["PlanFiling"]):
    def of_counties_since(self, day: date) -> "PlanFilingQuerySet":
        return self.filter(kind=PlanFiling.Kind.COUNTY, filed_on__gte=day)

    def within(self, scope: Scope) -> "PlanFilingQuerySet":
        return self.filter(scope.rows(region="region_id"))


class PlanFiling(models.Model):
    """预案备案: a version of a plan, laid before whoever is to know of it; one row for each of them.

    The plan of one enterprise or site (一厂一策) is filed where the abatement list says.
    """

    class Kind(models.TextChoices):
        CITY = "city", "市级预案"
        COUNTY = "county", "县（市、区）预案"
        MEMBER = "member", "成员单位实施方案"

    kind = models.CharField("种类", max_length=8, choices=Kind)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="所属地区")
    owner = models.CharField("编制单位", max_length=120)
    version_on = models.DateField("版本日期")
    filed_with = models.CharField("备案机构", max_length=60)
    filed_on = models.DateField("备案日期")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    objects = PlanFilingQuerySet.as_manager()

    class Meta:
        verbose_name = "预案备案"
        ordering = ("-filed_on", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "region", "owner", "version_on", "filed_with"],
                name="a_version_is_filed_once_with_each",
            ),
            models.CheckConstraint(
                condition=Q(filed_on__gte=F("version_on")), name="a_plan_is_filed_once_it_is_written"
            ),
        )

    def __str__(self) -> str:
        return f"{self.owner}{self.get_kind_display()}"
