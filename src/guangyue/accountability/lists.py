"""The lists of accountability: cases, interviews, circulars, restrictions, transfers, rankings."""

from typing import cast

from django.db.models import Q
from django.http import HttpRequest
from markupsafe import Markup

from guangyue.accountability.declared import triggers
from guangyue.accountability.models import Circular, Restriction, StepCase, Transfer
from guangyue.kit.access import SignedInRequest
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.organisations.lists import tag
from guangyue.organisations.models import Organisation, Region
from guangyue.systems.today import day_of_the_city, moment_of_the_city

NEWEST = Order("newest", "新近在前", ("-id",))
STATE_LOOKS: dict[str, str] = {
    StepCase.State.PROPOSED: "notice",
    StepCase.State.FINISHED: "good",
    StepCase.State.REFUSED: "plain",
    StepCase.State.EXEMPT: "plain",
}
STANDING_LOOKS = {
    "生效中": "bad",
    "尚未开始": "notice",
    "待约谈": "notice",
    "跟踪整改": "notice",
    "已完成": "good",
}


def state_tag(case: StepCase) -> Markup:
    late = case.is_open and case.due < moment_of_the_city()
    return (
        tag("超过决定期限", "bad") if late else tag(case.get_state_display(), STATE_LOOKS.get(case.state, ""))
    )


def standing_tag(words: str) -> Markup:
    return tag(words, STANDING_LOOKS.get(words, "plain"))


def units(request: HttpRequest) -> list[tuple[str, str]]:
    cases = StepCase.objects.within(cast(SignedInRequest, request).scope)
    rows = Organisation.objects.filter(pk__in=cases.values("unit")).order_by("pk")
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def regions(request: HttpRequest) -> list[tuple[str, str]]:
    cases = StepCase.objects.within(cast(SignedInRequest, request).scope)
    rows = Region.objects.filter(code__in=cases.values("unit__region")).order_by("code")
    return list(rows.values_list("code", "name"))


def trigger_choices(request: HttpRequest) -> list[tuple[str, str]]:
    return [(one.key, str(one)) for one in triggers().values()]


def steps_of(case: StepCase) -> str:
    taken = [step.title for step in case.steps.all()]
    return "、".join(taken or case.proposed_steps)


CASES = Listing(
    key="accountability.cases",
    title="追责事项",
    columns=(
        Column("number", "编号"),
        Column("addressee", "当事方"),
        Column("unit", "责任单位", chosen=False),
        Column("condition", "情形", value=lambda case: case.trigger.condition),
        Column("steps", "措施", value=steps_of),
        Column("cites", "依据条款", chosen=False),
        Column("proposed_at", "提议时间"),
        Column("due", "决定期限"),
        Column("state", "状态", value=StepCase.get_state_display, show=state_tag),
        Column("decided_at", "决定时间", chosen=False),
    ),
    orders=(NEWEST, Order("due", "先到期的在前", ("due", "id"), column="due")),
    filters=(
        Choice("state", "状态", tuple(StepCase.State.choices)),
        Choice("trigger", "情形", trigger_choices, lookup="trigger_key"),
        Choice("unit", "责任单位", units),
        Choice("region", "地区", regions, lookup="unit__region"),
        DayRange("proposed_at", "提议日期", moments=True),
    ),
    search=("unit__name__contains", "party__contains", "cites__contains"),
    search_hint="单位、当事方或者文号",
    empty="还没有追责事项",
    empty_advice="从线索或者追责情形提议；每个情形都有条款。",
)

INTERVIEWS = Listing(
    key="accountability.interviews",
    title="约谈",
    columns=(
        Column("on", "约谈日期"),
        Column("invited", "约谈对象"),
        Column("unit", "责任单位", value=lambda one: one.step.case.unit),
        Column("chair", "主持"),
        Column("cites", "依据条款", value=lambda one: one.step.case.cites, chosen=False),
        Column("kept", "承诺", value=lambda one: f"{one.kept} / {one.promised}"),
        Column(
            "standing", "进度", value=lambda one: one.standing, show=lambda one: standing_tag(one.standing)
        ),
        Column("closed_on", "完成日期"),
    ),
    orders=(Order("latest", "新近在前", ("-on", "-id"), column="on"),),
    filters=(
        YesNo("held", "约谈", Q(held_at__isnull=False), ("已约谈", "待约谈")),
        YesNo("closed", "承诺", Q(closed_on__isnull=False), ("全部核实", "跟踪中")),
        Choice("unit", "责任单位", units, lookup="step__case__unit"),
        DayRange("on", "约谈日期"),
    ),
    search=("invited__contains", "step__case__unit__name__contains"),
    search_hint="约谈对象或者单位",
    empty="还没有约谈",
    empty_advice="决定约谈以后，在事项的页面安排。",
)

