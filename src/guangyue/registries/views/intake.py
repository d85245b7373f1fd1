"""Bringing firms and places in from a table."""

from collections.abc import Iterable, Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.sheets import Problem, Reading, Row, bring_in
from guangyue.registries.permissions import RECORD_FACTS
from guangyue.registries.services import intake


@never_cache
@needs(RECORD_FACTS)
def firm_intake(request: SignedInRequest) -> HttpResponseBase:
    def check(reading: Reading) -> Iterable[Problem]:
        return intake.firms_beyond(reading, scope=request.scope)

    def take(rows: Sequence[Row]) -> HttpResponse:
        new, stated = intake.take_firms(rows, by=request.user, at=timezone.now())
        messages.success(request, f"已经导入：新增 {new} 户，登记 {stated} 项事实。")
        return redirect("registries:firms")

    return bring_in(request, intake.FIRMS, take=take, check=check)


@never_cache
@needs(RECORD_FACTS)
def place_intake(request: SignedInRequest) -> HttpResponseBase:
    def check(reading: Reading) -> Iterable[Problem]:
        return intake.places_beyond(reading, scope=request.scope)

    def take(rows: Sequence[Row]) -> HttpResponse:
        new, stated = intake.take_places(rows, by=request.user, at=timezone.now())
        messages.success(request, f"已经导入：新增 {new} 处，登记 {stated} 项事实。")
        return redirect("registries:places")

    return bring_in(request, intake.PLACES, take=take, check=check)
