"""审管互动 on the desk: permits that came, receiving them, planning the first check."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import carried_out
from guangyue.supervision import lists
from guangyue.supervision.forms import PlanForm
from guangyue.supervision.models import PermitHandover
from guangyue.supervision.permissions import ENTER_ACTS, SEE_SUPERVISION
from guangyue.supervision.services.handing_over import plan_first_check, receive_handover


@needs(SEE_SUPERVISION)
def handovers(request: SignedInRequest) -> HttpResponseBase:
    rows = PermitHandover.objects.within(request.scope).select_related("case", "office")
    return show_list(request, lists.HANDOVERS, rows, template="supervision/handovers.html")


@needs(SEE_SUPERVISION)
def handover(request: SignedInRequest, pk: int) -> HttpResponse:
    return _show(request, _handover(request, pk), PlanForm())


@require_POST
@needs(ENTER_ACTS)
def receipt(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = receive_handover(handover=_handover(request, pk), by=request.user, at=timezone.now())
    messages.success(request, "已经签收，请安排首次检查。")
    return redirect(shown)


@require_POST
@needs(ENTER_ACTS)
def plan(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _handover(request, pk)
    form = PlanForm(request.POST)
    if not form.is_valid() or not carried_out(
        form,
        lambda said: plan_first_check(handover=shown, **said, by=request.user, at=timezone.now()),
    ):
        return _show(request, shown, form)
    messages.success(request, "首次检查已经安排。")
    return redirect(shown)


def _handover(request: SignedInRequest, pk: int) -> PermitHandover:
    people = "received_by", "planned_by"
    rows = PermitHandover.objects.within(request.scope).select_related(
        "case__unit", "item", "office", *people
    )
    return get_object_or_404(rows, pk=pk)


def _show(request: SignedInRequest, shown: PermitHandover, form: PlanForm) -> HttpResponse:
    context = {"handover": shown, "form": form, "may_enter": request.may(ENTER_ACTS)}
    return render(request, "supervision/handover.html", context, status=422 if form.errors else 200)
