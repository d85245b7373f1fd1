"""The lists of ledgers, on the desk and for the public."""

from dataclasses import dataclass
from typing import ClassVar

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from markupsafe import Markup

from guangyue.kit.clocks import Light
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.kit.lists.filters import Narrowing, Unreadable, Written
from guangyue.ledgers.declared import campaign_plans
from guangyue.ledgers.flow import STATES, State
from guangyue.ledgers.lights import SHOWN, light_of, told_due
from guangyue.ledgers.models import Acceptance, Problem, Sampling
from guangyue.organisations.models import Region
from guangyue.systems.today import day_of_the_city

NEWEST = Order("newest", "新近在前", ("-id",))
LOOKS = {
    State.SIGNED_OFF: "good",
    State.PASSED: "good",
    State.REOPENED: "bad",
    State.IN_WORK: "notice",
    State.APPLIED: "notice",
}


def _regions(request: HttpRequest) -> list[tuple[str, str]]:
    scope = getattr(request, "scope", None)
    rows = Region.objects.of_county_level()
    return list((rows.within(scope) if scope is not None else rows).values_list("code", "name"))


def _campaigns(request: HttpRequest) -> list[tuple[str, str]]:
    return [(plan.key, plan.title) for plan in campaign_plans().values()]


def _kinds(request: HttpRequest) -> list[tuple[str, str]]:
    named = (name for plan in campaign_plans().values() for name in plan.classes)
    return [(name, name) for name in dict.fromkeys(named)]


def _zones(request: HttpRequest) -> list[tuple[str, str]]:
    named = (name for plan in campaign_plans().values() for name in plan.zones)
    return [(name, name) for name in dict.fromkeys(named)]


@dataclass(frozen=True)
class ByLight:
    """亮灯 on the day of the city."""

    key: str = "light"
    title: str = "亮灯"
    kind: ClassVar[str] = "choice"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.key,)

    def offered(self, request: HttpRequest) -> list[tuple[str, str]]:
        return [(light.name, light.value) for light in SHOWN]

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        name = written.get(self.key, "")
        if not name:
            return None
        if name not in dict(self.offered(request)):
            raise Unreadable("“亮灯”里没有这个选项，已经忽略")
        return Narrowing(light_of(Light[name], on=day_of_the_city()), Light[name].value)


def state_tag(problem: Problem) -> Markup:
    look = LOOKS.get(problem.in_state, "")
    return Markup('<span class="tag {}">{}</span>').format(look, problem.get_state_display())


def said_acceptance(acceptance: Acceptance) -> str:
    if acceptance.is_overturned:
        return "通过，后被推翻"
    return "通过" if acceptance.passed else "不通过"


def said_due(problem: Problem) -> str:
    return told_due(problem, on=day_of_the_city())[1]


def due_light(problem: Problem) -> Markup | str:
    light, words = told_due(problem, on=day_of_the_city())
    return Markup('<span class="light {}">{}</span>').format(light.name.lower(), words) if light else words


CAMPAIGN = Choice("campaign", "专项整治", _campaigns)
REGION = Choice("region", "县（市、区）", _regions)
PLACED = (CAMPAIGN, REGION, Choice("kind", "问题类别", _kinds), Choice("zone", "分区", _zones))
STATE = Choice("state", "状态", STATES)

PROBLEMS = Listing(
    key="ledgers.problems",
    title="问题台账",
    columns=(
        Column("number", "问题编号"),
        Column("subject", "问题"),
        Column("place", "地点"),
        Column("region", "县（市、区）"),
        Column("campaign", "专项整治", chosen=False),
        Column("kind", "类别"),
        Column("zone", "分区", chosen=False),
        Column("state", "状态", value=lambda one: one.get_state_display(), show=state_tag),
        Column("due", "整改期限"),
        Column("light", "亮灯", value=said_due, show=due_light),
        Column("organisation", "整改责任单位", chosen=False),
        Column("measures", "整改措施", value=lambda one: one.measures_said, chosen=False),
        Column("source", "发现渠道", chosen=False),
        Column("old_number", "原台账编号", chosen=False),
        Column("found_on", "发现日期", chosen=False),
        Column("long_stop", "最迟期限", chosen=False),
        Column("round", "第几轮", chosen=False),
        Column("signed_off_on", "销号日期", chosen=False),
    ),
    orders=(NEWEST, Order("due", "快到期的在前", ("due", "id"), column="due")),
    filters=(
        *PLACED,
        STATE,
        ByLight(),
        YesNo("reopened", "复发过", Q(round__gt=1)),
        DayRange("found_on", "发现日期"),
        DayRange("due", "整改期限"),
    ),
    search=("number__startswith", "subject__startswith", "place__startswith", "old_number__startswith"),
    search_hint="编号，或者问题、地点的开头",
    empty="没有问题",
    empty_advice="登记一个问题，或者导入已有的台账。",
)

