"""查询记录: who looked at a person, and for what; written before anything is shown."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.clocks import Clock
from guangyue.organisations.models import Organisation
from guangyue.registries.models.corrections import ANSWERED_WITHIN
from guangyue.registries.models.subjects import Person

LASTS = timedelta(minutes=15)


class LookupQuerySet(models.QuerySet["Lookup"]):
    def standing(self, *, by: User, at: datetime) -> "LookupQuerySet":
        """Those under which this official may still read."""
        return self.filter(by=by, at__gt=at - LASTS, at__lte=at)

    def within(self, scope: Scope) -> "LookupQuerySet":
        return self.filter(scope.rows(region="person__region_id"))


class Lookup(models.Model):
    """查询: one official's look at some facts of one person, for a purpose; it lasts a quarter of an hour."""

    class Purpose(models.TextChoices):
        CASE = "case", "办理申请事项"
        CHECK = "check", "核查申报信息"
        INSPECTION = "inspection", "行政检查或者执法"
        COMPLAINT = "complaint", "处理投诉、信访"
        COURT = "court", "协助司法机关"
        QUALITY = "quality", "核对和更正数据"

    person = models.ForeignKey(Person, models.PROTECT, related_name="lookups", verbose_name="被查询人")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="查询人")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", verbose_name="查询单位"
    )
    at = models.DateTimeField("查询时间")
    purpose = models.CharField("用途", max_length=12, choices=Purpose)
    case_number = models.CharField("办件或者案件编号", max_length=60, blank=True)
    explanation = models.CharField("说明", max_length=300, blank=True)
    kinds = models.JSONField("所查事实")

    objects = LookupQuerySet.as_manager()

    class Meta:
        verbose_name = "查询记录"
        indexes = (models.Index(fields=["person", "-at"]), models.Index(fields=["by", "-at"]))

    def get_absolute_url(self) -> str:
        return reverse("registries:lookup", args=[self.person.key, self.pk])

    @property
    def until(self) -> datetime:
        return self.at + LASTS

    def stands(self, *, at: datetime) -> bool:
        return self.at <= at < self.until


class ObjectionQuerySet(models.QuerySet["Objection"]):
    def open(self) -> "ObjectionQuerySet":
        return self.filter(answered_at=None)

    def within(self, scope: Scope) -> "ObjectionQuerySet":
        return self.filter(scope.rows(region="lookup__person__region_id"))


class Objection(models.Model):
    """异议: a person objects to having been looked at; whoever oversees the sharing of data answers."""

    lookup = models.OneToOneField(Lookup, models.PROTECT, related_name="objection", verbose_name="查询记录")
    reason = models.CharField("理由", max_length=500)
    raised_at = models.DateTimeField("提出时间")
    improper = models.BooleanField("查询不当", null=True)
    said = models.CharField("答复", max_length=500, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="答复人")
    answered_at = models.DateTimeField("答复时间", null=True)

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        verbose_name = "查询异议"
        indexes = (models.Index(fields=["raised_at"], condition=Q(answered_at=None), name="objections_open"),)

    def get_absolute_url(self) -> str:
        return reverse("registries:objection", args=[self.pk])

    @property
    def clock(self) -> Clock:
        return Clock(ANSWERED_WITHIN, self.raised_at)


class EnquiryQuerySet(models.QuerySet["Enquiry"]):
    def since(self, *, by: User, moment: datetime) -> "EnquiryQuerySet":
        return self.filter(by=by, at__gte=moment)


class Enquiry(models.Model):
    """按证件号码查找: asked for by number, found or not. Too many in an hour are refused."""

    by = models.ForeignKey(User, models.PROTECT, db_index=False, related_name="+", verbose_name="查找人")
    at = models.DateTimeField("时间")
    found = models.BooleanField("查到")

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        verbose_name = "证件号码查找"
        indexes = (models.Index(fields=["by", "at"]),)
