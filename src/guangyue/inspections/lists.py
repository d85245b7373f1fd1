"""The lists of inspections, on the desk and for the public."""

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from guangyue.inspections.kinds import CLASSES, ITEM_KINDS, OFFICER_ROLES, SOURCES
from guangyue.inspections.models import (
    Batch,
    Clue,
    Inspector,
    Item,
    JointOffer,
    Plan,
    PublishedResult,
    Subject,
    Visit,
)
from guangyue.inspections.states import STATES
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.organisations.models import Organisation

NEWEST = Order("newest", "新近在前", ("-id",))


def _departments(request: HttpRequest) -> list[tuple[str, str]]:
    scope = getattr(request, "scope", None)
    rows = Organisation.objects.apart_from_bodies()
    rows = rows.within(scope) if scope is not None else rows
    return [(str(pk), name) for pk, name in rows.order_by("pk").values_list("pk", "name")]


def _with_items(request: HttpRequest) -> list[tuple[str, str]]:
    """Departments with a published list."""
    having = Item.objects.published().values("organisation")
    rows = Organisation.objects.filter(pk__in=having).order_by("pk")
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def said_results(result: PublishedResult) -> str:
    return "、".join(dict.fromkeys(line["result"] for line in result.lines))


def _filed_in_time(plan: Plan) -> str:
    return "逾期" if plan.filed(on=timezone.localdate()).late else "按时" if plan.filed_at else "未到期"


