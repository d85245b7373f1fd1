"""流转: one move of a case, made by whoever's turn it is."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.cases.acting import arrow_for
from guangyue.cases.models import Case
from guangyue.cases.services.moving import move_case
from guangyue.cases.views.saying import said_in
from guangyue.kit.access import SignedInRequest, for_staff
from guangyue.kit.confirmation import ask_first


@require_POST
@for_staff
def move(request: SignedInRequest, number: str, arrow: str) -> HttpResponse:
    """`since` is the step at which the page showed the case: whoever comes second is told."""
    case = get_object_or_404(Case.objects.handed_in().at_hand(), number=number)
    declared = arrow_for(request, case, arrow)
    if declared.confirms:
        title = f"{declared.title}：{case.number}"
        question = ask_first(
            request, question=title, consequence=declared.confirms, yes=f"确认{declared.title}"
        )
        if question:
            return question
    made = move_case(
        case=case,
        arrow=arrow,
        by=request.user,
        actor=declared.by,
        at=timezone.now(),
        said=said_in(request, longest=1000),
        since=request.POST.get("since", ""),
    )
    messages.success(request, f"{made.title}：{case.number}。")
    return see_case(case)


def see_case(case: Case) -> HttpResponse:
    """303: what was posted is done, the case page is to be got."""
    response = redirect(case)
    response.status_code = HTTPStatus.SEE_OTHER
    return response
