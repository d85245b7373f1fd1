"""The lists of sheets and warnings, of what follows them, and of what comes before."""

from django.db.models import Q
from django.utils import timezone

from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import (
    CountyReport,
    Receipt,
    RegionalNotice,
    RevisionTrigger,
    Sheet,
    Warning,
)
from guangyue.alerts.warning_deadlines import county_deadline, media_deadline, report_deadline
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo

NEWEST = Order("newest", "新近在前", ("-id",))
REAL_OR_NOT = YesNo("exercise", "性质", Q(exercise=True), ("演练", "真实预警"))
ON_TIME, LATE, WAITING = "按时", "超时", ""


def levels(_: object) -> list[tuple[str, str]]:
    return [(level.key, level.title) for level in response_plan().levels]


def _hours(warning: Warning) -> int | None:
    if warning.ended_at is None:
        return None
    return int((warning.ended_at - warning.starts_at).total_seconds() // 3600)


def _media(warning: Warning) -> str:
    limit = media_deadline(warning)
    if limit.late(at=timezone.now()):
        return LATE
    return ON_TIME if limit.done else WAITING


def _counties_late(warning: Warning) -> int:
    now = timezone.now()
    return sum(county_deadline(receipt).late(at=now) for receipt in warning.receipts.all())


def _receipt_state(receipt: Receipt) -> str:
    if county_deadline(receipt).late(at=timezone.now()):
        return LATE
    return ON_TIME if receipt.notified_at else WAITING


def _report_state(report: CountyReport) -> str:
    if report_deadline(report).late(at=timezone.now()):
        return LATE
    return ON_TIME if report.sent_at else WAITING


LEDGER = Listing(
    key="alerts.warnings",
    title="应急启动台账",
    columns=(
        Column("number", "预警编号"),
        Column("level", "级别", value=lambda one: one.level.title),
        Column("response", "响应", value=lambda one: one.level.response, chosen=False),
        Column("origin", "来源", value=Warning.get_origin_display, chosen=False),
        Column("exercise", "性质", value=lambda one: "演练" if one.exercise else "真实"),
        Column("state", "状态", value=Warning.get_state_display),
        Column("published_at", "发布时间"),
        Column("predicted_start", "预计污染开始", chosen=False),
        Column("ended_at", "响应结束"),
        Column("hours", "响应小时", value=_hours, number=True),
        Column("approver", "审批", value=lambda one: one.sheet.approved_post),
        Column("haste", "不足提前量的理由", value=lambda one: one.sheet.get_haste_display(), chosen=False),
        Column("counties_late", "县（市、区）超时", value=_counties_late, number=True),
        Column("media", "向社会公布", value=_media),
        Column("evaluated", "评估", value=lambda one: "已评估" if hasattr(one, "evaluation") else ""),
    ),
    orders=(NEWEST,),
    filters=(
        Choice("level_key", "级别", levels),
        Choice("state", "状态", tuple(Warning.State.choices)),
        REAL_OR_NOT,
        DayRange("published_at", "发布时间", moments=True),
    ),
    search=("number__startswith",),
    search_hint="预警编号",
    empty="还没有启动过",
    empty_advice="审批表审批以后发布，每次启动都列在这里。",
)
SHEETS = Listing(
    key="alerts.sheets",
    title="预警审批表",
    columns=(
        Column("number", "编号"),
        Column("kind", "种类", value=Sheet.get_kind_display),
        Column("level", "级别", value=lambda one: one.level.title),
        Column("exercise", "性质", value=lambda one: "演练" if one.exercise else "真实"),
        Column("state", "状态", value=Sheet.get_state_display),
        Column("drafted_by", "起草人"),
        Column("drafted_at", "起草时间"),
        Column("sent_at", "发布时间"),
    ),
    orders=(NEWEST,),
    filters=(
        Choice("state", "状态", tuple(Sheet.State.choices)),
        Choice("kind", "种类", tuple(Sheet.Kind.choices)),
        REAL_OR_NOT,
    ),
    search=("number__startswith",),
    search_hint="审批表编号",
    empty="还没有审批表",
    empty_advice="达到预警条件的，根据会商意见起草。",
)
RECEIPTS = Listing(
    key="alerts.receipts",
    title="预警签收",
    columns=(
        Column("region", "县（市、区）"),
        Column("warning", "预警", value=lambda one: f"{one.warning.number} {one.warning.level.title}"),
        Column("exercise", "性质", value=lambda one: "演练" if one.warning.exercise else "真实"),
        Column("warning__published_at", "发布时间"),
        Column("received_at", "签收时间"),
        Column("notified_at", "通知部门时间"),
        Column("late", "是否按时", value=_receipt_state),
    ),
    orders=(NEWEST,),
    filters=(YesNo("open", "进度", Q(notified_at=None), ("待办", "已通知部门")),),
    empty="还没有要签收的预警",
    empty_advice="市级预警发布以后，各县（市、区）在这里签收。",
)
REPORTS = Listing(
    key="alerts.county_reports",
    title="响应情况报告",
    columns=(
        Column("region", "县（市、区）"),
        Column("warning", "预警", value=lambda one: f"{one.warning.number} {one.warning.level.title}"),
        Column("warning__ended_at", "响应终止"),
        Column("due", "最迟报送"),
        Column("sent_at", "报送时间"),
        Column("late", "是否按时", value=_report_state),
    ),
    orders=(NEWEST,),
    filters=(YesNo("open", "进度", Q(sent_at=None), ("待报送", "已报送")),),
    empty="还没有要报送的报告",
    empty_advice="预警解除以后，3 个工作日内报送。",
)
NOTICES = Listing(
    key="alerts.regional_notices",
    title="区域预警通知",
    columns=(
        Column("number", "编号"),
        Column("origin", "发布机关", value=RegionalNotice.get_origin_display),
        Column("level", "级别", value=lambda one: one.level.title),
        Column("received_at", "收到时间"),
        Column("begins_at", "预计开始"),
        Column("called_off_at", "解除时间"),
    ),
    orders=(NEWEST,),
    filters=(Choice("level_key", "级别", levels),),
    empty="还没有收到区域预警",
    empty_advice="生态环境部和省里的区域预警，收到以后立即登记、上报。",
)
DRILLS = Listing(
    key="alerts.drills",
    title="应急演练",
    columns=(
        Column("title", "演练名称"),
        Column("year", "年度", value=lambda one: f"{one.year} 年"),
        Column("level", "级别", value=lambda one: one.level.title),
        Column("planned_on", "计划日期"),
        Column("ended_at", "结束时间"),
        Column("filed_to", "报送单位"),
    ),
    orders=(NEWEST,),
    filters=(YesNo("open", "进度", Q(ended_at=None), ("未结束", "已评估")),),
    search=("title__contains",),
    search_hint="演练名称",
    empty="还没有演练",
    empty_advice="每年采暖季以前演练一次。",
)
TRAININGS = Listing(
    key="alerts.trainings",
    title="预案培训",
    columns=(
        Column("title", "培训名称"),
        Column("held_on", "日期"),
        Column("region", "组织地区"),
        Column("audience", "培训对象"),
        Column("content", "培训内容"),
        Column("attended", "人数", number=True),
        Column("result", "效果"),
    ),
    orders=(NEWEST,),
    filters=(DayRange("held_on", "日期"),),
    search=("title__contains",),
    search_hint="培训名称",
    empty="还没有培训",
    empty_advice="按计划培训以后登记：谁来听，讲了什么。",
)
REVISIONS = Listing(
    key="alerts.revisions",
    title="预案修订情形",
    columns=(
        Column("kind", "情形", value=RevisionTrigger.get_kind_display),
        Column("text", "说明"),
        Column("noted_at", "登记时间"),
        Column("due", "作出决定的期限", value=lambda one: one.due),
        Column("late", "是否超期", value=lambda one: "超期" if one.is_late(timezone.now()) else ""),
        Column("decision", "结论", value=RevisionTrigger.get_decision_display),
    ),
    orders=(NEWEST,),
    filters=(
        YesNo("open", "进度", Q(decided_at=None), ("待决定", "已决定")),
        Choice("kind", "情形", tuple(RevisionTrigger.Kind.choices)),
    ),
    empty="没有登记修订情形",
    empty_advice="法律、标准、机构、风险变化，或者演练、应对中发现问题的，在这里登记。",
)
COMMANDERS = Listing(
    key="alerts.commanders",
    title="指挥部职务",
    columns=(
        Column("post", "职务"),
        Column("account", "姓名"),
        Column("since", "起始日"),
        Column("until", "截止日"),
        Column("ground", "依据"),
        Column("by", "登记人"),
    ),
    orders=(NEWEST,),
    filters=(YesNo("open", "在任", Q(until=None), ("在任", "已卸任")),),
    empty="还没有登记职务",
    empty_advice="登记以后，按职务核准、审批预警。",
)
