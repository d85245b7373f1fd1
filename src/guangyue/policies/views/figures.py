"""参数表: what stands today, what is proposed, who approves it; and the whole of it as a table in and out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.kit.sheets import Problem, Reading, Row, bring_in
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.policies.catalogue import CityRule, rules_using
from guangyue.policies.figures import standing_table, told, value_told
from guangyue.policies.forms import FigureForm, ReasonForm
from guangyue.policies.gaps import Gap, gaps_of
from guangyue.policies.lists import ENTRIES
from guangyue.policies.models import FigureEntry
from guangyue.policies.permissions import APPROVE_FIGURES, PROPOSE_FIGURES, VIEW_RULES
from guangyue.policies.pictures import steps_of
from guangyue.policies.services import (
    approve_figure,
    propose_figures,
    reject_figure,
    withdraw_figure,
)
from guangyue.policies.sheets import figure_sheet, problems_of, proposed_in
from guangyue.policies.views.asking import asked_of
from guangyue.rules.parameters import Figure, Table
from guangyue.systems.offered import declared_figures


@dataclass(frozen=True)
class FigureLine:
    """参数项, as the table of all of them shows it."""

    figure: Figure[Any]
    today: str
    since: date | None
    elsewhere: int  # regions with a figure of their own
    gaps: list[Gap]
    rules: list[CityRule]
    waiting: int


@needs(VIEW_RULES)
def figures(request: SignedInRequest) -> HttpResponse:
    question = asked_of(request.GET)
    table = standing_table(known_at=question.known_at)
    lines = list(_lines(table, question.on))
    context = {
        "question": question,
        "lines": lines,
        "waiting": FigureEntry.objects.waiting().count(),
        "may_propose": request.may(PROPOSE_FIGURES),
    }
    return render(request, "policies/figures.html", context, status=question.status)


@needs(VIEW_RULES)
def figure(request: SignedInRequest, key: str) -> HttpResponse:
    """One figure: what it is and was, in each region; which rules use it; what waits."""
    asked, question = _figure(key), asked_of(request.GET)
    table = standing_table(known_at=question.known_at)
    using = rules_using(key)
    approved = FigureEntry.objects.filter(key=key).approved(known_at=question.known_at)
    standing = set(
        FigureEntry.objects.filter(key=key).standing(known_at=question.known_at).values_list("pk", flat=True)
    )
    entries = approved.select_related("region", "proposed_by", "decided_by").order_by(
        "region__code", "-since", "-decided_at"
    )
    context = {
        "question": question,
        "figure": asked,
        "today": told(asked.kind, table(key, None, question.on)),
        "regions": [(name, told(asked.kind, table(key, name, question.on))) for name in table.regions(key)],
        "gaps": gaps_of(key, table, _versions(using)),
        "using": using,
        "entries": [(entry, value_told(entry), entry.pk in standing) for entry in entries],
        "waiting": [
            (one, value_told(one))
            for one in FigureEntry.objects.waiting().filter(key=key).select_related("region")
        ],
        "chart_of": steps_of(asked, table, until=question.on),
        "may_propose": request.may(PROPOSE_FIGURES),
    }
    return render(request, "policies/figure.html", context, status=question.status)


@needs(VIEW_RULES)
def entries(request: SignedInRequest) -> HttpResponseBase:
    rows = FigureEntry.objects.select_related("region", "proposed_by", "decided_by")
    context = {"may_propose": request.may(PROPOSE_FIGURES)}
    return show_list(request, ENTRIES, rows, template="policies/figure_entries.html", context=context)


@needs(VIEW_RULES)
def entry(request: SignedInRequest, number: int) -> HttpResponse:
    """One proposal: what it changes, and which rules it touches."""
    rows = FigureEntry.objects.select_related("region", "proposed_by", "decided_by")
    shown = get_object_or_404(rows, pk=number)
    asked = _figure(shown.key)
    before = standing_table(known_at=shown.proposed_at)
    context = {
        "entry": shown,
        "figure": asked,
        "value": value_told(shown),
        "before": told(
            asked.kind, before(shown.key, shown.region.name if shown.region else None, shown.since)
        ),
        "using": [
            one
            for one in rules_using(shown.key)
            if any(rule.until is None or rule.until >= shown.since for rule in one.versions)
        ],
        "may_decide": request.may(APPROVE_FIGURES) and shown.is_open,
        "is_own": shown.proposed_by_id == request.user.pk,
    }
    return render(request, "policies/figure_entry.html", context)


@needs(PROPOSE_FIGURES)
def proposing(request: SignedInRequest, key: str) -> HttpResponse:
    """提出 a value, its correction or its end."""
    asked = _figure(key)
    table = standing_table(known_at=timezone.now())
    form = FigureForm(posted(request), figure=asked)
    return answer_form(
        request,
        form,
        title=f"提出参数值：{asked.title}",
        lead="由另一位工作人员审定以后生效。更正已有的数值，填同一个起始日；原来的数值留有记录。",
        facts=[("今天全市的数值", told(asked.kind, table(key, None, timezone.localdate())))],
        back=reverse("policies:figure", args=[key]),
        button="提出",
        do=lambda said: propose_figures(
            proposed=[form.proposed()], scope=request.scope, by=request.user, at=timezone.now()
        ),
        done="已经提出，等另一位工作人员审定。",
    )


@never_cache
@needs(PROPOSE_FIGURES)
def importing(request: SignedInRequest) -> HttpResponseBase:
    """Excel 导入: all rows are proposed, or none."""
    at = timezone.now()

    def check(reading: Reading) -> Iterable[Problem]:
        return problems_of(reading, scope=request.scope, at=at)

    def take(rows: Sequence[Row]) -> HttpResponse:
        made = propose_figures(proposed=proposed_in(rows), scope=request.scope, by=request.user, at=at)
        messages.success(request, f"已经提出 {len(made)} 个参数值，等另一位工作人员审定。")
        return redirect("policies:figure_entries")

    return bring_in(request, figure_sheet(), take=take, check=check)


@require_POST
@needs(APPROVE_FIGURES)
def approval(request: SignedInRequest, number: int) -> HttpResponse:
    shown = get_object_or_404(FigureEntry, pk=number)
    using = len(rules_using(shown.key))
    if question := ask_first(
        request,
        question="审定这个参数值？",
        consequence=f"从现在起，用到它的 {using} 条规则按它判定；审定以后不能改，更正要另提一个数值。",
        yes="审定",
    ):
        return question
    approve_figure(entry=shown, by=request.user, at=timezone.now())
    messages.success(request, "已经审定。")
    return redirect(shown)


@needs(APPROVE_FIGURES)
def rejection(request: SignedInRequest, number: int) -> HttpResponse:
    shown = get_object_or_404(FigureEntry, pk=number)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title="不予通过",
        lead=f"{_figure(shown.key).title}，{shown.where}，{value_told(shown)}",
        back=shown.get_absolute_url(),
        button="不予通过",
        do=lambda said: reject_figure(entry=shown, **said, by=request.user, at=timezone.now()),
        done="已经退回提出人。",
    )


@require_POST
@needs(PROPOSE_FIGURES)
def withdrawal(request: SignedInRequest, number: int) -> HttpResponse:
    shown = get_object_or_404(FigureEntry, pk=number)
    withdraw_figure(entry=shown, by=request.user, at=timezone.now())
    messages.success(request, "已经撤回。")
    return redirect(shown)


def _figure(key: str) -> Figure[Any]:
    figures = declared_figures()
    if key not in figures:
        raise Http404
    return figures[key]


def _lines(table: Table, on: date) -> Iterator[FigureLine]:
    waiting: dict[str, int] = {}
    for key in FigureEntry.objects.waiting().values_list("key", flat=True):
        waiting[key] = waiting.get(key, 0) + 1
    for key, one in declared_figures().items():
        using = rules_using(key)
        begun = [entry.since for entry in table.entries if entry.key == key and entry.since <= on]
        yield FigureLine(
            figure=one,
            today=told(one.kind, table(key, None, on)),
            since=max(begun, default=None),
            elsewhere=len(table.regions(key)),
            gaps=gaps_of(key, table, _versions(using)),
            rules=using,
            waiting=waiting.get(key, 0),
        )


def _versions(using: Iterable[CityRule]) -> list[Any]:
    return [version for one in using for version in one.versions]
