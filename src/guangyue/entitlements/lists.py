"""The lists of matches, runs, calls, needs and gaps. Names and numbers stay masked."""

from typing import cast
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from markupsafe import Markup

from guangyue.entitlements.models import Call, GapLine, Match, Need
from guangyue.entitlements.states import State
from guangyue.entitlements.statistics import searched_policies
from guangyue.kit.access import SignedInRequest
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.organisations.models import Region
from guangyue.systems.offered import declared_signals
from guangyue.systems.today import day_of_the_city

LOOKS = {State.ENTITLED: "notice", State.APPLIED: "good", State.PAID: "good", State.AUTOMATIC: "good"}


def state_tag(match: Match) -> Markup:
    look = LOOKS.get(State(match.state), "plain")
    return Markup('<span class="tag {}">{}</span>').format(look, match.get_state_display())


def _townships(request: HttpRequest) -> list[tuple[str, str]]:
    there = Region.objects.on(day_of_the_city()).of_township_level()
    rows = there.within(cast(SignedInRequest, request).scope)
    named = rows.order_by("parent_id", "code").values_list("code", "name", "parent__name")
    return [(code, f"{district} {name}") for code, name, district in named]


def _districts(request: HttpRequest) -> list[tuple[str, str]]:
    there = Region.objects.on(day_of_the_city()).of_county_level()
    rows = there.within(cast(SignedInRequest, request).scope)
    return [*rows.order_by("code").values_list("code", "name")]


def _policies(request: HttpRequest) -> list[tuple[str, str]]:
    return [(code, one.title) for code, one in searched_policies().items()]


def signals_told(need: Need) -> str:
    titles = {signal.key: signal.title for signal in declared_signals()}
    return "；".join(titles.get(key, key) for key in need.signals)


def _unclaimed(line: GapLine) -> str:
    asked = {"state": State.ENTITLED, "code": line.code, "district": line.district_id}
    return f"{reverse('entitlements:matches')}?{urlencode(asked)}"


MATCHES = Listing(
    key="entitlements.matches",
    title="匹配名单",
    columns=(
        Column("title", "政策", value=lambda match: match.title),
        Column("payee", "对象", value=lambda match: str(match.payee)),
        Column("state", "状态", value=Match.get_state_display, show=state_tag),
        Column("amount", "金额（一次、一月或者一年）", value=lambda match: match.money, number=True),
        Column("since", "将于何日符合", chosen=False),
        Column("until", "截止"),
        Column("township", "镇街"),
        Column("first_seen", "首次匹配"),
        Column(
            "entitled",
            "按现有数据",
            value=lambda match: {True: "符合", False: "不符合"}.get(match.entitled, "不清楚"),
            chosen=False,
        ),
    ),
    orders=(
        Order("latest", "新近变动在前", ("-changed_on",), column="changed_on"),
        Order("earliest", "匹配早的在前", ("first_seen",), column="first_seen"),
    ),
    filters=(
        Choice("state", "状态", tuple(State.choices)),
        Choice("code", "政策", _policies),
        Choice("district", "县（市、区）", _districts),
        Choice("township", "镇街", _townships),
        YesNo(
            "mismatch", "已申请", Q(state=State.APPLIED, entitled=False), words=("按现有数据不符合", "其余")
        ),
        DayRange("until", "截止"),
        DayRange("since", "将于何日符合"),
    ),
    link=lambda match: "",
    empty="还没有匹配",
    empty_advice="政策找人每夜运行一次，结果出现在这里；也可以在“运行记录”里现在运行。",
)

