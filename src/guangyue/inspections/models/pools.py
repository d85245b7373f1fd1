"""两库: whom and what can be inspected, who inspects, and who keeps out of whose way."""

from datetime import date
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.inspections.kinds import CLASSES, OFFICER_ROLES
from guangyue.inspections.models.items import Item
from guangyue.inspections.sizing import class_of
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.models import Firm

if TYPE_CHECKING:
    from guangyue.inspections.models.plans import PlanLine


class SubjectQuerySet(models.QuerySet["Subject"]):
    def active(self) -> "SubjectQuerySet":
        """Neither cancelled nor moved away."""
        return self.filter(status=Subject.Status.ACTIVE)

    def in_scope_of(self, line: "PlanLine") -> "SubjectQuerySet":
        """Those that a line of a plan speaks of: under one of its items, in its regions."""
        under_an_item = Subject.items.through.objects.filter(
            subject=OuterRef("pk"), item__in=line.items.values("pk")
        )
        rows = self.filter(Exists(under_an_item))
        return rows.filter(region__in=line.regions_below()) if line.regions else rows

    def within(self, scope: Scope) -> "SubjectQuerySet":
        return self.filter(scope.rows(region="region_id"))


class Subject(models.Model):
    """检查对象: known by 统一社会信用代码, or by a number of our own; never by an ID number."""

    class Status(models.TextChoices):
        ACTIVE = "active", "正常"
        CANCELLED = "cancelled", "已注销"
        MOVED = "moved", "已迁出"

    number = models.CharField("编号", max_length=30, unique=True)
    name = models.CharField("名称", max_length=200)
    firm = models.OneToOneField(Firm, models.PROTECT, null=True, related_name="+", verbose_name="经营主体")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="所在地区")
    address = models.CharField("地址", max_length=200, blank=True)
    risk_class = models.CharField("风险等级", max_length=1, choices=CLASSES, blank=True)
    credit_entered = models.CharField("登记的信用等级", max_length=1, choices=CLASSES, blank=True)
    credit_found = models.CharField("信用监管的等级", max_length=1, choices=CLASSES, blank=True)
    credit_class = models.GeneratedField(  # what is recorded in credit goes before what was entered here
        expression=Coalesce(NullIf("credit_found", Value("")), "credit_entered"),
        output_field=models.CharField(max_length=1),
        db_persist=True,
        verbose_name="信用等级",
    )
    frequency = models.PositiveSmallIntegerField("抽查频次倍数", default=1)  # as credit has it
    status = models.CharField("状态", max_length=10, choices=Status, default=Status.ACTIVE)
    items = models.ManyToManyField(Item, related_name="subjects", verbose_name="抽查事项")
    updated_at = models.DateTimeField("更新时间")

    objects = SubjectQuerySet.as_manager()

    class Meta:
        verbose_name = "检查对象"
        constraints = (
            models.CheckConstraint(condition=Q(frequency__gte=1), name="nobody_is_checked_less_than_once"),
        )
        indexes = (models.Index(fields=["name", "id"], name="inspected_by_name"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("inspections:subject", args=[self.number])

    @property
    def class_name(self) -> str:
        return class_of(self.risk_class, self.credit_class)

    def get_credit_class_display(self) -> str:
        return dict(CLASSES).get(self.credit_class, "")


class InspectorQuerySet(models.QuerySet["Inspector"]):
    def able(self, on: date) -> "InspectorQuerySet":
        """Who may stand in a team on that day: in service, with a certificate that is valid then."""
        return self.filter(active=True, valid_until__gte=on).exclude(certificate_number="")

    def within(self, scope: Scope) -> "InspectorQuerySet":
        return self.filter(scope.rows(region="region_id", organisation="organisation_id"))


class Inspector(models.Model):
    """执法人员: of a department, with what he may and can inspect, and how many visits he can bear."""

    number = models.CharField("编号", max_length=30, unique=True)
    name = models.CharField("姓名", max_length=50)
    account = models.OneToOneField(
        User, models.PROTECT, null=True, related_name="inspector", verbose_name="账户"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="部门"
    )
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="工作地区")
    role = models.CharField("类别", max_length=14, choices=OFFICER_ROLES)
    qualifications = ArrayField(models.CharField(max_length=30), verbose_name="执法资质")
    specialities = ArrayField(models.CharField(max_length=30), verbose_name="业务专长", default=list)
    certificate_number = models.CharField("执法证号", max_length=30, blank=True)
    valid_until = models.DateField("证件有效期至", null=True, blank=True)
    max_load = models.PositiveSmallIntegerField("每批最多检查", default=10)
    active = models.BooleanField("在岗", default=True)
    updated_at = models.DateTimeField("更新时间")

    objects = InspectorQuerySet.as_manager()

    class Meta:
        verbose_name = "执法人员"
        ordering = ("organisation", "number")
        constraints = (models.CheckConstraint(condition=Q(max_load__gte=1), name="inspectors_bear_a_visit"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("inspections:inspector", args=[self.number])

    def is_able(self, on: date) -> bool:
        return bool(self.active and self.certificate_number and self.valid_until and self.valid_until >= on)


class RecusalQuerySet(models.QuerySet["Recusal"]):
    def standing(self) -> "RecusalQuerySet":
        return self.filter(ended_at=None)


class Recusal(models.Model):
    """回避: an official who does not inspect a unit, and why."""

    inspector = models.ForeignKey(Inspector, models.PROTECT, related_name="recusals", verbose_name="执法人员")
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="recusals", verbose_name="检查对象")
    reason = models.CharField("理由", max_length=200)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="解除人")
    ended_at = models.DateTimeField("解除时间", null=True)

    objects = RecusalQuerySet.as_manager()

    class Meta:
        verbose_name = "执法回避"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=["inspector", "subject"], condition=Q(ended_at=None), name="one_recusal_at_a_time"
            ),
        )
