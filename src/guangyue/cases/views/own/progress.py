"""办件进度: for anyone who has the number and the code, with names masked and reasons left out."""

from http import HTTPStatus

from allauth.account.adapter import get_adapter
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.cases.forms import ProgressForm
from guangyue.cases.models import FlowVersion
from guangyue.cases.pictures import WITH_ROAD, road_of_case, road_of_flow
from guangyue.cases.services.looking import find_case
from guangyue.kit.access import SignedInRequest, open_to_all


@never_cache
@open_to_all
def progress(request: SignedInRequest) -> HttpResponse:
    """进度查询. By GET, so that the code in a receipt's picture leads here."""
    form = ProgressForm(request.GET if "number" in request.GET else None)
    form.use_required_attribute = False
    at = timezone.now()
    case = None
    if form.is_bound and form.is_valid():
        case = find_case(**form.cleaned_data, address=get_adapter().get_client_ip(request), at=at)
        if case is None:
            form.add_error("code", "没有这个编号的办件，或者查询码不对。")
    if case is not None:
        prefetch_related_objects([case], *WITH_ROAD)
    context = {"form": form, "case": case, "stops": road_of_case(case, at=at) if case else ()}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "cases/progress.html", context, status=status)


@open_to_all
def flow(request: SignedInRequest, key: str) -> HttpResponse:
    """办理流程: the steps that cases of a flow travel, and every move between them, with its clause."""
    version = FlowVersion.objects.filter(key=key).order_by("-number").first()
    if version is None:
        raise Http404
    declared = version.declared
    context = {
        "version": version,
        "flow": declared,
        "stops": road_of_flow(declared),
        "beside": [step for step in declared.steps if step.key not in declared.road],
        "titles": {step.key: step.title for step in declared.steps},
    }
    return render(request, "cases/flow.html", context)
