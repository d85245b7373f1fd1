"""The lists of supervision: items, acts, what was sent back, handovers, systems, people, exports."""

from typing import cast

from django.db.models import F, Q
from django.http import HttpRequest
from django.urls import reverse
from markupsafe import Markup

from guangyue.kit.access import SignedInRequest
from guangyue.kit.clocks import local_day
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.organisations.lists import tag
from guangyue.organisations.models import Organisation
from guangyue.supervision.models import PermitHandover, SourceSystem, SupervisionAct, SupervisionItem
from guangyue.supervision.models.acts import SUBJECT_KINDS
from guangyue.supervision.models.catalogue import ITEM_KINDS, STAGES, SupervisionItemQuerySet

NEWEST = Order("newest", "新近在前", ("-id",))
LOOKS = {
    SupervisionItem.State.PUBLISHED: "good",
    SupervisionItem.State.CANCELLED: "bad",
    SupervisionItem.State.CHANGED: "plain",
}


def offices(request: HttpRequest) -> list[tuple[str, str]]:
    """Those with items, as far as they are within reach."""
    items = SupervisionItem.objects.within(cast(SignedInRequest, request).scope)
    return _names(items)


def public_offices(request: HttpRequest) -> list[tuple[str, str]]:
    return _names(SupervisionItem.objects.published())


def _names(items: SupervisionItemQuerySet) -> list[tuple[str, str]]:
    rows = Organisation.objects.filter(pk__in=items.values("office"))
    return [(str(pk), name) for pk, name in rows.order_by("pk").values_list("pk", "name")]


def state_tag(item: SupervisionItem) -> Markup:
    return tag(item.get_state_display(), LOOKS.get(SupervisionItem.State(item.state), "notice"))


def in_time_tag(act: SupervisionAct) -> Markup:
    return tag("迟报", "bad") if act.is_late else tag("及时", "good")


def handed_over_tag(one: PermitHandover) -> Markup:
    return tag("当天推送", "good") if one.on_time else tag("补推", "bad")


CODE = Order("code", "按编码", ("code", "id"), column="code")
CATALOGUE = Listing(
    key="supervision.catalogue",
    title="监管事项目录",
    columns=(
        Column("code", "编码"),
        Column("name", "监管事项"),
        Column("office", "监管部门"),
        Column("level", "层级", value=SupervisionItem.get_level_display),
        Column("kind", "方式", value=SupervisionItem.get_kind_display),
        Column("subjects", "监管对象"),
        Column("frequency", "频次"),
    ),
    orders=(CODE,),
    filters=(
        Choice("office", "监管部门", public_offices),
        Choice("level", "层级", tuple(SupervisionItem.Level.choices)),
        Choice("kind", "监管方式", tuple(ITEM_KINDS)),
        Choice("stage", "监管环节", tuple(STAGES)),
    ),
    search=("name__contains", "code__startswith", "subjects__contains"),
    search_hint="事项、对象或者编码",
    empty="还没有公布的监管事项",
    empty_advice="各部门梳理、核对，市政府办公室确认以后在这里公布。",
    link=lambda item: reverse("supervision:item", args=[item.pk]),
)

ITEMS = Listing(
    key="supervision.items",
    title="监管事项",
    columns=(
        Column("code", "编码"),
        Column("name", "监管事项"),
        Column("office", "监管部门"),
        Column("level", "层级", value=SupervisionItem.get_level_display, chosen=False),
        Column("kind", "方式", value=SupervisionItem.get_kind_display),
        Column("stage", "环节", value=SupervisionItem.get_stage_display, chosen=False),
        Column("state", "状态", value=SupervisionItem.get_state_display, show=state_tag),
        Column("provincial_code", "省级编码"),
        Column("published_on", "公布日期"),
    ),
    orders=(CODE, NEWEST),
    filters=(
        Choice("state", "状态", tuple(SupervisionItem.State.choices)),
        Choice("office", "监管部门", offices),
        Choice("level", "层级", tuple(SupervisionItem.Level.choices)),
        Choice("kind", "监管方式", tuple(ITEM_KINDS)),
        Choice("stage", "监管环节", tuple(STAGES)),
        YesNo("coded", "省级编码", ~Q(provincial_code=""), ("有", "没有")),
    ),
    search=("name__contains", "code__startswith"),
    search_hint="事项或者编码",
    empty="还没有监管事项",
    empty_advice="由监管部门梳理：每个事项有设定依据，至少一个检查要点。",
)

