"""限批、扣减 and 移送: what holds from a day to a day, and what another organ takes over."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.accountability.models.cases import StepCase, TakenStep
from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation, Region


class UnitRestrictionQuerySet(models.QuerySet["Restriction"]):
    def on(self, day: date) -> "UnitRestrictionQuerySet":
        """Those that hold that day, the first and the last included."""
        lifted = Q(lifted_on=None) | Q(lifted_on__gt=day)
        return self.filter(lifted, since__lte=day, until__gte=day)

    def in_force(self, unit: Organisation, on: date) -> "UnitRestrictionQuerySet":
        """What holds against a unit that day: S16, S17 and funds ask."""
        return self.on(on).filter(unit=unit).select_related("step", "unit")

    def stopping(self, matter: Matter, regions: Iterable[Region]) -> "UnitRestrictionQuerySet":
        """限批 that a new case of the matter meets there: of the region itself, or of the one it lies in."""
        places = {place for region in regions for place in (region.pk, region.parent_id)} - {None}
        stopped = self.filter(matters=matter, unit__region__in=places, unit__kind__in=GOVERNING)
        return stopped.select_related("unit__region", "step__case")

    def deductions(self) -> "UnitRestrictionQuerySet":
        return self.filter(kind=Restriction.Kind.DEDUCTION)

    def within(self, scope: Scope) -> "UnitRestrictionQuerySet":
        return self.filter(scope.rows(region="unit__region_id", organisation="unit_id"))


class Restriction(models.Model):
    """限批、扣减: from a first day to a last, or until it is lifted; it stops only what it names."""

    class Kind(models.TextChoices):
        APPROVALS = "approvals", "限批"
        DEDUCTION = "deduction", "扣减"

    step = models.OneToOneField(TakenStep, models.PROTECT, related_name="restriction", verbose_name="措施")
    kind = models.CharField("类别", max_length=10, choices=Kind)
    unit = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="单位"
    )
    since = models.DateField("自")
    until = models.DateField("至")
    effect = models.CharField("内容", max_length=300)
    matters = models.ManyToManyField(Matter, related_name="+", blank=True, verbose_name="暂停受理的事项")
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    entered_at = models.DateTimeField("登记时间")
    lifted_on = models.DateField("解除日期", null=True)
    lifted_why = models.CharField("解除理由", max_length=300, blank=True)
    lifted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="解除人")

    objects = UnitRestrictionQuerySet.as_manager()

    class Meta:
        verbose_name = "限批和扣减"
        ordering = ("-since", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="a_unit_restriction_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(lifted_on=None) | ~Q(lifted_why=""), name="a_restriction_is_lifted_with_a_reason"
            ),
        )
        indexes = (models.Index(fields=["unit", "since", "until"], name="unit_restrictions"),)

    def __str__(self) -> str:
        return f"{self.unit}：{self.step.title}"

    def get_absolute_url(self) -> str:
        return reverse("accountability:restriction", args=[self.pk])

    @property
    def region(self) -> Region:
        return self.unit.region

    def standing(self, on: date) -> str:
        if self.lifted_on and self.lifted_on <= on:
            return "已解除"
        if self.until < on:
            return "已到期"
        return "生效中" if self.since <= on else "尚未开始"


GOVERNING = (Organisation.Kind.COUNTY, Organisation.Kind.ZONE)


class TransferQuerySet(models.QuerySet["Transfer"]):
    def within(self, scope: Scope) -> "TransferQuerySet":
        return self.filter(scope.rows(region="case__unit__region_id", organisation="case__unit_id"))

    def unanswered(self) -> "TransferQuerySet":
        return self.filter(answered_on=None)


class Transfer(models.Model):
    """移送: the facts go to an organ with a procedure of its own, and its result comes back."""

    class Organ(models.TextChoices):
        POLICE = "police", "公安机关"
        DISCIPLINE = "discipline", "纪检监察机关"

    case = models.ForeignKey(StepCase, models.PROTECT, related_name="transfers", verbose_name="追责事项")
    step = models.OneToOneField(
        TakenStep, models.PROTECT, null=True, related_name="transfer", verbose_name="措施"
    )
    organ = models.CharField("接收机关", max_length=10, choices=Organ)
    reason = models.CharField("移送理由", max_length=500)
    on = models.DateField("移送日期")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="移送人")
    at = models.DateTimeField("登记时间")
    result = models.CharField("处理结果", max_length=500, blank=True)
    answered_on = models.DateField("反馈日期", null=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="登记人")

    objects = TransferQuerySet.as_manager()

    class Meta:
        verbose_name = "移送"
        ordering = ("-on", "-id")
        constraints = (
            models.UniqueConstraint(fields=["case", "organ"], name="transferred_once_to_an_organ"),
            models.CheckConstraint(
                condition=Q(answered_on=None) | ~Q(result=""), name="an_answered_transfer_has_a_result"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_organ_display()}：{self.case}"
