"""约谈: who was asked what, what was promised until when, and whether it was kept."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accountability.models.cases import TakenStep
from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.kit.access import Scope


class InterviewQuerySet(models.QuerySet["Interview"]):
    def within(self, scope: Scope) -> "InterviewQuerySet":
        return self.filter(
            scope.rows(region="step__case__unit__region_id", organisation="step__case__unit_id")
        )

    def to_hold(self) -> "InterviewQuerySet":
        return self.filter(held_at=None)

    def open(self) -> "InterviewQuerySet":
        """Held, with promises that nobody has verified yet."""
        return self.filter(held_at__isnull=False, closed_on=None)

    def with_parts(self) -> "InterviewQuerySet":
        return self.select_related(
            "step__case__unit__region", "step__case__head__person", "step__case__head__post__organisation"
        )


class Interview(models.Model):
    """约谈: open until every commitment is verified by somebody else than who reported it done."""

    step = models.OneToOneField(TakenStep, models.PROTECT, related_name="interview", verbose_name="措施")
    on = models.DateField("约谈日期")
    place = models.CharField("地点", max_length=100)
    chair = models.CharField("主持", max_length=60)
    invited = models.CharField("约谈对象", max_length=200)
    planned_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="安排人")
    planned_at = models.DateTimeField("安排时间")
    attendees = models.CharField("参加人员", max_length=500, blank=True)
    questions = models.CharField("指出的问题", max_length=2000, blank=True)
    minutes = models.CharField("表态和要求", max_length=4000, blank=True)
    held_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="记录人")
    held_at = models.DateTimeField("记录时间", null=True)
    closed_on = models.DateField("完成日期", null=True)

    objects = InterviewQuerySet.as_manager()

    class Meta:
        verbose_name = "约谈"
        ordering = ("-on", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(held_at=None) | ~Q(minutes=""), name="a_held_interview_has_minutes"
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(held_at__isnull=False), name="only_a_held_interview_is_closed"
            ),
        )

    def __str__(self) -> str:
        return f"{self.step.title}{self.step.case.addressee}"

    def get_absolute_url(self) -> str:
        return reverse("accountability:interview", args=[self.pk])

    @property
    def standing(self) -> str:
        if self.closed_on:
            return "已完成"
        return "跟踪整改" if self.held_at else "待约谈"


class CommitmentQuerySet(models.QuerySet["Commitment"]):
    def within(self, scope: Scope) -> "CommitmentQuerySet":
        return self.filter(
            scope.rows(
                region="interview__step__case__unit__region_id", organisation="interview__step__case__unit_id"
            )
        )

    def open(self) -> "CommitmentQuerySet":
        return self.filter(verified_at=None)

    def to_report(self) -> "CommitmentQuerySet":
        return self.open().filter(reported_at=None)

    def to_verify(self) -> "CommitmentQuerySet":
        return self.open().filter(reported_at__isnull=False)

    def overdue(self, on: date) -> "CommitmentQuerySet":
        return self.to_report().filter(due_on__lt=on)


class Commitment(models.Model):
    """承诺: what was promised until a day; reported by the unit, verified by another person."""

    interview = models.ForeignKey(Interview, models.PROTECT, related_name="commitments", verbose_name="约谈")
    said = models.CharField("承诺整改", max_length=300)
    due_on = models.DateField("完成期限")
    report = models.CharField("完成情况", max_length=1000, blank=True)
    file = models.ForeignKey(File, models.PROTECT, null=True, related_name="+", verbose_name="佐证")
    reported_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="报告人")
    reported_at = models.DateTimeField("报告时间", null=True)
    returned = models.CharField("退回理由", max_length=300, blank=True)
    verified_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="核实人")
    verified_at = models.DateTimeField("核实时间", null=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = "约谈承诺"
        ordering = ("due_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(verified_at=None) | Q(reported_at__isnull=False),
                name="a_commitment_is_verified_once_reported",
            ),
            models.CheckConstraint(
                condition=Q(verified_by=None) | ~Q(verified_by=models.F("reported_by")),
                name="nobody_verifies_his_own_commitment",
            ),
        )

    def __str__(self) -> str:
        return self.said

    @property
    def standing(self) -> str:
        if self.verified_at:
            return "已核实"
        if self.reported_at:
            return "待核实"
        return "退回补办" if self.returned else "整改中"
