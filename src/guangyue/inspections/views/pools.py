"""两库 on the desk: subjects and inspectors, by table and from the registries; classes and recusals."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.inspections import lists, sheets
from guangyue.inspections.forms import ClassesForm, FromRegistryForm, RecusalForm
from guangyue.inspections.models import Inspector, Item, Recusal, Subject
from guangyue.inspections.permissions import KEEP_POOLS, SEE_INSPECTIONS
from guangyue.inspections.services.pools import (
    classify_subject,
    end_recusal,
    enter_inspectors,
    enter_subjects,
    recuse,
    take_from_registry,
)
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.sheets import Problem, Reading, Row, bring_in
from guangyue.organisations.models import Region
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.registries.models import Firm


@needs(SEE_INSPECTIONS)
def subjects(request: SignedInRequest) -> HttpResponseBase:
    rows = Subject.objects.within(request.scope).select_related("region")
    context = {"may_keep": request.may(KEEP_POOLS)}
    return show_list(request, lists.SUBJECTS, rows, template="inspections/subjects.html", context=context)


@needs(SEE_INSPECTIONS)
def subject(request: SignedInRequest, number: str) -> HttpResponse:
    """What is public of its visits; what is drawn and not revealed does not show here."""
    shown = _subject(request, number)
    context = {
        "subject": shown,
        "items": shown.items.select_related("organisation"),
        "recusals": shown.recusals.standing().select_related("inspector__organisation"),
        "visits": shown.visits.readable_by(request.user).select_related("batch", "clue", "special_field")[
            :20
        ],
        "may_keep": request.may(KEEP_POOLS),
    }
    return render(request, "inspections/subject.html", context)


@needs(KEEP_POOLS)
def classes(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _subject(request, number)
    initial = {"risk_class": shown.risk_class, "credit_class": shown.credit_entered}
    return answer_form(
        request,
        ClassesForm(posted(request), initial=initial),
        title=f"{shown}的等级",
        lead="等级越差，抽中的机会越大；已经公布承诺的批次不受影响。",
        back=shown.get_absolute_url(),
        button="保存",
        do=lambda said: classify_subject(subject=shown, **said, at=timezone.now()),
        done="等级已经更新。",
    )


@needs(KEEP_POOLS)
def recusal(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _subject(request, number)
    form = RecusalForm(posted(request), inspectors=Inspector.objects.within(request.scope))
    return answer_form(
        request,
        form,
        title=f"登记对{shown}的回避",
        lead="从下一个批次起，他不会被匹配去检查这个对象。",
        back=shown.get_absolute_url(),
        button="登记回避",
        do=lambda said: recuse(subject=shown, **said, by=request.user, at=timezone.now()),
        done="回避已经登记。",
    )


@require_POST
@needs(KEEP_POOLS)
def recusal_end(request: SignedInRequest, pk: int) -> HttpResponse:
    rows = Recusal.objects.filter(subject__in=Subject.objects.within(request.scope))
    ended = end_recusal(
        recusal=get_object_or_404(rows.select_related("subject"), pk=pk), by=request.user, at=timezone.now()
    )
    messages.success(request, "回避已经解除。")
    return redirect("inspections:subject", ended.subject.number)


@needs(KEEP_POOLS)
def subject_intake(request: SignedInRequest) -> HttpResponseBase:
    def take(rows: Sequence[Row]) -> HttpResponse:
        many = enter_subjects(rows=sheets.subjects_of(rows, request.scope), at=timezone.now())
        messages.success(request, f"已经登记 {many:,} 个检查对象。")
        return redirect("inspections:subjects")

    def check(reading: Reading) -> Iterable[Problem]:
        return sheets.check_subjects(reading, request.scope)

    return bring_in(request, sheets.SUBJECTS, take=take, check=check)


@needs(KEEP_POOLS)
def registry_intake(request: SignedInRequest) -> HttpResponse:
    """由名录库更新."""
    regions = Region.objects.within(request.scope).of_county_level()
    form = FromRegistryForm(posted(request), items=Item.objects.within(request.scope), regions=regions)

    def take(said: Mapping[str, Any]) -> None:
        region = said["region"]
        firms = Firm.objects.filter(Q(region=region) | Q(region__parent=region))
        if said["industry"]:
            firms = firms.filter(industry=said["industry"])
        many = take_from_registry(firms=firms, items=[said["item"]], at=timezone.now())
        messages.info(request, f"名录里有 {many:,} 个。")

    return answer_form(
        request,
        form,
        title="由经营主体名录更新",
        lead="名录里的经营主体列入这个事项的检查对象；已经注销的不再抽取。",
        back=reverse("inspections:subjects"),
        button="更新",
        do=take,
        done="检查对象名录库已经更新。",
    )


@needs(SEE_INSPECTIONS)
def inspectors(request: SignedInRequest) -> HttpResponseBase:
    rows = Inspector.objects.within(request.scope).select_related("organisation", "region")
    context = {"may_keep": request.may(KEEP_POOLS)}
    return show_list(request, lists.INSPECTORS, rows, template="inspections/inspectors.html", context=context)


@needs(SEE_INSPECTIONS)
def inspector(request: SignedInRequest, number: str) -> HttpResponse:
    rows = Inspector.objects.within(request.scope).select_related("organisation", "region", "account")
    shown = get_object_or_404(rows, number=number)
    context = {
        "inspector": shown,
        "able": shown.is_able(timezone.localdate()),
        "recusals": shown.recusals.standing().select_related("subject"),
        "visits": shown.memberships.count(),
    }
    return render(request, "inspections/inspector.html", context)


@needs(KEEP_POOLS)
def inspector_intake(request: SignedInRequest) -> HttpResponseBase:
    def take(rows: Sequence[Row]) -> HttpResponse:
        many = enter_inspectors(rows=sheets.inspectors_of(rows, request.scope), at=timezone.now())
        messages.success(request, f"已经登记 {many:,} 名执法人员。")
        return redirect("inspections:inspectors")

    def check(reading: Reading) -> Iterable[Problem]:
        return sheets.check_inspectors(reading, request.scope)

    return bring_in(request, sheets.INSPECTORS, take=take, check=check)


def _subject(request: SignedInRequest, number: str) -> Subject:
    rows = Subject.objects.within(request.scope).select_related("region", "firm")
    return get_object_or_404(rows, number=number)
