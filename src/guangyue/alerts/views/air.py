"""监测 on the desk: stations, what they measured, who delivered it, and the platforms that may."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.alerts.declared import response_plan
from guangyue.alerts.forms.air import FeedForm, NewStationForm, StationForm
from guangyue.alerts.lists import air as air_lists
from guangyue.alerts.models import AirDelivery, Feed, HourCorrection, Station, StationHour
from guangyue.alerts.models.air import Provenance
from guangyue.alerts.permissions import OBSERVE_AIR, SEE_ALERTS
from guangyue.alerts.picturing import Picture
from guangyue.alerts.services.observing import Brought, take_hours
from guangyue.alerts.services.stations import end_feed, keep_station, open_feed, open_station
from guangyue.alerts.workbooks import air as air_sheets
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import HOUR, whole_hour
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.kit.sheets import Problem, Reading, Row, bring_in
from guangyue.organisations.models import Region
from guangyue.organisations.views.acting import answer_form, carried_out, posted

SHOWN = timedelta(days=3)
MOST_CORRECTIONS = 100


@needs(SEE_ALERTS)
def stations(request: SignedInRequest) -> HttpResponseBase:
    rows = Station.objects.within(request.scope).select_related("region")
    context = {"may_observe": request.may(OBSERVE_AIR)}
    return show_list(request, air_lists.STATIONS, rows, template="alerts/stations.html", context=context)


@needs(SEE_ALERTS)
def station(request: SignedInRequest, code: str) -> HttpResponse:
    """The last days of it, as a picture."""
    shown = _station(request, code)
    until = whole_hour(timezone.now())
    hours = {one.hour: one for one in shown.hours.real().between(until - SHOWN, until)}
    moments = [until - SHOWN + number * HOUR for number in range(SHOWN // HOUR)]
    known = [hours.get(moment) for moment in moments]
    context = {
        "station": shown,
        "picture": Picture(
            begins_at=moments[0],
            values=[None if one is None else one.aqi for one in known],
            plan=response_plan(),
        ),
        "last": next((one for one in reversed(known) if one is not None), None),
        "may_observe": request.may(OBSERVE_AIR),
    }
    return render(request, "alerts/station.html", context)


@needs(OBSERVE_AIR)
def station_opening(request: SignedInRequest) -> HttpResponse:
    form = NewStationForm(posted(request), regions=_regions(request))
    return answer_form(
        request,
        form,
        title="登记站点",
        back=reverse("alerts:stations"),
        button="登记",
        do=lambda said: open_station(code=said["code"], said=form.said()),
        done="站点已经登记。",
    )


@needs(OBSERVE_AIR)
def station_editing(request: SignedInRequest, code: str) -> HttpResponse:
    shown = _station(request, code)
    initial = {name: getattr(shown, name) for name in StationForm.base_fields}
    form = StationForm(posted(request), regions=_regions(request), initial=initial)
    return answer_form(
        request,
        form,
        title=f"修改“{shown}”",
        lead="停用的站点不再接收数据，也不计入全市均值；以前的小时值保留。",
        back=shown.get_absolute_url(),
        button="保存",
        do=lambda said: keep_station(station=shown, said=form.said()),
        done="站点已经更新。",
    )


@needs(SEE_ALERTS)
def hours(request: SignedInRequest) -> HttpResponseBase:
    rows = StationHour.objects.real().within(request.scope).select_related("station", "delivery")
    context = {"may_observe": request.may(OBSERVE_AIR)}
    return show_list(request, air_lists.HOURS, rows, template="alerts/hours.html", context=context)


@needs(OBSERVE_AIR)
def hour_intake(request: SignedInRequest) -> HttpResponseBase:
    at = timezone.now()

    def take(rows: Sequence[Row]) -> HttpResponse:
        said = air_sheets.hours_of(rows, request.scope)
        delivery = take_hours(hours=said, brought=Brought(Provenance.FILE, by=request.user), at=at)
        messages.success(request, f"已经导入：{delivery}。")
        return redirect("alerts:delivery", delivery.pk)

    def check(reading: Reading) -> Iterable[Problem]:
        return air_sheets.check_hours(reading, request.scope, at=at)

    return bring_in(request, air_sheets.HOURS, take=take, check=check)


@needs(SEE_ALERTS)
def deliveries(request: SignedInRequest) -> HttpResponseBase:
    rows = AirDelivery.objects.select_related("by", "feed")
    return show_list(request, air_lists.DELIVERIES, rows)


@needs(SEE_ALERTS)
def delivery(request: SignedInRequest, pk: int) -> HttpResponse:
    """What a delivery corrected of the stations one may see, before and after."""
    shown = get_object_or_404(AirDelivery.objects.select_related("by", "feed"), pk=pk)
    seen = StationHour.objects.within(request.scope)
    corrections = HourCorrection.objects.filter(delivery=shown, hour__in=seen).select_related("hour__station")
    context = {"delivery": shown, "corrections": corrections[:MOST_CORRECTIONS], "most": MOST_CORRECTIONS}
    return render(request, "alerts/delivery.html", context)


@needs(OBSERVE_AIR)
def feeds(request: SignedInRequest) -> HttpResponse:
    context = {"feeds": Feed.objects.select_related("made_by")}
    return render(request, "alerts/feeds.html", context)


@never_cache
@needs(OBSERVE_AIR)
def feed_opening(request: SignedInRequest) -> HttpResponse:
    """Its secret is on the page that answers, and nowhere afterwards."""
    form = FeedForm(posted(request))
    made: list[Feed] = []

    def make(said: Mapping[str, Any]) -> None:
        made.append(open_feed(by=request.user, at=timezone.now(), **said))

    if form.is_bound and form.is_valid() and carried_out(form, make):
        return render(request, "alerts/feed_made.html", {"feed": made[0]}, status=HTTPStatus.CREATED)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "alerts/feed_form.html", {"form": form}, status=status)


@require_POST
@needs(OBSERVE_AIR)
def feed_end(request: SignedInRequest, key: str) -> HttpResponse:
    feed = get_object_or_404(Feed, key=key)
    question = ask_first(
        request,
        question=f"停用“{feed}”？",
        consequence="停用以后不再接收它报送的数据，恢复要另外登记。",
        yes="停用",
    )
    if question:
        return question
    ended = end_feed(feed=feed, at=timezone.now())
    messages.success(request, f"“{ended}”已经停用，不再接收它报送的数据。")
    return redirect("alerts:feeds")


def _station(request: SignedInRequest, code: str) -> Station:
    rows = Station.objects.within(request.scope).select_related("region")
    return get_object_or_404(rows, code=code)


def _regions(request: SignedInRequest) -> QuerySet[Region]:
    return Region.objects.within(request.scope).of_county_level()