ACTS = Listing(
    key="supervision.acts",
    title="监管行为",
    columns=(
        Column("day", "监管日期"),
        Column("item", "监管事项"),
        Column("office", "监管部门"),
        Column("kind", "方式", value=SupervisionAct.get_kind_display),
        Column("subject", "监管对象", value=lambda act: act.shown_name),
        Column("result", "结果"),
        Column("sent_on", "报送日期"),
        Column("late", "及时", value=lambda act: "迟报" if act.is_late else "及时", show=in_time_tag),
        Column("source", "来源系统", chosen=False, value=lambda one: one.source_title),
        Column("source_id", "来源编号", chosen=False),
        Column("paper", "文书文号", chosen=False),
        Column("revision", "报送次数", number=True, chosen=False),
    ),
    orders=(Order("latest", "新近在前", ("-day", "-id"), column="day"),),
    filters=(
        Choice("office", "监管部门", offices),
        Choice("kind", "监管方式", tuple(ITEM_KINDS)),
        Choice("subject_kind", "对象类别", tuple(SUBJECT_KINDS)),
        YesNo("late", "及时", Q(sent_on__gt=F("due")), ("迟报", "及时")),
        YesNo("drawn", "双随机", ~Q(batch=""), ("抽查批次之内", "抽查以外")),
        DayRange("day", "监管日期"),
    ),
    search=("item__name__contains", "source_id__startswith"),
    search_hint="事项或者来源编号",
    empty="还没有监管行为",
    empty_advice="由各部门的业务系统按接口报送，或者用表格导入、逐条登记。",
)

REJECTIONS = Listing(
    key="supervision.rejections",
    title="退回的监管行为",
    columns=(
        Column("at", "最近一次退回"),
        Column("source", "来源系统", value=lambda one: one.source_title),
        Column("source_id", "来源编号"),
        Column("office", "监管部门"),
        Column("reason", "退回理由"),
        Column("times", "次数", number=True),
        Column("settled_at", "改正后收到"),
    ),
    orders=(NEWEST,),
    filters=(
        YesNo("open", "进度", Q(settled_at=None), ("待改正", "已改正")),
        Choice("office", "监管部门", offices),
        DayRange("at", "退回日期", moments=True),
    ),
    search=("source_id__startswith", "reason__contains"),
    search_hint="来源编号或者理由",
    empty="没有退回的记录",
    empty_advice="接口报送的监管行为不合要求的，写明理由退回，列在这里。",
)

HANDOVERS = Listing(
    key="supervision.handovers",
    title="审管互动",
    columns=(
        Column("case", "许可办件"),
        Column("matter", "许可事项", value=lambda one: one.case.title),
        Column("holder", "被许可人", value=lambda one: one.case.masked_name),
        Column("office", "监管部门"),
        Column("decided_at", "决定日期", value=lambda one: local_day(one.decided_at)),
        Column("sent", "推送", value=lambda one: one.sent_at, show=handed_over_tag),
        Column("state", "进度", value=lambda one: one.state.label),
        Column("first_check_on", "首次检查"),
    ),
    orders=(NEWEST,),
    filters=(
        YesNo("received", "签收", Q(received_at__isnull=False), ("已签收", "待签收")),
        YesNo("planned", "首次检查", Q(first_check_on__isnull=False), ("已安排", "没有安排")),
        Choice("office", "监管部门", offices),
        DayRange("decided_at", "决定日期", moments=True),
    ),
    search=("case__number__startswith", "case__title__contains"),
    search_hint="办件编号或者事项",
    empty="还没有推送的许可",
    empty_advice="行政许可准予决定的当天，自动推送给关联监管事项的部门。",
)


def _standing(system: SourceSystem) -> Markup:
    return tag("已停用") if system.ended_at else tag("在用", "good")


SYSTEMS = Listing(
    key="supervision.systems",
    title="接入系统",
    columns=(
        Column("key", "标识"),
        Column("title", "系统"),
        Column("office", "监管部门"),
        Column("heard_at", "最近一次报送"),
        Column("made_at", "登记时间"),
        Column("standing", "状态", value=lambda one: "已停用" if one.ended_at else "在用", show=_standing),
    ),
    orders=(NEWEST,),
    search=("title__contains", "key__startswith"),
    search_hint="系统名称或者标识",
    empty="还没有接入系统",
    empty_advice="每个监管部门登记自己的业务系统，拿到密钥，按接口或者用表格报送。",
)

PEOPLE = Listing(
    key="supervision.people",
    title="账号和培训",
    columns=(
        Column("name", "姓名"),
        Column("organisation", "单位"),
        Column(
            "trained_on", "首次培训", show=lambda one: one.trained_on or tag("没有培训，只能查看", "notice")
        ),
    ),
    orders=(Order("name", "按姓名", ("name", "id"), column="name"),),
    filters=(YesNo("trained", "培训", Q(trained_on__isnull=False), ("已经培训", "没有培训")),),
    search=("name__contains", "organisation__name__contains"),
    search_hint="姓名或者单位",
    empty="还没有报送人员",
    empty_advice="有报送监管行为权限的账号列在这里。",
    link=lambda one: "",
)

EXPORTS = Listing(
    key="supervision.exports",
    title="省级报送",
    columns=(
        Column("day", "日期"),
        Column("batch", "批次", number=True),
        Column("taken", "报送条数", number=True),
        Column("left_out", "未报条数", number=True),
        Column("by", "经办人"),
        Column("at", "生成时间"),
    ),
    orders=(NEWEST,),
    filters=(DayRange("day", "日期"),),
    empty="还没有报送批次",
    empty_advice="生成批次，把新增和更新的监管行为按省级编码报送。",
)
