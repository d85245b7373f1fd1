"""The list of documents that were read for tasks."""

from django.db.models import Q
from django.urls import reverse

from guangyue.kit.lists import Column, DayRange, Listing, Order, YesNo

READINGS = Listing(
    key="tasks.readings",
    title="任务抽取",
    columns=(
        Column("title", "文件"),
        Column("number", "文号"),
        Column("day", "印发日期"),
        Column("total", "读出", number=True),
        Column("waiting", "待确认", number=True),
        Column("confirmed", "已确认", number=True),
        Column("issued", "已下达", number=True),
        Column("refused", "不采用", number=True, chosen=False),
        Column("horizon", "文件期限", chosen=False),
        Column("source", "来源", chosen=False),
        Column("read_at", "抽取时间", chosen=False),
    ),
    orders=(
        Order("waiting", "待确认多的在前", ("-waiting", "-day"), column="waiting"),
        Order("newest", "新印发在前", ("-day",), column="day"),
    ),
    filters=(
        YesNo("open", "确认", Q(waiting__gt=0), ("还有待确认", "全部确认过")),
        DayRange("day", "印发日期"),
    ),
    search=("title__contains", "number__contains"),
    search_hint="标题或者文号",
    empty="还没有抽取过文件",
    empty_advice="选政策库里的一件公文，或者上传正文，系统读出任务、单位和时限，在这里等您确认。",
    link=lambda reading: reverse("tasks:reading", args=[reading.pk]),
)
