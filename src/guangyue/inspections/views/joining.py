"""联合检查 on the desk: what could be one visit, and the answer of each side; no name of a unit."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from guangyue.inspections import lists
from guangyue.inspections.batch_forms import JointAnswerForm
from guangyue.inspections.models import JointOffer
from guangyue.inspections.permissions import DRAW_BATCHES, SEE_INSPECTIONS
from guangyue.inspections.services.joining import answer_offer
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import answer_form, posted


@needs(SEE_INSPECTIONS)
def joint_offers(request: SignedInRequest) -> HttpResponseBase:
    return show_list(request, lists.JOINT_OFFERS, _offers(request))


@needs(SEE_INSPECTIONS)
def joint_offer(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(_offers(request), pk=pk)
    answers = {answer.visit_id: answer for answer in shown.answers.select_related("by")}
    speaks = request.may(DRAW_BATCHES)
    context = {
        "offer": shown,
        "sides": [(visit, answers.get(visit.pk)) for visit in shown.sides],
        "may_answer": shown.is_open
        and speaks
        and shown.sides_to_answer(request.scope_of(DRAW_BATCHES)).exists(),
    }
    return render(request, "inspections/joint_offer.html", context)


@needs(DRAW_BATCHES)
def joint_answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """For whichever side one speaks."""
    shown = get_object_or_404(_offers(request), pk=pk)
    sides = list(shown.sides_to_answer(request.scope).select_related("organisation", "batch"))
    form = JointAnswerForm(posted(request))
    return answer_form(
        request,
        form,
        title="答复联合检查",
        lead="双方都同意的，合为一次上门，各查各的事项；有一方不同意的，分别检查。",
        back=shown.get_absolute_url(),
        button="答复",
        facts=[(f"批次 {visit.batch}", visit.organisation) for visit in sides],
        do=lambda said: answer_offer(
            offer=shown, sides=sides, **form.answer(), by=request.user, at=timezone.now()
        ),
        done="答复已经记下。",
    )


def _offers(request: SignedInRequest) -> QuerySet[JointOffer]:
    rows = JointOffer.objects.within(request.scope).select_related(
        "first__organisation", "first__batch", "second__organisation", "second__batch"
    )
    return rows.prefetch_related("first__items__organisation", "second__items__organisation")
