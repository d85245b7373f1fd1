"""The lists of sources, orders and checks, on the desk and for the public."""

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from markupsafe import Markup, escape

from guangyue.alerts.models import Order, OrderCheck, Source, Warning
from guangyue.alerts.models.sources import KINDS
from guangyue.alerts.reduction.grades import Grade
from guangyue.kit.lists import Choice, Column, DayRange, Listing, YesNo
from guangyue.kit.lists import Order as Sorting
from guangyue.organisations.models import Region

GRADES = tuple((one.name, one.value) for one in Grade)
NEWEST = Sorting("newest", "新近在前", ("-id",))
MOST_WARNINGS = 20


def _regions(request: HttpRequest) -> list[tuple[str, str]]:
    scope = getattr(request, "scope", None)
    rows = Region.objects.of_county_level()
    rows = rows.within(scope) if scope is not None else rows
    return list(rows.values_list("code", "name"))


def _warnings(request: HttpRequest) -> list[tuple[str, str]]:
    latest = Warning.objects.responding().order_by("-pk")[:MOST_WARNINGS]
    return [(str(warning.pk), f"{warning}（{warning.level.title}）") for warning in latest]


def _standing(source: Source) -> str:
    marks = [
        source.get_grade_display() if source.in_key_industry else "",
        "保障类" if source.guaranteed else "",
        "小微涉气" if source.micro else "",
        "" if source.listed else "未列入清单",
    ]
    return "、".join(filter(None, marks))


def _kilograms(key: str, title: str, *, chosen: bool = True) -> Column:
    """Exact in a file, readable on a page."""
    return Column(
        key, f"{title}（千克）", show=lambda one: f"{getattr(one, key):,.1f}", number=True, chosen=chosen
    )


def _tag(words: str, look: str) -> Markup:
    return Markup('<span class="tag {}">{}</span>').format(look, escape(words))


def said_receipt(order: Order) -> str:
    if not order.is_open:
        return "已终止"
    return "已签收" if order.received_at else "已催办，未签收" if order.chased_at else "未签收"


def _receipt(order: Order) -> Markup:
    return _tag(said_receipt(order), "good" if order.received_at else "" if not order.is_open else "bad")


def _finding(check: OrderCheck) -> Markup:
    return _tag(check.get_finding_display(), "bad" if check.is_failure else "good")


SOURCE_COLUMNS = (
    Column("name", "名称"),
    Column("kind", "类别", value=Source.get_kind_display),
    Column("region", "所在地区"),
    Column("industry", "行业"),
    Column("standing", "等级、保障", value=_standing),
)
SOURCE_FILTERS = (
    Choice("kind", "类别", tuple(KINDS)),
    Choice("region", "所在地区", _regions),
    Choice("grade", "绩效等级", GRADES),
    YesNo("guaranteed", "保障类", Q(guaranteed=True), ("保障类", "不是保障类")),
)
BY_NAME = Sorting("name", "按名称", ("name", "id"), column="name")
SOURCES = Listing(
    key="alerts.sources",
    title="应急减排清单",
    columns=(
        Column("code", "编号", chosen=False),
        *SOURCE_COLUMNS,
        _kilograms("pm", "颗粒物"),
        _kilograms("vocs", "挥发性有机物"),
        _kilograms("so2", "二氧化硫", chosen=False),
        _kilograms("nox", "氮氧化物", chosen=False),
        Column("plan_filed_with", "操作方案备案单位", chosen=False),
        Column("plan_filed_on", "备案日期", chosen=False),
        Column("contact", "联系人", chosen=False),
        Column("phone", "手机", value=lambda one: one.masked_phone, chosen=False),
    ),
    orders=(
        NEWEST,
        BY_NAME,
        Sorting("pm", "颗粒物排放多的在前", ("-pm", "id"), column="pm"),
        Sorting("vocs", "挥发性有机物排放多的在前", ("-vocs", "id"), column="vocs"),
    ),
    filters=(
        *SOURCE_FILTERS,
        YesNo("filed", "操作方案", Q(plan_filed_on__isnull=False), ("已备案", "没有备案")),
        YesNo("in_use", "在册", Q(in_use=True), ("在册", "已移出")),
    ),
    search=("name__contains", "code__startswith"),
    search_hint="名称或者编号",
    empty="清单里还没有对象",
    empty_advice="导入清单表格，或者逐个登记。",
)
PUBLIC_SOURCES = Listing(
    key="alerts.public_sources",
    title="应急减排清单",
    columns=SOURCE_COLUMNS,
    orders=(BY_NAME,),
    filters=SOURCE_FILTERS,
    search=("name__contains",),
    search_hint="名称",
    empty="清单里还没有对象",
    link=lambda source: reverse("alerts:public_source", args=[source.code]),
)
ORDERS = Listing(
    key="alerts.orders",
    title="减排指令",
    columns=(
        Column("source", "清单对象"),
        Column("source__region", "所在地区"),
        Column("source__kind", "类别", value=lambda order: order.source.get_kind_display()),
        Column("warning", "预警"),
        Column("measures", "措施（项）", value=lambda order: len(order.measures), number=True),
        Column("starts_at", "开始执行"),
        Column("receipt", "签收", value=said_receipt, show=_receipt),
        Column("received_at", "签收时间"),
        Column("version", "版次", number=True, chosen=False),
        Column("exercise", "演练", value=lambda order: "演练" if order.exercise else ""),
    ),
    orders=(NEWEST, Sorting("received", "先签收的在前", ("received_at", "id"), column="received_at")),
    filters=(
        Choice("warning", "预警", _warnings),
        YesNo("open", "执行", Q(ended_at=None), ("执行中", "已终止")),
        YesNo("received", "签收", Q(received_at__isnull=False), ("已签收", "未签收")),
        Choice("kind", "类别", tuple(KINDS), lookup="source__kind"),
        Choice("region", "所在地区", _regions, lookup="source__region"),
        YesNo("exercise", "演练", Q(exercise=True), ("演练", "实战")),
    ),
    search=("source__name__contains", "source__code__startswith", "code__startswith"),
    search_hint="名称、编号或者指令码",
    empty="还没有减排指令",
    empty_advice="发布预警以后，按清单自动下达。",
)
CHECKS = Listing(
    key="alerts.checks",
    title="现场督导",
    columns=(
        Column("order__source", "清单对象"),
        Column("order__source__region", "所在地区"),
        Column("order__warning", "预警"),
        Column("finding", "检查结果", value=OrderCheck.get_finding_display, show=_finding),
        Column("said", "检查情况"),
        Column("by", "检查人"),
        Column("checked_at", "检查时间"),
        Column("handed_at", "反馈问责组"),
    ),
    orders=(NEWEST,),
    filters=(
        Choice("finding", "检查结果", tuple(OrderCheck.Finding.choices)),
        YesNo("handed", "反馈问责组", Q(handed_at__isnull=False), ("已反馈", "没有反馈")),
        Choice("region", "所在地区", _regions, lookup="order__source__region"),
        DayRange("checked_at", "检查时间", moments=True),
    ),
    search=("order__source__name__contains",),
    search_hint="清单对象的名称",
    empty="还没有检查",
    empty_advice="在指令的页面登记现场督导的情况。",
    link=lambda check: check.order.get_absolute_url(),
)
