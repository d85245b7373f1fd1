"""应急减排清单 on the desk: read, entered by hand and by table, guaranteed and struck off."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.shortcuts import render as answer
from django.urls import reverse
from django.utils import timezone

from guangyue.alerts.forms.sources import (
    GuaranteeForm,
    LinesForm,
    MeasureForm,
    ReasonForm,
    SourceForm,
    initial_of,
)
from guangyue.alerts.instructing import Instructor
from guangyue.alerts.lists import orders as ordering_lists
from guangyue.alerts.models import Source
from guangyue.alerts.models.amounts import COLUMNS
from guangyue.alerts.permissions import RUN_ALERTS, SEE_ALERTS
from guangyue.alerts.plans import Level
from guangyue.alerts.reduction.instructions import Instruction
from guangyue.alerts.services import guaranteeing, listing
from guangyue.alerts.workbooks import sources as source_sheets
from guangyue.alerts.workbooks.source_cells import line_said
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.sheets import Problem, Reading, Row, bring_in, export
from guangyue.organisations.models import Region
from guangyue.organisations.views.acting import answer_form, posted

ORDERS_SHOWN = 10


@needs(SEE_ALERTS)
def sources(request: SignedInRequest) -> HttpResponseBase:
    rows = Source.objects.within(request.scope).select_related("region")
    context = {"may_run": request.may(RUN_ALERTS)}
    return show_list(request, ordering_lists.SOURCES, rows, template="alerts/sources.html", context=context)


@needs(SEE_ALERTS)
def source(request: SignedInRequest, code: str) -> HttpResponse:
    """One of the list: what it is, and level by level what it would be told today."""
    shown = _source(request, code)
    on = timezone.localdate()
    context = {
        "source": shown,
        "levels": [
            (level, _instructions(shown, level, on=on), _own(shown, level))
            for level in source_sheets.asking_levels()
        ],
        "guaranteed": shown.is_guaranteed(on),
        "orders": shown.orders.select_related("warning")[:ORDERS_SHOWN],
        "may_run": request.may(RUN_ALERTS),
    }
    return answer(request, "alerts/source.html", context)


@needs(RUN_ALERTS)
def source_entry(request: SignedInRequest) -> HttpResponse:
    form = SourceForm(posted(request), regions=_regions(request), fixed=False)
    return answer_form(
        request,
        form,
        title="登记清单对象",
        lead="预警期间登记的，马上下达指令。",
        back=reverse("alerts:sources"),
        button="登记",
        do=lambda said: listing.enter_source(source=None, told=said, by=request.user, at=timezone.now()),
        done="已经登记。",
    )


@needs(RUN_ALERTS)
def source_change(request: SignedInRequest, code: str) -> HttpResponse:
    shown = _source(request, code)
    form = SourceForm(posted(request), regions=_regions(request), fixed=True, initial=initial_of(shown))
    return answer_form(
        request,
        form,
        title=f"修改 {shown}",
        lead="预警期间的改动，马上改写它的指令。",
        back=shown.get_absolute_url(),
        button="保存",
        do=lambda said: listing.enter_source(source=shown, told=said, by=request.user, at=timezone.now()),
        done="已经保存。",
    )


@needs(RUN_ALERTS)
def measure_change(request: SignedInRequest, code: str, level: str) -> HttpResponse:
    """分级措施 at one level."""
    shown = _source(request, code)
    of = next((one for one in source_sheets.asking_levels() if one.key == level), None)
    if of is None:
        raise Http404
    form = MeasureForm(posted(request), initial=dict(_own(shown, of)))
    return answer_form(
        request,
        form,
        title=f"{shown}的{of.title}措施",
        lead="写明停哪条线、哪道工序，减排比例是与平时相比的。",
        back=shown.get_absolute_url(),
        button="保存",
        do=lambda _: listing.set_measure(
            source=shown, level=level, said=form.said(), by=request.user, at=timezone.now()
        ),
        done="措施已经保存。",
    )


@needs(RUN_ALERTS)
def lines_change(request: SignedInRequest, code: str) -> HttpResponse:
    shown = _source(request, code)
    said = "\n".join(map(line_said, shown.lines.all()))
    return answer_form(
        request,
        LinesForm(posted(request), initial={"lines": said}),
        title=f"{shown}的生产线",
        lead="限产比例按生产线计算。",
        back=shown.get_absolute_url(),
        button="保存",
        do=lambda said: listing.set_lines(source=shown, **said, by=request.user, at=timezone.now()),
        done="生产线已经保存。",
    )


@needs(RUN_ALERTS)
def guarantee(request: SignedInRequest, code: str) -> HttpResponse:
    """列入保障类."""
    shown = _source(request, code)
    form = GuaranteeForm(posted(request), initial={"tasks": shown.tasks, "until": shown.guarantee_ends})
    return answer_form(
        request,
        form,
        title=f"把{shown}列入保障类",
        lead="预警期间只准许从事保障任务；超出范围或者达不到环保要求的，一经发现立即移出。",
        back=shown.get_absolute_url(),
        button="列入",
        do=lambda said: guaranteeing.guarantee_source(
            source=shown, **said, by=request.user, at=timezone.now()
        ),
        done="已经列入保障类。",
    )


@needs(RUN_ALERTS)
def guarantee_end(request: SignedInRequest, code: str) -> HttpResponse:
    """移出保障类."""
    shown = _source(request, code)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title=f"把{shown}移出保障类",
        lead="立即生效：正在执行的指令马上改写，企业马上收到新的指令。",
        back=shown.get_absolute_url(),
        button="移出",
        do=lambda said: guaranteeing.end_guarantee(source=shown, **said, by=request.user, at=timezone.now()),
        done="已经移出保障类。",
    )


@needs(RUN_ALERTS)
def source_striking(request: SignedInRequest, code: str) -> HttpResponse:
    shown = _source(request, code)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title=f"把{shown}移出清单",
        lead="正在执行的指令随之终止，以后的预警不再下达。",
        back=shown.get_absolute_url(),
        button="移出清单",
        do=lambda said: listing.strike_source(source=shown, **said, by=request.user, at=timezone.now()),
        done="已经移出清单。",
    )


@needs(RUN_ALERTS)
def source_intake(request: SignedInRequest) -> HttpResponseBase:
    def take(rows: Sequence[Row]) -> HttpResponse:
        said = source_sheets.sources_of(rows, request.scope)
        many = listing.enter_sources(rows=said, by=request.user, at=timezone.now())
        messages.success(request, f"已经登记 {many:,} 个清单对象。")
        return redirect("alerts:sources")

    def check(reading: Reading) -> Iterable[Problem]:
        return source_sheets.check_sources(reading, request.scope)

    return bring_in(request, source_sheets.source_sheet(), take=take, check=check)


@needs(RUN_ALERTS)
def source_export(request: SignedInRequest) -> HttpResponseBase:
    """The list in the columns in which it can be brought in again."""
    rows = Source.objects.within(request.scope).in_use().with_measures().order_by("code")
    headers = [column.header for column in source_sheets.source_sheet().columns]
    name = f"应急减排清单 {timezone.localdate():%Y-%m-%d}"
    return export(name, headers, source_sheets.rows_of(rows.iterator(chunk_size=1000)), as_="xlsx")


def _instructions(source: Source, level: Level, *, on: date) -> list[Instruction]:
    told = Source.objects.to_be_told(level.key).get(pk=source.pk)
    return list(Instructor(level.key, on=on).instructions_of(told))


def _own(source: Source, level: Level) -> Mapping[str, Any]:
    """What it wrote down for that level, and what it saves."""
    for one in source.level_measures.all():
        if one.level == level.key:
            return {"text": one.text, **{column: getattr(one, column) for column in COLUMNS.values()}}
    return {}


def _regions(request: SignedInRequest) -> Any:
    return Region.objects.within(request.scope).of_county_level()


def _source(request: SignedInRequest, code: str) -> Source:
    rows = Source.objects.within(request.scope).with_measures().select_related("region")
    return get_object_or_404(rows, code=code)
