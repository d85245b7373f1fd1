"""综合窗口 for a whole 一件事: its questions and who applies, one form and one set of materials, taken in."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.forms import Form
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.bundles.counter_forms import BundleCheckForm, ThemeCounterForm
from guangyue.bundles.filling import Filling, filling_of
from guangyue.bundles.models import BundleCase, Theme
from guangyue.bundles.printing import missing_paper, receipt_paper
from guangyue.bundles.services.counter import (
    begin_bundle_at_counter,
    discard_bundle_at_counter,
    keep_bundle_at_counter,
    take_in_bundle,
)
from guangyue.bundles.services.opening import intake_of
from guangyue.bundles.showing import shown_of
from guangyue.cases.counter import places_received_for, window_of, windows_of
from guangyue.cases.finding import find_someone
from guangyue.cases.permissions import RECEIVE_CASES
from guangyue.cases.services.counter import Someone, Taken
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import local_day
from guangyue.kit.confirmation import ask_first
from guangyue.kit.refusals import Refused
from guangyue.kit.typesetting import answer_with
from guangyue.registries.permissions import LOOK_AT_PERSONS

KEEP, NOTICE = "keep", "notice"


@never_cache
@needs(RECEIVE_CASES)
def take_in(request: SignedInRequest, key: str) -> HttpResponse:
    """The situation by the questions of the theme, and who applies."""
    theme = get_object_or_404(Theme.objects.offered().select_related("current", "lead"), key=key)
    assert theme.current is not None
    data = request.POST if request.method == "POST" else None
    windows = windows_of(request.scope)
    form = ThemeCounterForm(theme.current.designed, places_received_for(windows), data=data)
    if form.is_bound and form.is_valid():
        try:
            bundle = begin_bundle_at_counter(
                theme=theme,
                situation=form.situation(),
                region=form.cleaned_data["region"],
                window=window_of(request.user, windows),
                someone=_someone(request, form, theme),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refused:
            form.add_error(_field_of(refused, form), refused.sentence)
        else:
            return redirect("bundles:counter", bundle.key)
    context = {"theme": theme, "form": form, "shown": shown_of(theme, request.POST)}
    return render(request, "bundles/desk_take_in.html", context, status=_status(form.errors))


@never_cache
@needs(RECEIVE_CASES)
def counter(request: SignedInRequest, key: UUID) -> HttpResponse:
    """One form with what the registers know, and one set of materials, ticked off one by one."""
    at = timezone.now()
    bundle = _own_draft(request, key)
    does = request.POST.get("do", "") if request.method == "POST" else ""
    filling = filling_of(bundle, data=request.POST if does else None, whole=does not in (KEEP, NOTICE), at=at)
    checks = BundleCheckForm(bundle, bundle.papers.order_by("pk"), data=request.POST if does else None)
    if does:
        fit = all([filling.form.is_valid(), checks.is_valid()])
        if does in (KEEP, NOTICE):
            keep_bundle_at_counter(bundle=bundle, taken=_taken(filling, checks), at=at)
            return _kept(request, bundle, does)
        if fit:
            try:
                return _take_in(request, bundle, filling, checks)
            except Refused as refused:
                checks.add_error(_field_of(refused, checks), refused.sentence)
    context = {
        "bundle": bundle,
        "parts": bundle.parts.order_by("pk"),
        "filling": filling,
        "checks": checks,
    }
    return render(
        request, "bundles/desk_counter.html", context, status=_status(filling.form.errors, checks.errors)
    )


@require_POST
@needs(RECEIVE_CASES)
def counter_discard(request: SignedInRequest, key: UUID) -> HttpResponse:
    bundle = _own_draft(request, key)
    question = ask_first(
        request,
        question=f"不收了：{bundle.theme}？",
        consequence="填好的内容会删去，不能恢复。",
        yes="确认不收了",
    )
    if question:
        return question
    discard_bundle_at_counter(bundle=bundle)
    messages.success(request, "没有收的内容已经删去。")
    return redirect("cases:window")


@never_cache
@needs(RECEIVE_CASES)
def counter_notice(request: SignedInRequest, key: UUID) -> HttpResponseBase:
    """一次性告知: all that is missing, told at once and on paper, before anything can be taken in."""
    bundle = _own_draft(request, key)
    if not bundle.papers.lacking().exists():
        raise Refused("材料没有缺的，可以直接收件。")
    paper = missing_paper(bundle, blocks=not intake_of(bundle).may_begin, on=local_day(timezone.now()))
    return answer_with(paper)


@never_cache
@needs(RECEIVE_CASES)
def receipt(request: SignedInRequest, number: str) -> HttpResponseBase:
    """一份回执, printed for whoever stands at the counter."""
    within_reach = request.scope.rows(region="region_id") | Q(received_by=request.user)
    rows = BundleCase.objects.handed_in().filter(within_reach)
    return answer_with(receipt_paper(get_object_or_404(rows.select_related("theme__lead"), number=number)))


def _someone(request: SignedInRequest, form: ThemeCounterForm, theme: Theme) -> Someone:
    return find_someone(
        number=form.cleaned_data["number"],
        is_person=form.is_person,
        name=form.cleaned_data["name"],
        title=theme.title,
        by=request.user,
        scope=request.scope_of(LOOK_AT_PERSONS),
        at=timezone.now(),
    )


def _kept(request: SignedInRequest, bundle: BundleCase, does: str) -> HttpResponse:
    if does == NOTICE:
        return redirect("bundles:counter_notice", bundle.key)
    messages.success(request, "已经暂存，在综合窗口的“收了一半的”里可以接着办。")
    return redirect("cases:window")


def _take_in(
    request: SignedInRequest, bundle: BundleCase, filling: Filling, checks: BundleCheckForm
) -> HttpResponse:
    taken = take_in_bundle(
        bundle=bundle,
        taken=_taken(filling, checks),
        consent=checks.cleaned_data["consent"],
        promised=checks.cleaned_data["promised"],
        partly=checks.cleaned_data["partly"],
        early=checks.cleaned_data["early"],
        by=request.user,
        at=timezone.now(),
    )
    messages.success(request, f"已经收件：{taken.number}，各部门同时办理。")
    return redirect(taken)


def _taken(filling: Filling, checks: BundleCheckForm) -> Taken:
    return Taken(
        answers=filling.answers(),
        sources=filling.sources(),
        marks=checks.marks(),
        phone=checks.cleaned_data.get("phone", ""),
        delivery=checks.cleaned_data.get("delivery", ""),
    )


def _own_draft(request: SignedInRequest, key: UUID) -> BundleCase:
    rows = BundleCase.objects.half_taken(request.user)
    return get_object_or_404(
        rows.select_related("theme__lead", "version", "region", "person", "firm"), key=key
    )


def _field_of(refused: Refused, form: Form) -> str | None:
    return refused.field if refused.field in form.fields else None


def _status(*errors: object) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if any(errors) else HTTPStatus.OK
