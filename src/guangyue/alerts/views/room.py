"""响应地图 and 指挥大屏: the response as a whole, on a map and on the wall of the command room."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from guangyue.alerts.mapping import response_map
from guangyue.alerts.models import Order, Warning
from guangyue.alerts.permissions import SEE_ALERTS
from guangyue.alerts.recommending import recommended
from guangyue.alerts.views.outlook import picture_of
from guangyue.alerts.watching import clocks_of, counties_of
from guangyue.kit.access import SignedInRequest, needs

DRAWN_AGAIN = 600  # seconds: the map; the numbers beside it change by themselves


@needs(SEE_ALERTS)
def response(request: SignedInRequest) -> HttpResponse:
    return render(request, "alerts/response_map.html", _mapped(request))


@needs(SEE_ALERTS)
def room(request: SignedInRequest) -> HttpResponse:
    """One wall: the air now and to come, the level, the clocks that run, counties, orders, the map."""
    shown = _mapped(request)
    warning, at = shown["warning"], shown["at"]
    advised = recommended(at=at, exercise=shown["exercise"])
    context = {
        **shown,
        "advised": advised,
        "picture_shown": picture_of(advised),
        "clocks": clocks_of(warning, at=at),
        "counties": counties_of(warning, scope=request.scope) if warning else [],
        "counted": Order.objects.of(warning).within(request.scope).counted() if warning else {},
    }
    answer = render(request, "alerts/room.html", context)
    answer["Refresh"] = str(DRAWN_AGAIN)
    return answer


def _mapped(request: SignedInRequest) -> dict[str, Any]:
    """`?exercise=1` is a drill."""
    at, exercise = timezone.now(), request.GET.get("exercise") == "1"
    warning = Warning.objects.in_force(exercise=exercise).responding().first()
    drawn = response_map(warning, scope=request.scope, at=at, exercise=exercise)
    return {"at": at, "exercise": exercise, "warning": warning, "map": drawn}
