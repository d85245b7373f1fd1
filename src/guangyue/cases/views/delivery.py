"""出件 at the window, and the slip that whoever takes the result signs."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from guangyue.cases.acting import acts, case_seen_by
from guangyue.cases.delivery_forms import DeliveryForm
from guangyue.cases.delivery_papers import slip_of
from guangyue.cases.flow import Actor
from guangyue.cases.models import Delivered
from guangyue.cases.permissions import RECEIVE_CASES, SEE_CASES
from guangyue.cases.refusals import MovedOnAlready, NotYourMove
from guangyue.cases.services.delivery import deliver_case, delivering_arrow
from guangyue.cases.views.desk.moves import see_case
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.refusals import at_the_field
from guangyue.kit.typesetting import answer_with
from guangyue.organisations.views.acting import posted


@needs(RECEIVE_CASES)
def delivery(request: SignedInRequest, number: str) -> HttpResponse:
    case = case_seen_by(request, number, "unit", "person", "firm")
    if delivering_arrow(case) is None:
        raise MovedOnAlready
    if not acts(request, case, Actor.CLERK):
        raise NotYourMove
    form = DeliveryForm(posted(request), case=case)
    if form.is_bound and form.is_valid():
        with at_the_field(form):
            deliver_case(
                case=case,
                how=form.cleaned_data["how"],
                slip=form.slip,
                by=request.user,
                at=timezone.now(),
                since=form.cleaned_data["since"],
            )
            messages.success(request, f"已经出件：{case.number}。")
            return see_case(case)
    context = {"case": case, "form": form, "letters": case.letters.filter(replaced_by=None)}
    return render(request, "cases/delivery.html", context, status=422 if form.errors else 200)


@needs(SEE_CASES)
def delivery_slip(request: SignedInRequest, number: str) -> HttpResponseBase:
    """送达回证 as PDF: once it was handed over with what was written, before that to be filled in by hand."""
    case = case_seen_by(request, number, "unit")
    delivered = Delivered.objects.filter(case=case).select_related("by").first()
    if delivered is None and delivering_arrow(case) is None:
        raise MovedOnAlready
    return answer_with(slip_of(case, delivered))
