"""发放台账: a line for each payee, and what came back of it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.funds.models.batches import Batch, Source
from guangyue.grants.models import Application, Decision
from guangyue.grants.models.within import rows_within
from guangyue.kit.access import Scope
from guangyue.kit.fields import MoneyField
from guangyue.kit.money import NOTHING, Money
from guangyue.organisations.models import Region
from guangyue.systems.offered import offered_as

ZERO = models.Value(0, output_field=models.BigIntegerField())


class Account(models.TextChoices):
    """收款账户."""

    OWN = "P1", "本人社会保障卡或者银行账户"
    BODY = "P2", "单位银行基本账户"


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
        return reverse("funds:payment", args=[self.pk])

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
