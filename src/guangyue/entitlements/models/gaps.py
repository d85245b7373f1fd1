"""缺口: month by month, what is owed and unclaimed, for whoever answers for the rule."""

from django.db import models

from guangyue.kit.access import Scope
from guangyue.kit.money import Money
from guangyue.organisations.models import Region


class GapLineQuerySet(models.QuerySet["GapLine"]):
    def within(self, scope: Scope) -> "GapLineQuerySet":
        return self.filter(scope.rows(region="district_id"))


class GapLine(models.Model):
    """月度缺口报告的一行: of one policy and one district, as it stood when the month was reported."""

    month = models.DateField("月份")
    code = models.CharField("政策", max_length=60)
    title = models.CharField("政策名称", max_length=200)
    led_by = models.CharField("牵头单位", max_length=200)
    district = models.ForeignKey(
        Region, models.PROTECT, db_index=False, related_name="+", verbose_name="县（市、区）"
    )
    entitled = models.PositiveIntegerField("符合")
    applied = models.PositiveIntegerField("已申请")
    paid = models.PositiveIntegerField("已发放")
    unclaimed = models.PositiveIntegerField("未申领")
    unclaimed_money = models.BigIntegerField("未申领金额（分）")
    median_days = models.PositiveIntegerField("匹配到申请（中位天数）", null=True)
    at = models.DateTimeField("统计时间")

    objects = GapLineQuerySet.as_manager()

    class Meta:
        verbose_name = "月度缺口"
        constraints = (
            models.UniqueConstraint(fields=["month", "code", "district"], name="gap_of_a_month_once"),
        )

    @property
    def money(self) -> Money:
        return Money(self.unclaimed_money)
