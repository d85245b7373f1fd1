"""The lists of powers: the ledger, what is unfinished, the papers, and what the public reads."""

from typing import cast

from django.db.models import Q
from django.http import HttpRequest
from markupsafe import Markup

from guangyue.empowerments.models import (
    Agreement,
    Empowerment,
    GrantingDocument,
    PlatformPermission,
    SecondSeal,
    State,
    StoppedPower,
)
from guangyue.empowerments.models.empowerments import MODES
from guangyue.empowerments.pieces import missing_kit, missing_on
from guangyue.kit.access import SignedInRequest
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.matters.models import KINDS
from guangyue.organisations.lists import tag
from guangyue.systems.today import day_of_the_city

LOOKS = {
    State.UNDERTAKEN: "good",
    State.PREPARING: "notice",
    State.OVERDUE: "bad",
    State.SUSPENDED: "bad",
}


def bodies(request: HttpRequest) -> list[tuple[str, str]]:
    """The bodies that documents name."""
    named = GrantingDocument.objects.filter(bodies__isnull=False).order_by("bodies").distinct()
    return [(str(pk), name) for pk, name in named.values_list("bodies", "bodies__name")]


def departments(request: HttpRequest) -> list[tuple[str, str]]:
    """Those that gave something, as far as it is within reach."""
    scope = cast(SignedInRequest, request).scope
    gave = Empowerment.objects.within(scope).order_by("department").distinct("department")
    return [(str(pk), name) for pk, name in gave.values_list("department", "department__name")]


def state_tag(one: Empowerment) -> Markup:
    return tag(one.get_state_display(), LOOKS.get(State(one.state), ""))


def missing(one: Empowerment) -> str:
    """What it still lacks, pieces before kit."""
    if one.state == State.WITHDRAWN:
        return ""
    lacks = (*missing_on(one, day_of_the_city()), *missing_kit(one))
    return "、".join(part.value for part in lacks)


def place(one: Empowerment | StoppedPower) -> str:
    """The zone, by its short name."""
    return one.body.region.name


def name_used(one: Empowerment) -> str:
    return "本单位" if one.way.in_own_name else str(one.department)


def named(papers: Agreement | SecondSeal | PlatformPermission) -> str:
    """The powers that a paper is for."""
    return "、".join(one.name for one in papers.empowerments.all())


def whose(papers: SecondSeal | PlatformPermission) -> str:
    return "、".join(dict.fromkeys(str(one.body) for one in papers.empowerments.all()))


def given_by(papers: SecondSeal | PlatformPermission) -> str:
    return "、".join(dict.fromkeys(str(one.department) for one in papers.empowerments.all()))


BODY = Choice("body", "承接主体", bodies)
MODE = Choice("mode", "赋权方式", tuple(MODES))
KIND = Choice("kind", "权力类型", tuple(KINDS))
BY_CODE = Order("code", "按事项编码", ("code", "id"), column="code")
ENDED = YesNo("ended", "是否有效", Q(until=None), words=("有效", "已经失效"))
CODE, NAME = Column("code", "事项编码"), Column("name", "事项")
GIVEN = (
    Column("body", "承接主体", value=place),
    Column("mode", "赋权方式", value=Empowerment.get_mode_display),
)

LEDGER = Listing(
    key="empowerments.powers",
    title="赋权台账",
    columns=(
        NAME,
        *GIVEN,
        Column("department", "赋权部门"),
        Column("state", "状态", value=Empowerment.get_state_display, show=state_tag),
        Column("since", "承接之日"),
        Column("missing", "还缺", value=missing),
        Column("remark", "备注"),
        Column("code", "事项编码", chosen=False),
        Column("kind", "权力类型", value=Empowerment.get_kind_display, chosen=False),
        Column("scope", "权限", value=lambda one: one.way.scope, chosen=False),
        Column("in_the_name_of", "以谁的名义", value=name_used, chosen=False),
        Column("until", "收回之日", chosen=False),
    ),
    orders=(BY_CODE, Order("newest", "后承接的在前", ("-since", "-id"), column="since")),
    filters=(
        BODY,
        MODE,
        Choice("department", "赋权部门", departments),
        Choice("state", "状态", tuple(State.choices)),
        KIND,
        DayRange("since", "承接之日"),
    ),
    search=("name__contains", "code__startswith"),
    search_hint="事项名称或者编码",
    empty="还没有赋权",
    empty_advice="从右上角载入清单：清单由市里或者开发区提供，公报里没有刊登。",
)

