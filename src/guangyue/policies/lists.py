"""The list of all entries of the figures: as it is filled in again it is exported."""

from typing import Any

from django.http import HttpRequest
from markupsafe import Markup

from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order
from guangyue.policies.figures import value_told
from guangyue.policies.models import FigureEntry
from guangyue.systems.offered import declared_figures

LOOKS = {"approved": "good", "proposed": "notice", "rejected": "bad"}


def state_tag(entry: FigureEntry) -> Markup:
    look = LOOKS.get(entry.state, "plain")
    return Markup('<span class="tag {}">{}</span>').format(look, entry.get_state_display())


def title_of(entry: FigureEntry) -> str:
    figures = declared_figures()
    return figures[entry.key].title if entry.key in figures else entry.key


def _figures(request: HttpRequest) -> list[tuple[str, str]]:
    return [(key, figure.title) for key, figure in declared_figures().items()]


def _regions(request: HttpRequest) -> list[tuple[str, str]]:
    named = FigureEntry.objects.filter(region__isnull=False).order_by("region")
    return list(named.values_list("region", "region__name").distinct())


def _where(entry: Any) -> str:
    return entry.region.name if entry.region else "全市"


ENTRIES = Listing(
    key="policies.figure_entries",
    title="参数值",
    columns=(
        Column("key", "参数项", value=title_of),
        Column("region", "区划", value=_where),
        Column("since", "起始日"),
        Column("value", "数值", value=value_told),
        Column("source", "来源"),
        Column("state", "状态", value=FigureEntry.get_state_display, show=state_tag),
        Column("proposed_by", "提出人"),
        Column("proposed_at", "提出时间", chosen=False),
        Column("decided_by", "审定人"),
        Column("decided_at", "审定时间", chosen=False),
        Column("reason", "理由", chosen=False),
    ),
    orders=(
        Order("newest", "新提出在前", ("-proposed_at",)),
        Order("since", "起始日晚的在前", ("-since",), column="since"),
    ),
    filters=(
        Choice("state", "状态", tuple(FigureEntry.State.choices)),
        Choice("key", "参数项", _figures),
        Choice("region", "区划", _regions),
        DayRange("since", "起始日"),
    ),
    search=("source__contains",),
    search_hint="来源",
    empty="还没有参数值",
    empty_advice="在参数表里选一项，提出它的数值，由另一位工作人员审定。",
)
