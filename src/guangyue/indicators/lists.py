"""The lists of targets, figures and gap lists."""

from typing import cast

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from markupsafe import Markup

from guangyue.indicators.comparing.judging import Result
from guangyue.indicators.models import Figure, GapList, Split, Target, Verdict
from guangyue.indicators.models.targets import RESULTS, STRENGTHS
from guangyue.kit.access import SignedInRequest
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.kit.wording import percent
from guangyue.organisations.lists import tag
from guangyue.organisations.models import Organisation

Names = list[tuple[str, str]]
NEWEST = Order("newest", "新近在前", ("-id",))
LOOKS = {
    Figure.Status.VERIFIED: "good",
    Figure.Status.REJECTED: "bad",
    Figure.Status.DRAFT: "notice",
}


def result_tag(verdict: Verdict | None) -> Markup:
    return tag(verdict.words, verdict.look) if verdict else tag("没有评判")


def rate_of(verdict: Verdict | None) -> str:
    return percent(verdict.rate) if verdict else "—"


def documents(request: HttpRequest) -> Names:
    numbers = Target.objects.order_by("number").values_list("number", flat=True).distinct()
    return [(number, number) for number in numbers]


def years(request: HttpRequest) -> Names:
    return [(str(day.year), f"{day.year}年") for day in Target.objects.dates("due_on", "year", order="DESC")]


def owners(request: HttpRequest) -> Names:
    rows = Organisation.objects.filter(pk__in=Target.objects.values("owner")).order_by("pk")
    return [(str(one.pk), one.name) for one in rows]


def parts(request: HttpRequest) -> Names:
    rows = Organisation.objects.filter(pk__in=Split.objects.values("organisation")).order_by("pk")
    return [(str(one.pk), one.name) for one in rows]


def own_offices(request: HttpRequest) -> Names:
    """Those that have reported, as far as they are within reach."""
    figures = Figure.objects.within(cast(SignedInRequest, request).scope)
    rows = Organisation.objects.filter(pk__in=figures.values("office")).order_by("pk")
    return [(str(one.pk), one.name) for one in rows]


DUE = Order("due", "按期限", ("due_on", "code"), column="due_on")
CODE = Order("code", "按编号", ("code",), column="code")
COLUMNS = (
    Column("code", "编号"),
    Column("indicator", "指标"),
    Column("said", "目标"),
    Column("due_on", "期限"),
    Column("owner", "牵头单位"),
    Column("reached", "实际"),
    Column("rate", "完成率", value=lambda one: rate_of(one.verdict)),
    Column(
        "result",
        "结论",
        value=lambda one: one.verdict.words if one.verdict else "",
        show=lambda one: result_tag(one.verdict),
    ),
)
FILTERS = (
    Choice("number", "文件", documents),
    Choice("year", "期限年份", years, lookup="due_on__year"),
    Choice("owner", "牵头单位", owners),
    Choice("part", "承担单位", parts, lookup="splits__organisation"),
    Choice("result", "结论", tuple(RESULTS), lookup="verdict__result"),
    Choice("strength", "语气", tuple(STRENGTHS)),
)
SEARCH = ("indicator__name__contains", "code__startswith", "number__contains", "firm__contains")

TARGETS = Listing(
    key="indicators.targets",
    title="目标指标",
    columns=(
        *COLUMNS,
        Column("cites", "依据", chosen=False),
        Column("state", "状态", value=Target.get_state_display, chosen=False),
    ),
    orders=(DUE, CODE, NEWEST),
    filters=(
        *FILTERS,
        Choice("state", "状态", tuple(Target.State.choices)),
        YesNo(
            "behind",
            "按推算",
            Q(verdict__result=Result.RUNNING.name, verdict__behind=True),
            ("到期达不到", "其他"),
        ),
    ),
    search=SEARCH,
    search_hint="指标、编号或者文号",
    empty="还没有目标指标",
    empty_advice="由公文设定，或者由督查人员草拟、确认。",
)

PUBLIC = Listing(
    key="indicators.public",
    title="目标指标公开",
    columns=(*COLUMNS, Column("cites", "依据", chosen=False)),
    orders=(DUE, CODE),
    filters=FILTERS[:5],
    search=SEARCH,
    search_hint="指标、编号或者文号",
    empty="还没有公开的目标指标",
    empty_advice="文件里写明的目标生效以后在这里公开。",
    link=lambda target: reverse("indicators:public_target", args=[target.code]),
)


def figure_tag(figure: Figure) -> Markup:
    words = figure.get_status_display()
    if figure.status == Figure.Status.DRAFT and figure.evidence_id is None:
        words = "草稿，缺佐证"
    return tag(words, LOOKS.get(Figure.Status(figure.status), "plain"))


FIGURES = Listing(
    key="indicators.figures",
    title="实际数",
    columns=(
        Column("on", "截至"),
        Column("target", "目标"),
        Column("whose", "范围"),
        Column("base", "基期数", chosen=False),
        Column("value", "实际数", value=lambda one: one.shown),
        Column("source", "来源文件"),
        Column("office", "报送单位"),
        Column("revision", "修订", number=True),
        Column("way", "方式", value=Figure.get_way_display, chosen=False),
        Column("status", "状态", value=Figure.get_status_display, show=figure_tag),
        Column("at", "填报时间", chosen=False),
    ),
    orders=(NEWEST,),
    filters=(
        Choice("status", "状态", tuple(Figure.Status.choices)),
        Choice("office", "报送单位", own_offices),
        YesNo("evidence", "佐证", Q(evidence__isnull=False), ("有", "没有")),
        DayRange("on", "截至"),
    ),
    search=("target__code__startswith", "target__indicator__name__contains", "source__contains"),
    search_hint="目标或者来源文件",
    empty="还没有实际数",
    empty_advice="由牵头单位和承担单位填报，附来源文件和佐证。",
)

GAP_LISTS = Listing(
    key="indicators.gap_lists",
    title="季度差距清单",
    columns=(
        Column("title", "清单", value=str),
        Column("many", "差距", value=lambda one: one.many, number=True),
        Column("at", "生成时间"),
        Column("by", "生成人"),
    ),
    orders=(Order("newest", "新近在前", ("-year", "-quarter")),),
    empty="还没有差距清单",
    empty_advice="一个季度结束以后生成，生成以后不再改动。",
    link=GapList.get_absolute_url,
)
