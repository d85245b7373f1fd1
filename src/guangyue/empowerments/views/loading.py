"""载入清单: the attachments that the gazette leaves out."""

from collections.abc import Iterable, Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.empowerments.models import GrantingDocument
from guangyue.empowerments.permissions import KEEP_POWERS
from guangyue.empowerments.progress import warnings
from guangyue.empowerments.sheets import Intake, PowerList
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.sheets import Problem, Reading, Row, bring_in
from guangyue.organisations.models import Organisation
from guangyue.systems.today import day_of_the_city


@never_cache
@needs(KEEP_POWERS)
def loading(request: SignedInRequest, pk: int, which: str) -> HttpResponseBase:
    document = get_object_or_404(GrantingDocument, pk=pk)
    if which not in (one.value for one in PowerList):
        raise Http404
    reached = set(Organisation.objects.within(request.scope).values_list("pk", flat=True))
    intake = Intake(PowerList(which), document, on=day_of_the_city(), reached=reached)

    def check(reading: Reading) -> Iterable[Problem]:
        return intake.problems(reading)

    def take(rows: Sequence[Row]) -> HttpResponse:
        many = intake.take(rows, by=request.user, at=timezone.now())
        messages.success(request, f"已经载入 {many} 行。")
        for warning in warnings():
            messages.warning(request, f"{warning}。")
        stopped = intake.which is PowerList.STOPPED
        return redirect("empowerments:stopped" if stopped else "empowerments:powers")

    return bring_in(request, intake.which.sheet, take=take, check=check)
