"""The lists of planners: contracts, planners, visits, advice, reports, evaluations, rooms."""

from typing import cast

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from markupsafe import Markup

from guangyue.kit.access import SignedInRequest
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.organisations.lists import tag
from guangyue.planners.models import Advice, Area, Contract, Planner, Support, Visit
from guangyue.planners.models.people import HOMES
from guangyue.planners.models.visits import WORKS

NEWEST = Order("newest", "新近在前", ("-id",))
LOOKS = {
    Advice.State.GIVEN: "notice",
    Advice.State.SENT: "notice",
    Advice.State.ACCEPTED: "notice",
    Advice.State.DECLINED: "bad",
    Advice.State.DONE: "good",
    Advice.State.REPORTED: "good",
}


def areas(request: HttpRequest) -> list[tuple[str, str]]:
    """Those within reach."""
    rows = Area.objects.within(cast(SignedInRequest, request).scope)
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def all_areas(request: HttpRequest) -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in Area.objects.values_list("pk", "name")]


def state_tag(advice: Advice) -> Markup:
    return tag(advice.get_state_display(), LOOKS[Advice.State(advice.state)])


def checked_tag(planner: Planner) -> Markup:
    return tag("已核验", "good") if planner.checked_at else tag("待核验", "notice")


def visit_tag(visit: Visit) -> Markup:
    if visit.no_talk:
        return tag("没有当面交流", "notice")
    return tag(visit.get_state_display(), "good" if visit.is_made else "notice")


def seat_of(planner: Planner) -> str:
    return next((str(seat.group) for seat in planner.seats.all() if seat.until is None), "")


CONTRACTS = Listing(
    key="planners.contracts",
    title="聘用合同",
    columns=(
        Column("institution", "团队机构"),
        Column("city", "所在城市"),
        Column("grade", "资质"),
        Column("local_institute", "本地单位"),
        Column("since", "聘期起"),
        Column("until", "聘期止"),
        Column("group_fee", "每小组年服务费", number=True),
        Column("state", "状态", value=Contract.get_state_display),
    ),
    orders=(NEWEST,),
    filters=(Choice("state", "状态", tuple(Contract.State.choices)),),
    search=("institution__contains", "local_institute__contains"),
    search_hint="机构名称",
    empty="还没有聘用合同",
    empty_advice="市自然资源和规划局选取团队机构、签订合同以后登记。",
)

PLANNERS = Listing(
    key="planners.planners",
    title="责任规划师",
    columns=(
        Column("name", "姓名"),
        Column("home", "来自", value=Planner.get_home_display),
        Column("qualifications", "任职条件", value=lambda one: one.qualifications_said),
        Column("certificate", "证书编号", chosen=False),
        Column("specialties", "专业特长"),
        Column("renewal_experience", "社区更新经验", chosen=False),
        Column("group", "小组", value=seat_of),
        Column(
            "checked",
            "任职条件核验",
            value=lambda one: "已核验" if one.checked_at else "待核验",
            show=checked_tag,
        ),
    ),
    orders=(Order("entered", "按登记先后", ("id",)), NEWEST),
    filters=(
        Choice("home", "来自", tuple(HOMES)),
        YesNo("checked", "核验", Q(checked_at__isnull=False), ("已核验", "待核验")),
        YesNo("experienced", "社区更新经验", Q(renewal_experience=True), ("有", "没有")),
    ),
    search=("name__contains", "specialties__contains", "certificate"),
    search_hint="姓名、专长或者证书编号",
    empty="还没有责任规划师",
    empty_advice="登记合同以后逐人登记或者用表格导入，核验任职条件以后编组。",
)

