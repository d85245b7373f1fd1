"""发放台账: a line for each payee, the batches in which it is paid, and a year's money."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.grants.models.applications import Application
from guangyue.grants.models.decisions import Decision
from guangyue.grants.models.within import rows_within
from guangyue.kit.access import Scope
from guangyue.kit.fields import MoneyField
from guangyue.kit.money import NOTHING, Money
from guangyue.organisations.models import Organisation, Region
from guangyue.systems.offered import Offered, offered_as

ZERO = models.Value(0, output_field=models.BigIntegerField())


class Source(models.TextChoices):
    """资金来源: whose money it is."""

    CENTRAL = "central", "中央"
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    COUNTY = "county", "县级"


class Account(models.TextChoices):
    """收款账户."""

    OWN = "P1", "本人社会保障卡或者银行账户"
    BODY = "P2", "单位银行基本账户"


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
        return reverse("payments:batch", args=[self.number])

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
        return f"grants.batch-{self.pk}"


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


class PaymentQuerySet(models.QuerySet["Payment"]):
    def within(self, scope: Scope) -> "PaymentQuerySet":
        return self.filter(rows_within(scope))

    def live(self) -> "PaymentQuerySet":
        """What stands: in a batch under way or paid, and what came back."""
        return self.filter(void=False)

    def settled(self) -> "PaymentQuerySet":
        """What the treasury has paid, and what was paid back to it."""
        return self.filter(void=False, paid_on__isnull=False)

    def granted(self) -> "PaymentQuerySet":
        return self.filter(kind=Payment.Kind.GRANT)

    def total(self) -> Money:
        total: Money | None = self.aggregate(total=models.Sum("amount"))["total"]
        return total or NOTHING


class Payment(models.Model):
    """台账行: what one payee gets by one decision; what is recovered stands beside it with a minus.

    A line is never changed but for what becomes of it: paid, void with its batch, recovered.
    """

    class Kind(models.TextChoices):
        GRANT = "grant", "发放"
        RECOVERY = "recovery", "追回"

    kind = models.CharField("类别", max_length=10, choices=Kind, default=Kind.GRANT)
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="lines", verbose_name="批次")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="payments", verbose_name="核定")
    recovers = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="recoveries", verbose_name="追回哪一笔"
    )
    code = models.CharField("政策", max_length=60)
    item = models.CharField("事由", max_length=80, blank=True)
    period = models.CharField("所属期", max_length=7)  # 2021-04, or the year of what is owed once a year
    payee_name = models.CharField("领取人", max_length=200)
    payee_number = models.CharField("证件号码", max_length=40)
    account = models.CharField("收款账户", max_length=2, choices=Account)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="地区")
    county = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="县（市、区）")
    source = models.CharField("资金来源", max_length=10, choices=Source)
    year = models.PositiveSmallIntegerField("预算年度")
    amount = MoneyField("金额")
    paid_on = models.DateField("拨付日期", null=True)
    void = models.BooleanField("作废", default=False)
    recovered = models.BooleanField("已全额追回", default=False)
    reason = models.CharField("理由", max_length=300, blank=True)
    voucher = models.CharField("凭证号", max_length=60, blank=True)  # of a recovery
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("登记时间")

    objects = PaymentQuerySet.as_manager()

    class Meta:
        verbose_name = "发放台账"
        indexes = (
            models.Index(fields=["region", "at"], name="payments_of_region"),
            models.Index(fields=["county", "year", "code"], name="payments_of_county"),
            models.Index(fields=["code", "paid_on"], name="payments_of_code"),
            models.Index(fields=["payee_name"], name="payments_by_name"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["decision"], condition=Q(kind="grant", void=False), name="decision_is_paid_once"
            ),
            models.UniqueConstraint(
                fields=["code", "payee_number", "item", "period"],
                condition=Q(kind="grant", void=False, recovered=False),
                name="period_is_paid_once",
            ),
            models.CheckConstraint(
                condition=Q(kind="grant", amount__gt=ZERO, recovers=None, batch__isnull=False)
                | Q(kind="recovery", amount__lt=ZERO, recovers__isnull=False, batch=None) & ~Q(reason=""),
                name="payment_adds_and_recovery_takes_back",
            ),
        )

    def __str__(self) -> str:
        return f"{self.decision} {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return reverse("payments:payment", args=[self.pk])

    @property
    def title(self) -> str:
        offered = offered_as(self.code)
        return offered.title if offered else self.code

    @property
    def state(self) -> str:
        """What became of it, in a word."""
        if self.kind == self.Kind.RECOVERY:
            return self.get_kind_display()
        if self.recovered:
            return "已全额追回"
        return self.batch.get_state_display() if self.batch else ""

    @property
    def left(self) -> Money:
        """What of it has not come back."""
        left: Money = self.amount + Payment.objects.filter(recovers=self).total()
        return left

    @property
    def application(self) -> Application | None:
        return self.decision.application


class YearFundQuerySet(models.QuerySet["YearFund"]):
    def within(self, scope: Scope) -> "YearFundQuerySet":
        return self.filter(scope.rows(region="region_id"))


class YearFund(models.Model):
    """年度资金: what a county or the city has of a fund in a year, from above and of its own."""

    system = models.CharField("系统", max_length=10)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="地区")
    year = models.PositiveSmallIntegerField("预算年度")
    upper = MoneyField("上级下达")
    own = MoneyField("本级安排")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    objects = YearFundQuerySet.as_manager()

    class Meta:
        verbose_name = "年度资金"
        constraints = (
            models.UniqueConstraint(fields=["system", "region", "year"], name="fund_of_a_year_once"),
            models.CheckConstraint(condition=Q(upper__gte=ZERO, own__gte=ZERO), name="fund_is_not_negative"),
        )

    def __str__(self) -> str:
        return f"{self.region}{self.year}年"

    def get_absolute_url(self) -> str:
        return reverse("payments:fund", args=[self.pk])

    @property
    def whole(self) -> Money:
        whole: Money = self.upper + self.own
        return whole


class ServicePlan(models.Model):
    """服务补助安排: what of a year's fund goes to services, which together have a limit."""

    fund = models.ForeignKey(YearFund, models.PROTECT, related_name="services", verbose_name="年度资金")
    purpose = models.CharField("用途", max_length=100)
    amount = MoneyField("金额")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="安排人")
    at = models.DateTimeField("安排时间")
    cancelled = models.BooleanField("取消", default=False)

    class Meta:
        verbose_name = "服务补助安排"
        ordering = ("id",)
        constraints = (models.CheckConstraint(condition=Q(amount__gt=ZERO), name="plan_has_an_amount"),)
