"""会商: what the experts hold of the days to come, and what calls them together."""

from datetime import date, datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.alerts.air.standard import Pollutant
from guangyue.alerts.consulting import Pace
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models.air import POLLUTANTS
from guangyue.alerts.models.forecasts import Forecast
from guangyue.alerts.plans import Level

PACES = [(one.name, one.value) for one in Pace]


class WeatherNoticeQuerySet(models.QuerySet["WeatherNotice"]):
    def ahead(self, on: date) -> "WeatherNoticeQuerySet":
        """Those whose days are not over."""
        return self.filter(until__gte=on)


class WeatherNotice(models.Model):
    """不利气象条件通报: the weather bureau says that the coming days may hold bad air down."""

    told_at = models.DateTimeField("通报时间")
    since = models.DateField("不利气象条件开始")
    until = models.DateField("不利气象条件结束")
    weather = models.CharField("不利气象条件", max_length=500)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    objects = WeatherNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "不利气象条件通报"
        ordering = ("-told_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="bad_weather_ends_after_it_begins"
            ),
        )


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    def of(self, *, exercise: bool) -> "ConsultationQuerySet":
        return self.filter(exercise=exercise)

    def held_since(self, since: datetime) -> "ConsultationQuerySet":
        return self.filter(held_at__gte=since)


class Consultation(models.Model):
    """会商意见: the level that the experts propose, when it should begin, when it can be lifted; what a
    sheet rests on. Once made it stays as it is."""

    number = models.CharField("编号", max_length=24, unique=True)
    held_at = models.DateTimeField("会商时间")
    pace = models.CharField("会商类型", max_length=8, choices=PACES)
    forecast = models.ForeignKey(
        Forecast,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="consultations",
        verbose_name="所依据的预报",
    )
    means = ArrayField(
        models.PositiveSmallIntegerField(), verbose_name="AQI 日均值", default=list, blank=True
    )
    pollutants = ArrayField(
        models.CharField(max_length=4, choices=POLLUTANTS),
        verbose_name="主要污染物",
        default=list,
        blank=True,
    )
    weather = models.CharField("不利气象条件", max_length=500, blank=True)
    trend = models.CharField("趋势分析", max_length=500)
    level_key = models.CharField("建议级别", max_length=10, blank=True)
    starts_at = models.DateTimeField("建议启动时间", null=True, blank=True)
    lift_at = models.DateTimeField("建议解除时间", null=True, blank=True)
    experts = models.CharField("参加会商的专家", max_length=200)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="录入人")
    at = models.DateTimeField("录入时间")
    exercise = models.BooleanField("演练", default=False)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = "重污染天气会商意见"
        ordering = ("-held_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(level_key="") | Q(starts_at__isnull=False), name="a_proposed_level_has_its_start"
            ),
        )

    def __str__(self) -> str:
        return f"会商意见 {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("alerts:consultation", args=[self.number])

    @property
    def level(self) -> Level | None:
        return response_plan().level(self.level_key) if self.level_key else None

    @property
    def pollutants_said(self) -> str:
        return "、".join(Pollutant[name].value for name in self.pollutants)


class ForeseenProcess(models.Model):
    """预测的重污染过程: from when until when, as the experts see it."""

    consultation = models.ForeignKey(
        Consultation, models.PROTECT, related_name="processes", verbose_name="会商意见"
    )
    starts_at = models.DateTimeField("开始")
    ends_at = models.DateTimeField("结束")

    class Meta:
        verbose_name = "预测的重污染过程"
        ordering = ("starts_at",)
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="a_process_ends_after_it_begins"
            ),
        )
