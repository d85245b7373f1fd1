"""The lists of plans, and of what a plan has everybody do."""

from collections.abc import Callable
from dataclasses import replace

from django.http import HttpRequest
from django.urls import reverse

from guangyue.alerts.models import AbatementPlan, Hold
from guangyue.alerts.models import Choice as Chosen
from guangyue.alerts.models.amounts import COLUMNS
from guangyue.alerts.planning.options import PERIODS, Way
from guangyue.alerts.reduction.proof import Emitted
from guangyue.alerts.workbooks.sources import asking_levels
from guangyue.kit.lists import Choice, Column, Listing, NumberRange, Order
from guangyue.organisations.models import Region

FEN_IN_TEN_THOUSAND = 1_000_000
SHOWN = (Emitted.PM, Emitted.VOCS)  # to whoever has not chosen columns


def _levels(request: HttpRequest) -> list[tuple[str, str]]:
    return [(level.key, level.title) for level in asking_levels()]


def _regions(request: HttpRequest) -> list[tuple[str, str]]:
    scope = getattr(request, "scope", None)
    rows = Region.objects.of_county_level()
    return list((rows.within(scope) if scope is not None else rows).values_list("code", "name"))


def _periods(choice: Chosen) -> str:
    if choice.way == Way.RUN.name:
        return ""
    return "全程" if len(choice.periods) == len(PERIODS) else f"三分之{'一二'[len(choice.periods) - 1]}时段"


def _tenths(key: str) -> Callable[[Chosen], str]:
    return lambda choice: f"{getattr(choice, key):,.1f}"


PLANS = Listing(
    key="alerts.plans",
    title="停限产方案",
    columns=(
        Column("title", "名称"),
        Column("level_key", "预警级别", value=lambda plan: plan.level.title),
        Column("state", "状态", value=AbatementPlan.get_state_display),
        Column("cost", "日产值损失", value=lambda plan: plan.loss, number=True),
        Column("follows", "调整自"),
        Column("made_by", "编制人", chosen=False),
        Column("made_at", "编制时间"),
        Column("taken_at", "启用时间"),
    ),
    orders=(
        Order("newest", "新近在前", ("-id",)),
        Order("cost", "损失少的在前", ("cost", "id"), column="cost"),
    ),
    filters=(
        Choice("level", "预警级别", _levels, lookup="level_key"),
        Choice("state", "状态", tuple(AbatementPlan.State.choices)),
    ),
    search=("title__contains",),
    search_hint="名称",
    empty="还没有停限产方案",
    empty_advice="选定预警级别，求解器从清单里找出损失最小的停限产组合。",
)
CHOICES = Listing(
    key="alerts.choices",
    title="各家的措施",
    columns=(
        Column("source", "企业"),
        Column("source__region", "所在地区"),
        Column("source__industry", "行业", chosen=False),
        Column("title", "措施"),
        Column("cost", "日产值损失", value=lambda one: one.loss, number=True),
        *(
            Column(key, one.value, show=_tenths(key), number=True, chosen=one in SHOWN)
            for one, key in COLUMNS.items()
        ),
        Column("periods", "时段", value=_periods, chosen=False),
        Column("held", "约束", value=Chosen.get_held_display),
    ),
    orders=(
        Order("cost", "损失大的在前", ("-cost", "id"), column="cost"),
        Order("name", "按名称", ("source__name", "id"), column="source"),
        Order("pm", "颗粒物减得多的在前", ("-pm", "id"), column="pm"),
        Order("vocs", "挥发性有机物减得多的在前", ("-vocs", "id"), column="vocs"),
    ),
    filters=(
        Choice("way", "方式", tuple((one.name, one.value) for one in Way)),
        Choice("region", "所在地区", _regions, lookup="source__region"),
        Choice("held", "约束", tuple(Hold.Kind.choices)),
        NumberRange("cost", "日产值损失", unit="万元", times=FEN_IN_TEN_THOUSAND),
    ),
    search=("source__name__contains", "source__code__startswith", "source__industry__contains"),
    search_hint="名称、编号或者行业",
    empty="还没有求解结果",
    empty_advice="求解以后，这里列出每家企业做什么、少产多少。",
)


def choices_of(plan: AbatementPlan) -> Listing:
    """Each leads to what that source could do in this plan."""
    return replace(CHOICES, link=lambda one: reverse("alerts:plan_source", args=[plan.pk, one.source.code]))
