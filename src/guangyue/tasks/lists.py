"""The lists of tasks: the ledger, documents, reports owed, what is urged, what waits for somebody."""

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from markupsafe import Markup

from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.organisations.lists import tag
from guangyue.systems.today import day_of_the_city
from guangyue.tasks.filters import DueWithin, HeldBy, InCounty, InLight, InRole, LedBy
from guangyue.tasks.models import Assignment, DeadlineChange, OwedReport, Prod, TaskDocument
from guangyue.tasks.models.assignments import DUE_KINDS, STATES
from guangyue.tasks.states import Light

NEWEST = Order("newest", "新近在前", ("-id",))
LOOKS = {Light.RED: "bad", Light.YELLOW: "notice", Light.GREEN: "good", Light.GREY: "plain"}
SHORT = 60


def light_tag(assignment: Assignment) -> Markup:
    light = assignment.light(day_of_the_city())
    return tag(assignment.get_state_display() if light is Light.GREY else light.value, LOOKS[light])


def shortened(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT]}…"


def documents(request: HttpRequest) -> list[tuple[str, str]]:
    rows = TaskDocument.objects.values_list("pk", "number")
    return [(str(pk), number) for pk, number in rows]


def _of_document(one: Assignment | OwedReport) -> object:
    return one.document.number


def _progress(assignment: Assignment) -> str:
    return f"{assignment.percent}%"


BY_DUE = Order("due", "先到期的在前", ("due_on", "id"), column="due_on")
LATEST_DUE = Order("due_last", "后到期的在前", ("-due_on", "-id"), column="due_on")
BY_PROGRESS = Order("progress", "进度高的在前", ("-percent", "id"), column="percent")

LEDGER = Listing(
    key="tasks.ledger",
    title="任务台账",
    columns=(
        Column("document", "文件", value=_of_document),
        Column("label", "编号"),
        Column("text", "任务", show=lambda one: shortened(one.text)),
        Column("answering", "负责单位"),
        Column("leaders", "牵头领导", value=lambda one: "、".join(one.leaders), chosen=False),
        Column("due_on", "完成时限"),
        Column("due_kind", "时限来历", value=Assignment.get_due_kind_display, chosen=False),
        Column("due_text", "时限原文", chosen=False),
        Column("strength", "力度", chosen=False),
        Column("percent", "进度", value=_progress, number=True),
        Column("state", "状态", value=Assignment.get_state_display),
        Column("light", "亮灯", value=lambda one: one.light(day_of_the_city()).value, show=light_tag),
        Column("reported_on", "最近报送", chosen=False),
        Column("clause", "条款", chosen=False),
    ),
    orders=(BY_DUE, LATEST_DUE, BY_PROGRESS, NEWEST),
    filters=(
        Choice("document", "文件", documents),
        HeldBy(),
        InRole(),
        InCounty(),
        LedBy(),
        InLight(),
        DueWithin(),
        Choice("state", "状态", tuple(STATES)),
        Choice("due_kind", "时限来历", tuple(DUE_KINDS)),
        DayRange("due_on", "完成时限"),
        YesNo("divided", "再分解", Q(parent__isnull=False), ("再分解的事项", "文件原有的事项")),
    ),
    search=("text__contains", "label"),
    search_hint="任务里的字词，或者编号",
    empty="还没有下达任务",
    empty_advice="公文分解、确认以后，任务下达到各单位，列在这里。",
)

DOCUMENTS = Listing(
    key="tasks.documents",
    title="任务文件",
    columns=(
        Column("number", "文号"),
        Column("title", "标题"),
        Column("day", "印发日期"),
        Column("horizon", "文件期限"),
        Column("total", "督查事项", number=True),
        Column("done", "已销号", number=True),
        Column("late", "逾期", number=True, show=lambda one: tag(str(one.late), "bad") if one.late else "0"),
    ),
    orders=(Order("day", "新近在前", ("-day", "-id"), column="day"),),
    filters=(DayRange("day", "印发日期"),),
    search=("number__contains", "title__contains"),
    search_hint="文号或者标题",
    empty="还没有任务文件",
    empty_advice="公文分解、确认以后列在这里。",
)


def _standing(owed: OwedReport) -> str:
    if owed.accepted_at:
        return "已审阅"
    if owed.handed_in_at:
        return "待审阅"
    if owed.sent_back_at:
        return "退回"
    return "逾期未报" if owed.is_late(day_of_the_city()) else "待报"


OWED_LOOKS = {"已审阅": "good", "待审阅": "notice", "退回": "bad", "逾期未报": "bad", "待报": "plain"}


def standing_tag(owed: OwedReport) -> Markup:
    said = _standing(owed)
    return tag(said, OWED_LOOKS[said])


def quarters(request: HttpRequest) -> list[tuple[str, str]]:
    known = OwedReport.objects.order_by("-quarter").values_list("quarter", flat=True).distinct()
    return [(quarter, OwedReport(quarter=quarter).of_quarter.title) for quarter in known[:40]]


