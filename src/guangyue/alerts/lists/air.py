"""The lists of the air: stations, hours, deliveries, forecasts, consultations."""

from dataclasses import replace

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse

from guangyue.alerts.air.standard import Pollutant
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import AirDelivery, Consultation, Forecast, Station
from guangyue.alerts.models.air import FIELDS, Provenance, trimmed
from guangyue.alerts.workbooks.air import NAMES
from guangyue.kit.lists import Choice, Column, DayRange, Listing, NumberRange, Order, YesNo

NEWEST = Order("newest", "新近在前", ("-id",))
EXERCISE = YesNo("exercise", "演练", Q(exercise=True), ("演练", "实际"))


def _stations(request: HttpRequest) -> list[tuple[str, str]]:
    scope = getattr(request, "scope", None)
    rows = Station.objects.all() if scope is None else Station.objects.within(scope)
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def _levels(request: HttpRequest) -> list[tuple[str, str]]:
    return [(level.key, level.title) for level in response_plan().levels]


def _level_said(row: Forecast | Consultation) -> str:
    return row.level.title if row.level else ""


def _concentration(pollutant: Pollutant) -> Column:
    """一个污染物的浓度."""
    name = FIELDS[pollutant]
    return Column(name, NAMES[name], value=lambda hour: trimmed(getattr(hour, name)), number=True)


GASES = (Pollutant.SO2, Pollutant.NO2, Pollutant.CO, Pollutant.O3)
STATIONS = Listing(
    key="alerts.stations",
    title="空气监测站点",
    columns=(
        Column("name", "站点"),
        Column("code", "编码"),
        Column("region", "县（市、区）"),
        Column("latitude", "纬度", number=True, chosen=False),
        Column("longitude", "经度", number=True, chosen=False),
        Column("in_use", "状态", value=lambda one: "在用" if one.in_use else "停用"),
    ),
    orders=(Order("region", "按地区", ("region", "code")),),
    filters=(YesNo("in_use", "状态", Q(in_use=True), ("在用", "停用")),),
    search=("name__contains", "code__startswith"),
    search_hint="站点名称或者编码",
    empty="还没有站点",
    empty_advice="登记站点以后，就能导入或者接收小时值。",
)
HOURS = Listing(
    key="alerts.hours",
    title="站点小时值",
    columns=(
        Column("hour", "时间"),
        Column("station", "站点"),
        Column("aqi", "AQI", number=True),
        Column("class", "类别", value=lambda one: one.air_class.title if one.air_class else ""),
        Column("primary", "首要污染物", value=lambda one: one.primary_said),
        *(_concentration(one) for one in (Pollutant.PM25, Pollutant.PM10)),
        *(replace(_concentration(one), chosen=False) for one in GASES),
        Column("delivery__source", "来源", value=lambda one: one.delivery.get_source_display()),
    ),
    orders=(Order("newest", "新近在前", ("-hour", "station")),),
    filters=(
        Choice("station", "站点", _stations),
        DayRange("hour", "时间", moments=True),
        NumberRange("aqi", "AQI"),
    ),
    empty="还没有小时值",
    empty_advice="导入表格，或者由监测平台通过接口报送。",
    link=lambda one: reverse("alerts:station", args=[one.station.code]),
)
DELIVERIES = Listing(
    key="alerts.deliveries",
    title="监测数据报送",
    columns=(
        Column("at", "报送时间"),
        Column("source", "来源", value=AirDelivery.get_source_display),
        Column("by", "报送人", value=lambda one: one.feed or one.by),
        Column("added", "新增", number=True),
        Column("corrected", "更正", number=True),
        Column("exercise", "演练", value=lambda one: "演练" if one.exercise else ""),
    ),
    orders=(NEWEST,),
    filters=(
        Choice("source", "来源", tuple(Provenance.choices)),
        YesNo("corrected", "更正", Q(corrected__gt=0), ("有更正", "没有更正")),
        EXERCISE,
    ),
    empty="还没有报送",
    link=lambda one: reverse("alerts:delivery", args=[one.pk]),
)
FORECASTS = Listing(
    key="alerts.forecasts",
    title="空气质量预报",
    columns=(
        Column("issued_at", "起报时间"),
        Column("kind", "类别", value=Forecast.get_kind_display),
        Column("level_key", "达到级别", value=_level_said),
        Column("begins_at", "开始"),
        Column("ends_at", "结束"),
        Column("author", "预报人员"),
        Column("source", "来源", value=Forecast.get_source_display),
        Column("exercise", "演练", value=lambda one: "演练" if one.exercise else ""),
    ),
    orders=(Order("newest", "新近在前", ("-issued_at", "-id")),),
    filters=(
        Choice("level_key", "达到级别", _levels),
        Choice("kind", "类别", tuple(Forecast.Kind.choices)),
        DayRange("issued_at", "起报时间", moments=True),
        EXERCISE,
    ),
    empty="还没有预报",
    empty_advice="录入、导入，或者由预报平台通过接口报送。",
)
CONSULTATIONS = Listing(
    key="alerts.consultations",
    title="会商意见",
    columns=(
        Column("number", "编号"),
        Column("held_at", "会商时间"),
        Column("pace", "会商类型", value=Consultation.get_pace_display),
        Column("level_key", "建议级别", value=_level_said),
        Column("starts_at", "建议启动时间"),
        Column("lift_at", "建议解除时间"),
        Column("experts", "专家", chosen=False),
        Column("exercise", "演练", value=lambda one: "演练" if one.exercise else ""),
    ),
    orders=(Order("newest", "新近在前", ("-held_at", "-id")),),
    filters=(
        Choice("level_key", "建议级别", _levels),
        DayRange("held_at", "会商时间", moments=True),
        EXERCISE,
    ),
    search=("number__startswith",),
    search_hint="编号",
    empty="还没有会商意见",
    empty_advice="专家会商以后录入，审批表由它起草。",
)
