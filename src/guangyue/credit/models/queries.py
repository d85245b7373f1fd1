"""信用查询: who asked about whom and for what, answered or refused; and what banks were allowed to see."""

from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.credit.models.subjects import CreditSubject
from guangyue.organisations.models import Organisation

LASTS = timedelta(minutes=15)


class CreditQueryQuerySet(models.QuerySet["CreditQuery"]):
    def standing(self, *, by: User, at: datetime) -> "CreditQueryQuerySet":
        """Those under which this person may still read."""
        return self.filter(by=by, answered=True, at__gt=at - LASTS, at__lte=at)


class CreditQuery(models.Model):
    """查询: written before anything is shown, and also where nothing is. Rows are only added."""

    class Purpose(models.TextChoices):
        CASE = "case", "办理政务服务事项"
        SUPPORT = "support", "审核补贴、资金和项目"
        INSPECTION = "inspection", "行政检查、执法"
        PROCUREMENT = "procurement", "政府采购、招标投标"
        APPRAISAL = "appraisal", "校验、评审、评先评优"
        FINANCE = "finance", "融资授信（经授权）"

    subject = models.ForeignKey(
        CreditSubject, models.PROTECT, null=True, related_name="queries", verbose_name="被查询主体"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="查询人")
    unit = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", verbose_name="查询单位"
    )
    purpose = models.CharField("用途", max_length=12, choices=Purpose, blank=True)
    reason = models.CharField("理由", max_length=200, blank=True)
    answered = models.BooleanField("已答复")
    result = models.CharField("结果", max_length=60)
    at = models.DateTimeField("时间")

    objects = CreditQueryQuerySet.as_manager()

    class Meta:
        verbose_name = "信用查询"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(answered=False) | (~Q(purpose="") & ~Q(reason="")),
                name="nothing_is_shown_without_a_purpose",
            ),
        )
        indexes = (models.Index(fields=["by", "-at"], name="credit_queries_of_person"),)

    def get_absolute_url(self) -> str:
        return reverse("credit:asked", args=[self.pk])

    @property
    def until(self) -> datetime:
        return self.at + LASTS


class BankConsentQuerySet(models.QuerySet["BankConsent"]):
    def standing(self, on: date) -> "BankConsentQuerySet":
        return self.filter(until__gte=on, withdrawn_at=None)


class BankConsent(models.Model):
    """授权查询: a firm lets a bank see some of what is recorded of it, until a day."""

    class Field(models.TextChoices):
        RECORDS = "records", "信用记录"
        CLASSES = "classes", "信用等级"
        MEASURES = "measures", "正在实施的措施"

    subject = models.ForeignKey(CreditSubject, models.PROTECT, related_name="consents", verbose_name="授权人")
    bank = models.CharField("银行统一社会信用代码", max_length=18)
    bank_name = models.CharField("银行名称", max_length=200)
    contents = models.JSONField("授权内容")
    until = models.DateField("有效期至")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="签署人")
    at = models.DateTimeField("签署时间")
    withdrawn_at = models.DateTimeField("撤回时间", null=True)

    objects = BankConsentQuerySet.as_manager()

    class Meta:
        verbose_name = "信用查询授权"
        ordering = ("-id",)
        indexes = (models.Index(fields=["bank", "subject"], name="credit_consents_of_bank"),)
