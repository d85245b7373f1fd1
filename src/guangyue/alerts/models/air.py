"""监测: stations, what each measured hour by hour, and who delivered it."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localtime

from guangyue.accounts.models import User
from guangyue.alerts.air.standard import AirClass, Pollutant, class_of
from guangyue.kit.access import Scope
from guangyue.organisations.models import Region

POLLUTANTS = [(one.name, one.value) for one in Pollutant]
FIELDS = {one: one.name.lower() for one in Pollutant}  # of an hour
SECRET_OCTETS = 24


def new_secret() -> str:
    return secrets.token_urlsafe(SECRET_OCTETS)


def trimmed(value: Decimal | None) -> Decimal | None:
    """Without the noughts that it is kept with."""
    if value is None:
        return None
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def concentrations_said(measured: Mapping[str, object]) -> str:
    """二氧化硫 12，细颗粒物 180.5"""
    known = {one: measured[name] for one, name in FIELDS.items()}
    return "，".join(
        f"{one.value} {trimmed(Decimal(str(value)))}" for one, value in known.items() if value is not None
    )


class Provenance(models.TextChoices):
    """数据来源: how it came in."""

    ENTERED = "entered", "人工录入"
    FILE = "file", "文件导入"
    API = "api", "接口报送"
    SIMULATOR = "simulator", "模拟"


class StationQuerySet(models.QuerySet["Station"]):
    def in_use(self) -> "StationQuerySet":
        return self.filter(in_use=True)

    def within(self, scope: Scope) -> "StationQuerySet":
        return self.filter(scope.rows(region="region_id"))


class Station(models.Model):
    """监测站点: where the air is measured."""

    code = models.SlugField("站点编码", max_length=20, unique=True)
    name = models.CharField("站点名称", max_length=60)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="县（市、区）")
    latitude = models.DecimalField("纬度", max_digits=8, decimal_places=5)
    longitude = models.DecimalField("经度", max_digits=8, decimal_places=5)
    in_use = models.BooleanField("在用", default=True)

    objects = StationQuerySet.as_manager()

    class Meta:
        verbose_name = "空气监测站点"
        ordering = ("region", "code")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("alerts:station", args=[self.code])


class FeedQuerySet(models.QuerySet["Feed"]):
    def live(self) -> "FeedQuerySet":
        return self.filter(ended_at=None)


class Feed(models.Model):
    """接入平台: a platform that delivers hours and forecasts, signed with a secret that both know."""

    key = models.SlugField("标识", max_length=40, unique=True)
    title = models.CharField("名称", max_length=80)
    secret = models.CharField("密钥", max_length=60, default=new_secret, editable=False)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    made_at = models.DateTimeField("登记时间")
    heard_at = models.DateTimeField("最近一次报送", null=True)
    ended_at = models.DateTimeField("停用时间", null=True)

    objects = FeedQuerySet.as_manager()

    class Meta:
        verbose_name = "空气质量接入平台"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title


class AirDelivery(models.Model):
    """监测数据报送: one file, one call or one run of the simulator; who brought how much, what it changed."""

    source = models.CharField("来源", max_length=10, choices=Provenance)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    feed = models.ForeignKey(Feed, models.PROTECT, null=True, related_name="+", verbose_name="接入平台")
    at = models.DateTimeField("报送时间")
    added = models.PositiveIntegerField("新增")
    corrected = models.PositiveIntegerField("更正")
    exercise = models.BooleanField("演练", default=False)

    class Meta:
        verbose_name = "监测数据报送"
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.get_source_display()}，新增 {self.added} 条，更正 {self.corrected} 条"


class StationHourQuerySet(models.QuerySet["StationHour"]):
    def real(self) -> "StationHourQuerySet":
        return self.filter(exercise=False)

    def within(self, scope: Scope) -> "StationHourQuerySet":
        return self.filter(scope.rows(region="station__region_id"))

    def between(self, since: datetime, until: datetime) -> "StationHourQuerySet":
        """Hours that begin from the one moment on, and before the other."""
        return self.filter(hour__gte=since, hour__lt=until)


class StationHour(models.Model):
    """小时值: what a station measured in the hour that begins at `hour`; in μg/m³, carbon monoxide in mg/m³.

    The same hour delivered again is corrected; what it said before stands in `HourCorrection`.
    """

    station = models.ForeignKey(
        Station, models.PROTECT, db_index=False, related_name="hours", verbose_name="站点"
    )
    hour = models.DateTimeField("时间")
    so2 = models.DecimalField("二氧化硫", max_digits=8, decimal_places=3, null=True)
    no2 = models.DecimalField("二氧化氮", max_digits=8, decimal_places=3, null=True)
    pm10 = models.DecimalField("可吸入颗粒物", max_digits=8, decimal_places=3, null=True)
    co = models.DecimalField("一氧化碳", max_digits=8, decimal_places=3, null=True)
    o3 = models.DecimalField("臭氧", max_digits=8, decimal_places=3, null=True)
    pm25 = models.DecimalField("细颗粒物", max_digits=8, decimal_places=3, null=True)
    aqi = models.PositiveSmallIntegerField("AQI", null=True)
    primary = ArrayField(
        models.CharField(max_length=4, choices=POLLUTANTS), verbose_name="首要污染物", default=list
    )
    exercise = models.BooleanField("演练", default=False)
    delivery = models.ForeignKey(
        AirDelivery, models.PROTECT, db_index=False, related_name="+", verbose_name="最近一次报送"
    )

    objects = StationHourQuerySet.as_manager()

    class Meta:
        verbose_name = "站点小时值"
        ordering = ("-hour", "station")
        constraints = (
            models.UniqueConstraint(fields=["station", "hour", "exercise"], name="one_hour_of_a_station"),
            models.CheckConstraint(
                condition=~Q(so2__lt=0)
                & ~Q(no2__lt=0)
                & ~Q(pm10__lt=0)
                & ~Q(co__lt=0)
                & ~Q(o3__lt=0)
                & ~Q(pm25__lt=0),
                name="no_concentration_below_nought",
            ),
            models.CheckConstraint(condition=~Q(aqi__gt=500), name="an_index_ends_with_its_scale"),
        )
        indexes = (models.Index(fields=["exercise", "hour"], name="station_hours_by_time"),)

    def __str__(self) -> str:
        return f"{self.station} {localtime(self.hour):%Y-%m-%d %H}时"

    @property
    def air_class(self) -> AirClass | None:
        return None if self.aqi is None else class_of(self.aqi)

    @property
    def primary_said(self) -> str:
        return "、".join(Pollutant[name].value for name in self.primary)

    def trimmed(self) -> dict[Pollutant, Decimal | None]:
        """What was measured, as it is read."""
        return {one: trimmed(getattr(self, name)) for one, name in FIELDS.items()}

    @property
    def said(self) -> str:
        return concentrations_said({name: getattr(self, name) for name in FIELDS.values()})


class HourCorrection(models.Model):
    """小时值更正: what an hour said before a delivery changed it. Rows are only added."""

    hour = models.ForeignKey(StationHour, models.PROTECT, related_name="corrections", verbose_name="小时值")
    delivery = models.ForeignKey(
        AirDelivery, models.PROTECT, related_name="corrections", verbose_name="更正它的报送"
    )
    before = models.JSONField("更正前的浓度")

    class Meta:
        verbose_name = "小时值更正"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=["hour", "delivery"], name="an_hour_corrected_once_a_delivery"),
        )

    @property
    def before_said(self) -> str:
        return concentrations_said(self.before)