ACCEPTANCES = Listing(
    key="ledgers.acceptances",
    title="现场验收",
    columns=(
        Column("problem__number", "问题编号"),
        Column("problem__subject", "问题"),
        Column("problem__region", "县（市、区）"),
        Column("round", "第几轮"),
        Column("on", "验收日期"),
        Column("result", "结果", value=said_acceptance),
        Column("said", "验收意见"),
        Column("by", "录入人", chosen=False),
    ),
    orders=(NEWEST,),
    filters=(
        Choice("campaign", "专项整治", _campaigns, "problem__campaign"),
        Choice("region", "县（市、区）", _regions, "problem__region"),
        YesNo("passed", "结果", Q(passed=True), ("通过", "不通过")),
        DayRange("on", "验收日期"),
    ),
    empty="还没有验收记录",
    empty_advice="整改单位申请验收以后，由牵头部门会同当地政府到现场验收。",
    link=lambda one: one.problem.get_absolute_url(),
)

SAMPLINGS = Listing(
    key="ledgers.samplings",
    title="抽查和“回头看”",
    columns=(
        Column("number", "批次编号"),
        Column("title", "名称"),
        Column("kind", "种类", value=lambda one: one.get_kind_display()),
        Column("campaign", "专项整治"),
        Column("many", "问题数", number=True),
        Column("waiting", "待检查", number=True),
        Column("failed", "复发", number=True),
        Column("at", "建立时间"),
    ),
    orders=(NEWEST,),
    filters=(CAMPAIGN, Choice("kind", "种类", tuple(Sampling.Kind.choices))),
    empty="还没有抽查批次",
    empty_advice="建立一个批次，从已经销号的问题里抽取。",
)

TIPS = Listing(
    key="ledgers.tips",
    title="群众举报",
    columns=(
        Column("number", "举报编号"),
        Column("region", "县（市、区）"),
        Column("place", "地点"),
        Column("text", "反映的情况", show=lambda one: one.text[:60]),
        Column("received_at", "收到时间"),
        Column("state", "进度", value=lambda one: "已答复" if one.answered_at else "待答复"),
        Column("problem", "立为的问题", value=lambda one: one.problem.number if one.problem else ""),
    ),
    orders=(NEWEST,),
    filters=(CAMPAIGN, REGION, YesNo("open", "进度", Q(answered_at=None), ("待答复", "已答复"))),
    empty="没有举报",
    empty_advice="群众在门户上举报的，列在这里。",
)

PUBLIC_PROBLEMS = Listing(
    key="ledgers.public",
    title="问题整改公开",
    columns=(
        Column("number", "问题编号"),
        Column("campaign", "专项整治"),
        Column("region", "县（市、区）"),
        Column("kind", "问题类别"),
        Column("place", "地点"),
        Column("measures", "整改措施", value=lambda one: one.measures_said),
        Column("state", "整改状态", value=lambda one: one.get_state_display(), show=state_tag),
        Column("due", "整改期限"),
    ),
    orders=(NEWEST,),
    filters=(*PLACED[:3], STATE),
    search=("number__startswith", "place__startswith"),
    search_hint="编号，或者地点的开头",
    empty="没有公开的问题",
    empty_advice="问题登记、审核以后在这里公开。",
    link=lambda one: reverse("ledgers:public_problem", args=[one.number]),
)
