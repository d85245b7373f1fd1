"""验收、销号、复发: what ends a problem, and what begins it anew. Rows are only added."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.kit.access import Scope
from guangyue.ledgers.flow import Ground, Side
from guangyue.ledgers.models.lists import Measure
from guangyue.ledgers.models.problems import Problem
from guangyue.organisations.models import Organisation

SIDES = [(side.name, side.value) for side in Side]
GROUNDS = [(ground.name, ground.value) for ground in Ground]


class AcceptanceQuerySet(models.QuerySet["Acceptance"]):
    def within(self, scope: Scope) -> "AcceptanceQuerySet":
        return self.filter(scope.rows(region="problem__region_id", organisation="problem__organisation_id"))


class Acceptance(models.Model):
    """验收: on the spot, by the lead department together with the local government. One of a round that was
    begun anew is overturned."""

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="acceptances", verbose_name="问题")
    round = models.PositiveSmallIntegerField("第几轮")
    on = models.DateField("验收日期")
    on_site = models.BooleanField("到现场")
    passed = models.BooleanField("通过")
    checks = ArrayField(models.CharField(max_length=40), verbose_name="验收要件", default=list)
    said = models.CharField("验收意见", max_length=500)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="录入人")
    at = models.DateTimeField("录入时间")

    objects = AcceptanceQuerySet.as_manager()

    class Meta:
        verbose_name = "现场验收"
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.problem.number} 第 {self.round} 轮验收"

    @property
    def is_overturned(self) -> bool:
        return self.passed and self.round < self.problem.round


class AcceptanceMember(models.Model):
    """验收组成员: who carried out the work may be there, and does not sign."""

    acceptance = models.ForeignKey(Acceptance, models.PROTECT, related_name="members")
    side = models.CharField("身份", max_length=8, choices=SIDES)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", verbose_name="单位"
    )
    unit = models.CharField("单位名称", max_length=80)
    person = models.CharField("姓名", max_length=30)
    signs = models.BooleanField("签字", default=True)

    class Meta:
        verbose_name = "验收组成员"
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(condition=~Q(side="DOER", signs=True), name="who_did_it_does_not_sign"),
        )


class MeasureResult(models.Model):
    """逐项验收: whether a measure reached its standard."""

    acceptance = models.ForeignKey(Acceptance, models.PROTECT, related_name="results")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="results", verbose_name="整改措施")
    passed = models.BooleanField("达到标准")
    said = models.CharField("情况", max_length=200, blank=True)

    class Meta:
        verbose_name = "逐项验收"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["acceptance", "measure"], name="a_measure_is_judged_once"),
        )


class SignOff(models.Model):
    """销号: of one problem, with an order of its own number."""

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="sign_offs", verbose_name="问题")
    round = models.PositiveSmallIntegerField("第几轮")
    number = models.CharField("销号单号", max_length=24, unique=True)
    on = models.DateField("销号日期")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="销号人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "销号单"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["problem", "round"], name="a_round_is_signed_off_once"),
        )

    def __str__(self) -> str:
        return self.number


class Reopening(models.Model):
    """复发: why a cleared problem is begun anew."""

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="reopenings", verbose_name="问题")
    round = models.PositiveSmallIntegerField("被推翻的一轮")
    ground = models.CharField("由来", max_length=12, choices=GROUNDS)
    reason = models.CharField("情况", max_length=500)
    on = models.DateField("日期")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="办理人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "复发记录"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["problem", "round"], name="a_round_is_overturned_once"),
        )


class Photo(models.Model):
    """照片: before, after, or of the acceptance; other evidence stands beside them."""

    class Moment(models.TextChoices):
        BEFORE = "before", "整改前"
        AFTER = "after", "整改后"
        ACCEPTANCE = "acceptance", "验收现场"
        CHECK = "check", "抽查现场"

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="photos", verbose_name="问题")
    round = models.PositiveSmallIntegerField("第几轮")
    moment = models.CharField("时点", max_length=12, choices=Moment)
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="上传人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "问题照片"
        ordering = ("id",)
