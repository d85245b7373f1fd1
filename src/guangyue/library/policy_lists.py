"""The lists of readings to confirm, sources, interpretations, and rounds of clearing out."""

from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from guangyue.kit.lists import Choice, Column, Listing, Order, YesNo
from guangyue.kit.wording import day
from guangyue.library.models import CleanupItem, CleanupRound, Interpretation, Source

SOURCE_LOOKS = {"正常": "good", "出错": "bad"}
INTERPRETATION_LOOKS = {"approved": "good", "returned": "bad", "submitted": "notice"}
VERDICT_LOOKS = {"keep": "good", "revise": "notice", "repeal": "bad"}


def _tag(words: str, look: str = "") -> Markup:
    return Markup('<span class="tag {}">{}</span>').format(look or "plain", words)


def source_tag(source: Source) -> Markup:
    return _tag(source.standing, SOURCE_LOOKS.get(source.standing, ""))


def interpretation_tag(interpretation: Interpretation) -> Markup:
    return _tag(interpretation.get_state_display(), INTERPRETATION_LOOKS.get(interpretation.state, ""))


def verdict_tag(item: CleanupItem) -> Markup:
    shown = _tag(item.get_verdict_display() or "未填报", VERDICT_LOOKS.get(item.verdict, ""))
    return Markup("{} {}").format(shown, _tag("待落实", "notice")) if item.owes_act else shown


def _due(cleanup: CleanupRound) -> Markup | str:
    late = cleanup.is_overdue(timezone.localdate())
    return Markup("{} {}").format(day(cleanup.due), _tag("逾期", "bad")) if late else day(cleanup.due)


def _progress(cleanup: CleanupRound) -> str:
    return f"{cleanup.judged} / {cleanup.many}"  # type: ignore[attr-defined]  # annotated by `with_progress`


def _units(request: HttpRequest) -> list[tuple[str, str]]:
    rows = CleanupItem.objects.filter(organisation__isnull=False).order_by("organisation__name")
    return [
        (str(pk), name) for pk, name in rows.values_list("organisation_id", "organisation__name").distinct()
    ]


DIGESTS = Listing(
    key="library.digests",
    title="自动解读",
    columns=(
        Column("title", "公文"),
        Column("number", "文号"),
        Column("waiting", "待确认", number=True),
        Column("settled", "已确认", number=True),
        Column("points", "要点", number=True, chosen=False),
        Column("day", "成文日期"),
    ),
    orders=(
        Order("waiting", "待确认多的在前", ("-waiting",), column="waiting"),
        Order("newest", "新成文在前", ("-day",), column="day"),
    ),
    filters=(YesNo("open", "确认", Q(waiting__gt=0), ("还有待确认", "全部确认")),),
    search=("title__contains", "number__contains"),
    search_hint="标题或者文号",
    empty="没有自动解读的要点",
    empty_advice="公报发布以后，系统读出适用对象、金额、时限、责任单位和废止文件，在这里等您确认。",
    link=lambda document: reverse("library:digest", args=[document.pk]),
)

SOURCES = Listing(
    key="library.sources",
    title="政策来源",
    columns=(
        Column("title", "名称"),
        Column("kind", "种类", value=Source.get_kind_display),
        Column("address", "地址"),
        Column("standing", "状态", value=lambda source: source.standing, show=source_tag),
        Column("last__at", "最近查看"),
        Column("last__problem", "最近的差错"),
    ),
    orders=(Order("title", "按名称", ("title",), column="title"),),
    filters=(
        Choice("kind", "种类", tuple(Source.Kind.choices)),
        YesNo("failing", "差错", Q(last__failing_since__isnull=False), ("出错", "没有出错")),
    ),
    search=("title__contains", "address__contains"),
    search_hint="名称或者地址",
    empty="还没有政策来源",
    empty_advice="添加一个文件夹或者订阅源，新的公报和文件会自动导入，等待校对。",
)

