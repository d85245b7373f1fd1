"""The lists of the desk: ratings without whoever gave them, checks, complaints, violations."""

from datetime import datetime

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.timezone import localdate

from guangyue.kit.clocks import Light
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.organisations.models import Organisation
from guangyue.ratings.handling import FINDINGS, KINDS, SOURCES
from guangyue.ratings.models import Check, Complaint, Hall, Rating
from guangyue.ratings.scoring import LEVELS
from guangyue.ratings.ways import WAYS


def _departments(request: HttpRequest) -> list[tuple[str, str]]:
    scope = getattr(request, "scope", None)
    rows = Organisation.objects.apart_from_bodies()
    rows = rows.within(scope) if scope is not None else rows
    return [(str(pk), name) for pk, name in rows.order_by("pk").values_list("pk", "name")]


def _halls(request: HttpRequest) -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in Hall.objects.values_list("pk", "name")]


def _newest(time: str) -> Order:
    return Order("newest", "新近在前", (f"-{time}",), column=time)


RATINGS = Listing(
    key="ratings.ratings",
    title="评价内容",
    columns=(
        Column("at", "日期", value=lambda one: localdate(one.at)),
        Column("level", "等级", value=Rating.get_level_display),
        Column("about", "评价对象", value=Rating.get_about_display),
        Column("department", "部门"),
        Column("matter", "事项"),
        Column("hall", "大厅", chosen=False),
        Column("way", "方式", value=Rating.get_way_display),
        Column("tags", "标签", value=lambda one: "、".join(one.tags)),
        Column("text", "意见", value=lambda one: one.shown_text),
        Column("state", "状态", value=lambda one: one.get_state_display() if one.effective else "已改评"),
    ),
    orders=(_newest("at"),),
    filters=(
        Choice("level", "等级", tuple((str(level), title) for level, title in LEVELS)),
        Choice("about", "评价对象", tuple(Rating.About.choices)),
        Choice("way", "方式", WAYS),
        Choice("department", "部门", _departments),
        Choice("state", "状态", tuple(Rating.State.choices)),
        YesNo("effective", "有效", Q(effective=True), ("有效", "已改评")),
        DayRange("at", "日期", moments=True),
    ),
    search=("text__contains",),
    search_hint="意见里的字",
    empty="还没有评价",
    empty_advice="办件办结以后，申请人收到邀请；大厅里可以用评价器、评议卡和二维码。",
    link=lambda one: "",
)

CHECKS = Listing(
    key="ratings.checks",
    title="差评核查",
    columns=(
        Column("opened_at", "开始时间"),
        Column("rating__level", "等级", value=lambda one: one.rating.get_level_display()),
        Column("unit", "部门"),
        Column("rating__matter", "事项"),
        Column("due", "期限"),
        Column("late", "是否超期", value=lambda one: _late(one.due, one.closed_at)),
        Column("called_at", "回访时间", chosen=False),
        Column("finding", "结论", value=lambda one: one.get_finding_display() or "待核查"),
    ),
    orders=(_newest("opened_at"), Order("due", "快到期的在前", ("due",), column="due")),
    filters=(
        YesNo("open", "进度", Q(finding=""), ("待核查", "已核查")),
        Choice("finding", "结论", tuple(Check.Finding.choices)),
        Choice("unit", "部门", _departments),
        DayRange("opened_at", "开始时间", moments=True),
    ),
    search=("rating__text__contains",),
    search_hint="意见里的字",
    empty="没有要核查的差评",
    empty_advice="不满意、非常不满意的评价会自动列在这里。",
)

COMPLAINTS = Listing(
    key="ratings.complaints",
    title="吐槽找茬",
    columns=(
        Column("number", "编号"),
        Column("received_at", "收到时间"),
        Column("source", "来源", value=Complaint.get_source_display),
        Column("kind", "类别", value=Complaint.get_kind_display),
        Column("unit", "承办单位"),
        Column("hall", "大厅", chosen=False),
        Column("state", "状态", value=Complaint.get_state_display),
        Column("officer", "承办人"),
        Column("due", "答复期限"),
        Column("late", "是否超期", value=lambda one: _late(one.due, one.replied_at)),
        Column("finding", "结论", value=Complaint.get_finding_display, chosen=False),
        Column("satisfied", "满意", chosen=False),
    ),
    orders=(_newest("received_at"), Order("due", "快到期的在前", ("due",), column="due")),
    filters=(
        Choice("state", "状态", tuple(Complaint.State.choices)),
        YesNo("open", "进度", Q(state__in=Complaint.OPEN), ("待答复", "已答复")),
        Choice("source", "来源", SOURCES),
        Choice("kind", "类别", KINDS),
        Choice("unit", "承办单位", _departments),
        Choice("hall", "大厅", _halls),
        Choice("finding", "结论", FINDINGS),
        YesNo("merged", "合并", Q(merged__isnull=False), ("合并成一个问题的", "单独的")),
        DayRange("received_at", "收到时间", moments=True),
    ),
    search=("number__startswith", "text__contains"),
    search_hint="编号或者内容",
    empty="没有吐槽",
    empty_advice="群众在网上、大厅窗口、电话里提出的，媒体和 12345 转来的，都列在这里。",
)

VIOLATIONS = Listing(
    key="ratings.violations",
    title="擅自拒绝",
    columns=(
        Column("found_at", "认定时间"),
        Column("unit", "单位"),
        Column("person", "窗口人员"),
        Column("times", "累计次数", number=True),
        Column("complaint", "吐槽编号"),
        Column("found_by", "认定人", chosen=False),
    ),
    orders=(_newest("found_at"),),
    filters=(
        YesNo("repeated", "屡次", Q(times__gte=2), ("两次以上", "一次")),
        Choice("unit", "单位", _departments),
        DayRange("found_at", "认定时间", moments=True),
    ),
    search=("complaint__number__startswith",),
    search_hint="吐槽编号",
    empty="没有擅自拒绝的记录",
    empty_advice="窗口没有报批就拒绝，经吐槽查实的，列在这里。",
    link=lambda one: one.complaint.get_absolute_url(),
)


def _late(due: datetime, done: datetime | None) -> str:
    return Light.RED.value if (done or timezone.now()) > due else ""
