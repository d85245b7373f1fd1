"""研判 on the desk: the air of now, what is to come, and what both ask of the city; forecasts one by one."""

from collections.abc import Iterator, Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from guangyue.alerts.air.means import DAY
from guangyue.alerts.calling import called_at
from guangyue.alerts.forms.air import ForecastForm, SimulationForm
from guangyue.alerts.levels.anchors import Anchor, anchors_of
from guangyue.alerts.levels.weighing import Weighing
from guangyue.alerts.levels.wording import explain
from guangyue.alerts.lists import air as air_lists
from guangyue.alerts.models import Forecast
from guangyue.alerts.models.air import Provenance
from guangyue.alerts.permissions import OBSERVE_AIR, RUN_ALERTS, SEE_ALERTS
from guangyue.alerts.picturing import Picture
from guangyue.alerts.recommending import Advice, Recommendation, recommended
from guangyue.alerts.services.forecasting import issue_forecast
from guangyue.alerts.services.observing import Brought
from guangyue.alerts.services.simulating import simulate
from guangyue.alerts.workbooks import air as air_sheets
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import SHANGHAI, whole_hour
from guangyue.kit.lists import show_list
from guangyue.kit.sheets import Row, bring_in
from guangyue.organisations.views.acting import answer_form, posted


@needs(SEE_ALERTS)
def outlook(request: SignedInRequest) -> HttpResponse:
    """研判: measured and foreseen in one picture; `?exercise=1` is the air of a drill."""
    at, exercise = timezone.now(), request.GET.get("exercise") == "1"
    advised = recommended(at=at, exercise=exercise)
    context = {
        "exercise": exercise,
        "advised": advised,
        "told": list(_told(advised)),
        "picture": picture_of(advised),
        "anchors": _anchors_of(advised),
        "called": None if exercise else called_at(at),
        "may_observe": request.may(OBSERVE_AIR),
        "may_run": request.may(RUN_ALERTS),
    }
    return render(request, "alerts/outlook.html", context)


def picture_of(advised: Recommendation) -> Picture:
    """From two days ago on, or from where the days that count begin."""
    shown, process = advised.outlook, advised.weighing.process
    first = shown.now if process is None else min(process.start, shown.now)
    return Picture(
        begins_at=shown.begins_at,
        values=shown.values,
        plan=advised.plan,
        process=process,
        now=shown.now,
        since=max(min(first - DAY // 2, shown.now - 2 * DAY), 0),
    )


def _told(advised: Recommendation) -> Iterator[tuple[str, object]]:
    """What there is to know of when; nothing of what does not arise."""
    if advised.level is not None:
        yield "重污染出现", advised.begins_at
        yield "预计结束", advised.ends_at
    if advised.advice in (Advice.PUBLISH, Advice.UPGRADE):
        is_late = advised.publish_by is not None and advised.publish_by < advised.at
        yield "最迟发布", "已过，应尽早发布" if is_late else advised.publish_by
        if advised.haste:
            yield "可以不足提前量", advised.haste.value
    if advised.in_force is not None:
        yield "可以解除", advised.may_lift_from or "预报的时段里还不满足解除条件"


@needs(SEE_ALERTS)
def forecasts(request: SignedInRequest) -> HttpResponseBase:
    context = {"may_observe": request.may(OBSERVE_AIR)}
    rows = Forecast.objects.all()
    return show_list(request, air_lists.FORECASTS, rows, template="alerts/forecasts.html", context=context)


@needs(SEE_ALERTS)
def forecast(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Forecast.objects.select_related("by", "feed"), pk=pk)
    weighing = shown.weighing()
    context = {
        "forecast": shown,
        "weighing": weighing,
        "reasons": list(explain(weighing, shown.begins_at)),
        "picture": Picture(
            begins_at=shown.begins_at,
            values=shown.hours(),
            plan=weighing.plan,
            process=weighing.process,
            step=shown.step,
        ),
        "anchors": _anchors(weighing, shown.hours(), shown) if shown.is_hourly else [],
        "consultations": shown.consultations.all(),
        "may_observe": request.may(OBSERVE_AIR),
    }
    return render(request, "alerts/forecast.html", context)


@needs(OBSERVE_AIR)
def forecast_entry(request: SignedInRequest) -> HttpResponse:
    now = whole_hour(timezone.localtime())
    initial = {"issued_at": now, "begins_at": now, "author": str(request.user)}
    form = ForecastForm(posted(request), initial=initial)
    brought = Brought(Provenance.ENTERED, by=request.user)
    return answer_form(
        request,
        form,
        title="录入预报",
        lead="保存以后马上研判；预报不能修改，有变化的另报一次。",
        back=reverse("alerts:forecasts"),
        button="保存并研判",
        do=lambda said: issue_forecast(said=form.said(), brought=brought, at=timezone.now()),
        done="预报已经保存，研判结果在列表里。",
    )


@needs(OBSERVE_AIR)
def forecast_intake(request: SignedInRequest) -> HttpResponseBase:
    def take(rows: Sequence[Row]) -> HttpResponse:
        at = timezone.now()
        said = air_sheets.forecast_of(rows, author=str(request.user), at=at)
        issued = issue_forecast(said=said, brought=Brought(Provenance.FILE, by=request.user), at=at)
        messages.success(request, f"预报 {len(issued.values)} 小时已经保存。")
        return redirect(issued)

    return bring_in(request, air_sheets.FORECAST, take=take, check=air_sheets.check_forecast)


@needs(OBSERVE_AIR)
def simulation(request: SignedInRequest) -> HttpResponse:
    return answer_form(
        request,
        SimulationForm(posted(request)),
        title="模拟一次过程",
        lead="由程序生成过去几天的小时值和今后几天的预报，全部标明演练，不影响实际数据和预警。",
        back=f"{reverse('alerts:outlook')}?exercise=1",
        button="模拟",
        do=lambda said: simulate(**said, by=request.user, at=timezone.now()),
        done="演练数据已经生成。",
    )


def _anchors_of(advised: Recommendation) -> list[Anchor]:
    shown, made = advised.outlook, advised.forecast
    if made is not None and not made.is_hourly:
        return []
    first_hour = shown.begins_at.astimezone(SHANGHAI).hour
    over_by = shown.over_by(advised.plan.heavy)
    return anchors_of(advised.weighing, shown.values, first_hour=first_hour, over_by=over_by)


def _anchors(weighing: Weighing, hours: Sequence[int | None], made: Forecast) -> list[Anchor]:
    return anchors_of(weighing, hours, first_hour=made.begins_at.astimezone(SHANGHAI).hour)
