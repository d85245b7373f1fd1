"""The lists of applications, decisions and rosters."""

from collections.abc import Iterator
from typing import cast

from django.db.models import Q
from django.http import HttpRequest

from guangyue.grants.models import Application, Decision, Roster, RosterLine
from guangyue.grants.notices import mask_payee, masked_payee
from guangyue.kit.access import SignedInRequest
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.kit.masks import mask_name
from guangyue.organisations.models import Region
from guangyue.rules.verdicts import Status
from guangyue.systems.enactment import declared_city
from guangyue.systems.offered import offered


def _townships(request: HttpRequest) -> list[tuple[str, str]]:
    rows = Region.objects.of_township_level().within(cast(SignedInRequest, request).scope)
    named = rows.order_by("parent_id", "code").values_list("code", "name", "parent__name")
    return [(code, f"{district} {name}") for code, name, district in named]


def _systems(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """The systems that offer something; a code begins with the number of its system."""
    for system in declared_city().systems:
        if system.offers:
            yield f"{system.number}.", system.title


def _offers(request: HttpRequest) -> list[tuple[str, str]]:
    return [(one.code, one.title) for one in offered()]


def _payee(application: Application) -> str:
    return mask_name(application.person.name) if application.person else str(application.firm)


def _decided_for(decision: Decision) -> str:
    return decision.payee_name if decision.firm_id else mask_name(decision.payee_name)


def _masked(line: RosterLine) -> str:
    return mask_payee(line.payee_number)


APPLICATIONS = Listing(
    key="grants.applications",
    title="政策兑现申请",
    columns=(
        Column("number", "编号"),
        Column("title", "政策"),
        Column("payee", "申请人", value=_payee),
        Column("region", "所在镇街"),
        Column("submitted_at", "提交时间"),
        Column("state", "状态", value=Application.get_state_display),
    ),
    orders=(
        Order("oldest", "先提交的在前", ("submitted_at",), column="submitted_at"),
        Order("newest", "后提交的在前", ("-submitted_at",), column="submitted_at"),
    ),
    filters=(
        Choice("state", "状态", tuple(Application.State.choices)),
        Choice("system", "系统", _systems, lookup="code__startswith"),
        Choice("code", "政策", _offers),
        Choice("region", "所在镇街", _townships),
        DayRange("submitted_at", "提交时间", moments=True),
    ),
    search=("number__startswith",),
    search_hint="申请编号",
    empty="管辖范围内还没有申请",
    empty_advice="居民、企业在“政策找我”里提交的申请，会出现在这里。",
)

DECISIONS = Listing(
    key="grants.decisions",
    title="核定",
    columns=(
        Column("number", "编号"),
        Column("title", "政策"),
        Column("payee", "领取人", value=_decided_for),
        Column("payee_number", "证件号码", value=masked_payee, chosen=False),
        Column("region", "地区"),
        Column("outcome", "结论", value=Decision.get_outcome_display),
        Column("amount", "金额", number=True),
        Column("decided_at", "核定时间"),
    ),
    orders=(
        Order("newest", "后核定的在前", ("-decided_at",), column="decided_at"),
        Order("oldest", "先核定的在前", ("decided_at",), column="decided_at"),
    ),
    filters=(
        Choice("outcome", "结论", tuple(Decision.Outcome.choices)),
        Choice("status", "判定", tuple((one.name, one.value) for one in Status)),
        Choice("system", "系统", _systems, lookup="code__startswith"),
        Choice("code", "政策", _offers),
        Choice("region", "地区", _townships),
        DayRange("decided_at", "核定时间", moments=True),
    ),
    search=("number__startswith",),
    search_hint="核定编号",
    empty="管辖范围内还没有核定",
    empty_advice="审核申请、确认名册以后，核定会出现在这里。",
)

LINES = Listing(
    key="grants.roster_lines",
    title="名册核定结果",
    columns=(
        Column("number", "原行号", number=True),
        Column("payee_name", "姓名或者名称"),
        Column("payee_number", "证件号码", value=lambda line: line.payee_number, show=_masked),
        Column("on", "所属日期"),
        Column("item", "事由", chosen=False),
        Column("result", "结果", value=lambda line: line.result),
        Column("amount", "金额", number=True),
        Column("why", "说明", value=lambda line: line.said),
    ),
    orders=(
        Order("number", "按行号", ("number",), column="number"),
        Order("amount", "金额大的在前", ("-amount",), column="amount"),
    ),
    filters=(
        Choice("status", "结果", tuple((one.name, one.value) for one in Status)),
        YesNo("bad", "能不能核算", Q(problems=[]), words=("能核算", "有问题")),
    ),
    search=("payee_name__startswith", "payee_number__startswith"),
    search_hint="姓名、名称或者证件号码",
    empty="名册里没有行",
    link=lambda line: "",
)

ROSTERS = Listing(
    key="grants.rosters",
    title="名册核定",
    columns=(
        Column("name", "名册"),
        Column("title", "政策"),
        Column("region", "地区"),
        Column("on", "核定日期"),
        Column("by", "上传人", value=lambda roster: roster.by.name),
        Column("at", "上传时间"),
        Column("state", "状态", value=Roster.get_state_display),
    ),
    orders=(
        Order("newest", "后上传的在前", ("-at",), column="at"),
        Order("oldest", "先上传的在前", ("at",), column="at"),
    ),
    filters=(
        Choice("state", "状态", tuple(Roster.State.choices)),
        Choice("code", "政策", _offers),
        DayRange("at", "上传时间", moments=True),
    ),
    search=("name__contains",),
    search_hint="名册名称",
    empty="还没有名册",
    empty_advice="选一项政策，下载模板，填好以后上传。",
)
