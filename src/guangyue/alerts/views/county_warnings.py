"""县级预警 on the desk: published and ended by the county, seen by the office."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.alerts.forms.counties import CountyWarningForm
from guangyue.alerts.lists.counties import COUNTY_WARNINGS
from guangyue.alerts.models import CountyWarning, Warning
from guangyue.alerts.permissions import ANSWER_ALERTS, SEE_ALERTS
from guangyue.alerts.services.counties import end_county_warning, publish_county_warning
from guangyue.kit.access import Scope, SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.organisations.models import Region
from guangyue.organisations.views.acting import answer_form, posted


@needs(SEE_ALERTS)
def county_warnings(request: SignedInRequest) -> HttpResponseBase:
    """While the city warns it says so, and offers none."""
    rows = CountyWarning.objects.within(request.scope).select_related("region", "taken_over_by")
    city = Warning.objects.in_force().responding().first()
    context = {"city_warning": city, "may_warn": request.may(ANSWER_ALERTS) and city is None}
    return show_list(request, COUNTY_WARNINGS, rows, template="alerts/county_warnings.html", context=context)


@needs(ANSWER_ALERTS)
def county_warning_draft(request: SignedInRequest) -> HttpResponse:
    """Of the regions one answers for; where it is one only, that one."""
    regions = Region.objects.of_county_level().on(timezone.localdate()).within(request.scope)
    only = regions[0] if len(regions) == 1 else None
    form = CountyWarningForm(posted(request), regions=regions, initial={"region": only})
    return answer_form(
        request,
        form,
        title="发布县级预警",
        lead="只为本区域发布，发布后立即公开；市级发布预警的，由市级预警接替。",
        back=reverse("alerts:county_warnings"),
        button="发布",
        do=lambda said: publish_county_warning(
            said=form.county_warning_said(), by=request.user, at=timezone.now()
        ),
        done="县级预警已经发布。",
    )


@needs(SEE_ALERTS)
def county_warning(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _county_warning(request.scope, pk)
    may_end = request.scope_of(ANSWER_ALERTS).covers(region=shown.region_id)
    return render(request, "alerts/county_warning.html", {"warning": shown, "may_end": may_end})


@require_POST
@needs(ANSWER_ALERTS)
def county_warning_ending(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _county_warning(request.scope, pk)
    if question := ask_first(
        request, question=f"解除{shown}？", consequence="解除以后立即从公开页面撤下。", yes="解除"
    ):
        return question
    end_county_warning(warning=shown, by=request.user, at=timezone.now())
    messages.success(request, "县级预警已经解除。")
    return redirect(shown)


def _county_warning(scope: Scope, pk: int) -> CountyWarning:
    rows = CountyWarning.objects.within(scope).select_related(
        "region", "published_by", "ended_by", "taken_over_by"
    )
    return get_object_or_404(rows, pk=pk)
