"""我的时限: limits that an official keeps an eye on; they stand among the to-dos, with their light."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.kit.access import Scope, SignedInRequest, for_staff
from guangyue.kit.calendar.forms import OwnLimitForm, PauseForm
from guangyue.kit.clocks import Reading
from guangyue.kit.limits import Unit
from guangyue.kit.models import HolidayNotice, RunningLimit
from guangyue.kit.refusals import Refused
from guangyue.kit.services.limits import end_limit, pause_limit, resume_limit, start_limit
from guangyue.kit.todo import Todo


@for_staff
def limits(request: SignedInRequest) -> HttpResponse:
    at = timezone.now()
    form = OwnLimitForm(
        request.POST if request.method == "POST" else None,
        initial={"start": timezone.localdate(at), "amount": 5, "unit": Unit.WORKING_DAY.name},
    )
    if request.method == "POST" and form.is_valid():
        clock = form.cleaned_data["clock"]
        start_limit(
            title=form.cleaned_data["title"],
            limit=clock.limit,
            started=clock.started,
            responsible=request.user,
        )
        return HttpResponseRedirect(reverse("calendar:limits"))
    context = {"form": form, "limits": _read(request.user, at=at)}
    return render(request, "kit/calendar/limits.html", context, status=422 if form.errors else 200)


@require_POST
@for_staff
def pause(request: SignedInRequest, pk: int) -> HttpResponse:
    form = PauseForm(request.POST)
    if not form.is_valid():
        raise Refused("请填写暂停原因，最多 60 个字。", field="ground")
    running = _own(request, pk)
    pause_limit(running=running, ground=form.cleaned_data["ground"], by=request.user, at=timezone.now())
    return HttpResponseRedirect(reverse("calendar:limits"))


@require_POST
@for_staff
def resumption(request: SignedInRequest, pk: int) -> HttpResponse:
    resume_limit(running=_own(request, pk), by=request.user, at=timezone.now())
    return HttpResponseRedirect(reverse("calendar:limits"))


@require_POST
@for_staff
def ending(request: SignedInRequest, pk: int) -> HttpResponse:
    end_limit(running=_own(request, pk), at=timezone.now())
    return HttpResponseRedirect(reverse("calendar:limits"))


@for_staff
def limits_to_keep(*, user: Any, scope: Scope, at: datetime) -> Iterator[Todo]:
    """The person's own limits, as to-dos."""
    for running, reading in _read(user, at=at):
        yield Todo(
            kind="时限",
            title=running.title,
            link=reverse("calendar:limits"),
            since=running.started,
            detail=str(running.limit),
            clock=reading,
        )


def _read(user: Any, *, at: datetime) -> list[tuple[RunningLimit, Reading]]:
    calendar = HolidayNotice.objects.calendar()
    open_ones = RunningLimit.objects.open().filter(responsible=user).prefetch_related("pauses")
    readings = [(running, running.clock.read(calendar, at=at)) for running in open_ones]
    return sorted(readings, key=lambda pair: pair[1].due.moment)


def _own(request: SignedInRequest, pk: int) -> RunningLimit:
    return get_object_or_404(RunningLimit, pk=pk, responsible=request.user)
