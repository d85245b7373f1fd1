"""预演的页面: how far it has come, who gains and who loses, two of them side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from guangyue.kit.access import Scope, SignedInRequest, needs
from guangyue.kit.money import Money
from guangyue.kit.sheets import Form, Value, export
from guangyue.organisations.models import Region
from guangyue.policies.models import Rehearsal
from guangyue.policies.permissions import REHEARSE_POLICIES
from guangyue.policies.rehearsing import pictures
from guangyue.policies.rehearsing.changes import read
from guangyue.policies.rehearsing.people import lines_of
from guangyue.policies.rehearsing.summaries import FIRM, PERSON, Cell, Row, Summary
from guangyue.policies.rehearsing.touched import searched_offers
from guangyue.policies.rehearsing.wording import figure_sides, rule_sides
from guangyue.registries.permissions import LOOK_AT_PERSONS, VIEW_FIRMS
from guangyue.rules.comparing import CHANGED, Change

FORMS: dict[str, Form] = {"xlsx": "xlsx", "csv": "csv"}
COUNTED = ("新增", "减少", "提高", "降低", "判定不了", "现在支出", "改后支出", "差额")
MONTHLY = ("县（市、区）", "月份", "发放", "现在享受", "改后享受", "现在支出", "改后支出", "差额")
LISTS = {PERSON: LOOK_AT_PERSONS, FIRM: VIEW_FIRMS}


@dataclass(frozen=True)
class Compared:
    """One of two rehearsals side by side."""

    rehearsal: Rehearsal
    summary: Summary
    headline: str


@needs(REHEARSE_POLICIES)
def rehearsal(request: SignedInRequest, number: int) -> HttpResponseBase:
    shown = _seen(request, number)
    summary = Summary.read(shown.summary) if shown.summary else None
    form = FORMS.get(request.GET.get("export", ""))
    if summary and form:
        return _export(shown, summary, request.GET.get("table", ""), form)
    changes, names = read(shown.changes), _names()
    context = {
        "rehearsal": shown,
        "summary": summary,
        "figures": list(figure_sides(changes, at=shown.known_at)),
        "rules": list(rule_sides(changes)),
        "is_own": shown.started_by_id == request.user.pk,
    }
    if summary:
        context |= {
            "headline": summary.headline(shown.months),
            "names": names,
            "titles": _titles(),
            "charts": [
                *pictures.by_district(summary, names),
                pictures.by_month(summary),
                pictures.spread(summary),
            ],
            "months": pictures.months_of(summary.cells),
            "cells": summary.by_place(),
            "lists": list(_lists(request, summary)),
            "others": _finished(request).exclude(pk=shown.pk)[:30],
        }
    part = request.headers.get("HX-Request") == "true"
    response = render(request, "policies/rehearsal.html", context)
    if part and shown.ended_at:
        response["HX-Refresh"] = "true"
    return response


@needs(REHEARSE_POLICIES)
def rehearsal_people(request: SignedInRequest, number: int, kind: str) -> HttpResponse:
    """名单, masked, of those within reach."""
    shown = _seen(request, number)
    changes = {one.name.lower(): one for one in CHANGED}
    change = changes.get(request.GET.get("change", ""), Change.GAINED)
    if kind not in LISTS or shown.summary is None:
        raise Http404
    scope = _scope(request, kind)
    asked = request.GET.get("page", "")
    context = {
        "rehearsal": shown,
        "kind": kind,
        "change": change,
        "changes": CHANGED,
        "titles": _titles(),
        "lines": lines_of(
            shown, kind=kind, change=change, scope=scope, page=int(asked) if asked.isdecimal() else 1
        ),
    }
    return render(request, "policies/rehearsal_people.html", context)


@needs(REHEARSE_POLICIES)
def rehearsals_compared(request: SignedInRequest) -> HttpResponse:
    """两次预演对比."""
    numbers = [request.GET.get(name, "") for name in ("one", "other")]
    found = [
        get_object_or_404(_finished(request), pk=int(number) if number.isdecimal() else 0)
        for number in numbers
    ]
    if found[0] == found[1]:
        return redirect(found[0])
    sides = [
        Compared(one, summary, summary.headline(one.months))
        for one in found
        if (summary := Summary.read(one.summary or {}))
    ]
    districts = sorted({row.key for side in sides for row in side.summary.districts})
    rows = [{row.key: row for row in side.summary.districts} for side in sides]
    context = {
        "sides": sides,
        "names": _names(),
        "districts": [(key, [side.get(key) for side in rows]) for key in districts],
    }
    return render(request, "policies/rehearsals_compared.html", context)


def _seen(request: SignedInRequest, number: int) -> Rehearsal:
    rows = Rehearsal.objects.seen_by(request.user).select_related("draft", "work", "started_by")
    return get_object_or_404(rows, pk=number)


def _finished(request: SignedInRequest) -> QuerySet[Rehearsal]:
    return Rehearsal.objects.seen_by(request.user).finished().select_related("draft")


def _names() -> dict[str, str]:
    return dict(Region.objects.values_list("code", "name"))


def _titles() -> dict[str, str]:
    return {one.code: one.title for one in searched_offers()}


def _scope(request: SignedInRequest, kind: str) -> Scope:
    return request.scope_of(LISTS[kind])


def _lists(request: SignedInRequest, summary: Summary) -> Iterator[tuple[Row, bool]]:
    """Of persons and of firms the counts, and whether one may see whom."""
    for row in summary.kinds:
        if any((row.gained, row.lost, row.more, row.less)):
            yield row, request.may(LISTS[row.key])


def _export(shown: Rehearsal, summary: Summary, table: str, form: Form) -> HttpResponseBase:
    name = f"政策预演 {shown.draft} {timezone.localdate():%Y-%m-%d}"
    names = _names()
    match table:
        case "districts":
            return export(name, ("县（市、区）", *COUNTED), _rows(summary.districts, names), as_=form)
        case "policies":
            return export(name, ("政策", *COUNTED), _rows(summary.policies, _titles()), as_=form)
    return export(name, MONTHLY, _cells(summary.cells, names), as_=form)


def _rows(rows: tuple[Row, ...], names: dict[str, str]) -> Iterator[list[Value]]:
    for one in rows:
        money = (Money(one.before), Money(one.after), one.difference)
        counts = (one.gained, one.lost, one.more, one.less, one.undecided)
        yield [names.get(one.key, one.key), *counts, *money]


def _cells(cells: tuple[Cell, ...], names: dict[str, str]) -> Iterator[list[Value]]:
    for one in cells:
        money = (Money(one.before), Money(one.after), one.difference)
        yield [
            names.get(one.district, one.district),
            one.month,
            "按月" if one.monthly else "一次性",
            one.had,
            one.has,
            *money,
        ]