CIRCULARS = Listing(
    key="accountability.circulars",
    title="通报",
    columns=(
        Column("number", "文号"),
        Column("title", "标题"),
        Column("audience", "范围", value=Circular.get_audience_display),
        Column("issuer", "发文机关"),
        Column("drafted_at", "起草时间"),
        Column(
            "standing",
            "状态",
            value=lambda one: one.standing,
            show=lambda one: tag(one.standing, "good" if one.issued_at else "notice"),
        ),
        Column("dated", "成文日期"),
    ),
    orders=(NEWEST,),
    filters=(
        Choice("audience", "范围", tuple(Circular.Audience.choices)),
        YesNo("issued", "状态", Q(issued_at__isnull=False), ("已发出", "草稿")),
        DayRange("dated", "成文日期"),
    ),
    search=("title__contains", "number__contains"),
    search_hint="标题或者文号",
    empty="还没有通报",
    empty_advice="决定通报以后，从数字起草，修改以后签发。",
)


def _restriction_standing(one: Restriction) -> str:
    return one.standing(day_of_the_city())


RESTRICTIONS = Listing(
    key="accountability.restrictions",
    title="限批和扣减",
    columns=(
        Column("unit", "单位"),
        Column("step", "措施", value=lambda one: one.step.title),
        Column("effect", "内容"),
        Column("since", "自"),
        Column("until", "至（含当日）"),
        Column(
            "standing",
            "状态",
            value=_restriction_standing,
            show=lambda one: standing_tag(_restriction_standing(one)),
        ),
        Column("cites", "依据条款", value=lambda one: one.step.case.cites),
        Column("lifted_on", "解除日期", chosen=False),
    ),
    orders=(Order("latest", "新近在前", ("-since", "-id"), column="since"),),
    filters=(
        Choice("kind", "类别", tuple(Restriction.Kind.choices)),
        Choice("unit", "单位", units),
        YesNo("lifted", "提前解除", Q(lifted_on__isnull=False)),
        DayRange("since", "起期"),
    ),
    search=("unit__name__contains", "effect__contains"),
    search_hint="单位或者内容",
    empty="没有限批和扣减",
    empty_advice="决定限批、扣减以后，在事项的页面登记从哪天到哪天、停什么。",
)

TRANSFERS = Listing(
    key="accountability.transfers",
    title="移送",
    columns=(
        Column("on", "移送日期"),
        Column("organ", "接收机关", value=Transfer.get_organ_display),
        Column("case", "事项"),
        Column("reason", "移送理由"),
        Column("answered_on", "反馈日期"),
        Column("result", "处理结果"),
    ),
    orders=(Order("latest", "新近在前", ("-on", "-id"), column="on"),),
    filters=(
        Choice("organ", "接收机关", tuple(Transfer.Organ.choices)),
        YesNo("answered", "结果", Q(answered_on__isnull=False), ("已反馈", "没有反馈")),
        DayRange("on", "移送日期"),
    ),
    search=("case__unit__name__contains", "reason__contains"),
    search_hint="单位或者理由",
    empty="还没有移送",
    empty_advice="涉嫌犯罪的移送公安机关，问责的移送纪检监察机关；结果反馈以后登记。",
    link=lambda one: one.case.get_absolute_url(),
)

RANKINGS = Listing(
    key="accountability.rankings",
    title="年度排名",
    columns=(
        Column("year", "年度", value=lambda one: str(one.year)),
        Column("title", "名称"),
        Column("trigger_key", "情形"),
        Column("source", "来源"),
        Column("settled_at", "并列的决定"),
        Column("proposed_at", "提议时间"),
    ),
    orders=(NEWEST,),
    empty="还没有排名",
    empty_advice="考核的年度排名登记或者导入以后，按条款取末位的提议约谈。",
)

PUBLIC_CIRCULARS = Listing(
    key="accountability.public",
    title="通报",
    columns=(
        Column("dated", "日期"),
        Column("title", "标题", value=lambda one: one.masked(one.title)),
        Column("number", "文号"),
        Column("issuer", "发文机关"),
    ),
    orders=(Order("latest", "新近在前", ("-dated", "-id"), column="dated"),),
    filters=(DayRange("dated", "日期"),),
    search=("title__contains", "number__contains"),
    search_hint="标题或者文号",
    empty="还没有公开的通报",
    empty_advice="签发时定为公开的通报列在这里。",
)
