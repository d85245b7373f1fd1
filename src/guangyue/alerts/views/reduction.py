"""减排证明 and its base; the list as everybody may read it."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from guangyue.alerts.declared import response_plan
from guangyue.alerts.forms.sources import BaseForm
from guangyue.alerts.lists import orders as ordering_lists
from guangyue.alerts.models import ReductionBase, Source
from guangyue.alerts.permissions import RUN_ALERTS, SEE_ALERTS
from guangyue.alerts.reduction.proof import Emitted
from guangyue.alerts.reduction_pictures import floored, lists_chart, raised
from guangyue.alerts.reduction_proof import prove_list
from guangyue.alerts.services.bases import set_base
from guangyue.alerts.workbooks.sources import asking_levels
from guangyue.kit.access import SignedInRequest, needs, open_to_all
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import answer_form, posted


@needs(SEE_ALERTS)
def reduction(request: SignedInRequest) -> HttpResponse:
    """减排证明 at a level, of the list as it stands."""
    levels = asking_levels()
    level = next((one for one in levels if one.key == request.GET.get("level", levels[0].key)), None)
    if level is None:
        raise Http404
    base = ReductionBase.objects.first()
    proven = prove_list(level, base) if base else None
    context = {
        "levels": levels,
        "level": level,
        "proven": proven,
        "chart_shown": lists_chart(proven) if proven else None,
        "emitted": tuple(Emitted),
        "floored": floored,
        "raised": raised,
        "may_run": request.may(RUN_ALERTS),
    }
    return render(request, "alerts/reduction.html", context)


@needs(RUN_ALERTS)
def base_entry(request: SignedInRequest) -> HttpResponse:
    """减排基数 of a year."""
    form = BaseForm(posted(request), initial={"year": timezone.localdate().year})
    return answer_form(
        request,
        form,
        title="登记减排基数",
        lead="全社会每日的排放量，按最近的排放清单；同一年再登记的，以后一次为准。",
        back=reverse("alerts:reduction"),
        button="登记",
        do=lambda _: set_base(**form.said(), by=request.user, at=timezone.now()),
        done="减排基数已经登记。",
    )


@open_to_all
def public_sources(request: SignedInRequest) -> HttpResponseBase:
    """The list without telephones, as it is published."""
    rows = Source.objects.in_use().filter(listed=True).select_related("region")
    context = {"hotline": response_plan().voice.hotline}
    template = "alerts/public_sources.html"
    return show_list(request, ordering_lists.PUBLIC_SOURCES, rows, template=template, context=context)


@open_to_all
def public_source(request: SignedInRequest, code: str) -> HttpResponse:
    rows = Source.objects.in_use().filter(listed=True).with_measures().select_related("region")
    shown = get_object_or_404(rows, code=code)
    measures = [(level.title, shown.own_measure(level.key)) for level in asking_levels()]
    return render(request, "alerts/public_source.html", {"source": shown, "measures": measures})
