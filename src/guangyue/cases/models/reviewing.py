"""审查: what other departments say, points settled with evidence, charges, and duties after the decision."""

from django.db import models
from django.db.models import Q

from guangyue.accounts.models import User
from guangyue.cases.flow import Part
from guangyue.cases.models.case import Case
from guangyue.kit.fields import MoneyField
from guangyue.kit.limits import Limit, Unit
from guangyue.organisations.models import Organisation

PARTS = [(one.name, one.value) for one in Part]
UNITS = [(one.name, one.value) for one in Unit]


class OpinionQuerySet(models.QuerySet["Opinion"]):
    def waiting(self) -> "OpinionQuerySet":
        """Asked, and not given yet."""
        return self.filter(asked_at__isnull=False, given_at=None, withdrawn_at=None)


class Opinion(models.Model):
    """部门意见: what a department is asked beside the others; until those it comes after have answered, it is
    not asked yet. Silence is never consent."""

    class Said(models.TextChoices):
        AGREES = "agrees", "同意"
        AGREES_IF = "agrees_if", "有条件同意"
        OBJECTS = "objects", "不同意"

    case = models.ForeignKey(Case, models.PROTECT, related_name="opinions")
    key = models.CharField("标识", max_length=60)
    title = models.CharField("征求什么", max_length=200)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="部门"
    )
    part = models.CharField("分工", max_length=10, choices=PARTS)
    after = models.JSONField("在谁之后", default=list)
    limit_amount = models.PositiveSmallIntegerField("时限")
    limit_unit = models.CharField("时限单位", max_length=12, choices=UNITS)
    asked_at = models.DateTimeField("转出时间", null=True)
    due = models.DateTimeField("到期", null=True)
    given_at = models.DateTimeField("答复时间", null=True)
    given_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="答复人")
    outcome = models.CharField("意见", max_length=10, choices=Said, blank=True)
    said = models.CharField("理由", max_length=1000, blank=True)
    withdrawn_at = models.DateTimeField("不再需要", null=True)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        verbose_name = "部门意见"
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["case", "key"], name="an_opinion_once_in_a_case"),)
        indexes = (
            models.Index(
                fields=["organisation", "due"],
                condition=Q(asked_at__isnull=False, given_at=None, withdrawn_at=None),
                name="opinions_waited_for",
            ),
        )

    @property
    def limit(self) -> Limit:
        return Limit(self.limit_amount, Unit[self.limit_unit])


class PointResult(models.Model):
    """审查要点结果: rows are only added; the latest for a step is what holds."""

    class Result(models.TextChoices):
        PASSED = "passed", "通过"
        FAILED = "failed", "不通过"
        NOT_APPLICABLE = "not_applicable", "不适用"
        TO_BE_PAID = "to_be_paid", "待缴"

    case = models.ForeignKey(Case, models.PROTECT, related_name="point_results")
    step = models.CharField("环节", max_length=60)
    number = models.PositiveSmallIntegerField("要点")
    result = models.CharField("结果", max_length=16, choices=Result)
    evidence = models.CharField("依据", max_length=500, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="审查人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "审查要点结果"
        ordering = ("id",)


class Charge(models.Model):
    """缴费: what is to be paid for this case before it goes on, and when it was."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="charges")
    item = models.CharField("项目", max_length=200)
    amount = MoneyField("金额")
    basis = models.CharField("依据", max_length=200, blank=True)
    noticed_at = models.DateTimeField("通知时间")
    paid_on = models.DateField("缴清日", null=True)
    receipt = models.CharField("票据号", max_length=60, blank=True)
    noted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="登记人")

    class Meta:
        verbose_name = "办件缴费"
        ordering = ("id",)


class DutyQuerySet(models.QuerySet["Duty"]):
    def open(self) -> "DutyQuerySet":
        return self.filter(done_at=None)


class Duty(models.Model):
    """批后事项: what must be done after the decision, by whom and until when."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="duties")
    key = models.CharField("标识", max_length=60)
    title = models.CharField("事项", max_length=200)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, db_index=False, related_name="+", verbose_name="由谁办"
    )
    limit_amount = models.PositiveSmallIntegerField("时限")
    limit_unit = models.CharField("时限单位", max_length=12, choices=UNITS)
    started_at = models.DateTimeField("起算")
    due = models.DateTimeField("到期")
    done_at = models.DateTimeField("办理时间", null=True)
    done_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="办理人")
    said = models.CharField("办理情况", max_length=500, blank=True)

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = "批后事项"
        ordering = ("due",)
        constraints = (
            models.UniqueConstraint(fields=["case", "key", "started_at"], name="a_duty_once_for_a_move"),
        )
        indexes = (
            models.Index(fields=["organisation", "due"], condition=Q(done_at=None), name="duties_to_be_done"),
        )

    @property
    def limit(self) -> Limit:
        return Limit(self.limit_amount, Unit[self.limit_unit])
