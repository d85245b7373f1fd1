"""What is argued, coordinated, heard, reviewed and promulgated."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.legislation.kinds import Secrecy, Speaker
from guangyue.legislation.models.projects import LawProject
from guangyue.organisations.models import Organisation


class ExpertView(models.Model):
    """专家意见: of a legal adviser or a scholar, before review."""

    project = models.ForeignKey(LawProject, models.PROTECT, related_name="expert_views")
    speaker = models.CharField(
        "身份",
        max_length=16,
        choices=[(one.value, one.label) for one in (Speaker.EXPERT, Speaker.ADVISER)],
    )
    name = models.CharField("姓名、单位", max_length=100)
    text = models.TextField("意见", max_length=5000)
    said_on = models.DateField("日期")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "专家意见"
        ordering = ("id",)


class DepartmentView(models.Model):
    """部门意见: settled, or what is still seen differently is written down."""

    project = models.ForeignKey(LawProject, models.PROTECT, related_name="department_views")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="部门")
    text = models.TextField("意见", max_length=5000)
    settled = models.BooleanField("已协调一致")
    difference = models.CharField("分歧情况", max_length=2000, blank=True)
    said_on = models.DateField("日期")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "部门意见"
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(settled=True) | ~Q(difference=""), name="what_is_not_settled_is_listed"
            ),
        )


class HearingQuerySet(models.QuerySet["Hearing"]):
    def held(self) -> "HearingQuerySet":
        return self.exclude(report="")

    def public(self) -> "HearingQuerySet":
        """All but those of a draft that is secret as a whole."""
        return self.exclude(project__consultations__secrecy=Secrecy.WHOLE)


class Hearing(models.Model):
    """听证会: its notice is public beforehand, its report afterwards."""

    project = models.ForeignKey(LawProject, models.PROTECT, related_name="hearings")
    noticed_on = models.DateField("公告日期")
    held_at = models.DateTimeField("举行时间")
    place = models.CharField("地点", max_length=120)
    matters = models.TextField("听证事项", max_length=2000)
    joining = models.CharField("报名办法", max_length=500)
    participants = models.TextField("参加人员", max_length=2000, blank=True)
    record = models.TextField("听证笔录", max_length=20_000, blank=True)
    report = models.TextField("听证报告", max_length=20_000, blank=True)
    reported_at = models.DateTimeField("报告时间", null=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="组织人")

    objects = HearingQuerySet.as_manager()

    class Meta:
        verbose_name = "听证会"
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.project}听证会"

    def get_absolute_url(self) -> str:
        return reverse("legislation:hearing", args=[self.pk])


class LegalReview(models.Model):
    """审查: by somebody else than whoever sent it."""

    project = models.ForeignKey(LawProject, models.PROTECT, related_name="reviews")
    passed = models.BooleanField("通过")
    said = models.TextField("审查意见", max_length=5000)
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="报送人")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="审查人")
    at = models.DateTimeField("审查时间")

    class Meta:
        verbose_name = "审查"
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(sent_by=None) | ~Q(sent_by=F("by")), name="nobody_reviews_what_he_sent"
            ),
        )


class GovernmentOrder(models.Model):
    """政府令: number, the meeting that adopted it, signatory; never in force before it is published."""

    project = models.OneToOneField(LawProject, models.PROTECT, related_name="order", verbose_name="项目")
    number = models.CharField("令号", max_length=60, unique=True)
    meeting = models.CharField("通过的会议", max_length=100)
    adopted_on = models.DateField("通过日期")
    published_on = models.DateField("公布日期")
    effective_on = models.DateField("施行日期")
    signatory = models.CharField("签署人职务", max_length=60)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "政府令"
        constraints = (
            models.CheckConstraint(
                condition=Q(effective_on__gte=F("published_on")) & Q(published_on__gte=F("adopted_on")),
                name="adopted_then_published_then_in_force",
            ),
        )

    def in_force(self, on: date) -> bool:
        return self.effective_on <= on