INTERPRETATIONS = Listing(
    key="library.interpretations",
    title="政策解读",
    columns=(
        Column("title", "标题"),
        Column("document_key", "文号"),
        Column("path", "条款"),
        Column("state", "状态", value=Interpretation.get_state_display, show=interpretation_tag),
        Column("written_by", "撰写人"),
        Column("written_at", "撰写时间"),
    ),
    orders=(Order("latest", "新撰写在前", ("-written_at",), column="written_at"),),
    filters=(Choice("state", "状态", tuple(Interpretation.State.choices)),),
    search=("title__contains", "document_key__contains"),
    search_hint="标题或者文号",
    empty="还没有政策解读",
    empty_advice="解读挂在条款上，由解释机关撰写、审定，审定以后公众在条款旁边看到。",
)

CLEANUPS = Listing(
    key="library.cleanups",
    title="文件清理",
    columns=(
        Column("title", "名称"),
        Column("progress", "已填报", value=_progress),
        Column("due", "完成时限", value=lambda cleanup: cleanup.due, show=_due),
        Column("cites", "依据"),
        Column("closed_at", "结束时间"),
    ),
    orders=(Order("latest", "新发起在前", ("-opened_at",)),),
    filters=(YesNo("open", "进展", Q(closed_at__isnull=True), ("进行中", "已结束")),),
    empty="还没有清理过文件",
    empty_advice="发起一轮以后，施行中的文件按起草、制定单位列出，逐件填报保留、修改或者废止。",
)

ITEM_COLUMNS = (
    Column("title", "公文"),
    Column("document_key", "文号"),
    Column("organisation", "清理单位", value=lambda item: item.organisation or "单位未定"),
    Column(
        "ground",
        "认领依据",
        value=lambda item: f"{item.get_ground_display()} {item.printed_unit}",
        chosen=False,
    ),
    Column("verdict", "清理意见", value=CleanupItem.get_verdict_display, show=verdict_tag),
    Column("reason", "理由", chosen=False),
    Column("act", "落实文件"),
    Column("day", "成文日期", chosen=False),
    Column("judged_by", "填报人", chosen=False),
    Column("judged_at", "填报时间", chosen=False),
)
ITEM_FILTERS = (
    YesNo("open", "填报", Q(verdict=""), ("未填报", "已填报")),
    Choice("verdict", "清理意见", tuple(CleanupItem.Verdict.choices)),
)


def _into_plan(item: CleanupItem) -> Markup | str:
    """What is to be revised or repealed can become a project of the legislative plan."""
    if not item.owes_act:
        return ""
    ground = f"{item.cleanup}：{item.document_key}《{item.title}》{item.get_verdict_display()}"
    asked = urlencode({"ground": ground[:300]})
    return Markup('<a href="{}?{}">列入立法计划</a>').format(reverse("legislation:new_project"), asked)


CLEANUP_ITEMS = Listing(
    key="library.cleanup_items",
    title="文件清单",
    columns=(*ITEM_COLUMNS, Column("plan", "后续", value=lambda item: "", show=_into_plan)),
    orders=(Order("entered", "按成文先后", ("day",), column="day"),),
    filters=(*ITEM_FILTERS, Choice("unit", "清理单位", _units, lookup="organisation_id")),
    search=("title__contains", "document_key__contains"),
    search_hint="标题或者文号",
    empty="没有这样的文件",
    link=lambda item: reverse("library:cleanup_assigning", args=[item.pk]),
)

OWN_CLEANUP_ITEMS = Listing(
    key="library.own_cleanup_items",
    title="本单位文件清理",
    columns=(
        *ITEM_COLUMNS[:2],
        Column("cleanup", "清理轮次"),
        Column("cleanup__due", "完成时限"),
        *ITEM_COLUMNS[2:],
    ),
    orders=(
        Order("due", "按完成时限", ("cleanup__due", "day"), column="cleanup__due"),
        Order("newest", "新成文在前", ("-day",)),
    ),
    filters=ITEM_FILTERS,
    search=("title__contains", "document_key__contains"),
    search_hint="标题或者文号",
    empty="没有要清理的文件",
    empty_advice="发起文件清理以后，本单位制定、起草的文件列在这里。",
)
