"""The lists of notices, to the public and on the desk; of the lines of one notice; of objections."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.urls import reverse

from guangyue.disclosure.models import Line, Notice
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.kit.lists.filters import Narrowing, Written
from guangyue.organisations.models import Organisation

Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class NamedOnIt:
    """名单上的姓名: notices with somebody so called in their lines, as long as these stand."""

    title: str = "名单上的姓名"

    kind: ClassVar[str] = "text"

    @property
    def names(self) -> tuple[str, ...]:
        return ("named",)

    @property
    def key(self) -> str:
        return "named"

    def read(self, written: Written, request: HttpRequest) -> Narrowing | None:
        name = written.get("named", "").strip()
        if not name:
            return None
        shown = Line.objects.filter(notice=OuterRef("pk"), name__startswith=name)
        return Narrowing(Q(Exists(shown), state=Notice.State.PUBLISHED), name)


def _offices(request: HttpRequest) -> Choices:
    """Those that ever gave notice."""
    given = Notice.objects.exclude(published_at=None).values("organisation")
    offices = Organisation.objects.filter(pk__in=given).order_by("pk")
    return [(str(pk), name) for pk, name in offices.values_list("pk", "name")]


def _public_page(notice: Notice) -> str:
    return reverse("disclosure:notice", args=[notice.pk])


KINDS = Choice("kind", "种类", tuple(Notice.Kind.choices))
OFFICE = Choice("organisation", "公示单位", _offices)
NEWEST = Order("newest", "新近在前", ("-since", "-id"), column="since")
OLDEST = Order("oldest", "早先在前", ("since", "id"), column="since")

PUBLIC = Listing(
    key="disclosure.public",
    title="公示公告",
    columns=(
        Column("title", "标题"),
        Column("kind", "种类", value=Notice.get_kind_display),
        Column("organisation", "公示单位"),
        Column("since", "公示开始"),
        Column("until", "公示结束"),
        Column("many", "人数或者户数", number=True),
        Column("amount", "金额合计", number=True),
        Column("state", "状态", value=Notice.get_state_display),
    ),
    orders=(NEWEST, OLDEST),
    filters=(
        OFFICE,
        KINDS,
        DayRange("since", "公示开始"),
        NamedOnIt(),
        YesNo("open", "名单", Q(state=Notice.State.PUBLISHED), ("公示期内", "已经撤下")),
    ),
    search=("title__contains",),
    search_hint="标题里的字",
    empty="现在没有公示",
    empty_advice="补贴发放名单、评审结果等，发布以后列在这里。",
    link=_public_page,
)

NOTICES = Listing(
    key="disclosure.notices",
    title="公示办理",
    columns=(
        Column("title", "标题"),
        Column("state", "状态", value=Notice.get_state_display),
        Column("kind", "种类", value=Notice.get_kind_display, chosen=False),
        Column("organisation", "公示单位"),
        Column("due_on", "最迟公示日"),
        Column("published_at", "发布时间"),
        Column("until", "公示结束"),
        Column("many", "行数", number=True),
        Column("amount", "金额合计", number=True),
        Column("drafted_by", "起草人", chosen=False),
    ),
    orders=(
        Order("newest", "新近在前", ("-id",)),
        Order("due", "最迟公示日近的在前", ("due_on", "id"), column="due_on"),
    ),
    filters=(
        Choice("state", "状态", tuple(Notice.State.choices)),
        KINDS,
        DayRange("due_on", "最迟公示日"),
    ),
    search=("title__contains",),
    search_hint="标题里的字",
    empty="还没有公示",
    empty_advice="从右上角起草；已经拨付的批次在发放台账里生成公示。",
)

OBJECTIONS = Listing(
    key="disclosure.objections",
    title="公示异议",
    columns=(
        Column("notice", "公示"),
        Column("about", "对谁"),
        Column("text", "内容"),
        Column("raised_at", "提出时间"),
        Column("answered_at", "答复时间"),
        Column("upheld", "异议成立"),
    ),
    orders=(
        Order("newest", "新近在前", ("-raised_at",), column="raised_at"),
        Order("oldest", "早先在前", ("raised_at",)),
    ),
    filters=(
        YesNo("answered", "答复", Q(answered_at__isnull=False), ("已答复", "待答复")),
        DayRange("raised_at", "提出时间", moments=True),
    ),
    search=("notice__title__contains", "text__contains"),
    search_hint="公示标题或者内容",
    empty="还没有异议",
    empty_advice="公示期内任何人可以在公示页面上提出。",
)


def lines_of(notice: Notice) -> Listing:
    """名单 under the headings it was published with."""
    return Listing(
        key="disclosure.lines",
        title=notice.title,
        columns=(
            Column("number", "序号", number=True),
            *(
                Column(f"cell{place}", title, value=_cell(place))
                for place, title in enumerate(notice.columns)
            ),
        ),
        orders=(Order("number", "按序号", ("number",), column="number"),),
        search=("name__startswith",),
        search_hint=f"{notice.columns[0]}",
        empty="名单已经撤下",
        link=lambda line: "",
        size=50,
    )


def _cell(place: int) -> Callable[[Line], str]:
    return lambda line: str(line.cells[place])