RUNS = Listing(
    key="entitlements.runs",
    title="运行记录",
    columns=(
        Column("on", "针对日期"),
        Column("state", "状态", value=lambda run: run.state),
        Column(
            "applies",
            "更新名单",
            value=lambda run: "是" if run.applies else "否，重算" if run.repeats else "否",
        ),
        Column("known_at", "数据截至"),
        Column("started_by", "发起人", value=lambda run: run.started_by or "定时任务"),
        Column("started_at", "开始"),
        Column("ended_at", "结束"),
    ),
    orders=(Order("latest", "最新在前", ("-id",)), Order("day", "按针对日期", ("-on",), column="on")),
    filters=(DayRange("on", "针对日期"), YesNo("applies", "更新名单", Q(applies=True), words=("是", "否"))),
    empty="还没有运行过",
    empty_advice="每天凌晨一点自动运行，也可以现在运行。",
)

CALLS = Listing(
    key="entitlements.calls",
    title="联系名单",
    columns=(
        Column("person", "姓名"),
        Column("number", "公民身份号码", value=lambda call: call.person.masked_number),
        Column("region", "居住镇街"),
        Column("about", "事由", value=lambda call: f"{call.many} 项惠民政策可以申请"),
        Column("closes_on", "最早截止"),
        Column("why", "原因", value=Call.get_why_display),
        Column("opened_on", "列入日期"),
        Column("outcome", "联系结果", value=lambda call: call.get_outcome_display() or "待联系"),
        Column("noted_at", "联系时间", chosen=False),
    ),
    orders=(
        Order("oldest", "先列入的在前", ("opened_on",), column="opened_on"),
        Order("newest", "后列入的在前", ("-opened_on",), column="opened_on"),
    ),
    filters=(
        YesNo("open", "联系", Q(outcome=""), words=("待联系", "已联系")),
        Choice("outcome", "联系结果", tuple(Call.Outcome.choices)),
        Choice("why", "原因", tuple(Call.Why.choices)),
        Choice("region", "居住镇街", _townships),
    ),
    empty="没有要联系的人",
    empty_advice="没有账户的，或者推送 15 天未读的居民，有政策可以申请时会列在这里。",
)

NEEDS = Listing(
    key="entitlements.needs",
    title="求助需求",
    columns=(
        Column("person", "姓名"),
        Column("region", "居住镇街"),
        Column("signals", "信号", value=signals_told),
        Column("kinds", "可能需要", value=lambda need: "、".join(need.kinds)),
        Column("opened_on", "发现日期"),
        Column("outcome", "走访结果", value=lambda need: need.get_outcome_display() or "待走访"),
    ),
    orders=(
        Order("oldest", "先发现的在前", ("opened_on",), column="opened_on"),
        Order("newest", "后发现的在前", ("-opened_on",), column="opened_on"),
    ),
    filters=(
        YesNo("open", "走访", Q(outcome=""), words=("待走访", "已走访")),
        Choice("outcome", "走访结果", tuple(Need.Outcome.choices)),
        Choice("region", "居住镇街", _townships),
    ),
    empty="没有求助需求",
    empty_advice="登记信息里出现困难信号的，会列在这里，由镇街走访核实；不发推送，也不自动救助。",
)

GAPS = Listing(
    key="entitlements.gaps",
    title="月度缺口报告",
    columns=(
        Column("month", "月份", value=lambda line: f"{line.month:%Y-%m}"),
        Column("title", "政策"),
        Column("led_by", "牵头单位", chosen=False),
        Column("district", "县（市、区）"),
        Column("entitled", "符合", number=True),
        Column("applied", "已申请", number=True),
        Column("paid", "已发放", number=True),
        Column("unclaimed", "未申领", number=True),
        Column("money", "未申领金额", value=lambda line: line.money, number=True),
        Column("median_days", "匹配到申请（天）", number=True),
    ),
    orders=(
        Order("largest", "未申领多的在前", ("-unclaimed",), column="unclaimed"),
        Order("latest", "新近月份在前", ("-month",), column="month"),
    ),
    filters=(
        Choice("code", "政策", _policies),
        Choice("district", "县（市、区）", _districts),
        DayRange("month", "月份"),
    ),
    search=("title__contains", "led_by__contains"),
    search_hint="政策或者牵头单位",
    link=_unclaimed,
    empty="还没有缺口报告",
    empty_advice="每月一日按政策、按县（市、区）统计一次。",
)
