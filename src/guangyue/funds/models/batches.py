"""拨付批次: prepared by one hand, consented to by another, and the road a batch has gone."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.grants.models.within import rows_within
from guangyue.kit.access import Scope
from guangyue.kit.fields import MoneyField
from guangyue.organisations.models import Organisation, Region
from guangyue.systems.offered import Offered, offered_as


class Source(models.TextChoices):
    """资金来源: whose money it is."""

    CENTRAL = "central", "中央"
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    COUNTY = "county", "县级"


class BatchQuerySet(models.QuerySet["Batch"]):
    def within(self, scope: Scope) -> "BatchQuerySet":
        return self.filter(rows_within(scope))

    def live(self) -> "BatchQuerySet":
        return self.exclude(state=Batch.State.RETURNED)


class Batch(models.Model):
    """拨付批次: 人社 prepares it, 财政 consents by another hand, the treasury's voucher says it is paid."""

    class State(models.TextChoices):
        PREPARED = "prepared", "待财政同意"
        CONSENTED = "consented", "已同意，待拨付"
        PAID = "paid", "已拨付"
        DISCLOSED = "disclosed", "已公开"
        RETURNED = "returned", "已退回"

    number = models.CharField("批次编号", max_length=20, unique=True)
    code = models.CharField("政策", max_length=60)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="地区")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", verbose_name="编制单位"
    )
    source = models.CharField("资金来源", max_length=10, choices=Source)
    year = models.PositiveSmallIntegerField("预算年度")
    purpose = models.CharField("用途", max_length=100)
    standard = models.CharField("补贴标准", max_length=100)
    many = models.PositiveIntegerField("笔数")
    amount = MoneyField("金额")
    state = models.CharField("状态", max_length=10, choices=State, default=State.PREPARED)
    prepared_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="编制人")
    prepared_at = models.DateTimeField("编制时间")
    voucher = models.CharField("国库支付凭证号", max_length=60, blank=True)
    paid_on = models.DateField("拨付日期", null=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = "拨付批次"
        indexes = (models.Index(fields=["region", "state", "prepared_at"], name="batches_of_region"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(state__in=("paid", "disclosed")) | ~Q(voucher="") & Q(paid_on__isnull=False),
                name="paid_batch_has_its_voucher",
            ),
            models.UniqueConstraint(fields=["voucher"], condition=~Q(voucher=""), name="voucher_once"),
        )

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("funds:batch", args=[self.number])

    @property
    def offered(self) -> Offered | None:
        return offered_as(self.code)

    @property
    def title(self) -> str:
        offered = self.offered
        return offered.title if offered else self.code

    @property
    def is_paid(self) -> bool:
        return self.state in (self.State.PAID, self.State.DISCLOSED)

    @property
    def notice_source(self) -> str:
        """By which its public notice names it."""
        return f"funds.batch-{self.pk}"


class BatchMove(models.Model):
    """批次流转: rows are only added."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="moves")
    to = models.CharField("状态", max_length=10, choices=Batch.State)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("时间")
    said = models.CharField("说明", max_length=300, blank=True)

    class Meta:
        verbose_name = "批次流转"
        ordering = ("id",)
