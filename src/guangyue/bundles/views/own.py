"""我的一件事: begun by its questions, one form, one set of materials, one progress."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.accounts.models import Kind
from guangyue.bundles.filling import filling_of
from guangyue.bundles.models import BundleCase, Theme
from guangyue.bundles.models.cases import BundleCaseQuerySet
from guangyue.bundles.printing import decision_paper, receipt_paper
from guangyue.bundles.services.handling import withdraw_bundle
from guangyue.bundles.services.opening import open_bundle, save_bundle
from guangyue.bundles.services.timing import time_used
from guangyue.bundles.showing import answers_of
from guangyue.bundles.standing import Standing
from guangyue.cases.intake import Applicant
from guangyue.cases.situations import chosen_region
from guangyue.cases.views.own.beginning import channel_of
from guangyue.kit.access import SignedInRequest, for_signed_in, open_to_all
from guangyue.kit.clocks import local_day
from guangyue.kit.confirmation import ask_first
from guangyue.kit.refusals import Refused
from guangyue.kit.typesetting import answer_with
from guangyue.registries.identity import identity_address, identity_of
from guangyue.registries.models import Firm

NEXT = "next"


@require_POST
@open_to_all
def begin(request: SignedInRequest, key: str) -> HttpResponse:
    """开始办理: by the answers and the region that the guide carried along."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    if request.user.kind == Kind.STAFF:
        raise Refused("工作账户不能为自己申请。")
    applicant = identity_of(request.user)
    if applicant is None:
        return redirect(identity_address(back=reverse("bundles:theme", args=[key])))
    theme = get_object_or_404(Theme.objects.offered().select_related("current"), key=key)
    at = timezone.now()
    bundle = open_bundle(
        theme=theme,
        situation=answers_of(theme.current.designed, request.POST) if theme.current else {},
        region=chosen_region(request.POST.get("region", ""), applicant, on=local_day(at)),
        applicant=applicant,
        channel=channel_of(request),
        at=at,
    )
    return redirect("bundles:own_fill", bundle.key)


@never_cache
@for_signed_in
def bundles(request: SignedInRequest) -> HttpResponse:
    """我的一件事."""
    rows = own_bundles(request).select_related("theme").prefetch_related("parts").order_by("-pk")
    return render(request, "bundles/own_bundles.html", {"bundles": list(rows[:100])})


@never_cache
@for_signed_in
def fill(request: SignedInRequest, key: UUID) -> HttpResponse:
    """一张表单: what the registers know is shown, the rest is asked once for all matters."""
    bundle = own_bundle_of(request, key)
    if bundle.number:
        return redirect("bundles:own_bundle", bundle.key)
    does = request.POST.get("do", "") if request.method == "POST" else ""
    filling = filling_of(bundle, data=request.POST if does else None, whole=does == NEXT, at=timezone.now())
    if not does:
        return render(request, "bundles/own_fill.html", {"bundle": bundle, "filling": filling})
    valid = filling.is_valid()
    save_bundle(bundle=bundle, answers=filling.answers(), sources=filling.sources(), phone=filling.phone())
    if not valid:
        context = {"bundle": bundle, "filling": filling}
        return render(request, "bundles/own_fill.html", context, status=422)
    if does == NEXT:
        return redirect("bundles:own_papers", bundle.key)
    messages.success(request, "已经保存，下次从“我的一件事”里接着填。")
    return redirect("bundles:own_fill", bundle.key)


@never_cache
@for_signed_in
def bundle(request: SignedInRequest, key: UUID) -> HttpResponse:
    """一个进度: every matter of it, one number and one due date."""
    shown = own_bundle_of(request, key)
    if not shown.number:
        return redirect("bundles:own_fill", shown.key)
    parts = list(shown.parts.select_related("case__unit", "case__flow").order_by("pk"))
    titles = {part.matter: part.title for part in parts}
    context = {
        "bundle": shown,
        "parts": parts,
        "titles": titles,
        "lacking": shown.papers.lacking(),
        "owed": shown.papers.owed(),
        "holds_back": any(part.stands is Standing.HELD for part in parts),
        "time": time_used(shown, at=timezone.now()) if shown.accepted_at else None,
        "decision": getattr(shown, "decision", None),
        "may_withdraw": shown.decided_at is None,
    }
    return render(request, "bundles/own_bundle.html", context)


@require_POST
@for_signed_in
def withdrawal(request: SignedInRequest, key: UUID) -> HttpResponse:
    shown = own_bundle_of(request, key)
    if question := ask_first(
        request,
        question="撤回这件事？",
        consequence="还没有办好的事项都不再办理，已经办好的保留；撤回以后要重新申请。",
        yes="撤回",
    ):
        return question
    withdraw_bundle(bundle=shown, by=request.user, at=timezone.now())
    messages.success(request, "已经撤回。")
    return redirect("bundles:own_bundle", shown.key)


@never_cache
@for_signed_in
def receipt(request: SignedInRequest, key: UUID) -> HttpResponseBase:
    """一份回执."""
    shown = get_object_or_404(own_bundles(request).handed_in(), key=key)
    return answer_with(receipt_paper(shown))


@never_cache
@for_signed_in
def decision(request: SignedInRequest, key: UUID) -> HttpResponseBase:
    """综合决定书."""
    shown = get_object_or_404(own_bundles(request).exclude(decision=None), key=key)
    return answer_with(decision_paper(shown.decision))


def own_bundles(request: SignedInRequest) -> BundleCaseQuerySet:
    applicant: Applicant | None = identity_of(request.user)
    if applicant is None:
        return BundleCase.objects.none()
    if isinstance(applicant, Firm):
        return BundleCase.objects.filter(firm=applicant)
    return BundleCase.objects.filter(person=applicant)


def own_bundle_of(request: SignedInRequest, key: UUID) -> BundleCase:
    rows = own_bundles(request).select_related("theme__current", "theme__lead", "region", "person", "firm")
    return get_object_or_404(rows, key=key)
