"""The lists of themes, of proposals and of bundles on the desk."""

from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse

from guangyue.bundles.models import BundleCase, Theme, Wish
from guangyue.bundles.models.themes import CIRCLES, ORIGINS
from guangyue.kit.lists import Choice, Column, DayRange, Listing, NumberRange, Order, YesNo

LATE = Q(due__lt=Now(), decided_at=None) | Q(decided_at__gt=F("due"))


def _themes(request: object) -> list[tuple[str, str]]:
    return [(str(pk), title) for pk, title in Theme.objects.values_list("pk", "title")]


THEMES = Listing(
    key="bundles.themes",
    title="主题",
    columns=(
        Column("title", "主题"),
        Column("circle", "面向", value=Theme.get_circle_display),
        Column("state", "状态", value=Theme.get_state_display),
        Column("offered", "开放办理", value=lambda theme: "是" if theme.offered else "否"),
        Column("lead", "牵头部门"),
        Column("origin", "来源", value=Theme.get_origin_display),
        Column("pilot", "试点", value=lambda theme: "是" if theme.pilot else "否", chosen=False),
    ),
    orders=(Order("newest", "新近在前", ("-id",)), Order("title", "按名称", ("title",), column="title")),
    filters=(
        Choice("circle", "面向", tuple(CIRCLES)),
        Choice("state", "状态", tuple(Theme.State.choices)),
        Choice("origin", "来源", tuple(ORIGINS)),
    ),
    search=("title__contains",),
    search_hint="主题名称",
    empty="还没有主题",
    empty_advice="从右上角新建；社会征集和部门提报的，答复列入以后新建。",
)

PROPOSALS = Listing(
    key="bundles.wishes",
    title="主题建议",
    columns=(
        Column("title", "想一次办好的事"),
        Column("origin", "来源", value=Wish.get_origin_display),
        Column("organisation", "提报部门"),
        Column("raised_at", "提出时间"),
        Column("due", "答复期限"),
        Column("decision", "决定", value=lambda one: one.get_decision_display() or "待答复"),
        Column("answered_at", "答复时间", chosen=False),
    ),
    orders=(
        Order("newest", "新近在前", ("-id",)),
        Order("due", "期限近的在前", ("due", "id"), column="due"),
    ),
    filters=(
        YesNo("answered", "答复", Q(answered_at__isnull=False), ("已答复", "待答复")),
        YesNo("overdue", "超期", Q(answered_at=None, due__lt=Now()) | Q(answered_at__gt=F("due"))),
        Choice("origin", "来源", tuple(ORIGINS)),
        DayRange("raised_at", "提出时间", moments=True),
    ),
    search=("title__contains", "text__contains"),
    search_hint="建议里的字",
    empty="还没有建议",
    empty_advice="群众在门户的“一件事”里提出，部门从右上角提报。",
)

BUNDLES = Listing(
    key="bundles.bundles",
    title="一件事办件",
    columns=(
        Column("number", "编号"),
        Column("theme", "主题"),
        Column("masked_name", "申请人"),
        Column("region", "受理地区"),
        Column("state", "状态", value=BundleCase.get_state_display),
        Column("handed_in_at", "提交时间"),
        Column("due", "到期"),
        Column("plan", "承诺工作日", number=True),
        Column("used_days", "全过程用时", number=True),
        Column("decided_at", "全部决定时间", chosen=False),
    ),
    orders=(
        Order("newest", "新近在前", ("-id",)),
        Order("due", "快到期的在前", ("due", "id"), column="due"),
    ),
    filters=(
        Choice("theme", "主题", _themes),
        Choice("state", "状态", tuple(BundleCase.State.choices[1:])),
        YesNo("decided", "全部决定", Q(decided_at__isnull=False)),
        YesNo("late", "超期", LATE),
        NumberRange("used_days", "全过程用时", unit="个工作日"),
        DayRange("handed_in_at", "提交时间", moments=True),
        DayRange("decided_at", "全部决定时间", moments=True),
    ),
    search=("number__startswith",),
    search_hint="编号",
    empty="还没有一件事办件",
    empty_advice="申请人在门户的“一件事”里提交以后列在这里。",
    link=lambda bundle: reverse("bundles:desk_bundle", args=[bundle.number]),
)
