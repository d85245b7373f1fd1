"""评议考评、场所和经费 on the desk."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.years import year_asked
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.planners import lists
from guangyue.planners.declared import day_of_the_pilot, moment_of_the_pilot, pilot
from guangyue.planners.forms import MarkForm, SupportForm
from guangyue.planners.marks import marked_areas
from guangyue.planners.models import Area, Evaluation, Group, Planner, Support
from guangyue.planners.permissions import ANSWER_ADVICE, KEEP_PLANNERS, SEE_PLANNERS, VISIT_AREAS
from guangyue.planners.services.keeping import mark_area, mark_planner, provide_support
from guangyue.planners.serving import pilot_years


@needs(SEE_PLANNERS)
def evaluations(request: SignedInRequest) -> HttpResponse:
    """评议: of districts as means only; whoever marked an area sees the mark of his own."""
    on = day_of_the_pilot()
    years = pilot_years(on)
    year = year_asked(request, years)
    context = {
        "marked": marked_areas(Area.objects.within(request.scope), year),
        "own": Evaluation.objects.of_areas().filter(by=request.user, year=year).select_related("area"),
        "group": Group.objects.of(request.user).select_related("area").first(),
        "year": year,
        "years": years,
        "terms": pilot(),
        "may_keep": request.may(KEEP_PLANNERS),
    }
    return render(request, "planners/evaluations.html", context)


@needs(KEEP_PLANNERS)
def planner_marks(request: SignedInRequest) -> HttpResponseBase:
    rows = Evaluation.objects.of_planners().select_related("planner")
    return show_list(request, lists.EVALUATIONS, rows)


@needs(KEEP_PLANNERS)
def new_planner_mark(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Planner, pk=pk)
    return answer_form(
        request,
        MarkForm(posted(request), on=day_of_the_pilot()),
        title="年度考评",
        facts=[("规划师", shown)],
        back=shown.get_absolute_url(),
        button="保存考评",
        do=lambda said: mark_planner(planner=shown, **said, by=request.user, at=moment_of_the_pilot()),
        done="考评已经登记。",
    )


@needs(VISIT_AREAS)
def new_area_mark(request: SignedInRequest) -> HttpResponse:
    own = get_object_or_404(Group.objects.of(request.user).select_related("area__office"))
    return answer_form(
        request,
        MarkForm(posted(request), on=day_of_the_pilot()),
        title="评议所服务的区和镇街",
        lead="每年一次；只公开几位规划师的平均分，不显示谁评了多少分。",
        facts=[("片区", own.area), ("区政府（管委会）", own.area.office)],
        back=reverse("planners:evaluations"),
        button="提交评议",
        do=lambda said: mark_area(area=own.area, **said, by=request.user, at=moment_of_the_pilot()),
        done="评议已经提交。",
    )


@needs(SEE_PLANNERS)
def support(request: SignedInRequest) -> HttpResponseBase:
    rows = Support.objects.within(request.scope).select_related("area")
    areas = Area.objects.within(request.scope_of(ANSWER_ADVICE)) if request.may(ANSWER_ADVICE) else []
    return show_list(request, lists.SUPPORT, rows, template="planners/support.html", context={"areas": areas})


@needs(SEE_PLANNERS)
def support_form(request: SignedInRequest, key: str) -> HttpResponse:
    """A district enters it; others read it."""
    area = get_object_or_404(Area.objects.within(request.scope), key=key)
    mine = Area.objects.within(request.scope_of(ANSWER_ADVICE)).filter(pk=area.pk).exists()
    if not mine:
        context = {"area": area, "support": area.support.order_by("-year")}
        return render(request, "planners/support_of_area.html", context)

    def keep(said: Mapping[str, Any]) -> None:
        provide_support(area=area, **said, by=request.user, at=moment_of_the_pilot())

    return answer_form(
        request,
        SupportForm(posted(request), on=day_of_the_pilot(), initial=_last(area)),
        title="登记场所和经费",
        lead="区级保证规划师在镇街（园区）的工作场所和必要经费；同一年再登记是更正。",
        facts=[("片区", area)],
        back=reverse("planners:support"),
        button="保存",
        do=keep,
        done="已经保存。",
    )


def _last(area: Area) -> Mapping[str, Any]:
    last = area.support.order_by("-year").first()
    if last is None:
        return {}
    return {key: getattr(last, key) for key in ("year", "room", "provided_on", "budget", "contact")}
