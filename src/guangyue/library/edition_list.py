"""The list of issues, each edition a row."""

from typing import Any

from django.urls import reverse
from markupsafe import Markup

from guangyue.gazette.models import Edition
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order

LOOKS = {
    Edition.State.SPLIT: "notice",
    Edition.State.TROUBLED: "bad",
    Edition.State.CHECKED: "plain",
    Edition.State.RELEASED: "good",
}


def state_tag(edition: Any) -> Markup:
    words, look = edition.get_state_display(), LOOKS.get(edition.state, "")
    return Markup('<span class="tag {}">{}</span>').format(look, words)


EDITIONS = Listing(
    key="library.editions",
    title="公报",
    columns=(
        Column("issue", "期"),
        Column("version", "版次", number=True),
        Column("state", "状态", value=Edition.get_state_display, show=state_tag),
        Column("documents_counted", "公文", number=True),
        Column("blocking_counted", "须处理的存疑", number=True),
        Column("doubts_counted", "存疑", number=True, chosen=False),
        Column("total", "总期号", number=True, chosen=False),
        Column("source", "来源文件"),
        Column("encoding", "编码", chosen=False),
        Column("imported_by", "导入人", chosen=False),
        Column("imported_at", "导入时间"),
        Column("released_at", "发布时间", chosen=False),
    ),
    orders=(
        Order("entered", "新导入在前", ("-imported_at",), column="imported_at"),
        Order("newest", "新一期在前", ("-issue__year", "-issue__number"), column="issue"),
        Order("oldest", "早一期在前", ("issue__year", "issue__number"), column="issue"),
    ),
    filters=(
        Choice("state", "状态", tuple(Edition.State.choices)),
        DayRange("imported_at", "导入日期", moments=True),
    ),
    search=("issue__key__contains", "source__contains", "title__contains"),
    search_hint="期号、文号或者文件名，如 2019-04",
    empty="还没有公报",
    empty_advice="从右上角导入公报文件，校对以后发布。",
    link=lambda edition: reverse("library:edition", args=[edition.pk]),
)