VISITS = Listing(
    key="planners.visits",
    title="到片区服务",
    columns=(
        Column("day", "日期"),
        Column("group__area", "片区"),
        Column("hours", "时数", number=True),
        Column("talked", "当面交流"),
        Column("chief", "交流对象"),
        Column("works", "工作内容", value=lambda one: one.works_said),
        Column("purpose", "事由", chosen=False),
        Column("state", "状态", value=Visit.get_state_display, show=visit_tag),
    ),
    orders=(
        Order("latest", "日期晚的在前", ("-day", "-id"), column="day"),
        Order("earliest", "日期早的在前", ("day", "id")),
    ),
    filters=(
        Choice("area", "片区", areas, lookup="group__area"),
        Choice(
            "work", "工作内容", tuple((f"{{{key}}}", title) for key, title in WORKS), lookup="works__contains"
        ),
        YesNo("talked", "当面交流", Q(talked=True), ("有", "没有")),
        Choice("state", "状态", tuple(Visit.State.choices)),
        DayRange("day", "日期"),
    ),
    search=("group__area__name__contains", "note__contains", "purpose__contains"),
    search_hint="片区、事由或者记录",
    empty="还没有到片区的记录",
    empty_advice="由小组的规划师登记，手机上就能填。",
)

ADVICE = Listing(
    key="planners.advice",
    title="意见建议",
    columns=(
        Column("number", "编号"),
        Column("topic", "题目"),
        Column("group__area", "片区"),
        Column("group__area__office", "区政府（管委会）"),
        Column("given_on", "提出"),
        Column("answer_due", "答复期限"),
        Column("state", "状态", value=Advice.get_state_display, show=state_tag),
    ),
    orders=(
        NEWEST,
        Order("due", "答复期限近的在前", ("answer_due", "id"), column="answer_due"),
    ),
    filters=(
        Choice("state", "状态", tuple(Advice.State.choices)),
        Choice("area", "片区", areas, lookup="group__area"),
        YesNo("open", "落实", Q(state__in=Advice.OPEN), ("没有结果", "有结果")),
        YesNo("public", "公开", Q(published_at__isnull=False), ("已公开", "没有公开")),
        DayRange("given_on", "提出日期"),
    ),
    search=("topic__contains", "text__contains", "number"),
    search_hint="题目、内容或者编号",
    empty="还没有意见建议",
    empty_advice="规划师到片区以后提出，由市自然资源和规划局函告区政府（管委会）。",
)

PUBLIC = Listing(
    key="planners.public",
    title="责任规划师的意见建议",
    columns=(
        Column("topic", "题目"),
        Column("group__area", "片区"),
        Column("given_on", "提出"),
        Column("public_words", "结果"),
        Column("state", "状态", value=Advice.get_state_display, show=state_tag),
    ),
    orders=(Order("published", "新公开的在前", ("-published_at", "-id")),),
    filters=(
        Choice("area", "片区", all_areas, lookup="group__area"),
        Choice("state", "状态", tuple(Advice.State.choices)[2:]),
    ),
    search=("topic__contains", "public_words__contains"),
    search_hint="题目或者结果",
    empty="还没有公开的意见建议",
    empty_advice="有了答复以后公开。",
    link=lambda one: reverse("planners:public_advice", args=[one.number]),
)

EVALUATIONS = Listing(
    key="planners.planner_marks",
    title="规划师年度考评",
    columns=(
        Column("year", "年度", value=lambda one: str(one.year)),
        Column("planner", "规划师"),
        Column("score", "得分", number=True),
        Column("said", "意见"),
        Column("at", "考评时间", chosen=False),
    ),
    orders=(NEWEST,),
    search=("planner__name__contains",),
    search_hint="姓名",
    empty="还没有考评",
    empty_advice="每年考评一次，聘期结束再作聘期考评。",
    link=lambda one: reverse("planners:planner", args=[one.planner_id]),
)

SUPPORT = Listing(
    key="planners.support",
    title="场所和经费",
    columns=(
        Column("area", "片区"),
        Column("year", "年度", value=lambda one: str(one.year)),
        Column("room", "工作场所"),
        Column("provided_on", "提供日期"),
        Column("budget", "工作经费", number=True),
        Column("contact", "对接部门"),
    ),
    orders=(Order("area", "按片区", ("area", "-year")), NEWEST),
    filters=(Choice("area", "片区", areas),),
    empty="还没有登记",
    empty_advice="各区（管委会）落实工作场所和必要经费以后登记。",
    link=lambda one: reverse("planners:support_form", args=[cast(Support, one).area.key]),
)
