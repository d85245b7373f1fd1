"""The lists of what counties say for themselves, and of the plans that were filed."""

from django.db.models import Q

from guangyue.alerts.lists.warnings import NEWEST, levels
from guangyue.alerts.models import PlanFiling
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo

COUNTY_WARNINGS = Listing(
    key="alerts.county_warnings",
    title="县级预警",
    columns=(
        Column("region", "县（市、区）"),
        Column("level", "级别", value=lambda one: one.level.title),
        Column("published_at", "发布时间"),
        Column("predicted_start", "预计污染开始"),
        Column("predicted_end", "预计污染结束"),
        Column("signer", "签发人"),
        Column("state", "状态", value=lambda one: one.state),
        Column("ended_at", "结束时间"),
        Column("taken_over_by", "接替它的市级预警", value=lambda one: one.taken_over_by or ""),
        Column("text", "内容", chosen=False),
    ),
    orders=(NEWEST,),
    filters=(
        Choice("level_key", "级别", levels),
        YesNo("open", "状态", Q(ended_at=None), ("生效中", "已结束")),
        YesNo("taken_over", "市级预警接替", Q(taken_over_by__isnull=False)),
        DayRange("published_at", "发布时间", moments=True),
    ),
    search=("region__name__contains",),
    search_hint="县（市、区）",
    empty="还没有县级预警",
    empty_advice="市级预警没有生效时，各县（市、区）可以为本区域发布。",
)
FILINGS = Listing(
    key="alerts.filings",
    title="预案备案",
    columns=(
        Column("kind", "种类", value=PlanFiling.get_kind_display),
        Column("region", "所属地区"),
        Column("owner", "编制单位"),
        Column("version_on", "版本日期"),
        Column("filed_with", "备案机构"),
        Column("filed_on", "备案日期"),
        Column("by", "登记人", chosen=False),
    ),
    orders=(Order("newest", "新近在前", ("-filed_on", "-id")),),
    filters=(
        Choice("kind", "种类", tuple(PlanFiling.Kind.choices)),
        DayRange("filed_on", "备案日期"),
    ),
    search=("owner__contains", "filed_with__contains"),
    search_hint="编制单位、备案机构",
    empty="还没有登记备案",
    empty_advice="市、县预案，成员单位的实施方案，收到备案以后登记。",
)
