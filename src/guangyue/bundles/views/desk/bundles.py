"""一件事办件 on the desk: the list, one of them with its matters, acceptance and delivery."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.bundles import lists
from guangyue.bundles.models import BundleCase
from guangyue.bundles.permissions import SEE_BUNDLES
from guangyue.bundles.printing import decision_paper
from guangyue.bundles.refusals import MovedOnAlready
from guangyue.bundles.services.clock import late_parts
from guangyue.bundles.services.handling import accept_bundle, deliver_bundle
from guangyue.bundles.services.timing import time_used
from guangyue.cases.delivery_forms import DeliveryForm
from guangyue.cases.flow import Phase
from guangyue.cases.models import Case
from guangyue.cases.permissions import RECEIVE_CASES
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.typesetting import answer_with
from guangyue.organisations.views.acting import answer_form, posted


@needs(SEE_BUNDLES)
def bundles(request: SignedInRequest) -> HttpResponseBase:
    rows = BundleCase.objects.handed_in().within(request.scope).select_related("theme", "region", "firm")
    return show_list(request, lists.BUNDLES, rows)


@never_cache
@needs(SEE_BUNDLES)
def bundle(request: SignedInRequest, number: str) -> HttpResponse:
    """Every matter with its case; who made it late."""
    at = timezone.now()
    rows = BundleCase.objects.handed_in().seen_by(request.user, scope=request.scope)
    shown = get_object_or_404(rows.select_related("theme__lead", "region", "firm"), number=number)
    parts = list(shown.parts.select_related("case__unit", "case__flow").order_by("pk"))
    cases = [part.case for part in parts if part.case]
    receives = request.may(RECEIVE_CASES) and request.scope_of(RECEIVE_CASES).covers(region=shown.region_id)
    decided = any(case.stands_in is Phase.DECIDED for case in cases)
    context = {
        "bundle": shown,
        "parts": parts,
        "titles": {part.matter: part.title for part in parts},
        "papers": shown.papers.order_by("pk"),
        "late": late_parts(parts, at=at),
        "is_late": bool(shown.due and (shown.decided_at or at) > shown.due),
        "time": time_used(shown, at=at) if shown.accepted_at else None,
        "decision": getattr(shown, "decision", None),
        "may_receive": receives,
        "just_taken": shown.received_by_id == request.user.pk and shown.decided_at is None,
        "may_accept": receives and any(case.stands_in is Phase.RECEIVED for case in cases),
        "may_deliver": receives and decided and (shown.early or shown.decided_at is not None),
    }
    return render(request, "bundles/desk_bundle.html", context)


@require_POST
@needs(RECEIVE_CASES)
def acceptance(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _received_here(request, number)
    accept_bundle(bundle=shown, by=request.user, at=timezone.now())
    messages.success(request, "已经受理，各部门同时办理。")
    return redirect(shown)


@never_cache
@needs(RECEIVE_CASES)
def delivery(request: SignedInRequest, number: str) -> HttpResponse:
    """一起出件, on one slip."""
    shown = _received_here(request, number)
    ready = Case.objects.filter(bundle=shown.number, phase=Phase.DECIDED.name).order_by("pk")
    first = ready.first()
    if first is None:
        raise MovedOnAlready
    form = DeliveryForm(posted(request), case=first)
    return answer_form(
        request,
        form,
        title=f"出件：{shown.theme}",
        lead=f"编号 {shown.number}，一张回证交付全部结果。",
        facts=[("交付的结果", "、".join(ready.values_list("title", flat=True)))],
        back=shown.get_absolute_url(),
        button="出件",
        do=lambda said: deliver_bundle(
            bundle=shown, how=said["how"], slip=form.slip, by=request.user, at=timezone.now()
        ),
        done="已经出件。",
    )


@never_cache
@needs(SEE_BUNDLES)
def decision(request: SignedInRequest, number: str) -> HttpResponseBase:
    rows = BundleCase.objects.within(request.scope).exclude(decision=None)
    return answer_with(decision_paper(get_object_or_404(rows, number=number).decision))


def _received_here(request: SignedInRequest, number: str) -> BundleCase:
    """Any window of the region takes any theme."""
    rows = BundleCase.objects.handed_in().filter(request.scope.rows(region="region_id"))
    return get_object_or_404(rows, number=number)