def units(request: HttpRequest) -> list[tuple[str, str]]:
    return HeldBy().offered(request)


OWED = Listing(
    key="tasks.owed",
    title="季度报送",
    columns=(
        Column("quarter", "季度", value=lambda one: one.of_quarter.title),
        Column("document", "文件", value=_of_document),
        Column("organisation", "单位"),
        Column("covers", "事项", number=True),
        Column("due_on", "应报日期"),
        Column("handed_in_at", "报送时间"),
        Column("standing", "进度", value=_standing, show=standing_tag),
        Column("chased_at", "催报时间", chosen=False),
    ),
    orders=(
        Order("due", "新近在前", ("-due_on", "-id"), column="due_on"),
        Order("due_first", "先到期的在前", ("due_on", "id"), column="due_on"),
    ),
    filters=(
        Choice("quarter", "季度", quarters),
        Choice("document", "文件", documents),
        Choice("organisation", "单位", units),
        YesNo("handed_in", "报送", Q(handed_in_at__isnull=False), ("已报", "未报")),
        YesNo("accepted", "审阅", Q(accepted_at__isnull=False), ("已审阅", "未审阅")),
        DayRange("due_on", "应报日期"),
    ),
    empty="没有应报的季报",
    empty_advice="每个季度结束的第二天，按文件和单位列出应报的季报。",
)

PRODS = Listing(
    key="tasks.prods",
    title="催办督办",
    columns=(
        Column("kind", "种类", value=Prod.get_kind_display),
        Column("about", "事项", value=lambda one: str(one.assignment or one.owed)),
        Column("organisation", "单位"),
        Column("reason", "事由", show=lambda one: shortened(one.reason)),
        Column("at", "时间"),
        Column("answer_by", "答复期限"),
        Column("answered_at", "答复时间"),
    ),
    orders=(NEWEST,),
    filters=(
        Choice("kind", "种类", tuple(Prod.Kind.choices)),
        Choice("organisation", "单位", units),
        YesNo("answered", "答复", Q(answered_at__isnull=False), ("已答复", "未答复")),
        DayRange("at", "时间", moments=True),
    ),
    empty="没有催办督办",
    empty_advice="季报逾期的自动催报；督办由督查人员在任务页面上发出。",
    link=lambda one: reverse("tasks:prod", args=[one.pk]),
)

TO_CHECK = Listing(
    key="tasks.to_check",
    title="待核查的办结",
    columns=(
        Column("assignment", "督查事项"),
        Column(
            "text",
            "任务",
            value=lambda one: one.assignment.text,
            show=lambda one: shortened(one.assignment.text),
        ),
        Column("organisation", "申请单位"),
        Column("at", "申请时间"),
        Column("due_on", "完成时限", value=lambda one: one.assignment.due_on),
    ),
    orders=(Order("at", "先申请的在前", ("id",)),),
    filters=(DayRange("at", "申请时间", moments=True),),
    empty="没有待核查的办结申请",
    empty_advice="单位申请办结、附上佐证以后，列在这里，由另一个人核查。",
    link=lambda one: reverse("tasks:closing_check", args=[one.pk]),
)


def _decided(change: DeadlineChange) -> str:
    return "待批准" if change.approved is None else "已批准" if change.approved else "未批准"


CHANGES = Listing(
    key="tasks.changes",
    title="时限调整",
    columns=(
        Column("assignment", "督查事项"),
        Column("former", "原时限"),
        Column("to", "新时限", value=lambda one: "终止" if one.ends else one.to),
        Column("ground", "依据", show=lambda one: shortened(one.ground)),
        Column("asked_by", "申请人"),
        Column("asked_at", "申请时间"),
        Column("decided", "决定", value=_decided),
    ),
    orders=(NEWEST,),
    filters=(YesNo("decided", "决定", Q(decided_at__isnull=False), ("已决定", "待批准")),),
    empty="没有调整申请",
    empty_advice="时限只凭依据调整：单位或者督查人员申请，负责人批准。",
    link=lambda one: reverse("tasks:change", args=[one.pk]),
)

PUBLIC = Listing(
    key="tasks.public",
    title="任务公开",
    columns=(
        Column("document", "文件", value=_of_document),
        Column("label", "编号"),
        Column("text", "任务", show=lambda one: shortened(one.text)),
        Column("answering", "负责单位"),
        Column("due_on", "完成时限"),
        Column("state", "进展", value=Assignment.get_state_display),
    ),
    orders=(BY_DUE, LATEST_DUE),
    filters=(
        Choice("document", "文件", documents),
        HeldBy(),
        Choice("state", "进展", tuple(STATES)),
        DayRange("due_on", "完成时限"),
    ),
    search=("text__contains", "label"),
    search_hint="任务里的字词，或者编号",
    empty="还没有公开的任务",
    empty_advice="市政府文件分解的任务和进展在这里公开。",
    link=lambda one: reverse("tasks:public_assignment", args=[one.pk]),
)
