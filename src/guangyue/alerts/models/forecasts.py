"""预报: what the air of the city is expected to be, hour by hour or day by day, and the level it comes to."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localtime

from guangyue.accounts.models import User
from guangyue.alerts.air.means import DAY
from guangyue.alerts.declared import response_plan
from guangyue.alerts.levels.blocks import Days, daily, hourly
from guangyue.alerts.levels.weighing import Weighing, weigh
from guangyue.alerts.models.air import Feed, Provenance
from guangyue.alerts.plans import Level
from guangyue.kit.clocks import HOUR


class ForecastQuerySet(models.QuerySet["Forecast"]):
    def of(self, *, exercise: bool) -> "ForecastQuerySet":
        return self.filter(exercise=exercise)

    def latest_at(self, at: datetime, *, exercise: bool = False) -> "Forecast | None":
        """The last one that had been issued by then."""
        return self.of(exercise=exercise).filter(issued_at__lte=at).order_by("-issued_at", "-id").first()


class Forecast(models.Model):
    """空气质量预报: one index for each hour, or for each 24 hours, from `begins_at` on; None where it says
    nothing. Rows are only added: what was foreseen stays."""

    class Kind(models.TextChoices):
        HOURLY = "hourly", "逐时预报"
        DAILY = "daily", "逐日预报"

    issued_at = models.DateTimeField("起报时间")
    kind = models.CharField("类别", max_length=6, choices=Kind, default=Kind.HOURLY)
    begins_at = models.DateTimeField("预报开始时间")
    values = ArrayField(models.PositiveSmallIntegerField(null=True), verbose_name="AQI")
    author = models.CharField("预报人员", max_length=60)
    remark = models.CharField("说明", max_length=500, blank=True)
    level_key = models.CharField("达到级别", max_length=10, blank=True)
    source = models.CharField("来源", max_length=10, choices=Provenance)
    feed = models.ForeignKey(Feed, models.PROTECT, null=True, related_name="+", verbose_name="接入平台")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="录入人")
    at = models.DateTimeField("录入时间")
    exercise = models.BooleanField("演练", default=False)

    objects = ForecastQuerySet.as_manager()

    class Meta:
        verbose_name = "空气质量预报"
        ordering = ("-issued_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=["issued_at", "kind", "exercise"], name="one_forecast_of_a_kind_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(values=[]), name="a_forecast_says_something"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}（{localtime(self.issued_at):%Y-%m-%d %H:%M}）"

    def get_absolute_url(self) -> str:
        return reverse("alerts:forecast", args=[self.pk])

    @property
    def is_hourly(self) -> bool:
        return self.kind == self.Kind.HOURLY

    @property
    def step(self) -> int:
        """The hours that one value stands for."""
        return 1 if self.is_hourly else DAY

    @property
    def ends_at(self) -> datetime:
        return self.moment(len(self.values) * self.step)

    @property
    def level(self) -> Level | None:
        return response_plan().level(self.level_key) if self.level_key else None

    def moment(self, hour: int) -> datetime:
        """When an hour of it begins, counted from its first."""
        return self.begins_at + hour * HOUR

    def hours(self) -> list[int | None]:
        """Hour by hour; of a daily one each day's value stands for all its hours."""
        return [value for value in self.values for _ in range(self.step)]

    def weighing(self) -> Weighing:
        """研判, as the plan reads it now."""
        return weigh(response_plan(), self.days())

    def days(self) -> Iterator[Days]:
        if self.is_hourly:
            return hourly(self.values, missing_allowed=response_plan().missing_allowed)
        return daily(self.values)
