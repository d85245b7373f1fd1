"""年度资金: what a place has of a fund in a year, and what of it goes to services."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.funds.models.payments import ZERO
from guangyue.kit.access import Scope
from guangyue.kit.fields import MoneyField
from guangyue.kit.money import Money
from guangyue.organisations.models import Region


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
        return reverse("funds:fund", args=[self.pk])

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
