"""The lists of the officials' pages: matters, and what the nightly look has against them."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from markupsafe import Markup

from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.matters.declaration import Flag, Level
from guangyue.matters.models import AUDIENCES, KINDS, Matter, NonCompliance
from guangyue.organisations.models import Organisation

LISTED = (Flag.INSTANT, Flag.ONE_VISIT, Flag.FREQUENT, Flag.LIVELIHOOD, Flag.WHOLLY_ONLINE)  # 清单
LOOKS = {"released": "good", "draft": "notice", "suspended": "bad", "cancelled": "bad"}


def state_tag(matter: Matter) -> Markup:
    return Markup('<span class="tag {}">{}</span>').format(LOOKS[matter.state], matter.get_state_display())


def _owners(request: HttpRequest) -> list[tuple[str, str]]:
    owners = Organisation.objects.filter(pk__in=Matter.objects.values("owner")).order_by("name")
    return [(one.key, one.name) for one in owners]


def _flags(matter: Matter) -> str:
    return "、".join(one.value for one in matter.tags)


def _version(matter: Matter) -> str:
    return f"第 {matter.current.number} 版，{matter.current.since} 起" if matter.current else "还没有发布"


def _days(matter: Matter) -> int | None:
    return matter.promised_days if matter.current else None


def _situations(matter: Matter) -> int | None:
    return matter.situations if matter.current else None


def _levels(matter: Matter) -> str:
    return "、".join(Level[name].value for name in matter.levels)


def _desk_link(matter: Any) -> str:
    return str(matter.get_desk_url())


MATTERS = Listing(
    key="matters.matters",
    title="事项库",
    columns=(
        Column("name", "事项名称"),
        Column("code", "编码"),
        Column("owner", "主管部门", value=lambda one: one.owner.name),
        Column("kind", "类型", value=Matter.get_kind_display),
        Column("state", "状态", value=Matter.get_state_display, show=state_tag),
        Column("current", "现行版本", value=_version),
        Column("promised_days", "承诺（工作日）", value=_days, number=True),
        Column("situations", "情形", value=_situations, number=True),
        Column("flags", "标签", value=_flags, chosen=False),
        Column("levels", "行使层级", value=_levels, chosen=False),
        Column("audience", "服务对象", value=Matter.get_audience_display, chosen=False),
        Column("closed_on", "不再受理之日", chosen=False),
    ),
    orders=(
        Order("name", "按名称", ("name",), column="name"),
        Order("code", "按编码", ("code",), column="code"),
    ),
    filters=(
        Choice("state", "状态", tuple(Matter.State.choices)),
        Choice("owner", "主管部门", _owners, lookup="owner__key"),
        Choice("kind", "类型", tuple(KINDS)),
        Choice("audience", "服务对象", tuple(AUDIENCES)),
        *(YesNo(one.name.lower(), one.value, Q(flags__contains=[one.name])) for one in LISTED),
        YesNo("on_application", "依申请", Q(on_application=True)),
    ),
    search=("name__contains", "code__startswith"),
    search_hint="名称、编码",
    empty="还没有事项",
    empty_advice="录入新事项，经市司法局、市行政审批服务局核对以后发布。",
    link=_desk_link,
)

NONCOMPLIANCES = Listing(
    key="matters.noncompliances",
    title="不合规事项",
    columns=(
        Column("matter", "事项", value=lambda one: one.matter.name),
        Column("owner", "主管部门", value=lambda one: one.matter.owner.name),
        Column("part", "哪一部分"),
        Column("said", "说明"),
        Column("since", "发现时间"),
        Column("until", "改正时间", chosen=False),
    ),
    orders=(
        Order("oldest", "久的在前", ("since",), column="since"),
        Order("newest", "新的在前", ("-since",), column="since"),
    ),
    filters=(
        YesNo("standing", "还没有改正", Q(until=None)),
        Choice("part", "哪一部分", lambda request: _parts()),
        DayRange("since", "发现时间", moments=True),
    ),
    search=("matter__name__contains", "said__contains"),
    search_hint="事项、说明",
    empty="没有不合规的事项",
    empty_advice="每夜检查已发布的事项，发现的列在这里，改正以后自动消去。",
    link=lambda one: str(one.matter.get_desk_url()),
)


def _parts() -> list[tuple[str, str]]:
    parts = NonCompliance.objects.order_by("part").values_list("part", flat=True).distinct()
    return [(one, one) for one in parts]
