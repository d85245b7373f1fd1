"""规划师小组: all on cards, one with its year, and one's own."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.years import year_asked
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.planners.declared import day_of_the_pilot, is_shown_ahead, pilot
from guangyue.planners.forms import AreaTypeForm, GroupForm, LeaveForm, SeatForm
from guangyue.planners.models import Advice, Contract, Group, Planner, Seat
from guangyue.planners.models.people import PlannerGroupQuerySet
from guangyue.planners.permissions import KEEP_PLANNERS, SEE_PLANNERS, VISIT_AREAS
from guangyue.planners.services.people import (
    classify_area,
    form_group,
    is_complete,
    leave_group,
    seat_planner,
)
from guangyue.planners.serving import pilot_years, served_year, served_years

MOST_SHOWN = 12


@needs(SEE_PLANNERS)
def groups(request: SignedInRequest) -> HttpResponse:
    on = day_of_the_pilot()
    years = pilot_years(on)
    year = year_asked(request, years)
    rows = Group.objects.within(request.scope).prefetch_related("seats__planner")
    served = served_years(rows, year, on=on)
    context = {
        "served": [(one, is_complete(one.group)) for one in served],
        "year": year,
        "years": years,
        "on": on,
        "ahead": is_shown_ahead(),
        "terms": pilot(),
        "contract": Contract.objects.open().first(),
        "may_keep": request.may(KEEP_PLANNERS),
    }
    return render(request, "planners/groups.html", context)


@needs(SEE_PLANNERS)
def group(request: SignedInRequest, pk: int) -> HttpResponse:
    return _show(request, get_object_or_404(_groups(request), pk=pk))


@needs(VISIT_AREAS)
def my_group(request: SignedInRequest) -> HttpResponse:
    """我的小组: where a planner begins."""
    own = Group.objects.of(request.user).select_related("area__office", "contract").first()
    if own is None:
        return render(request, "planners/no_group.html")
    return _show(request, own)


@needs(KEEP_PLANNERS)
def new_group(request: SignedInRequest, pk: int) -> HttpResponse:
    contract = get_object_or_404(Contract.objects.open(), pk=pk)
    return answer_form(
        request,
        GroupForm(posted(request), initial={"since": day_of_the_pilot()}),
        title="组建小组",
        lead="每个片区一个小组：一线城市和本市的规划师各一位。",
        facts=[("合同", contract)],
        back=reverse("planners:groups"),
        button="组建",
        do=lambda said: form_group(contract=contract, **said),
        done="小组已经组建，请编入规划师。",
    )


@needs(KEEP_PLANNERS)
def new_seat(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(_groups(request), pk=pk)
    free = Planner.objects.filter(contract=shown.contract).unseated()
    return answer_form(
        request,
        SeatForm(posted(request), planners=free, initial={"since": day_of_the_pilot()}),
        title=f"编入{shown}",
        back=shown.get_absolute_url(),
        button="编入",
        do=lambda said: seat_planner(group=shown, **said, by=request.user),
        done="已经编入。",
    )


@needs(KEEP_PLANNERS)
def leaving(request: SignedInRequest, pk: int) -> HttpResponse:
    seats = Seat.objects.filter(group__in=Group.objects.within(request.scope)).current()
    seat = get_object_or_404(seats.select_related("group__area", "planner"), pk=pk)
    return answer_form(
        request,
        LeaveForm(posted(request), initial={"on": day_of_the_pilot()}),
        title="离组",
        lead="离组以后席位空出，可以编入另一位。",
        facts=[("小组", seat.group), ("规划师", seat.planner), ("入组日期", seat.since)],
        back=seat.group.get_absolute_url(),
        button="离组",
        do=lambda said: leave_group(seat=seat, **said),
        done="已经离组。",
    )


@needs(KEEP_PLANNERS)
def area_type(request: SignedInRequest, pk: int) -> HttpResponse:
    """片区类型: settled by the office, as no clause says which area is of which."""
    shown = get_object_or_404(_groups(request), pk=pk)
    return answer_form(
        request,
        AreaTypeForm(posted(request), initial={"kind": shown.area.kind}),
        title="片区类型",
        lead="工作重点随片区类型；条款没有写明各片区的类型，由主管部门确定。",
        facts=[("片区", shown.area)],
        back=shown.get_absolute_url(),
        button="保存",
        do=lambda said: classify_area(area=shown.area, **said),
        done="片区类型已经保存。",
    )


def _groups(request: SignedInRequest) -> PlannerGroupQuerySet:
    return Group.objects.within(request.scope).select_related("area__office", "contract")


def _show(request: SignedInRequest, shown: Group) -> HttpResponse:
    on = day_of_the_pilot()
    years = pilot_years(on)
    year = year_asked(request, years)
    mine = Group.objects.of(request.user).filter(pk=shown.pk).exists()
    context = {
        "group": shown,
        "served": served_year(shown, year, on=on),
        "year": year,
        "years": years,
        "on": on,
        "ahead": is_shown_ahead(),
        "terms": pilot(),
        "focus": pilot().focus_of(shown.area.type),
        "seats": shown.seats.current().select_related("planner"),
        "complete": is_complete(shown),
        "visits": shown.visits.filter(day__year=year)[: MOST_SHOWN * 2],
        "advice": Advice.objects.filter(group=shown)[:MOST_SHOWN],
        "mine": mine,
        "may_keep": request.may(KEEP_PLANNERS),
    }
    return render(request, "planners/group.html", context)
