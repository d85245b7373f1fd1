"""信用记录, every move of it, and the measures that follow from it."""

from datetime import date
from typing import TypeAlias

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.credit.declaration import Disclosed, Found, titles
from guangyue.credit.identifying import of_age_since
from guangyue.credit.models.declared import Category, Measure
from guangyue.credit.models.subjects import CreditSubject
from guangyue.credit.states import STANDING_NAMES, State
from guangyue.files.models import File
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation

STATES = titles(State)
Records: TypeAlias = "CreditRecordQuerySet"


class CreditRecordQuerySet(models.QuerySet["CreditRecord"]):
    def within(self, scope: Scope) -> Records:
        return self.filter(scope.rows(region="unit__region_id", organisation="unit_id"))

    def standing(self, on: date) -> Records:
        """In effect on the day, objected to or not."""
        begun = self.filter(state__in=STANDING_NAMES, effective_on__lte=on)
        return begun.filter(Q(expires_on=None) | Q(expires_on__gte=on))

    def public(self, on: date) -> Records:
        """What everybody may see: published, its period not over, its subject of age."""
        shown = self.standing(on).filter(published_at__isnull=False)
        of_age = Q(subject__born=None) | Q(subject__born__lte=of_age_since(on))
        return shown.filter(Q(public_until=None) | Q(public_until__gte=on)).filter(of_age)

    def listed(self, kind: str) -> Records:
        return self.filter(category__listed=kind)

    def with_all(self) -> Records:
        return self.select_related("subject", "category", "unit")


class CreditRecord(models.Model):
    """信用记录: one fact about one subject, with the document that says so. It is never changed, only moved
    on; what was wrong is revoked, and recorded anew with a word on what it corrects."""

    number = models.CharField("编号", max_length=24, unique=True)
    subject = models.ForeignKey(CreditSubject, models.PROTECT, related_name="records", verbose_name="主体")
    category = models.ForeignKey(Category, models.PROTECT, related_name="+", verbose_name="类别")
    unit = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="来源单位"
    )
    fact = models.CharField("事实", max_length=1000)
    document = models.CharField("法律文书文号", max_length=120)
    document_on = models.DateField("文书日期")
    fact_on = models.DateField("事实发生日期")
    effective_on = models.DateField("生效日期")
    expires_on = models.DateField("有效期至", null=True)
    public_until = models.DateField("公开至", null=True)
    found = models.CharField("认定情形", max_length=16, choices=titles(Found), blank=True)
    conduct = models.CharField("行为代码", max_length=20, blank=True)
    points = models.PositiveSmallIntegerField("记分", null=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrected_by")
    filed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    filed_at = models.DateTimeField("登记时间")

    state = models.CharField("状态", max_length=8, choices=STATES, default=State.DRAFTED.name)
    verified_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="核实人")
    verified_at = models.DateTimeField("核实时间", null=True)
    published_at = models.DateTimeField("公开时间", null=True)

    objects = CreditRecordQuerySet.as_manager()

    class Meta:
        verbose_name = "信用记录"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(condition=~Q(document=""), name="no_record_without_its_document"),
            models.CheckConstraint(
                condition=Q(verified_by=None) | ~Q(verified_by=models.F("filed_by")),
                name="nobody_verifies_what_he_filed",
            ),
        )
        indexes = (
            models.Index(fields=["unit", "-id"], name="credit_records_of_unit"),
            models.Index(fields=["-published_at", "-id"], name="credit_records_published"),
            models.Index(
                fields=["expires_on"],
                condition=Q(state__in=STANDING_NAMES, expires_on__isnull=False),
                name="credit_records_that_run",
            ),
        )

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("credit:record", args=[self.number])

    @property
    def stands(self) -> bool:
        return self.state in STANDING_NAMES

    @property
    def public_fact(self) -> str:
        """Only where the whole record is public."""
        whole = self.category.declaration.disclosed is Disclosed.WHOLE
        return self.fact if whole else ""


class RecordFile(models.Model):
    """法律文书 as a file."""

    record = models.ForeignKey(CreditRecord, models.PROTECT, related_name="files")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "信用记录文书"
        ordering = ("id",)


class RecordMove(models.Model):
    """记录的流转: to which state, by whom, when and why. Rows are only added."""

    record = models.ForeignKey(CreditRecord, models.PROTECT, related_name="moves")
    to = models.CharField("状态", max_length=8, choices=STATES)
    said = models.CharField("说明", max_length=500, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "信用记录流转"
        ordering = ("id",)


class AppliedMeasureQuerySet(models.QuerySet["AppliedMeasure"]):
    def standing(self, on: date) -> "AppliedMeasureQuerySet":
        """In force on that day."""
        begun = self.filter(since__lte=on).filter(Q(until=None) | Q(until__gte=on))
        return begun.filter(Q(lifted_on=None) | Q(lifted_on__gt=on))


class AppliedMeasure(models.Model):
    """实施的措施: upon the subject of the record and nobody else."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="applied", verbose_name="措施")
    record = models.ForeignKey(CreditRecord, models.PROTECT, related_name="measures", verbose_name="记录")
    subject = models.ForeignKey(CreditSubject, models.PROTECT, related_name="measures", verbose_name="主体")
    since = models.DateField("自")
    until = models.DateField("至", null=True)
    lifted_on = models.DateField("解除日期", null=True)
    lifted_for = models.CharField("解除原因", max_length=8, choices=STATES, blank=True)

    objects = AppliedMeasureQuerySet.as_manager()

    class Meta:
        verbose_name = "实施的信用措施"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=["measure", "record"], name="a_measure_once_for_a_record"),
        )