ITEM_COLUMNS = (
    Column("name", "抽查事项"),
    Column("organisation", "部门"),
    Column("kind", "类别", value=Item.get_kind_display),
    Column("object_category", "检查对象"),
    Column("ratio_cap", "比例上限", value=lambda item: item.cap_said),
    Column("methods", "检查方式", value=lambda item: item.methods_said),
    Column("joint", "部门联合", value=lambda item: "是" if item.joint else ""),
)
ITEM_FILTERS = (
    Choice("kind", "类别", ITEM_KINDS),
    YesNo("joint", "部门联合", Q(joint=True), ("联合抽查事项", "部门内部")),
)
BY_DEPARTMENT = Order("department", "按部门", ("organisation", "code"))
ITEMS = Listing(
    key="inspections.items",
    title="抽查事项清单",
    columns=(*ITEM_COLUMNS, Column("state", "状态", value=Item.get_state_display)),
    orders=(BY_DEPARTMENT,),
    filters=(
        *ITEM_FILTERS,
        Choice("state", "状态", tuple(Item.State.choices)),
        Choice("organisation", "部门", _departments),
    ),
    search=("name__contains", "code__startswith"),
    search_hint="事项名称或者编码",
    empty="还没有抽查事项",
    empty_advice="由管理人员依照省级清单起草，另一人审定以后公布。",
)
PUBLIC_ITEMS = Listing(
    key="inspections.public_items",
    title="抽查事项清单",
    columns=ITEM_COLUMNS,
    orders=(BY_DEPARTMENT,),
    filters=(*ITEM_FILTERS, Choice("organisation", "部门", _with_items)),
    search=("name__contains",),
    search_hint="事项名称",
    empty="还没有公布抽查事项",
    link=lambda item: reverse("inspections:public_item", args=[item.pk]),
)
SUBJECTS = Listing(
    key="inspections.subjects",
    title="检查对象名录库",
    columns=(
        Column("number", "编号"),
        Column("name", "名称"),
        Column("region", "地区"),
        Column("risk_class", "风险等级", value=lambda one: one.get_risk_class_display() or "未分级"),
        Column("credit_class", "信用等级", value=lambda one: one.get_credit_class_display() or "未分级"),
        Column("status", "状态", value=Subject.get_status_display),
        Column("updated_at", "更新时间", chosen=False),
    ),
    orders=(NEWEST, Order("name", "按名称", ("name", "id"), column="name")),
    filters=(
        Choice("status", "状态", tuple(Subject.Status.choices)),
        Choice("risk_class", "风险等级", CLASSES),
        Choice("credit_class", "信用等级", CLASSES),
    ),
    search=("number__startswith", "name__startswith"),
    search_hint="编号或者名称开头",
    empty="名录库里还没有检查对象",
    empty_advice="从经营主体名录更新，或者导入表格。",
)
INSPECTORS = Listing(
    key="inspections.inspectors",
    title="执法人员名录库",
    columns=(
        Column("number", "编号"),
        Column("name", "姓名"),
        Column("organisation", "部门"),
        Column("region", "工作地区"),
        Column("role", "类别", value=Inspector.get_role_display, chosen=False),
        Column("qualifications", "执法资质", value=lambda one: "、".join(one.qualifications)),
        Column("specialities", "业务专长", value=lambda one: "、".join(one.specialities), chosen=False),
        Column("valid_until", "证件有效期至"),
        Column("max_load", "每批最多", number=True),
        Column("active", "在岗", value=lambda one: "在岗" if one.active else "离岗"),
    ),
    orders=(
        Order("number", "按编号", ("number",)),
        Order("expiry", "证件快到期的在前", ("valid_until", "id")),
    ),
    filters=(
        Choice("organisation", "部门", _departments),
        Choice("role", "类别", OFFICER_ROLES),
        YesNo("active", "在岗", Q(active=True), ("在岗", "离岗")),
    ),
    search=("number__startswith", "name__startswith"),
    search_hint="编号或者姓名",
    empty="名录库里还没有执法人员",
    empty_advice="导入表格；没有证件的可以入库，只能协助。",
)
PLANS = Listing(
    key="inspections.plans",
    title="年度抽查计划",
    columns=(
        Column("year", "年度", value=lambda plan: f"{plan.year} 年"),
        Column("organisation", "编制单位"),
        Column("joint", "种类", value=lambda plan: "部门联合" if plan.joint else "部门内部"),
        Column("state", "状态", value=Plan.get_state_display),
        Column("filed_at", "备案时间"),
        Column("late", "是否按时", value=_filed_in_time),
    ),
    orders=(Order("year", "新近在前", ("-year", "organisation")),),
    filters=(
        Choice("state", "状态", tuple(Plan.State.choices)),
        YesNo("joint", "种类", Q(joint=True), ("部门联合", "部门内部")),
        Choice("organisation", "编制单位", _departments),
    ),
    empty="还没有计划",
    empty_advice="每年 1 月底前编制、备案、公布。",
)
BATCHES = Listing(
    key="inspections.batches",
    title="抽查批次",
    columns=(
        Column("number", "批次"),
        Column("line__title", "计划任务"),
        Column("organisation", "组织单位"),
        Column("state", "状态", value=Batch.get_state_display),
        Column("population", "参加抽取", number=True),
        Column("n", "抽取数", number=True),
        Column("publish_by", "公示期限"),
    ),
    orders=(NEWEST,),
    filters=(
        Choice("state", "状态", STATES),
        Choice("organisation", "组织单位", _departments),
        DayRange("made_at", "建立时间", moments=True),
    ),
    search=("number__startswith",),
    search_hint="批次编号",
    empty="还没有批次",
    empty_advice="在已公布的计划里选一项任务建立批次。",
)
JOINT_OFFERS = Listing(
    key="inspections.joint_offers",
    title="联合检查",
    columns=(
        Column("first__batch", "先派发的批次"),
        Column("first__organisation", "组织单位"),
        Column("second__batch", "后派发的批次"),
        Column("second__organisation", "组织单位"),
        Column("offered_at", "提出时间"),
        Column("state", "状态", value=JointOffer.get_state_display),
    ),
    orders=(NEWEST,),
    filters=(
        Choice("state", "状态", tuple(JointOffer.State.choices)),
        DayRange("offered_at", "提出时间", moments=True),
    ),
    empty="没有可以联合的检查",
    empty_advice="两个部门同月抽中同一个检查对象，事项都在联合抽查清单里的，派发时列在这里。",
)
VISITS = Listing(
    key="inspections.visits",
    title="检查",
    columns=(
        Column("number", "检查编号"),
        Column("subject", "检查对象"),
        Column("ground", "由来", value=lambda visit: visit.ground),
        Column("organisation", "组织单位"),
        Column("state", "状态", value=Visit.get_state_display),
        Column("done_at", "完成时间"),
    ),
    orders=(NEWEST,),
    filters=(
        Choice("state", "状态", tuple(Visit.State.choices)),
        Choice("organisation", "组织单位", _departments),
        DayRange("done_at", "完成时间", moments=True),
    ),
    search=("number__startswith", "subject__name__startswith"),
    search_hint="检查编号或者名称",
    empty="没有可以看的检查",
    empty_advice="批次揭示以前，抽中的检查对象只有检查组看得到。",
)
CLUES = Listing(
    key="inspections.clues",
    title="个案线索",
    columns=(
        Column("number", "线索编号"),
        Column("source", "来源", value=Clue.get_source_display),
        Column("text", "内容"),
        Column("organisation", "承办单位"),
        Column("received_at", "收到时间"),
        Column("started_at", "开始检查"),
        Column("outcome", "结果", value=lambda clue: clue.get_outcome_display() or "办理中"),
    ),
    orders=(NEWEST,),
    filters=(
        YesNo("open", "进度", Q(outcome=""), ("办理中", "已办结")),
        Choice("source", "来源", SOURCES),
        DayRange("received_at", "收到时间", moments=True),
    ),
    search=("number__startswith", "text__contains"),
    search_hint="编号或者内容",
    empty="没有线索",
    empty_advice="投诉举报、转办交办、数据监测发现的个案，登记以后立即检查。",
)
FOLLOW_UPS = Listing(
    key="inspections.follow_ups",
    title="后续监管",
    columns=(
        Column("finding__visit__number", "检查编号"),
        Column("finding__said", "问题"),
        Column("organisation", "责任单位"),
        Column("due", "期限"),
        Column("late", "是否超期", value=lambda task: "超期" if task.is_late(timezone.localdate()) else ""),
        Column("done_at", "办结时间"),
    ),
    orders=(Order("due", "快到期的在前", ("due", "id"), column="due"), NEWEST),
    filters=(YesNo("open", "进度", Q(done_at=None), ("待处理", "已办结")),),
    empty="没有要跟进的问题",
    empty_advice="检查结果不是“未发现问题”的，自动列在这里。",
    link=lambda task: reverse("inspections:follow_up", args=[task.pk]),
)
DUTIES = Listing(
    key="inspections.duties",
    title="抽查责任",
    columns=(
        Column("organisation", "单位"),
        Column("facts", "情况"),
        Column("noted_at", "提出时间"),
        Column("liability", "结论", value=lambda duty: duty.get_liability_display() or "待认定"),
        Column("decided_by", "认定人"),
    ),
    orders=(NEWEST,),
    filters=(YesNo("open", "进度", Q(decided_by=None), ("待认定", "已认定")),),
    empty="没有要认定的责任",
    empty_advice="结果逾期没有公示的，自动列在这里。",
)
RESULTS = Listing(
    key="inspections.results",
    title="抽查结果",
    columns=(
        Column("subject_name", "检查对象"),
        Column("subject_number", "编号"),
        Column("visited_on", "检查日期"),
        Column("departments", "检查部门", value=lambda one: "、".join(one.departments)),
        Column("lines", "结果", value=said_results),
        Column("at", "公示时间"),
    ),
    orders=(NEWEST,),
    filters=(DayRange("visited_on", "检查日期"), DayRange("at", "公示时间", moments=True)),
    search=("subject_name__startswith", "subject_number__startswith"),
    search_hint="企业名称或者信用代码",
    empty="没有公示的结果",
    empty_advice="检查任务完成后 20 个工作日内公示。",
)