WATCH = Listing(
    key="empowerments.watch",
    title="落实督办",
    columns=(
        NAME,
        CODE,
        *GIVEN,
        Column("department", "赋权部门"),
        Column("state", "状态", value=Empowerment.get_state_display, show=state_tag),
        Column("missing", "还缺", value=missing),
    ),
    orders=(Order("overdue", "逾期的在前", ("-state", "code", "id")), BY_CODE),
    filters=(BODY, MODE, Choice("department", "赋权部门", departments)),
    search=("name__contains", "code__startswith"),
    search_hint="事项名称或者编码",
    empty="没有未落实的赋权",
    empty_advice="要件和配套都已经齐全。",
)

AGREEMENTS = Listing(
    key="empowerments.agreements",
    title="委托协议",
    columns=(
        Column("number", "协议编号"),
        Column("department", "委托方"),
        Column("body", "受托方"),
        Column("powers_named", "事项", value=named),
        Column("since", "签订日期"),
        Column("until", "自何日起失效"),
    ),
    orders=(Order("newest", "后签订的在前", ("-since", "-id"), column="since"),),
    filters=(BODY, ENDED),
    search=("number__contains",),
    search_hint="协议编号",
    empty="还没有协议",
    empty_advice="在委托下放的赋权页面登记。",
)

SEALS = Listing(
    key="empowerments.seals",
    title="二号章",
    columns=(
        Column("number", "印章编号"),
        Column("given_by", "哪个部门的", value=given_by),
        Column("whose", "由谁使用", value=whose),
        Column("powers_named", "事项", value=named),
        Column("since", "发放日期"),
        Column("until", "交回日期"),
        Column("ended_because", "交回、停用的缘由", chosen=False),
    ),
    orders=(Order("newest", "后发放的在前", ("-since", "-id"), column="since"),),
    filters=(ENDED,),
    search=("number__contains",),
    search_hint="印章编号",
    empty="还没有发放二号章",
    empty_advice="在委托下放的赋权页面登记。",
)

PERMISSIONS = Listing(
    key="empowerments.permissions",
    title="平台权限",
    columns=(
        Column("account", "平台账号或者岗位"),
        Column("whose", "由谁使用", value=whose),
        Column("powers_named", "事项", value=named),
        Column("since", "开通日期"),
        Column("until", "关闭日期"),
        Column("ended_because", "关闭的缘由", chosen=False),
    ),
    orders=(Order("newest", "后开通的在前", ("-since", "-id"), column="since"),),
    filters=(ENDED,),
    search=("account__contains",),
    search_hint="平台账号或者岗位",
    empty="还没有开通权限",
    empty_advice="在实质性审核、委托收件的赋权页面登记。",
)

_STOPPED = (
    NAME,
    CODE,
    Column("body", "不再实施的单位", value=place),
    Column("goes_to", "改由谁办理"),
    Column("since", "自何日起"),
)
STOPPED = Listing(
    key="empowerments.stopped",
    title="不再实施的事项",
    columns=(*_STOPPED, Column("document", "依据")),
    orders=(BY_CODE,),
    filters=(BODY,),
    search=("name__contains", "code__startswith"),
    search_hint="事项名称或者编码",
    empty="还没有载入清单",
    empty_advice="不再实施的事项从赋权台账载入。",
    link=lambda one: "",
)

PUBLIC = Listing(
    key="empowerments.public",
    title="赋权清单",
    columns=(
        NAME,
        GIVEN[0],
        Column("mode", "方式和权限", value=lambda one: f"{one.granted_by.value}，{one.way.scope}"),
        Column("in_the_name_of", "以谁的名义", value=name_used),
        Column("since", "自何日起"),
        Column("remark", "备注"),
        Column("document", "依据", chosen=False),
    ),
    orders=(Order("code", "按事项编码", ("code", "id")),),
    filters=(BODY, MODE, KIND),
    search=("name__contains",),
    search_hint="事项名称",
    empty="没有找到",
    empty_advice="没有赋给开发区的事项，由市级部门办理。",
    link=lambda one: one.matter.get_absolute_url() if one.matter else "",
)


def not_here(one: StoppedPower) -> str:
    return one.matter.get_absolute_url() if one.matter else ""


PUBLIC_STOPPED = Listing(
    key="empowerments.public_stopped",
    title="开发区不再办理的事项",
    columns=_STOPPED,
    orders=(Order("code", "按事项编码", ("code", "id")),),
    filters=(BODY,),
    search=("name__contains",),
    search_hint="事项名称",
    empty="没有找到",
    link=not_here,
)
