"""减排基数: what all society emits, by which the saving is judged."""

from collections.abc import Mapping
from decimal import Decimal

from django.db import models

from guangyue.accounts.models import User
from guangyue.alerts.models.amounts import NOT_LESS_THAN_NOTHING, amounts_of, kilograms
from guangyue.alerts.reduction.proof import Emitted


class ReductionBase(models.Model):
    """全社会排放量 on a day of that year, of each pollutant."""

    year = models.PositiveSmallIntegerField("年度", unique=True)
    so2 = kilograms(Emitted.SO2)
    nox = kilograms(Emitted.NOX)
    pm = kilograms(Emitted.PM)
    vocs = kilograms(Emitted.VOCS)
    basis = models.CharField("依据", max_length=120)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="录入人")
    at = models.DateTimeField("录入时间")

    class Meta:
        verbose_name = "减排基数"
        ordering = ("-year",)
        constraints = (
            models.CheckConstraint(condition=NOT_LESS_THAN_NOTHING, name="no_base_is_less_than_nothing"),
        )

    def __str__(self) -> str:
        return f"{self.year} 年减排基数"

    @property
    def totals(self) -> Mapping[Emitted, Decimal]:
        return amounts_of(self)
