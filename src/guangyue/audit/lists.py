"""The list of the trail."""

from django.http import HttpRequest
from markupsafe import Markup

from guangyue.audit.declarations import trail
from guangyue.audit.models import Record
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, Text

LOOKS = {"新增": "good", "修改": "notice", "删除": "bad", "清空": "bad"}


def action_tag(record: Record) -> Markup:
    return Markup('<span class="tag {}">{}</span>').format(LOOKS.get(record.action, "plain"), record.action)


def _actions(request: HttpRequest) -> list[tuple[str, str]]:
    return [(action, action) for action in Record.objects.all().actions()]


def _tables(request: HttpRequest) -> list[tuple[str, str]]:
    return sorted(
        ((model._meta.db_table, str(model._meta.verbose_name)) for model in trail().models()),
        key=lambda table: table[1],
    )


TRAIL = Listing(
    key="audit.trail",
    title="审计记录",
    columns=(
        Column("at", "时间"),
        Column("who", "操作人"),
        Column("action", "操作", show=action_tag),
        Column("table", "表"),
        Column("row_key", "行"),
        Column("summary", "内容"),
        Column("reference", "参考编号"),
        Column("id", "记录号", value=lambda record: str(record.pk), chosen=False),
    ),
    orders=(Order("latest", "最新在前", ("-id",)), Order("earliest", "最早在前", ("id",))),
    filters=(
        Text("by", "操作人", "by_name"),
        Choice("action", "操作", _actions),
        Choice("table", "表", _tables, lookup="table_name"),
        Text("row", "行", "row_key"),
        Text("reference", "参考编号", "reference"),
        DayRange("at", "时间", moments=True),
    ),
    empty="还没有审计记录",
    empty_advice="数据一有变动，就会出现在这里。",
)
