"""会商 on the desk: what the weather bureau tells, what the experts hold."""

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from guangyue.alerts.calling import called_at
from guangyue.alerts.consulting import Pace
from guangyue.alerts.forms.air import ConsultationForm, WeatherNoticeForm
from guangyue.alerts.lists import air as air_lists
from guangyue.alerts.models import Consultation, WeatherNotice
from guangyue.alerts.permissions import OBSERVE_AIR, RUN_ALERTS, SEE_ALERTS
from guangyue.alerts.recommending import Recommendation, recommended
from guangyue.alerts.services.consulting import hold_consultation, tell_weather
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import local_day
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import answer_form, posted


@needs(SEE_ALERTS)
def consultations(request: SignedInRequest) -> HttpResponseBase:
    at = timezone.now()
    context = {
        "called": called_at(at),
        "notices": WeatherNotice.objects.ahead(local_day(at)).select_related("by"),
        "may_observe": request.may(OBSERVE_AIR),
    }
    rows = Consultation.objects.all()
    return show_list(
        request, air_lists.CONSULTATIONS, rows, template="alerts/consultations.html", context=context
    )


@needs(SEE_ALERTS)
def consultation(request: SignedInRequest, number: str) -> HttpResponse:
    shown = get_object_or_404(Consultation.objects.select_related("forecast", "by"), number=number)
    context = {
        "consultation": shown,
        "processes": shown.processes.all(),
        "may_run": request.may(RUN_ALERTS),
    }
    return render(request, "alerts/consultation.html", context)


@needs(OBSERVE_AIR)
def consultation_entry(request: SignedInRequest, *, exercise: bool = False) -> HttpResponse:
    """录入会商意见: what the forecast comes to stands in the form, for the experts to agree or to change."""
    at = timezone.now()
    advised = recommended(at=at, exercise=exercise)
    form = ConsultationForm(posted(request), forecast=advised.forecast, initial=_initial(advised))
    return answer_form(
        request,
        form,
        title="录入演练的会商意见" if exercise else "录入会商意见",
        lead="由最近一次预报的研判填好，专家意见不同的，改成专家的意见。",
        facts=[
            ("最近一次预报", advised.forecast),
            ("研判", advised.level.title if advised.level else "不需预警"),
        ],
        back=reverse("alerts:consultations"),
        button="保存",
        do=lambda said: hold_consultation(
            said=form.said(), by=request.user, at=timezone.now(), exercise=exercise
        ),
        done="会商意见已经保存。",
    )


@needs(OBSERVE_AIR)
def weather_notice(request: SignedInRequest) -> HttpResponse:
    at = timezone.localtime()
    return answer_form(
        request,
        WeatherNoticeForm(posted(request), initial={"told_at": at, "since": at.date()}),
        title="登记不利气象条件通报",
        lead="气象局预测到未来 3 天可能出现不利气象条件的，登记以后发起会商。",
        back=reverse("alerts:consultations"),
        button="登记",
        do=lambda said: tell_weather(**said, by=request.user, at=timezone.now()),
        done="通报已经登记。",
    )


def _initial(advised: Recommendation) -> dict[str, Any]:
    process, level = advised.weighing.process, advised.level
    means = [str(round(day.mean)) for day in process.days if day.mean is not None] if process else []
    measured = advised.measured
    return {
        "held_at": timezone.localtime(advised.at),
        "pace": called_at(advised.at).pace.name.replace(Pace.NONE.name, Pace.CALLED.name),
        "process_begins": advised.begins_at,
        "process_ends": advised.ends_at,
        "means": " ".join(means),
        "pollutants": [one.name for one in measured.primary] if measured else [],
        "level_key": level.key if level else "",
        "starts_at": advised.starts_at,
        "lift_at": advised.may_lift_from,
    }
