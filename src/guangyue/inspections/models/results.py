"""公示的结果和责任认定: what the public reads of a visit, and how the lists of 三（二） were applied."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.inspections.liability import Exemption, Liability, Neglect
from guangyue.inspections.models.batches import Batch
from guangyue.inspections.models.visits import Visit
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation

LIABILITIES = tuple((one.name, one.value) for one in Liability)
EXEMPTIONS = tuple((one.name, one.words) for one in Exemption)
NEGLECTS = tuple((one.name, one.words) for one in Neglect)


class PublishedResultQuerySet(models.QuerySet["PublishedResult"]):
    def standing(self) -> "PublishedResultQuerySet":
        """The last of each visit."""
        return self.filter(replaced_by=None)


class PublishedResult(models.Model):
    """公示结果: one record of a visit, under the unit's name, as the public reads it. Rows are only added."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="publications", verbose_name="检查")
    subject_name = models.CharField("检查对象", max_length=200)
    subject_number = models.CharField("编号", max_length=30)
    departments = models.JSONField("检查部门")
    lines = models.JSONField("结果")  # [{item, department, result, said}, …]
    visited_on = models.DateField("检查日期")
    late = models.BooleanField("迟于期限", default=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="公示人")
    at = models.DateTimeField("公示时间")
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="replaced_by", verbose_name="更正"
    )

    objects = PublishedResultQuerySet.as_manager()

    class Meta:
        verbose_name = "公示结果"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=["visit"], condition=Q(replaces=None), name="one_first_publication_of_a_visit"
            ),
        )
        indexes = (
            models.Index(fields=["subject_name", "-id"], name="results_by_name"),
            models.Index(fields=["subject_number", "-id"], name="results_by_number"),
        )

    def get_absolute_url(self) -> str:
        return reverse("inspections:result", args=[self.pk])


class DutyRecordQuerySet(models.QuerySet["DutyRecord"]):
    def open(self) -> "DutyRecordQuerySet":
        return self.filter(decided_by=None)

    def within(self, scope: Scope) -> "DutyRecordQuerySet":
        return self.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))


class DutyRecord(models.Model):
    """责任认定: the facts as they were put together, and what somebody decided on them by the two lists."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="单位")
    officer = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="人员")
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="duties", verbose_name="批次")
    facts = models.CharField("情况", max_length=500)
    exemptions = ArrayField(
        models.CharField(max_length=14, choices=EXEMPTIONS), verbose_name="免责情形", default=list
    )
    neglects = ArrayField(
        models.CharField(max_length=16, choices=NEGLECTS), verbose_name="问责情形", default=list
    )
    bad_result = models.BooleanField("造成不良后果", default=False)
    noted_at = models.DateTimeField("提出时间")
    liability = models.CharField("结论", max_length=8, choices=LIABILITIES, blank=True)
    said = models.CharField("认定说明", max_length=500, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="认定人")
    decided_at = models.DateTimeField("认定时间", null=True)

    objects = DutyRecordQuerySet.as_manager()

    class Meta:
        verbose_name = "抽查责任认定"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=["batch"],
                condition=Q(neglects=["NOT_PUBLISHED"], decided_by=None),
                name="one_open_doubt_of_a_batch",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None, liability="") | (Q(decided_by__isnull=False) & ~Q(liability="")),
                name="liability_is_decided_by_somebody",
            ),
        )

    def get_absolute_url(self) -> str:
        return reverse("inspections:duty", args=[self.pk])
