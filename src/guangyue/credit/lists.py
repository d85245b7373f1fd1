"""The lists of the desk: records, appeals, proposals, queries, measures; and what everybody may see."""

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate

from guangyue.credit.appealing import AppealKind
from guangyue.credit.declaration import ListKind, Sense, titles
from guangyue.credit.models import (
    Appeal,
    Category,
    CreditQuery,
    CreditRecord,
    ListingProposal,
    Measure,
    ModelVersion,
)
from guangyue.credit.models.records import STATES
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.organisations.models import Organisation


def _units(request: HttpRequest) -> list[tuple[str, str]]:
    scope = getattr(request, "scope", None)
    rows = Organisation.objects.apart_from_bodies()
    rows = rows.within(scope) if scope is not None else rows
    return [(str(pk), name) for pk, name in rows.order_by("pk").values_list("pk", "name")]


def _categories(request: HttpRequest) -> list[tuple[str, str]]:
    return [(str(pk), title) for pk, title in Category.objects.values_list("pk", "title")]


def _sectors(request: HttpRequest) -> list[tuple[str, str]]:
    """Those that are graded."""
    return [(version.key, version.title) for version in ModelVersion.objects.current()]


def _result(appeal: Appeal) -> str:
    if appeal.upheld is None:
        return "待答复"
    return "成立" if appeal.upheld else f"不成立（{localdate(appeal.decided_at)}）"


NEWEST = Order("newest", "新近在前", ("-id",))
SENSES = tuple(titles(Sense))
NUMBER = Column("subject__number", "号码", value=lambda one: one.subject.shown_number)

RECORDS = Listing(
    key="credit.records",
    title="信用记录",
    columns=(
        Column("number", "编号"),
        Column("subject", "主体"),
        NUMBER,
        Column("category", "类别"),
        Column("unit", "来源单位"),
        Column("document", "文书文号", chosen=False),
        Column("document_on", "文书日期"),
        Column("state", "状态", value=CreditRecord.get_state_display),
        Column("points", "记分", number=True, chosen=False),
        Column("public_until", "公开至", chosen=False),
        Column("expires_on", "有效期至", chosen=False),
        Column("filed_at", "登记时间", chosen=False),
    ),
    orders=(NEWEST,),
    filters=(
        Choice("state", "状态", tuple(STATES)),
        Choice("category", "类别", _categories),
        Choice("category__sense", "性质", SENSES),
        Choice("category__listed", "名单", tuple(titles(ListKind))),
        Choice("category__sector", "领域", _sectors),
        Choice("unit", "来源单位", _units),
        YesNo("shown", "公开", Q(published_at__isnull=False), ("公开过的", "不公开的")),
        DayRange("document_on", "文书日期"),
    ),
    search=("number__startswith", "subject__name__startswith", "document__startswith"),
    search_hint="编号、主体名称、文书文号",
    empty="还没有信用记录",
    empty_advice="有生效法律文书的事实，由产生它的单位登记，换一个人核实以后生效。",
)

APPEALS = Listing(
    key="credit.appeals",
    title="异议和修复",
    columns=(
        Column("number", "编号"),
        Column("kind", "种类", value=Appeal.get_kind_display),
        Column("record__subject", "主体", value=lambda one: one.record.subject),
        Column("record__category", "记录类别", value=lambda one: one.record.category),
        Column("record__unit", "来源单位", value=lambda one: one.record.unit),
        Column("at", "提出时间"),
        Column("upheld", "结果", value=_result),
    ),
    orders=(NEWEST,),
    filters=(
        YesNo("open", "进度", Q(decided_at=None), ("待答复", "已答复")),
        Choice("kind", "种类", tuple(titles(AppealKind))),
        DayRange("at", "提出时间", moments=True),
    ),
    search=("number__startswith", "record__number__startswith"),
    search_hint="申诉编号、记录编号",
    empty="没有异议和修复申请",
    empty_advice="主体在“我的信用”里提出的列在这里，七个工作日答复。",
)

PROPOSALS = Listing(
    key="credit.proposals",
    title="名单建议",
    columns=(
        Column("subject", "主体"),
        NUMBER,
        Column("category", "拟列入"),
        Column("unit", "承办单位"),
        Column("reason", "理由"),
        Column("state", "状态", value=ListingProposal.get_state_display),
        Column("proposed_at", "提出时间"),
    ),
    orders=(NEWEST,),
    filters=(
        Choice("state", "状态", tuple(ListingProposal.State.choices)),
        Choice("category", "拟列入", _categories),
    ),
    search=("subject__name__startswith",),
    search_hint="主体名称",
    empty="没有名单建议",
    empty_advice="记分达到标准时自动提出，投诉多、隐患大的由单位提出；列不列入，告知并听取陈述申辩以后由人决定。",
)

QUERIES = Listing(
    key="credit.queries",
    title="信用查询记录",
    columns=(
        Column("at", "时间"),
        Column("by", "查询人"),
        Column("unit", "查询单位"),
        Column("purpose", "用途", value=lambda one: one.get_purpose_display() or "没有写"),
        Column("reason", "理由"),
        Column("subject", "被查询主体"),
        Column("result", "结果"),
    ),
    orders=(NEWEST,),
    filters=(
        YesNo("answered", "答复", Q(answered=True), ("已答复", "已拒绝")),
        Choice("purpose", "用途", tuple(CreditQuery.Purpose.choices)),
        DayRange("at", "时间", moments=True),
    ),
    search=("by__name__startswith", "subject__name__startswith"),
    search_hint="查询人、主体名称",
    empty="还没有查询",
    empty_advice="每一次查询都记在这里，没有写用途被拒绝的也记。",
    link=lambda one: "",
)

MEASURES = Listing(
    key="credit.measures",
    title="联合奖惩措施",
    columns=(
        Column("title", "措施"),
        Column("basis", "法律依据"),
        Column("rank", "效力", value=Measure.get_rank_display),
        Column("executor", "实施单位"),
        Column("service", "所限制的事项", chosen=False),
        Column("months", "期限（月）", number=True),
        Column("standing", "正在实施", number=True),
    ),
    orders=(Order("entered", "按登记先后", ()),),
    filters=(YesNo("favours", "奖惩", Q(favours=True), ("激励", "惩戒")),),
    search=("title__contains", "basis__contains"),
    search_hint="措施或者依据",
    empty="没有启用的措施",
    empty_advice="措施要有自己的法律依据才能启用，公文里的原则性要求不算。",
    link=lambda one: "",
)

PUBLISHED = Listing(
    key="credit.published",
    title="信用公示",
    columns=(
        Column("subject", "主体"),
        NUMBER,
        Column("category", "类别"),
        Column("unit", "来源单位"),
        Column("document", "文书文号", chosen=False),
        Column("document_on", "文书日期", chosen=False),
        Column("state", "状态", value=CreditRecord.get_state_display),
        Column("public_until", "公开至", value=lambda one: one.public_until or "有效期内"),
    ),
    orders=(Order("newest", "新近公开在前", ("-published_at", "-id")),),
    filters=(
        Choice("category__sense", "性质", SENSES),
        Choice("category__listed", "名单", tuple(titles(ListKind))),
        Choice("category__sector", "领域", _sectors),
        DayRange("document_on", "文书日期"),
    ),
    search=("subject__name__startswith", "document__startswith"),
    search_hint="单位名称、文书文号",
    empty="没有公开的信用记录",
    empty_advice="依法应当公开的记录在公开期内列在这里；修复、撤销、到期的不再列出。",
    link=lambda one: reverse("credit:subject", args=[one.subject.key]),
)
